/**
 * Folds a text for searching: NFC input, tone marks and accents dropped, đ → d, lower case, blanks joined.
 * "Hoá" and "Hóa" fold alike, so the two spellings in official lists find each other.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** The folded first letters of each word: "Đăng ký khai sinh" → "dkks". Clerks type these. */
export function initialsOf(text: string): string {
  return fold(text)
    .split(/[^a-z0-9]+/)
    .map((word) => word.charAt(0))
    .join('');
}

/** The key Vietnamese lists sort names by: given name first, then the rest: "Trần Thị Bé" → "bé trần thị". */
export function givenNameFirst(fullName: string): string {
  const words = fullName.normalize('NFC').trim().split(/\s+/);
  const given = words.pop() ?? '';
  return [given, ...words].join(' ').toLocaleLowerCase('vi');
}
