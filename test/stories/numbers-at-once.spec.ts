import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createDataSource, Database, SYSTEM } from '@app/database';
import { findNumberFaults, takeNumbers } from '@app/dossiers';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { MARITAL_STATUS, receiveAtCounter } from '../support/steps.js';

jest.setTimeout(120_000);

const CLERKS = 32;
const ALLOCATIONS = 10_000;

describe('numbers taken by thirty-two clerks at once', () => {
  let desk: TestDesk;
  let dossierId: string;
  let clerks: Database;
  let close: () => Promise<void>;

  beforeAll(async () => {
    desk = await startTestDesk();
    ({ dossierId } = await receiveAtCounter(desk.officer('tiepnhan.bienhoa'), MARITAL_STATUS));
    const source = await createDataSource({ url: desk.scratch.applicationUrl, role: 'application', poolSize: CLERKS }).initialize();
    clerks = new Database(source);
    close = () => source.destroy();
  });
  afterAll(async () => {
    await close?.();
    await desk?.stop();
  });

  test('ten thousand allocations, one in five rolled back: no gap and no twin', async () => {
    const unitId = (await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ id: string }>('select holder_unit as id from dossier where id = $1', [dossierId]))).id;
    const series = { series: 'document:load', unitId, period: '2026' };
    const at = desk.clock.now();
    // The same each time: which of the ten thousand fail is worked out from their place, and so is how many numbers they want.
    const attempts = Array.from({ length: ALLOCATIONS }, (_, index) => ({ count: 1 + (index % 7 === 0 ? index % 3 : 0), fails: (index * 2_654_435_761) % 5 === 0 }));
    const kept: string[] = [];
    let [next, given, rolledBack] = [0, 0, 0];
    await Promise.all(Array.from({ length: CLERKS }, async () => {
      for (let attempt = attempts[next++]; attempt !== undefined; attempt = attempts[next++]) {
        const { count, fails } = attempt;
        try {
          const labels = await clerks.transaction(SYSTEM, async (tx) => {
            const taken = await takeNumbers(tx, series, { digits: 2, after: '/QĐ-UBND' }, count, { dossierId, seq: 1, at });
            given += taken.length;
            if (fails) throw new Error('this act fails after it took its numbers');
            return taken;
          });
          kept.push(...labels);
        } catch (error) {
          if (!(error instanceof Error && error.message === 'this act fails after it took its numbers')) throw error;
          rolledBack += 1;
        }
      }
    }));

    const wanted = attempts.filter(({ fails }) => !fails).reduce((sum, { count }) => sum + count, 0);
    expect([rolledBack, given]).toEqual([attempts.filter(({ fails }) => fails).length, attempts.reduce((sum, { count }) => sum + count, 0)]);
    const values = kept.map((label) => Number.parseInt(label, 10)).toSorted((left, right) => left - right);
    expect(values).toEqual(Array.from({ length: wanted }, (_, index) => index + 1));
    const [rows, faults] = await desk.asOwner.transaction(SYSTEM, async (tx) => [
      await tx.one<{ count: number; last: number; labels: number }>(
        'select count(*)::int as count, max(value) as last, count(distinct label)::int as labels from issued_number where series = $1', [series.series]),
      await findNumberFaults(tx),
    ] as const);
    expect([rows, faults]).toEqual([{ count: wanted, last: wanted, labels: wanted }, []]);
  });

  test('a number that is missing is found, and none can be written twice or taken away', async () => {
    const { dataSource } = desk.asOwner;
    const refused = (sql: string): Promise<string | undefined> => clerks.transaction(SYSTEM, (tx) => tx.execute(sql)).then(() => undefined, (error: unknown) => (error as { driverError?: { code: string } }).driverError?.code);
    expect(await refused(`insert into issued_number select * from issued_number where series = 'document:load' and value = 7`)).toBe('23505');
    expect(await refused(`delete from issued_number where series = 'document:load' and value = 7`)).toBe('42501');
    expect(await refused(`update issued_number set label = '0' where series = 'document:load' and value = 7`)).toBe('42501');
    await dataSource.query(`delete from issued_number where series = 'document:load' and value = 7`);
    const [fault] = await desk.asOwner.transaction(SYSTEM, findNumberFaults);
    expect(fault).toMatchObject({ series: 'document:load', period: '2026', first: 1 });
    expect(fault!.last - fault!.given).toBe(1);
  });
});
