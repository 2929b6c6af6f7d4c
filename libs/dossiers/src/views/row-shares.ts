import { workingTime, type WorkingCalendar } from '@app/calendar';
import type { Localized } from '@app/kernel';
import type { ClockEntry } from '../clock-ledger.js';
import type { DossierWorld } from '../dossier-world.js';
import { timeShares } from '../time-shares.js';
import { unitView, type UnitView } from './unit-view.js';

/** The part of a dossier's time that one unit used, as a row of a list tells it. */
export interface RowShareView {
  readonly unit: UnitView;
  /** Working minutes while the clock ran, and those of them after the promise date. */
  readonly minutes: number;
  readonly late: number;
  readonly text: Localized;
  readonly lateText?: Localized;
}

/** What a row's shares are worked out from, read with the row itself. */
export interface SharedRow {
  readonly holdings: ReadonlyArray<{ readonly unit: string; readonly at: string }> | null;
  readonly ledger: readonly ClockEntry[] | null;
  readonly due_at: string | null;
}

/** SQL: the columns of {@link SharedRow} beside those of the dossier `d`: part of the list's one statement, whatever the number of rows. */
export const SHARED_COLUMNS = `
  (select json_agg(json_build_object('unit', h.unit_id, 'at', h.since) order by h.seq) from holding h where h.dossier_id = d.id) as holdings,
  (select json_agg(json_build_object('seq', c.seq, 'kind', c.kind, 'at', c.at, 'cause', c.cause, 'basis', c.basis, 'source', c.source, 'amount', c.amount) order by c.seq, c.at)
     from clock_entry c where c.dossier_id = d.id) as ledger`;

/** Who held the clock of a dossier how long, and who of them made it late; by the hours of the unit that received it. */
export async function rowShares({ holdings, ledger, due_at: dueAt }: SharedRow, calendar: WorkingCalendar, world: DossierWorld, now: Temporal.Instant): Promise<RowShareView[]> {
  const { holders } = timeShares({ ledger: ledger ?? [], holdings: (holdings ?? []).map((each) => ({ ...each, officer: null })), calendar, dueAt, now });
  return Promise.all(holders.map(async ({ unit, minutes, late }) => ({
    unit: await unitView(world, unit), minutes, late, text: workingTime(minutes), ...(late === 0 ? {} : { lateText: workingTime(late) }),
  })));
}

/**
 * SQL: whether the unit `h.unit_id` had the dossier `d` while it was late: after its promise date and before its clock stopped
 * or stood. `$now` is the parameter with the present moment.
 */
export const madeLate = (now: string): string => {
  const end = `coalesce((select min(c.at) from clock_entry c where c.dossier_id = d.id and c.kind = 'stop'),
    case when d.clock_state = 'paused' then (select max(c.at) from clock_entry c where c.dossier_id = d.id and c.kind = 'pause') end, ${now}::timestamptz)`;
  return `d.due_at < ${now}::timestamptz and h.dossier_id = d.id and greatest(h.since, d.due_at) < least(coalesce(h.until, 'infinity'), ${end})`;
};
