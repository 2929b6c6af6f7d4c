import { client, result } from '../api/client';
import type { TransferListQuery } from '../api/types';

/** What the counters I answer for passed on too late. */
export const listTransfers = (query: TransferListQuery) => result(client.GET('/api/transfers', { params: { query } }));
