import { AssessIntake, readerOf } from '@app/dossiers';
import { createDataSource, Database, SYSTEM } from '@app/database';
import { toDatabasePrincipal } from '@app/access';
import { fold } from '@app/kernel';
import { PersonsService } from '@app/persons';
import type { BenchOffice } from './bench-office.js';
import { communeOf, enterPeople, type RegistrySize } from './enter-people.js';
import { COMMUNES } from './life.js';
import { quantile, rounded } from './statistics.js';

/** Milliseconds; a search and an offer each with the lines they leave in the access log, committed. */
export interface PersonFigures {
  readonly people: number;
  readonly papers: number;
  readonly searchMs: { readonly median: number; readonly p95: number; readonly p99: number; readonly found: number };
  readonly offerMs: { readonly median: number; readonly p95: number };
}

const BIRTH = '1.001193';

/** What a clerk types for a name: as it is, without accents, in another order, without a part, begun, with one fault, two words with the year of birth. */
const HANDS: ReadonlyArray<(words: readonly string[], year: string) => string> = [
  (words) => words.join(' '), (words) => fold(words.join(' ')), (words) => fold([words.at(-1)!, ...words.slice(0, -1)].join(' ')), (words) => fold(words.filter((_, index) => index !== 1).join(' ')),
  (words, year) => `${words[0]!} ${words.at(-1)!} ${year}`, (words) => fold(words.join(' ')).slice(0, -1), (words) => fold(words.join(' ')).replace(/^(.)(.)/, '$2$1'), (words) => fold(`${words.slice(0, -1).join(' ')} x${words.at(-1)!}`),
];

/**
 * Name searches and offers among invented people. Persons are picked all over the table; every other search is made in the
 * person's own commune, as at a counter, the others from elsewhere. `found`: the share of searches that listed the person meant, of
 * those made in their own commune.
 */
export async function measurePersons(office: BenchOffice, size: RegistrySize, count: number, say: (line: string) => void): Promise<PersonFigures> {
  const owner = await createDataSource({ url: office.migratorUrl, role: 'migrator' }).initialize();
  say(`  inventing ${size.people} people and ${size.people * size.papersEach} papers …`);
  await enterPeople(new Database(owner), size);
  await owner.destroy();
  await office.analyse();
  say('  searching …');
  const [database, persons, intake] = [office.app.get(Database), office.app.get(PersonsService), office.app.get(AssessIntake)];
  const clerk = office.officer(COMMUNES[0], 'clerk');
  const reader = readerOf(clerk);
  const picked = await database.transaction(SYSTEM, (tx) => tx.rows<{ id: string; name: string; year: string; commune: string }>(
    `select id, full_name as name, left(birth_date, 4) as year, permanent_address ->> 'communeCode' as commune from person where id = any (select md5('person' || (1 + (n::bigint * 7919) % $1))::uuid from generate_series(1, $2::int) as n)`, [size.people, count]));

  let [near, listed] = [0, 0];
  // Eight hands: whether it is in the own commune changes with each round, so that every hand is tried in both.
  const search = async ({ id, name, year, commune }: (typeof picked)[number], index: number): Promise<number> => {
    const isNear = Math.floor(index / HANDS.length) % 2 === 0;
    const text = HANDS[index % HANDS.length]!(name.split(' '), year);
    const begun = performance.now();
    const hits = await database.transaction(toDatabasePrincipal(clerk), (tx) => persons.search(tx, { reader, purpose: 'Đo tốc độ', text, nearCommune: isNear ? commune : communeOf(0) }));
    const taken = performance.now() - begun;
    if (isNear) near += 1;
    if (isNear && hits.some((hit) => hit.id === id)) listed += 1;
    return taken;
  };
  const offer = async ({ id }: (typeof picked)[number]): Promise<number> => {
    const begun = performance.now();
    await database.transaction(toDatabasePrincipal(clerk), (tx) => intake.assess(tx, {
      procedureCode: BIRTH, communeId: COMMUNES[0].id, declaration: { requesterRelation: 'mother' }, channel: 'counter', owner: { personId: id, look: { reader, purpose: 'Đo tốc độ', procedureCode: BIRTH } },
    }));
    return performance.now() - begun;
  };
  const searches = await timed(picked, search);
  const found = listed / near;
  say('  offering …');
  const offers = await timed(picked, offer);
  return {
    people: size.people, papers: size.people * size.papersEach,
    searchMs: { median: rounded(quantile(searches, 0.5), 1), p95: rounded(quantile(searches, 0.95), 1), p99: rounded(quantile(searches, 0.99), 1), found: rounded(found, 3) },
    offerMs: { median: rounded(quantile(offers, 0.5), 1), p95: rounded(quantile(offers, 0.95), 1) },
  };
}

/** The times of one after the other; the first twentieth only warms up. */
async function timed<T>(items: readonly T[], work: (item: T, index: number) => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (const [index, item] of items.entries()) times.push(await work(item, index));
  return times.slice(Math.ceil(items.length / 20));
}
