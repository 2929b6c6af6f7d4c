import { PAUSE_CAUSES, type WorkingCalendar } from '@app/calendar';
import { limitLayer, limitText, type ValueLayer } from '@app/catalogue';
import type { Localized } from '@app/kernel';
import type { StateMeta } from '@app/workflow';
import { pausesOf, promiseOf, type ClockEntry } from '../clock-ledger.js';
import type { DossierRow } from '../dossier-row.js';
import { findReason } from '../reasons.js';
import type { ExtensionRow } from './act-records.js';
import type { DossierContents } from './contents.js';
import { timeView, type TimeView } from './time-view.js';

/** One move of the appointed date, with its reason: dates move only by an act. */
export interface DueChangeView {
  readonly at: string;
  readonly cause: Localized;
  readonly basis?: string;
  /** Left out where it cannot be told any more: the calendar changed since. */
  readonly from?: string;
  readonly to?: string;
}

export interface ClockView extends TimeView {
  readonly state: string;
  readonly startedAt?: string;
  /** The limit frozen at receipt, and whose it is. */
  readonly limit?: Localized;
  readonly layer?: ValueLayer;
  readonly dueAt?: string;
  /** Why it stands, and since when. */
  readonly pauseCause?: string;
  readonly pausedSince?: string;
  /** The granted extension. */
  readonly extended?: { readonly from: string; readonly to: string };
  readonly trace: Localized[];
  readonly changes: DueChangeView[];
}

/** What a clock is told of. */
export interface ClockFacts {
  readonly dossier: DossierRow;
  readonly meta: StateMeta;
  readonly calendar: WorkingCalendar;
  readonly ledger: readonly ClockEntry[];
  readonly extensions: readonly ExtensionRow[];
  readonly journal: DossierContents['journal'];
}

/** The clock of a dossier as its page shows it: the date, why it stands, and every move of the date with its reason. */
export function clockView(facts: ClockFacts, now: Temporal.Instant): ClockView {
  const { dossier, meta, calendar, ledger, extensions } = facts;
  const since = dossier.clock_state === 'paused' ? pausesOf(ledger).find(({ to }) => to === undefined)?.from : undefined;
  const granted = extensions.find(({ kind, outcome }) => kind === 'extension' && outcome === 'granted');
  const start = ledger.find(({ kind }) => kind === 'start')?.at;
  return {
    state: dossier.clock_state,
    ...(start === undefined ? {} : { startedAt: start }),
    ...(dossier.time_limit === null ? {} : { limit: limitText(dossier.time_limit), layer: limitLayer(dossier.time_limit) }),
    ...(dossier.due_at === null ? {} : { dueAt: dossier.due_at }),
    ...(dossier.clock_state !== 'paused' || meta.pauseCause === undefined ? {} : { pauseCause: meta.pauseCause }),
    ...(since === undefined ? {} : { pausedSince: since.toString() }),
    ...(granted === undefined || granted.due_before === null || granted.due_after === null ? {} : { extended: { from: granted.due_before, to: granted.due_after } }),
    ...timeView(dossier, meta, calendar, now),
    trace: [...(dossier.due_trace ?? [])],
    changes: dueChanges(facts),
  };
}

const CALENDAR: Localized = { vi: 'Lịch làm việc thay đổi', en: 'The working calendar changed' };

/**
 * How the appointed date moved. Each date is derived from the ledger as it was at that act; one from before a change of the
 * calendar cannot be derived any more and is left out, unless the act itself kept it.
 */
function dueChanges({ dossier, calendar, ledger, extensions, journal }: ClockFacts): DueChangeView[] {
  const { time_limit: limit } = dossier;
  if (limit === null) return [];
  const changed = journal.findLast(({ body }) => body.event === 'calendarChanged')?.seq ?? 0;
  const at = (seq: number): string | undefined => (seq < changed ? undefined : promiseOf(limit, calendar, ledger.filter((entry) => entry.seq <= seq))?.due_at);
  const start = ledger.find(({ kind }) => kind === 'start');
  if (start === undefined) return [];
  let last = at(start.seq);
  const changes: DueChangeView[] = [];
  for (const line of journal.filter(({ seq }) => seq > start.seq)) {
    const cause = causeOf(line, ledger, extensions);
    if (cause === undefined) continue;
    const { dates, ...words } = cause;
    const from = dates?.from ?? last;
    const to = dates?.to ?? at(line.seq);
    last = to;
    if (from !== undefined && to !== undefined && Date.parse(from) === Date.parse(to)) continue;
    changes.push({ at: line.body.at, ...words, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) });
  }
  return changes;
}

interface ChangeCause {
  readonly cause: Localized;
  readonly basis?: string;
  readonly dates?: { readonly from: string; readonly to: string };
}

/** Why an act moved the date: a pause that ended, an extension, another calendar. Every other act moves none. */
function causeOf({ seq, body }: DossierContents['journal'][number], ledger: readonly ClockEntry[], extensions: readonly ExtensionRow[]): ChangeCause | undefined {
  if (body.event === 'calendarChanged') return { cause: CALENDAR };
  const entry = ledger.find((each) => each.seq === seq && (each.kind === 'resume' || each.kind === 'extend'));
  if (entry?.kind === 'resume') {
    const what = PAUSE_CAUSES[entry.cause ?? 'supplement'];
    return { cause: { vi: `Không tính thời gian ${what.vi}`, en: `Time not counted: ${what.en}` } };
  }
  if (entry?.kind !== 'extend') return undefined;
  const granted = extensions.find(({ decided_seq }) => decided_seq === seq);
  const reason = granted === undefined ? undefined : findReason(granted.reason);
  return {
    cause: { vi: `Gia hạn: ${reason?.text.vi ?? ''}`, en: `Extended: ${reason?.text.en ?? ''}` },
    ...(reason === undefined ? {} : { basis: reason.basis }),
    ...(granted === undefined || granted.due_before === null || granted.due_after === null ? {} : { dates: { from: granted.due_before, to: granted.due_after } }),
  };
}
