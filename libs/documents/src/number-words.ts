const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const GROUPS = ['', 'nghìn', 'triệu', 'tỷ'];

/**
 * A whole number from 0 to 999 999 999 999 in Vietnamese words: `2026` → "hai nghìn không trăm hai mươi sáu".
 * @throws RangeError for anything else.
 */
export function numberInWords(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || value > 999_999_999_999) throw new RangeError(`no words for ${value}`);
  if (value === 0) return DIGITS[0]!;
  const groups: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 1000)) groups.unshift(rest % 1000);
  const words: string[] = [];
  groups.forEach((group, index) => {
    if (group === 0) return;
    words.push(...threeDigits(group, index > 0));
    const unit = GROUPS[groups.length - 1 - index]!;
    if (unit) words.push(unit);
  });
  return words.join(' ');
}

/** `full` = a group stands before this one, so its hundreds are said even when zero. */
function threeDigits(group: number, full: boolean): string[] {
  const hundreds = Math.floor(group / 100);
  const tens = Math.floor((group % 100) / 10);
  const ones = group % 10;
  const words: string[] = [];
  if (full || hundreds > 0) words.push(DIGITS[hundreds]!, 'trăm');
  if (tens === 1) words.push('mười');
  else if (tens > 1) words.push(DIGITS[tens]!, 'mươi');
  else if (ones > 0 && words.length > 0) words.push('linh');
  if (ones === 1 && tens > 1) words.push('mốt');
  else if (ones === 5 && tens > 0) words.push('lăm');
  else if (ones > 0) words.push(DIGITS[ones]!);
  return words;
}

/** A sum of whole đồng in words, as papers write it: `1200000` → "Một triệu hai trăm nghìn đồng". */
export function amountInWords(dong: number): string {
  const words = numberInWords(dong);
  return `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)} đồng`;
}
