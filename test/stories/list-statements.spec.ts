import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { DossierListDto } from '../../apps/desk/src/dossiers/list.dto.js';
import { countStatements, installCounter } from '../support/count-statements.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { LOST_LAND, act, cast, receiveAtCounter } from '../support/steps.js';

jest.setTimeout(120_000);

const LISTS = ['/api/review/dossiers', '/api/dossiers?list=unit', '/api/dossiers?list=all', '/api/alarms'];

let desk: TestDesk;
let people: ReturnType<typeof cast>;

beforeAll(async () => {
  installCounter();
  desk = await startTestDesk('2026-11-23T08:30');
  people = cast(desk);
});
afterAll(() => desk?.stop());

/** One late dossier more at the land registration office. */
const sendUp = async (): Promise<void> => {
  const { dossierId } = await receiveAtCounter(people.clerk, LOST_LAND);
  await act(people.clerk, dossierId, 'handOver');
  await act(people.reviewer, dossierId, 'acknowledge');
};

/** How many statements a list sends. The desk looks after its own business now and then, so the fewest of three is the list's. */
const counted = async (address: string): Promise<number> => {
  const counts: number[] = [];
  for (let time = 0; time < 3; time += 1) {
    counts.push(await countStatements(async () => {
      const { status } = await people.reviewer.get(address);
      expect(status).toBe(200);
    }));
  }
  return Math.min(...counts);
};

test('a list asks as much for many rows as for one, with who held them and where they are', async () => {
  await sendUp();
  await desk.moveTo('2026-11-26T16:00');
  // What a process keeps (units, calendars, procedures) is read once.
  for (const address of LISTS) await counted(address);
  const ofOne: number[] = [];
  for (const address of LISTS) ofOne.push(await counted(address));
  for (let more = 0; more < 4; more += 1) await sendUp();
  await desk.moveTo('2026-12-02T16:00');
  const { body } = await people.reviewer.get<DossierListDto>('/api/review/dossiers');
  expect([body.rows.length, body.rows.every(({ shares }) => shares.length > 0)]).toEqual([5, true]);
  const ofFive: number[] = [];
  for (const address of LISTS) ofFive.push(await counted(address));
  expect(ofFive).toEqual(ofOne);
  for (const count of ofOne) expect(count).toBeLessThanOrEqual(20);
});
