import type { CatalogueService, LinkedGroup } from '@app/catalogue';
import { waitsFor } from '@app/catalogue';
import type { Transaction } from '@app/database';
import type { Localized } from '@app/kernel';
import { STATUS_NAMES, type NationalStatus } from '@app/workflow';
import { pausesOf, readLedger } from '../clock-ledger.js';
import type { DossierWorld } from '../dossier-world.js';
import { groupDue } from '../linked/group-limit.js';
import { readGroup, type CalledOff, type GroupRow, type MemberRow } from '../linked/linked-rows.js';
import { memberOf } from '../linked/make-member.js';
import { unitView, type UnitView } from './dossier-list.js';
import { pausedText } from './time-view.js';

/** One procedure of a linked group as it stands: a dossier of its own, waiting for another's result, or called off. */
export interface LinkedMemberView {
  readonly key: string;
  readonly procedureCode: string;
  readonly name: Localized;
  readonly state: MemberRow['state'];
  /** What it waits for, by name. */
  readonly waitsFor: Localized[];
  /** Why it was called off, and because of which other one. */
  readonly cause?: CalledOff;
  readonly because?: Localized;
  /** Called off, then filed by hand with another paper. */
  readonly byHand: boolean;
  /** Only of a dossier the reader may open. */
  readonly dossierId?: string;
  readonly code?: string;
  readonly dueAt?: string;
  readonly clockState?: string;
  /** Why its clock stands, since when, and until when the person may answer. */
  readonly paused?: PausedView;
  readonly status?: number;
  readonly statusName?: Localized;
  readonly stage?: Localized;
  readonly holder?: UnitView;
  /** The papers it got from others, and when. */
  readonly passed: ReadonlyArray<{ readonly from: Localized; readonly at: string }>;
}

export interface PausedView {
  readonly why: Localized;
  readonly since: string;
  readonly until?: string;
}

export interface LinkedGroupView {
  readonly id: string;
  readonly filingNumber: string;
  readonly code: string;
  readonly name: Localized;
  readonly filedAt: string;
  /** When the whole is due; none before the first dossier is received. */
  readonly dueAt?: string;
  readonly members: LinkedMemberView[];
}

interface SiblingRow {
  readonly key: string;
  readonly procedure_code: string;
  readonly procedure_version: number;
  readonly state: MemberRow['state'];
  readonly cause: CalledOff | null;
  readonly cause_member: string | null;
  readonly by_hand: boolean;
  readonly dossier_id: string | null;
  readonly code: string | null;
  readonly status: number | null;
  readonly stage: Localized | null;
  readonly holder: string | null;
  readonly due_at: string | null;
  readonly clock_state: string | null;
}

/**
 * The group of a dossier the caller sees, with its siblings: of those the caller may not open only where they are.
 * @returns nothing for a dossier that is no member of a group
 * @throws DomainError not-found
 */
export async function linkedView(tx: Transaction, world: DossierWorld, catalogue: CatalogueService, dossierId: string): Promise<LinkedGroupView | undefined> {
  const { linked_group: groupId } = await tx.one<{ linked_group: string | null }>('select linked_group from dossier where id = $1', [dossierId]);
  if (groupId === null) return undefined;
  const rows = await tx.rows<SiblingRow>('select * from linked_siblings($1)', [dossierId]);
  return groupView(tx, world, catalogue, groupId, rows);
}

/** The group as its own person follows it. @throws DomainError not-found */
export async function linkedGroupView(tx: Transaction, world: DossierWorld, catalogue: CatalogueService, groupId: string): Promise<LinkedGroupView> {
  const rows = await tx.rows<SiblingRow>(
    `select m.key, m.procedure_code, m.procedure_version, m.state, m.cause, m.cause_member, m.by_hand, d.id as dossier_id, coalesce(d.code, d.filing_number) as code,
       d.status, d.stage, d.holder_unit as holder, d.due_at, d.clock_state
       from linked_member m left join dossier d on d.id = m.dossier_id where m.group_id = $1 order by m.position`, [groupId]);
  return groupView(tx, world, catalogue, groupId, rows);
}

async function groupView(tx: Transaction, world: DossierWorld, catalogue: CatalogueService, groupId: string, rows: readonly SiblingRow[]): Promise<LinkedGroupView> {
  const group = await readGroup(tx, groupId);
  const linked = catalogue.getGroup(group.group_code, group.group_version);
  const names = new Map(await Promise.all(rows.map(async ({ key, procedure_code: code, procedure_version: version }): Promise<[string, Localized]> => [key, (await catalogue.getVersion(code, version)).name])));
  const passings = await tx.rows<{ from_key: string; to_key: string; passed_at: string }>('select from_key, to_key, passed_at from linked_passing where group_id = $1', [groupId]);
  const due = latest(await wholeDue(tx, world, group, linked, rows.map(({ key }) => key)), rows);
  return {
    id: group.id, filingNumber: group.filing_number, code: linked.code, name: linked.name, filedAt: group.filed_at,
    ...(due === undefined ? {} : { dueAt: due.toString() }),
    members: await Promise.all(rows.map(async (row): Promise<LinkedMemberView> => ({
      key: row.key, procedureCode: row.procedure_code, name: names.get(row.key)!, state: row.state, byHand: row.by_hand,
      waitsFor: row.state === 'waiting' ? waitsFor(memberOf(linked, row.key)).map((key) => names.get(key)!) : [],
      ...(row.cause === null ? {} : { cause: row.cause }),
      ...(row.cause_member === null ? {} : { because: names.get(row.cause_member)! }),
      ...(row.dossier_id === null ? {} : { dossierId: row.dossier_id }),
      ...(row.code === null ? {} : { code: row.code }),
      ...(row.due_at === null ? {} : { dueAt: row.due_at }),
      ...(row.clock_state === null ? {} : { clockState: row.clock_state }),
      ...(row.clock_state === 'paused' && row.dossier_id !== null ? await pauseOf(tx, row.dossier_id) : {}),
      ...(row.status === null ? {} : { status: row.status, statusName: STATUS_NAMES[row.status as NationalStatus] }),
      ...(row.stage === null ? {} : { stage: row.stage }),
      ...(row.holder === null ? {} : { holder: await unitView(world, row.holder) }),
      passed: passings.filter(({ to_key: to }) => to === row.key).map(({ from_key: from, passed_at: at }) => ({ from: names.get(from)!, at })),
    }))),
  };
}

/** What is not counted moves the date of its dossier; the whole is not promised sooner than any of its parts. */
function latest(due: Temporal.Instant | undefined, rows: readonly SiblingRow[]): Temporal.Instant | undefined {
  const own = rows.flatMap(({ due_at: at }) => (at === null ? [] : [Temporal.Instant.from(at)]));
  return due === undefined ? undefined : own.reduce((last, at) => (Temporal.Instant.compare(at, last) > 0 ? at : last), due);
}

const ANSWERS: readonly string[] = ['confirmationExpired', 'supplementExpired'];

/** The pause a dossier's clock is in, with the end of the time to answer where the person has one. */
async function pauseOf(tx: Transaction, dossierId: string): Promise<{ readonly paused?: PausedView }> {
  const pause = pausesOf(await readLedger(tx, dossierId)).findLast(({ to }) => to === undefined);
  if (pause === undefined) return {};
  const until = await tx.maybeOne<{ due_at: string }>("select due_at from deadline where dossier_id = $1 and state = 'armed' and event = any ($2) order by due_at limit 1", [dossierId, ANSWERS]);
  return { paused: { why: pausedText(pause.cause), since: pause.from.toString(), ...(until === undefined ? {} : { until: until.due_at }) } };
}

/** The date of the whole, from the receipt of its first dossier; five days where a body was consulted or a case calls for verification. */
async function wholeDue(tx: Transaction, world: DossierWorld, group: GroupRow, linked: LinkedGroup, keys: readonly string[]): Promise<Temporal.Instant | undefined> {
  const { received, verified } = await tx.one<{ received: string | null; verified: boolean }>(
    `select min(d.received_at) as received, exists (select 1 from consultation c join dossier e on e.id = c.dossier_id where e.linked_group = $1) as verified
       from dossier d where d.linked_group = $1`, [group.id]);
  if (received === null) return undefined;
  return groupDue(linked, await world.calendarOf(group.receiving_unit), Temporal.Instant.from(received), keys, verified);
}

