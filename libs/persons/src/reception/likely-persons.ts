import { fold } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { Sex } from '../fact.js';
import { maskPersonalId } from '../personal-id.js';
import { logLook } from '../read-log.js';
import type { Look } from '../reader.js';
import type { PersonHit } from '../search-persons.js';
import { searchNames } from '../search-names.js';
import { nearness } from './name-nearness.js';

/** Why somebody on file may be the same person: the strongest first. */
export const LIKENESS = ['same-number', 'same-name-and-birth', 'same-name-and-year', 'near-name-and-birth', 'near-name-and-year'] as const;
export type Likeness = (typeof LIKENESS)[number];

export interface LikelyPerson extends PersonHit {
  readonly likeness: Likeness;
}

/** Whom to look for. */
export interface Sought {
  readonly personalId?: string;
  readonly fullName: string;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly birthDate: string;
}

interface Row {
  readonly id: string;
  readonly fullName: string;
  readonly personalId: string | null;
  readonly sex: Sex;
  readonly birthDate: string | null;
  readonly address: string | null;
  readonly alive: boolean;
}

const MOST = 12;
const COLUMNS = `id, full_name AS "fullName", personal_id AS "personalId", sex, birth_date AS "birthDate", permanent_address ->> 'text' AS address, alive`;

/**
 * Who on file may be the person somebody speaks of: of the same number, of the same or nearly the same name with the same birthday
 * or year. Two different numbers are two people, whatever they are called, so who bears another number is told only where the birthday
 * is the same too: one of the numbers may have been mistyped. Everyone listed gets a line in the log. The strongest likeness first.
 */
export async function findLikely(tx: Transaction, sought: Sought, look: Look): Promise<LikelyPerson[]> {
  const words = fold(sought.fullName).split(' ').filter((word) => word !== '');
  const year = sought.birthDate.slice(0, 4);
  const [byNumber, byDay, byName] = await Promise.all([
    sought.personalId === undefined ? [] : tx.rows<Row>(`SELECT ${COLUMNS} FROM person WHERE personal_id = $1`, [sought.personalId]),
    tx.rows<Row>(`SELECT ${COLUMNS} FROM person WHERE birth_date = $1 ORDER BY id LIMIT 2000`, [sought.birthDate]),
    words.join('').length < 2 ? [] : searchNames(tx, { words, born: year }, undefined, 40),
  ]);
  const found = new Map<string, LikelyPerson>();
  for (const row of [...byNumber, ...byDay, ...byName]) {
    const likeness = likenessOf(row, sought);
    if (likeness !== undefined && !found.has(row.id)) found.set(row.id, hit(row, likeness));
  }
  const persons = [...found.values()].toSorted((one, other) => LIKENESS.indexOf(one.likeness) - LIKENESS.indexOf(other.likeness) || one.id.localeCompare(other.id)).slice(0, MOST);
  await logLook(tx, persons.map(({ id }) => id), look, ['listed']);
  return persons;
}

function likenessOf(row: Row, sought: Sought): Likeness | undefined {
  if (sought.personalId !== undefined && row.personalId === sought.personalId) return 'same-number';
  const isSameDay = row.birthDate === sought.birthDate;
  const hasOtherNumber = sought.personalId !== undefined && row.personalId !== null;
  if (hasOtherNumber && !isSameDay) return undefined;
  // A year alone, in either, may be any day of it.
  const mayBeSameDay = isSameDay || (row.birthDate !== null && (row.birthDate.startsWith(sought.birthDate) || sought.birthDate.startsWith(row.birthDate)));
  const isSameYear = row.birthDate?.slice(0, 4) === sought.birthDate.slice(0, 4);
  const near = nearness(row.fullName, sought.fullName);
  if (near === 'same') return mayBeSameDay ? 'same-name-and-birth' : isSameYear ? 'same-name-and-year' : undefined;
  if (near !== 'near') return undefined;
  return isSameDay ? 'near-name-and-birth' : isSameYear && !hasOtherNumber ? 'near-name-and-year' : undefined;
}

function hit({ personalId, ...row }: Row, likeness: Likeness): LikelyPerson {
  const { id, fullName, sex, birthDate, address, alive } = row;
  return { id, fullName, sex, birthDate, address, alive, maskedId: personalId && maskPersonalId(personalId), likeness };
}
