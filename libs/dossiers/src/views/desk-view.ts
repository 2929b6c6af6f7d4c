import type { OfficerPrincipal } from '@app/access';
import { PAUSE_CAUSES, type WorkingCalendar } from '@app/calendar';
import type { Localized } from '@app/kernel';
import { ruleOf } from '@app/workflow';
import type { ClockEntry } from '../clock-ledger.js';
import type { DossierWorld } from '../dossier-world.js';
import { holdingsOf, timeShares } from '../time-shares.js';
import type { AlarmRow, DossierOfficerRow } from './act-records.js';
import type { DossierContents } from './contents.js';
import { unitView, type UnitView } from './dossier-list.js';
import { momentView, type TimeView } from './time-view.js';

/** Something that warns, and who has to answer it. */
export interface AlarmView {
  readonly kind: string;
  readonly label: Localized;
  readonly unit: UnitView;
  readonly officer?: string;
  readonly since: string;
}

/** The open alarms of a dossier, in the order they were raised. */
export async function alarmViews(rows: readonly AlarmRow[], world: DossierWorld): Promise<AlarmView[]> {
  return Promise.all(rows.map(async ({ kind, unit_id, officer_name, raised_at }): Promise<AlarmView> => ({
    kind, label: ruleOf(kind).label, unit: await unitView(world, unit_id), ...(officer_name === null ? {} : { officer: officer_name }), since: raised_at,
  })));
}

export interface PersonAtWorkView {
  readonly officerId: string;
  readonly name: string;
  readonly unit?: string;
  readonly since: string;
}

/** Who has it in hand, who is called in beside, who watches. */
export interface PeopleView {
  readonly lead?: PersonAtWorkView;
  readonly cooperators: PersonAtWorkView[];
  readonly followers: PersonAtWorkView[];
  /** Whether the reader is among them. */
  readonly leading: boolean;
  readonly following: boolean;
}

/**
 * Who has to do with a dossier now.
 * @param holder the unit with the baton: a lead of a unit that had it before is not the lead now
 */
export async function peopleView(rows: readonly DossierOfficerRow[], holder: string, principal: OfficerPrincipal, world: DossierWorld): Promise<PeopleView> {
  const now = rows.filter(({ until }) => until === null);
  const person = async ({ officer_id, full_name, unit_id, since }: DossierOfficerRow): Promise<PersonAtWorkView> =>
    ({ officerId: officer_id, name: full_name, ...(unit_id === null ? {} : { unit: (await unitView(world, unit_id)).name }), since });
  const lead = now.find(({ part, unit_id }) => part === 'lead' && unit_id === holder);
  const all = (wanted: DossierOfficerRow['part']): Promise<PersonAtWorkView[]> => Promise.all(now.filter(({ part }) => part === wanted).map(person));
  return {
    ...(lead === undefined ? {} : { lead: await person(lead) }),
    cooperators: await all('cooperate'), followers: await all('follow'),
    leading: lead?.officer_id === principal.officerId,
    following: now.some(({ part, officer_id }) => part === 'follow' && officer_id === principal.officerId),
  };
}

/** The time of the step, beside the dossier's: its overrun warns the holder and moves no promise. */
export interface StepTimeView extends TimeView {
  readonly dueAt: string;
}

/** How the time of the present step stands. @param calendar of the unit that holds the dossier */
export function stepTimeView(dueAt: string, calendar: WorkingCalendar, now: Temporal.Instant): StepTimeView {
  return { dueAt, ...momentView(calendar, now, dueAt) };
}

/** Where the time went, in working minutes: the holders' and the pauses' add up to the whole. */
export interface SharesView {
  readonly total: number;
  readonly holders: Array<{ readonly unit: UnitView; readonly officer?: string; readonly minutes: number; readonly late: number }>;
  readonly pauses: Array<{ readonly cause: string; readonly causeText: Localized; readonly minutes: number }>;
  readonly outcome?: string;
}

interface SharesFacts {
  readonly ledger: readonly ClockEntry[];
  readonly journal: DossierContents['journal'];
  readonly officers: readonly DossierOfficerRow[];
  readonly calendar: WorkingCalendar;
  readonly dueAt: string | null;
  readonly now: Temporal.Instant;
}

/** How the working time since the start of the clock is shared out between holders and pauses, each by name. */
export async function sharesView({ ledger, journal, officers, calendar, dueAt, now }: SharesFacts, world: DossierWorld): Promise<SharesView> {
  const leads = officers.flatMap(({ part, officer_id, unit_id, since, until }) => (part === 'lead' && unit_id !== null ? [{ officer_id, unit_id, since, until }] : []));
  const shares = timeShares({ ledger, holdings: holdingsOf(journal.map(({ body }) => body), leads), calendar, dueAt, now });
  const nameOf = (id: string | null): string | undefined => journal.find(({ body }) => body.actor.id === id)?.who ?? officers.find(({ officer_id }) => officer_id === id)?.full_name;
  return {
    total: shares.total,
    holders: await Promise.all(shares.holders.map(async ({ unit, officer, minutes, late }) => {
      const name = nameOf(officer);
      return { unit: await unitView(world, unit), ...(name === undefined ? {} : { officer: name }), minutes, late };
    })),
    pauses: shares.pauses.map(({ cause, minutes }) => ({ cause, causeText: PAUSE_CAUSES[cause], minutes })),
    ...(shares.outcome === undefined ? {} : { outcome: shares.outcome }),
  };
}
