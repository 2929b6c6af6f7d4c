import type { Transaction } from '@app/database';
import { logLook } from '../read-log.js';
import { maskPersonalId } from '../personal-id.js';
import type { Look } from '../reader.js';
import { CONFIRMED_WITHIN_MONTHS, DIMENSIONS, ENTITLING, FAULTS, FAULTY, PEOPLE, type Dimension, type Fault } from './faults.js';

/** A commune whose data are measured, and the communes it took the place of. */
export interface MeasuredCommune {
  /** 5 digits. */
  readonly code: string;
  readonly before: readonly string[];
}

/** How many people of a commune have data without a fault of each kind. */
export interface Quality extends Readonly<Record<Dimension, number>> {
  readonly people: number;
  /** Those without any fault. */
  readonly sound: number;
}

/** The people with each fault, where there are any. */
export interface MeasuredQuality extends Quality {
  readonly faults: Readonly<Partial<Record<Fault, number>>>;
}

const parameters = ({ code, before }: MeasuredCommune, today: string): unknown[] =>
  [[code, ...before], code, today, Temporal.PlainDate.from(today).subtract({ months: CONFIRMED_WITHIN_MONTHS }).toString(), ENTITLING];

/** Counts the faults in the data on a commune's people, from the facts as they are. @param today local date */
export async function measureQuality(tx: Transaction, commune: MeasuredCommune, today: string): Promise<MeasuredQuality> {
  const rows = await tx.rows<{ faults: Fault[]; people: number }>(`${FAULTY} SELECT faults, count(*)::int AS people FROM faulty GROUP BY faults`, parameters(commune, today));
  const count = (has: (faults: readonly Fault[]) => boolean): number => rows.filter(({ faults }) => has(faults)).reduce((sum, { people }) => sum + people, 0);
  const without = (dimension: Dimension): number => count((faults) => !faults.some((fault) => FAULTS[fault] === dimension));
  const faults = Object.keys(FAULTS) as Fault[];
  return {
    people: count(() => true), sound: count((each) => each.length === 0),
    correct: without('correct'), sufficient: without('sufficient'), clean: without('clean'), living: without('living'),
    faults: Object.fromEntries(faults.map((fault) => [fault, count((each) => each.includes(fault))] as const).filter(([, people]) => people > 0)),
  };
}

/** Somebody on the work list, and what to repair. */
export interface FaultyPerson {
  readonly id: string;
  readonly fullName: string;
  readonly maskedId: string | null;
  readonly birthDate: string | null;
  readonly faults: readonly Fault[];
  /** The undecided doubts about them that the reader may decide. */
  readonly doubtIds: readonly string[];
}

/** Which part of the work list. */
export interface WorkListPage {
  readonly dimension?: Dimension;
  readonly fault?: Fault;
  readonly offset: number;
  readonly limit: number;
}

/** The people of a commune whose data have a fault, by name; whoever is shown gets a line in the log. */
export async function listFaulty(tx: Transaction, commune: MeasuredCommune, today: string, { dimension, fault, offset, limit }: WorkListPage, look: Look): Promise<{ rows: FaultyPerson[]; total: number }> {
  const faults = Object.keys(FAULTS) as Fault[];
  const wanted = fault === undefined ? faults.filter((each) => dimension === undefined || FAULTS[each] === dimension) : [fault];
  const rows = await tx.rows<FaultyPerson & { personalId: string | null; total: number }>(
    `${FAULTY}, page AS (SELECT id, faults, name_folded, count(*) OVER ()::int AS total FROM faulty WHERE faults && $6::text[] ORDER BY name_folded, id LIMIT $7 OFFSET $8)
     SELECT page.id, person.full_name AS "fullName", person.personal_id AS "personalId", person.birth_date AS "birthDate", page.faults, page.total,
       ARRAY(SELECT d.id FROM person_doubt d WHERE page.id IN (d.person_id, d.other_person_id) AND d.state IN ('open', 'asked', 'proposed') ORDER BY d.raised_at, d.id) AS "doubtIds"
       FROM page JOIN person ON person.id = page.id ORDER BY page.name_folded, page.id`,
    [...parameters(commune, today), wanted, limit, offset]);
  await logLook(tx, rows.map(({ id }) => id), look, ['listed']);
  return { rows: rows.map(({ total: _total, personalId, ...row }) => ({ ...row, maskedId: personalId && maskPersonalId(personalId) })), total: rows[0]?.total ?? 0 };
}

/** Whether somebody counts to a commune's people. */
export async function livesIn(tx: Transaction, personId: string, commune: MeasuredCommune): Promise<boolean> {
  return (await tx.maybeOne(`WITH ${PEOPLE} SELECT FROM people WHERE id = $2`, [[commune.code, ...commune.before], personId])) !== undefined;
}

/** A measurement as it was taken on a day. */
export interface Measurement extends Quality {
  readonly communeCode: string;
  /** Local date. */
  readonly on: string;
}

/** Keeps today's measurement of a commune; a second one of the same day takes its place. Only the system writes. @param at ISO instant */
export async function keepMeasurement(tx: Transaction, communeCode: string, today: string, at: string, quality: Quality): Promise<void> {
  await tx.execute(
    `INSERT INTO quality_measurement (commune_code, measured_on, people, correct, sufficient, clean, living, sound, measured_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (commune_code, measured_on) DO UPDATE SET people = excluded.people, correct = excluded.correct, sufficient = excluded.sufficient, clean = excluded.clean,
       living = excluded.living, sound = excluded.sound, measured_at = excluded.measured_at`,
    [communeCode, today, quality.people, ...DIMENSIONS.map((dimension) => quality[dimension]), quality.sound, at]);
}

/** The last measurement of each month of these communes, the oldest first. @param since the first local day asked for */
export function readMeasurements(tx: Transaction, communeCodes: readonly string[], since: string): Promise<Measurement[]> {
  return tx.rows<Measurement>(
    `SELECT DISTINCT ON (commune_code, date_trunc('month', measured_on)) commune_code AS "communeCode", measured_on::text AS "on", people, correct, sufficient, clean, living, sound
       FROM quality_measurement WHERE commune_code = ANY ($1::text[]) AND measured_on >= $2::date ORDER BY commune_code, date_trunc('month', measured_on), measured_on DESC`, [communeCodes, since]);
}
