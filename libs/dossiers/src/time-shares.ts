import { openMinutesBetween, type PauseCause, type WorkingCalendar } from '@app/calendar';
import type { Transaction } from '@app/database';
import { localDate } from '@app/kernel';
import { pausesOf, readLedger, type ClockEntry } from './clock-ledger.js';
import { clockUnit, getDossier } from './dossier-row.js';
import type { DossierWorld } from './dossier-world.js';
import type { JournalBody } from './journal.js';

/** Who had the baton from a moment on. */
export interface Holding {
  readonly at: string;
  readonly unit: string;
  /** The officer in whose hands it was: the lead, else whoever ended the stretch with an act of that unit. */
  readonly officer: string | null;
}

/** The working minutes one holder used while the clock ran, and how many of them were after the promise date. */
export interface HolderShare {
  readonly unit: string;
  readonly officer: string | null;
  readonly minutes: number;
  readonly late: number;
}

/** Where the time of a dossier went: holders' and pauses' minutes add up to the whole. */
export interface TimeShares {
  /** Working minutes from the start of the clock to its stop, or to now. */
  readonly total: number;
  readonly holders: readonly HolderShare[];
  /** What was not counted, by cause; a supplement's, a payment's and a draft check's are the citizen's. */
  readonly pauses: ReadonlyArray<{ readonly cause: PauseCause; readonly minutes: number }>;
  /** Measured at the end, or now for one that goes on; nothing while the clock stands or has not started. */
  readonly outcome: 'early' | 'on-time' | 'late' | undefined;
}

export interface TimeSharesQuestion {
  readonly ledger: readonly ClockEntry[];
  /** In order. */
  readonly holdings: readonly Holding[];
  readonly calendar: WorkingCalendar;
  readonly dueAt: string | null;
  readonly now: Temporal.Instant;
}

/**
 * Shares the working time of a dossier out among those who held it while the clock ran. The time is cut wherever the baton
 * passed, the clock stood or the promise date fell, and each piece is somebody's, so the pieces add up.
 */
export function timeShares({ ledger, holdings, calendar, dueAt, now }: TimeSharesQuestion): TimeShares {
  const start = ledger.find(({ kind }) => kind === 'start')?.at;
  if (start === undefined) return { total: 0, holders: [], pauses: [], outcome: undefined };
  const stop = ledger.find(({ kind }) => kind === 'stop')?.at;
  const [from, to] = [Date.parse(start), stop === undefined ? now.epochMilliseconds : Date.parse(stop)];
  const pauses = pausesOf(ledger).map((pause) => ({ cause: pause.cause, from: pause.from.epochMilliseconds, to: pause.to?.epochMilliseconds ?? Infinity }));
  const due = dueAt === null ? Infinity : Date.parse(dueAt);

  const cuts = [...holdings.map(({ at }) => Date.parse(at)), ...pauses.flatMap((pause) => [pause.from, pause.to]), due];
  const moments = [from, ...new Set(cuts.filter((cut) => cut > from && cut < to)), to].toSorted((a, b) => a - b);
  const holders = new Map<string, { unit: string; officer: string | null; minutes: number; late: number }>();
  const standing = new Map<PauseCause, number>();
  let total = 0;
  for (const [index, begins] of moments.slice(0, -1).entries()) {
    const ends = moments[index + 1]!;
    const minutes = openMinutesBetween(calendar, Temporal.Instant.fromEpochMilliseconds(begins), Temporal.Instant.fromEpochMilliseconds(ends));
    total += minutes;
    const pause = pauses.find((each) => each.from <= begins && ends <= each.to);
    if (pause !== undefined) {
      standing.set(pause.cause, (standing.get(pause.cause) ?? 0) + minutes);
      continue;
    }
    const holding = holdings.findLast(({ at }) => Date.parse(at) <= begins);
    if (holding === undefined) throw new Error('a clock cannot run before anybody has the dossier');
    const key = `${holding.unit} ${holding.officer ?? ''}`;
    const share = holders.get(key) ?? { unit: holding.unit, officer: holding.officer, minutes: 0, late: 0 };
    holders.set(key, { ...share, minutes: share.minutes + minutes, late: share.late + (begins >= due ? minutes : 0) });
  }
  return {
    total,
    holders: [...holders.values()].filter(({ minutes }) => minutes > 0),
    pauses: [...standing].map(([cause, minutes]) => ({ cause, minutes })),
    outcome: outcomeOf(dueAt, stop, now, stop === undefined && pauses.some((pause) => pause.to === Infinity)),
  };
}

/** Early or late is measured at the act that ended it, not now; a day before the promise is early. */
function outcomeOf(dueAt: string | null, stop: string | undefined, now: Temporal.Instant, stands: boolean): TimeShares['outcome'] {
  if (dueAt === null || stands) return undefined;
  const due = Temporal.Instant.from(dueAt);
  const at = stop === undefined ? now : Temporal.Instant.from(stop);
  if (Temporal.Instant.compare(at, due) > 0) return 'late';
  return stop === undefined || localDate(at) === localDate(due) ? 'on-time' : 'early';
}

/** Who held a dossier and when, from its journal and its leads. */
export function holdingsOf(lines: readonly JournalBody[], leads: ReadonlyArray<{ officer_id: string; unit_id: string; since: string; until: string | null }>): Holding[] {
  return lines.map((line, index): Holding => {
    const { holder } = line.to;
    const lead = leads.find((each) => each.unit_id === holder && Date.parse(each.since) <= Date.parse(line.at) && (each.until === null || Date.parse(line.at) < Date.parse(each.until)));
    const next = lines.slice(index + 1).find(({ actor, from }) => actor.kind === 'officer' && actor.unit === holder && from !== null);
    return { at: line.at, unit: holder, officer: lead?.officer_id ?? next?.actor.id ?? null };
  });
}

/** Reads where the time of a dossier went. @throws DomainError not-found */
export async function readTimeShares(tx: Transaction, world: DossierWorld, dossierId: string, now: Temporal.Instant): Promise<TimeShares> {
  const dossier = await getDossier(tx, dossierId);
  const [ledger, lines, leads] = await Promise.all([
    readLedger(tx, dossierId),
    tx.rows<{ body: string }>('select body from journal where dossier_id = $1 order by seq', [dossierId]),
    tx.rows<{ officer_id: string; unit_id: string; since: string; until: string | null }>(
      `select officer_id, unit_id, since, until from dossier_officer where dossier_id = $1 and part = 'lead'`, [dossierId]),
  ]);
  const holdings = holdingsOf(lines.map(({ body }) => JSON.parse(body) as JournalBody), leads);
  return timeShares({ ledger, holdings, calendar: await world.calendarOf(clockUnit(dossier)), dueAt: dossier.due_at, now });
}
