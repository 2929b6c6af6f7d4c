import { client, result } from '../../api/client';
import type { components } from '../../api/schema';
import type { OnceOnlySearch } from './search';

export type OnceOnlyReport = components['schemas']['OnceOnlyReportDto'];
export type OnceOnlyRow = components['schemas']['OnceOnlyRowDto'];
export type Tally = components['schemas']['TallyDto'];

export const readOnceOnly = (query: OnceOnlySearch) => result(client.GET('/api/reports/once-only', { params: { query } }));

/** Where the same stands as a file. */
export function csvAddress(search: OnceOnlySearch): string {
  const query = new URLSearchParams(Object.entries(search).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return `/api/reports/once-only.csv?${query.toString()}`;
}
