import { localDate } from '@app/kernel';
import type { RegisterQuery } from '@app/reports';
import type { RegisterFilter } from './registers.dto.js';

/** A filter with its days: without any, the year so far. */
export function queryOf({ from, to, asOfDay: asOf, unit, procedure, holder }: RegisterFilter, now: Temporal.Instant): RegisterQuery {
  const last = to ?? asOf ?? localDate(now);
  return { from: from ?? `${last.slice(0, 4)}-01-01`, to: last, ...(asOf && { asOf }), ...(unit && { unit }), ...(procedure && { procedure }), ...(holder && { holder }) };
}
