import { expect, test } from '@jest/globals';
import type { DossierRow } from '../api/types';
import { commonActs } from './common-acts';

const row = (...events: string[]): DossierRow => ({ manyActs: events.map((event) => ({ event })) }) as DossierRow;
const events = (...rows: DossierRow[]): string[] => commonActs(rows).map(({ event }) => event);

test('only what every chosen row could take is offered, in the order of the first', () => {
  expect(events(row('handOver', 'assign', 'follow'), row('follow', 'assign'))).toEqual(['assign', 'follow']);
  expect(events(row('handOver'), row('acknowledge'))).toEqual([]);
  expect(events(row('handOver', 'follow'))).toEqual(['handOver', 'follow']);
  expect(events()).toEqual([]);
});
