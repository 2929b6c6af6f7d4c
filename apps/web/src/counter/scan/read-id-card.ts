/** What the QR code of an ID card says. Enough to find its holder; never enough to be filled in unseen. */
export interface IdCard {
  /** 12 digits. */
  number: string;
  /** The number of the card before, 9 digits. */
  oldNumber?: string;
  fullName: string;
  /** `YYYY-MM-DD`. */
  birthDate: string;
  sex?: 'male' | 'female';
  address: string;
  issuedOn: string;
  /** An input method has probably had its hands in the words: they may be read, not used. */
  wordsDoubtful: boolean;
}

/** Why a line that looks like a card is none. */
export type CardFault = 'number' | 'truncated' | 'birth-date' | 'issue-date';

export type CardReading = { kind: 'card'; card: IdCard } | { kind: 'unreadable'; why: CardFault; read: string } | { kind: 'other' };

const LONGEST = 600;

/** Whether a text may be the line of a card: digits, then parts between bars. */
export const looksLikeCard = (text: string): boolean => /^\s*\d{6,14}\s*\|/.test(text);

/**
 * Reads the line of an ID card: number | old number | name | ddMMyyyy | sex | address | issue date, and whatever newer cards add. The
 * old number may be empty or left out. Either all of it is right, or nothing is used.
 */
export function readIdCard(text: string): CardReading {
  if (!looksLikeCard(text)) return { kind: 'other' };
  const read = repaired(text.slice(0, LONGEST)).normalize('NFC').replaceAll(/\p{Cc}+/gu, ' ').trim();
  const unreadable = (why: CardFault): CardReading => ({ kind: 'unreadable', why, read });
  const [number = '', ...others] = read.split('|').map((part) => part.trim());
  if (!/^\d{12}$/.test(number)) return unreadable('number');
  const hasOld = others[0] === '' || /^\d{9}$/.test(others[0] ?? '');
  const [fullName = '', born, sex = '', address, issued] = hasOld ? others.slice(1) : others;
  if (fullName === '' || born === undefined || address === undefined || issued === undefined || issued.length < 8) return unreadable('truncated');
  const birthDate = dateOf(born);
  if (birthDate === undefined) return unreadable('birth-date');
  const issuedOn = dateOf(issued);
  if (issuedOn === undefined || issuedOn < birthDate) return unreadable('issue-date');
  const oldNumber = hasOld && others[0] ? others[0] : undefined;
  return {
    kind: 'card',
    card: { number, ...(oldNumber && { oldNumber }), fullName, birthDate, ...(SEXES[sex] && { sex: SEXES[sex] }), address, issuedOn, wordsDoubtful: isMangled(fullName) },
  };
}

const SEXES: Readonly<Record<string, 'male' | 'female' | undefined>> = { Nam: 'male', Nữ: 'female' };

/** `05011990` as `1990-01-05`, if there was such a day. */
function dateOf(text: string): string | undefined {
  const found = /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (!found) return undefined;
  const [, day, month, year] = found;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const iso = `${year}-${month}-${day}`;
  return Number(year) >= 1850 && date.toISOString().startsWith(iso) ? iso : undefined;
}

/** Digits in a name (VNI), doubled vowels or tone letters at the end of a word (Telex), or signs no name has. */
function isMangled(name: string): boolean {
  if (!/^[\p{L}\p{M}'’.\- ]+$/u.test(name)) return true;
  return name.split(' ').some((word) => /^\p{ASCII}+$/u.test(word) && /(aa|ee|oo|dd|[aou]w|[aeiouy][a-z]*[sfrxj]$)/i.test(word));
}

/** What Windows-1252 shows for the bytes 0x80 to 0x9f. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** UTF-8 that was taken for Windows-1252 (`Nguyá»…n`) as it was meant; any other text as it is. */
function repaired(text: string): string {
  const bytes = Array.from(text, (sign) => {
    const place = WINDOWS.indexOf(sign);
    return place < 0 ? (sign.codePointAt(0) ?? 0) : 0x80 + place;
  });
  if (bytes.every((byte) => byte < 0x80) || bytes.some((byte) => byte > 0xff)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes));
  } catch {
    return text;
  }
}
