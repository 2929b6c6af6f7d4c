import type { Transaction } from '@app/database';
import type { Sex } from './fact.js';
import { wordsOneFaultFrom, type NameQuery } from './name-query.js';

/** A person found, as the table has them. */
export interface FoundPerson {
  readonly id: string;
  readonly fullName: string;
  readonly personalId: string | null;
  readonly sex: Sex;
  readonly birthDate: string | null;
  readonly address: string | null;
  readonly alive: boolean;
  /** Whether they live in the commune asked for. */
  readonly near: boolean;
  /** The record that stands for this one, where it was merged. */
  readonly mergedInto: string | null;
}

/** What is read of a found person, $2 being the near commune. */
export const FOUND = `id, full_name AS "fullName", personal_id AS "personalId", sex, birth_date AS "birthDate", permanent_address ->> 'text' AS address, alive,
         coalesce(permanent_address ->> 'communeCode' = $2, false) AS near, merged_into AS "mergedInto"`;

/** Who stands for those found: a record that was merged is found by its own name and shown as the person it belongs to, each once. */
export async function standIns(tx: Transaction, found: readonly FoundPerson[], near: string | undefined): Promise<FoundPerson[]> {
  const merged = found.flatMap(({ mergedInto }) => mergedInto ?? []);
  if (merged.length === 0) return [...found];
  const roots = await tx.rows<FoundPerson>(`SELECT ${FOUND} FROM person WHERE id = ANY ($1::uuid[])`, [merged, near ?? null]);
  return [...new Map(found.flatMap((each) => (each.mergedInto === null ? each : (roots.find(({ id }) => id === each.mergedInto) ?? []))).map((each) => [each.id, each])).values()];
}

/** What a person's name must hold: all of the whole words, and of each group one. */
interface Wanted {
  readonly whole: readonly string[];
  readonly oneOf: ReadonlyArray<readonly string[]>;
}

/** A word begun with so few letters would mean half the dictionary. */
const MOST_ENDINGS = 60;

/**
 * Persons of a name, in any order of its words and any spelling of accents: the people of the near commune first, whole words
 * before words only begun. When nobody is found so, one typing fault is forgiven: the word is looked up among all words that
 * occur in names. At most `limit` persons.
 */
export async function searchNames(tx: Transaction, { words, born }: NameQuery, near: string | undefined, limit: number): Promise<FoundPerson[]> {
  const found = new Map<string, FoundPerson>();
  const look = async (where: string, params: readonly unknown[]): Promise<boolean> => {
    if (found.size < limit) for (const person of await select(tx, where, params, born, near, limit)) if (found.size < limit || found.has(person.id)) found.set(person.id, person);
    return found.size >= limit;
  };
  const lookFor = (wanted: Wanted, commune: string | undefined): Promise<boolean> => look(...conditionFor(wanted, commune, born?.slice(0, 4)));
  const whole: Wanted = { whole: words, oneOf: [] };

  if (near !== undefined && (await lookFor(whole, near))) return [...found.values()];
  const begun = await begunWords(tx, words);
  if (near !== undefined && begun && (await lookFor(begun, near))) return [...found.values()];
  if (await lookAmongAll(words, born, look)) return [...found.values()];
  // Among all people, looking for common words together is dear: not when somebody bears just this name. With a year of birth it is not.
  if ((born !== undefined || words.length < 3 || found.size === 0) && (await lookFor(whole, undefined))) return [...found.values()];
  // Of several words, beginnings are looked for in the whole country only where nobody bears them as they were typed.
  if (begun && (words.length === 1 || found.size === 0)) await lookFor(begun, undefined);
  if (found.size > 0) return [...found.values()];
  for (const wanted of await mended(tx, words)) {
    if (near !== undefined && (await lookFor(wanted, near))) break;
    if (await look('name_sorted(name_folded) = ANY ($4)', [wanted.oneOf[0]!.map((word) => sortedName([...wanted.whole, word]))])) break;
    if (found.size === 0 && (await lookFor(wanted, undefined))) break;
  }
  return [...found.values()];
}

/** Whose name begins as typed, and whose is just these words in another order. Not where a year was typed: all of that name would be read for the few born then. */
async function lookAmongAll(words: readonly string[], born: string | undefined, look: (where: string, params: readonly unknown[]) => Promise<boolean>): Promise<boolean> {
  if (born !== undefined) return false;
  const start = words.join(' ');
  // A range and not LIKE: a statement prepared once must find its index for every name.
  return (await look('name_folded ~>=~ $4 AND name_folded ~<~ $5', [start, `${start}\u{10FFFF}`])) || look('name_sorted(name_folded) = $4', [sortedName(words)]);
}

/** Each word, or any longer one it begins; nothing when no word begins a longer one. */
async function begunWords(tx: Transaction, words: readonly string[]): Promise<Wanted | undefined> {
  const rows = await tx.rows<{ start: string; word: string }>(
    `SELECT start, word FROM unnest($1::text[]) AS start CROSS JOIN LATERAL
       (SELECT word FROM name_word WHERE word ~>=~ start AND word ~<~ (start || $2) ORDER BY word USING ~<~ LIMIT $3) AS known`,
    [words.filter((word) => word.length > 1), '\u{10FFFF}', MOST_ENDINGS]);
  const endings = (word: string): string[] => rows.filter(({ start }) => start === word).map((row) => row.word);
  const isBegun = (word: string): boolean => endings(word).some((each) => each !== word);
  if (!words.some(isBegun)) return undefined;
  return { whole: words.filter((word) => !isBegun(word)), oneOf: words.filter(isBegun).map(endings) };
}

/** The ways in which one word may have been meant otherwise: the one that is in no name, or each of them in turn. */
async function mended(tx: Transaction, words: readonly string[]): Promise<Wanted[]> {
  const faults = words.map((word) => wordsOneFaultFrom(word));
  const rows = await tx.rows<{ word: string }>('SELECT word FROM name_word WHERE word = ANY ($1)', [[...new Set([...words, ...faults.flatMap((each) => [...each])])]]);
  const known = new Set(rows.map(({ word }) => word));
  const strange = words.filter((word) => !known.has(word));
  if (strange.length > 1) return [];
  return words.flatMap((word, at) => {
    const meant = [...faults[at]!].filter((each) => known.has(each));
    if (meant.length === 0 || (strange.length === 1 && strange[0] !== word)) return [];
    return [{ whole: words.filter((_, index) => index !== at), oneOf: [meant] }];
  });
}

/** As the index of whole names in any order has them. */
const sortedName = (words: readonly string[]): string => words.toSorted().join(' ');

/** The words' part of a statement, from $4 on. With a year of birth each word is looked for with the year, as the index has it. */
function conditionFor({ whole, oneOf }: Wanted, commune: string | undefined, year: string | undefined): [where: string, params: unknown[]] {
  const params: unknown[] = [];
  const value = (param: unknown): string => `$${3 + params.push(param)}`;
  const keys = (words: readonly string[]): readonly string[] => {
    const before = [commune, year].filter((each) => each !== undefined);
    return before.length === 0 ? words : before.flatMap((each) => words.map((word) => `${each} ${word}`));
  };
  const keyed = 'name_keys(name_folded, permanent_address, birth_date)';
  const parts = [
    ...(whole.length === 0 ? [] : [`${keyed} @> ${value(keys(whole))}::text[]`]),
    // One of several words is looked for with one thing before it: with both, the year of one might go with the commune of another.
    ...oneOf.flatMap((words) => [commune, year ?? (commune === undefined ? '' : undefined)].filter((each) => each !== undefined)
      .map((before) => `${keyed} && ${value(words.map((word) => `${before} ${word}`.trim()))}::text[]`)),
  ];
  return [parts.join(' AND '), params];
}

/** Found first and counted off after: with a limit of its own, the planner would rather read the whole table than the index. */
function select(tx: Transaction, where: string, params: readonly unknown[], born: string | undefined, near: string | undefined, limit: number): Promise<FoundPerson[]> {
  return tx.rows<FoundPerson>(
    `WITH named AS MATERIALIZED (
       SELECT ${FOUND} FROM person WHERE ${where})
     SELECT * FROM named WHERE $3::text IS NULL OR starts_with("birthDate", $3) LIMIT $1`,
    [limit, near ?? null, born ?? null, ...params]);
}
