import { givenNameFirst } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { Sex } from './fact.js';
import { maskPersonalId } from './personal-id.js';
import { logLook } from './read-log.js';
import { parseNameQuery } from './name-query.js';
import type { Look } from './reader.js';
import { holderOfNumber } from './person-store.js';
import { FOUND, searchNames, standIns, type FoundPerson } from './search-names.js';

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
  /** A whole personal ID, a whole telephone number, or a name or part of one, in any spelling and order, with or without year of birth. */
  readonly text: string;
  /** At most so many; 20 unless told. */
  readonly limit?: number;
  /** The commune (5 digits) whose residents come first: most people go to their own. */
  readonly nearCommune?: string;
}

const NAMES = new Intl.Collator('vi');

/**
 * Persons by exact personal ID, by telephone, or by name with or without year or day of birth; those of the near commune first,
 * sorted by given name as Vietnamese lists are. Everyone who is shown gets a line in the log. Fewer than two letters find nobody.
 * Throws `reason.required` without a purpose.
 */
export async function searchPersons(tx: Transaction, search: PersonSearch): Promise<PersonHit[]> {
  const rows = await standIns(tx, await find(tx, search), search.nearCommune);
  await logLook(tx, rows.map(({ id }) => id), search, ['listed']);
  return rows
    .toSorted((one, other) => Number(other.near) - Number(one.near) || NAMES.compare(givenNameFirst(one.fullName), givenNameFirst(other.fullName)) || (one.birthDate ?? '').localeCompare(other.birthDate ?? ''))
    .map(({ personalId, near: _near, mergedInto: _merged, ...row }) => ({ ...row, maskedId: personalId && maskPersonalId(personalId) }));
}

async function find(tx: Transaction, { text, limit = 20, nearCommune }: PersonSearch): Promise<FoundPerson[]> {
  const digits = text.replace(/[\s.-]/g, '').replace(/^\+84/, '0');
  if (/^\d{12}$/.test(digits)) return findOne(tx, `id = ${holderOfNumber('$3')}`, digits, limit, nearCommune);
  if (/^0\d{9,10}$/.test(digits)) return findOne(tx, 'phone = $3', digits, limit, nearCommune);
  const query = parseNameQuery(text);
  return query === undefined ? [] : searchNames(tx, query, nearCommune, limit);
}

function findOne(tx: Transaction, where: string, digits: string, limit: number, near: string | undefined): Promise<FoundPerson[]> {
  return tx.rows<FoundPerson>(`SELECT ${FOUND} FROM person WHERE ${where} LIMIT $1`, [limit, near ?? null, digits]);
}
