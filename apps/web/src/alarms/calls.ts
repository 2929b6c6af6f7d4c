import { client, result } from '../api/client';
import type { AlarmListQuery } from '../api/types';

/** What warns in my units; with a limit of 0 only how many there are. */
export const listAlarms = (query: AlarmListQuery) => result(client.GET('/api/alarms', { params: { query } }));
