import { readFileSync } from 'node:fs';
import { dataPath } from '@app/kernel';
import type { DayRecord } from './office-hours.js';

export interface NationalDays {
  readonly days: readonly DayRecord[];
  /** The years the records cover completely. */
  readonly years: readonly number[];
}

/**
 * The national holidays, compensatory days off and swapped days (Labour Code 2019 arts. 111–112; Resolution 28/2026/QH16),
 * each with its source and how sure it is, read from `libs/calendar/data/national-days.json`.
 */
export function nationalDays(): NationalDays {
  return JSON.parse(readFileSync(dataPath('libs/calendar/data/national-days.json'), 'utf8')) as NationalDays;
}
