import type { Localized } from '@app/kernel';

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** Monday first, as `Temporal` numbers them from 1. */
export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The office hours of a unit while one decision about them is in force. */
export interface OfficeHours {
  /** First date in force, `YYYY-MM-DD`. */
  readonly since: string;
  /** Last date in force; open when left out. */
  readonly until?: string | null;
  /** The stretches of each weekday, such as `["07:30-11:30", "13:30-17:00"]`; none, or left out, is the weekly day off. */
  readonly week: { readonly [day in Weekday]?: readonly string[] };
  /** The document that sets them. */
  readonly source?: SourceText;
}

export type DayKind = 'work' | 'holiday' | 'day-off' | 'comp-off' | 'swap-work';

/** A document as it is cited; one text where its name is the same in both languages ("12/QĐ-UBND"). */
export type SourceText = Localized | string;

/** How sure a record is: fixed by law or announced; following from law and moon; a choice of the Prime Minister not yet known. */
export type DayStatus = 'official' | 'computed' | 'unconfirmed';

/** A date that differs from its weekday (Labour Code 2019 arts. 111–112). */
export interface DayRecord {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /**
   * `holiday`; `comp-off`, the working day off for a holiday on a weekly day off; `day-off` and `swap-work`, the two halves
   * of a swap; `work`, a date on which a unit keeps its weekday's hours although those above it have the day off.
   */
  readonly kind: DayKind;
  /** The stretches open on this date, whatever its kind: a half day off has its morning here. */
  readonly hours?: readonly string[];
  readonly nameVi?: string;
  readonly nameEn?: string;
  readonly source?: SourceText;
  readonly status?: DayStatus;
  /** Which holiday it is, such as `tet`. */
  readonly code?: string;
  /** The holiday a `comp-off` makes up for. */
  readonly forDate?: string;
  /** The other half of a swap: a `swap-work` day takes that weekday's hours. */
  readonly swapWith?: string;
}
