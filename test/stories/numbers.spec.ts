import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { BIRTH, MARITAL_STATUS, PEOPLE, fillInAtCounter, findPerson, intakeBody, receiveAtCounter, type FilledIn, type Problem } from '../support/steps.js';
import type { IntakeResultDto } from '../../apps/desk/src/counter/counter.dto.js';

jest.setTimeout(60_000);

describe('dossier codes have no gap and no twin', () => {
  let desk: TestDesk;
  let clerk: Visitor;
  let ownerId: string;
  let filled: FilledIn;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    clerk = desk.officer('tiepnhan.bienhoa');
    ownerId = (await findPerson(clerk, PEOPLE.mother.personalId)).id;
    filled = await fillInAtCounter(clerk, BIRTH, ownerId);
  });
  afterAll(() => desk?.stop());

  const receive = async (who: Visitor, more: object = {}): Promise<IntakeResultDto & Problem> =>
    (await who.post<IntakeResultDto & Problem>('/api/counter/intake', intakeBody(BIRTH, ownerId, filled, more))).body;
  const serials = (unit: string, day: string, from: number, count: number): string[] =>
    Array.from({ length: count }, (_, index) => `${unit}-${day}-${String(from + index).padStart(4, '0')}`);

  test('eight counters at once, every third intake failing: forty numbers in a row', async () => {
    const clerks = [clerk, desk.officer('tiepnhan2.bienhoa')];
    const codes: string[] = [];
    const refusals: string[] = [];
    let next = 0;
    await Promise.all(Array.from({ length: 8 }, async (_, counter) => {
      while (next < 60) {
        const failing = next++ % 3 === 2;
        const answer = await receive(clerks[counter % 2]!, failing ? { components: [] } : {});
        if (answer.received) codes.push(answer.code);
        else refusals.push(answer.code);
      }
    }));
    expect(codes.toSorted()).toEqual(serials('H19.26.01', '261123', 1, 40));
    expect([refusals.length, new Set(refusals)]).toEqual([20, new Set(['components.missing'])]);
  });

  test('a failure after the number was taken gives it back', async () => {
    const { dataSource } = desk.asOwner;
    // The last write of a receipt fails: its journal line, its lane and its number must all be gone.
    await dataSource.query(`create function fail_late() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
      create trigger fail_late before update on dossier for each row execute function fail_late()`);
    expect((await receive(clerk)).code).toBe('server.fault');
    await dataSource.query('drop trigger fail_late on dossier; drop function fail_late()');
    expect((await receive(clerk)).code).toBe('H19.26.01-261123-0041');
  });

  test('a refused or incomplete intake gets no code', async () => {
    const refused = await receive(clerk, { outcome: 'refuseReceipt', reason: 'already-settled', note: 'Đã đăng ký' });
    expect([refused.received, refused.code.startsWith('N26068-261123-')]).toEqual([false, true]);
    const items = [{ target: 'component', key: 'birth-proof', reason: 'missing-paper' }];
    expect((await receive(clerk, { outcome: 'requestSupplement', items, components: [] })).received).toBe(false);
    expect((await receive(clerk)).code).toBe('H19.26.01-261123-0042');
  });

  test('every unit has its own row of numbers', async () => {
    const other = desk.officer('tiepnhan.trangbom');
    const [here, there] = await Promise.all([receive(clerk), receiveAtCounter(other, MARITAL_STATUS)]);
    expect(here.code).toBe('H19.26.01-261123-0043');
    expect(there.code).toMatch(/^H19\.26\.\d\d-261123-0001$/);
    expect(there.code.startsWith('H19.26.01-')).toBe(false);
  });

  test('the day ends at midnight in Viet Nam, not in Greenwich', async () => {
    await desk.moveTo('2026-11-24T06:59');
    expect(desk.clock.now().toString()).toBe('2026-11-23T23:59:00Z');
    expect((await receive(clerk)).code).toBe('H19.26.01-261124-0001');
    await desk.moveTo('2026-11-24T23:59');
    expect((await receive(clerk)).code).toBe('H19.26.01-261124-0002');
    await desk.moveTo('2026-11-25T00:00');
    expect(desk.clock.now().toString()).toBe('2026-11-24T17:00:00Z');
    expect((await receive(clerk)).code).toBe('H19.26.01-261125-0001');
  });
});
