import { fold, givenNameFirst } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { Sex } from './fact.js';
import { maskPersonalId } from './personal-id.js';
import { logLook } from './read-log.js';
import type { Look } from './reader.js';

/** A person in a list: enough to choose the right one. Opening the person is a look of its own. */
export interface PersonHit {
  readonly id: string;
  readonly fullName: string;
  /** `0750******12`; null while the person has no number. */
  readonly maskedId: string | null;
  readonly sex: Sex;
  readonly birthDate: string | null;
  readonly address: string | null;
  readonly alive: boolean;
}

export interface PersonSearch extends Look {
  /** A whole personal ID, a whole telephone number, or part of a name in any spelling of accents. */
  readonly text: string;
  /** At most so many; 20 unless told. */
  readonly limit?: number;
  /** The commune (5 digits) whose residents come first: most people go to their own. */
  readonly nearCommune?: string;
}

const NAMES = new Intl.Collator('vi');

/**
 * Persons by exact personal ID, by telephone, or by name; those of the near commune first, sorted by given name as Vietnamese
 * lists are. Everyone who is shown gets a line in the log. Fewer than two letters find nobody. Throws `reason.required` without a purpose.
 */
export async function searchPersons(tx: Transaction, search: PersonSearch): Promise<PersonHit[]> {
  const [condition, ...params] = conditionFor(search.text);
  const rows = condition
    ? await tx.rows<Omit<PersonHit, 'maskedId'> & { personalId: string | null; near: boolean }>(
        `SELECT id, full_name AS "fullName", personal_id AS "personalId", sex, birth_date AS "birthDate", permanent_address ->> 'text' AS address, alive,
           coalesce(permanent_address ->> 'communeCode' = $2, false) AS near
         FROM person WHERE ${condition} LIMIT $1`,
        [search.limit ?? 20, search.nearCommune ?? null, ...params],
      )
    : [];
  await logLook(tx, rows.map(({ id }) => id), search, ['listed']);
  return rows
    .toSorted((one, other) => Number(other.near) - Number(one.near) || NAMES.compare(givenNameFirst(one.fullName), givenNameFirst(other.fullName)) || (one.birthDate ?? '').localeCompare(other.birthDate ?? ''))
    .map(({ personalId, near: _near, ...row }) => ({ ...row, maskedId: personalId && maskPersonalId(personalId) }));
}

/** The WHERE clause ($1 is the limit, $2 the near commune) and its values; nothing when the text says too little. */
function conditionFor(text: string): [string | undefined, ...unknown[]] {
  const digits = text.replace(/[\s.-]/g, '').replace(/^\+84/, '0');
  if (/^\d{12}$/.test(digits)) return ['personal_id = $3', digits];
  if (/^0\d{9,10}$/.test(digits)) return ['phone = $3', digits];
  const words = fold(text).split(' ').map((word) => word.replace(/[\\%_]/g, '\\$&'));
  if (words.join('').length < 2 || /\d/.test(text)) return [undefined];
  // Each word must occur; persons of whom it is a whole word come before those of whom it is a part.
  return [
    'name_folded LIKE ALL ($3::text[]) ORDER BY near DESC, (\' \' || name_folded || \' \') LIKE ALL ($4::text[]) DESC, name_folded, id',
    words.map((word) => `%${word}%`), words.map((word) => `% ${word} %`),
  ];
}
