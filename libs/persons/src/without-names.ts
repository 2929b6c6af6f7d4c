/** What stands in the place of something taken out. */
const TAKEN_OUT = '…';

/** Words beginning with a capital, so names are written: two and more behind each other anywhere, a single one unless a sentence begins with it. */
const NAME = /\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*)+|(?<![.!?:]\s*)(?<!^)(?<!\p{L})\p{Lu}\p{L}*/gu;
/** Numbers as long as those of people, telephones and accounts. */
const NUMBER = /\d(?:[\s.-]?\d){6,}/gu;

/**
 * A text an officer wrote freely, as a person it is about may read it: without what looks like anybody's name or number. Rather a
 * place too many is lost than a name let through; what is closed (kinds of reason, units, procedures) is told beside it in full.
 */
export function withoutNames(text: string): string {
  return text.normalize('NFC').replace(NUMBER, TAKEN_OUT).replace(NAME, TAKEN_OUT);
}
