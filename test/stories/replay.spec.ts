import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM, type Database, type DatabasePrincipal, type Transaction } from '@app/database';
import { verifyJournal, type JournalBody, type JournalFault } from '@app/dossiers';
import { canonicalText, sha256Hex } from '@app/kernel';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { prepare, toApproval, toReturn } from '../support/prepare.js';
import { BIRTH, LOST_LAND } from '../support/steps.js';

jest.setTimeout(60_000);

/** What goes with a dossier sent up to the province. */
const UP = { package: { request: 'Đề nghị cấp lại Giấy chứng nhận', finding: 'Hồ sơ đủ giấy tờ', openQuestions: [] } };

let desk: TestDesk;
let closed: string;
let examined: string;
let asked: string;

beforeAll(async () => {
  desk = await startTestDesk();
  const preparation = await prepare(desk, BIRTH);
  closed = await preparation.receive();
  await preparation.go(closed, [...toApproval(), ['chutich.bienhoa', 'approve'], ...toReturn()]);
  const land = await prepare(desk, LOST_LAND);
  examined = await land.receive();
  await land.go(examined, [['tiepnhan.bienhoa', 'handOver', UP], ['thamdinh.vpdk', 'acknowledge']]);
  asked = await land.receive();
  const items = [{ target: 'field', key: '/lossCircumstances', reason: 'wrong-information', note: 'Chưa rõ' }] as const;
  await land.go(asked, [['tiepnhan.bienhoa', 'handOver', UP], ['thamdinh.vpdk', 'acknowledge'], ['thamdinh.vpdk', 'requestSupplement', { items: [...items] }]]);
});
afterAll(() => desk?.stop());

/** Does something as the owner of the schema, verifies, and puts everything back. */
async function faultsAfter(deed: (tx: Transaction) => Promise<unknown>): Promise<readonly JournalFault[]> {
  let faults: readonly JournalFault[] = [];
  const undo = new Error('undo');
  await desk.asOwner.transaction(SYSTEM, async (tx) => {
    await deed(tx);
    const inside = { transaction: (_principal: DatabasePrincipal, work: (within: Transaction) => Promise<unknown>) => work(tx) } as unknown as Database;
    ({ faults } = await verifyJournal(inside));
    throw undo;
  }).catch((error: unknown) => {
    if (error !== undo) throw error;
  });
  return faults;
}
const changed = (sql: string): Promise<readonly JournalFault[]> => faultsAfter(async (tx) => expect(await tx.execute(sql)).toBeGreaterThan(0));

describe('every journal, replayed, gives its dossier', () => {
  test('open, paused and closed', async () => {
    expect(await faultsAfter(() => Promise.resolve())).toEqual([]);
    const states = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows('select clock_state, is_open from dossier order by 1'));
    expect(states).toEqual([{ clock_state: 'paused', is_open: true }, { clock_state: 'running', is_open: true }, { clock_state: 'stopped', is_open: false }]);
  });
});

describe('a dossier’s row that was changed past its journal is found, and named', () => {
  test.each<[string, string, string]>([
    ['its state', `value = '{"processing": {"examine": "supplement"}}'`, `state is {"processing":{"examine":"supplement"}}, but its journal gives {"processing":{"examine":"working"}}`],
    ['what guards remember', `context = jsonb_set(context, '{supplementsAfter}', '1')`, '"supplementsAfter":1'],
    ['its status', 'status = 2', 'status is 2, but its journal gives 4'],
    ['its holder', `holder_unit = 'c26068.economy'`, 'holder is "c26068.economy", but its journal gives "p75.land-registration"'],
    ['whose turn it is', `holder_role = 'leader'`, 'holding role is "leader", but its journal gives "reviewer"'],
    ['its step', `step_id = 'approve'`, 'step is "approve", but its journal gives "examine"'],
    ['its outcome', `outcome = 'granted'`, 'outcome is "granted", but its journal gives "none"'],
    ['its round', 'round = 2', 'round is 2, but its journal gives 1'],
    ['its clock', `clock_state = 'paused'`, 'clock is "paused", but its journal gives "running"'],
    ['that it is open', 'is_open = false', 'openness is false, but its journal gives true'],
  ])('%s', async (_what, change, fault) => {
    const faults = await changed(`update dossier set ${change} where id = '${examined}'`);
    expect(faults.map(({ dossier, seq }) => [dossier, seq])).toEqual([[examined, 3]]);
    expect(faults[0]!.fault).toContain(fault);
  });

  test('its version of the procedure, when there is no such version', async () => {
    expect(await changed(`update dossier set procedure_version = 99 where id = '${examined}'`)).toEqual([{ dossier: examined, seq: 1, fault: `version 99 of procedure ${LOST_LAND} is missing` }]);
  });

  test('a holder that is no longer whom the state names', async () => {
    expect(await changed(`update unit set functions = array_remove(functions, 'land-registration') where id = 'p75.land-registration'`)).toEqual(
      [examined, asked].toSorted().map((dossier) => ({ dossier, seq: dossier === examined ? 3 : 4, fault: 'the dossier is held by p75.land-registration, but its state belongs to province/land-registration' })));
  });
});

describe('a promise date that its clock does not give is found, and named', () => {
  const named = (faults: readonly JournalFault[]): Array<[string, string]> => faults.map(({ dossier, fault }) => [dossier, fault.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '…')]);
  const DATE = 'the dossier is due at …, but its clock gives …';

  test.each<[string, () => [sql: string, dossier: string]]>([
    ['a later date', () => [`update dossier set due_at = due_at + interval '1 day' where id = '${examined}'`, examined]],
    ['another limit', () => [`update dossier set time_limit = jsonb_set(time_limit, '{value}', '1') where id = '${examined}'`, examined]],
    ['an earlier start', () => [`update clock_entry set at = at - interval '2 days' where dossier_id = '${examined}' and kind = 'start'`, examined]],
    ['another date while the clock stands', () => [`update dossier set due_at = due_at - interval '1 day' where id = '${asked}'`, asked]],
    ['another date when all is over', () => [`update dossier set due_at = due_at + interval '1 day' where id = '${closed}'`, closed]],
  ])('%s', async (_what, deed) => {
    const [sql, dossier] = deed();
    expect(named(await changed(sql))).toEqual([[dossier, DATE]]);
  });

  test('an extension that nobody granted', async () => {
    const granted = `insert into clock_entry (dossier_id, seq, kind, at, amount) select '${examined}', 3, 'extend', now(), '{"value": 2, "unit": "working-days"}'`;
    expect(named(await changed(granted))).toEqual([[examined, DATE]]);
  });

  test('a start that is gone', async () => {
    expect(await changed(`delete from clock_entry where dossier_id = '${examined}'`)).toEqual([{ dossier: examined, seq: 3, fault: 'the clock has a limit without a start, or a start without a limit' }]);
  });

  test('a date of before a change of the calendar is not held against a dossier that is over', async () => {
    const faults = await faultsAfter(async (tx) => {
      await tx.execute(`insert into calendar_change (id, unit_id, body, document, proposed_by, proposed_at, approved_by, approved_at, moved)
        select gen_random_uuid(), 'c26068', '{}', 'QĐ', a.id, '2026-11-24T02:00Z', b.id, '2026-11-24T02:00Z', 0
          from officer a, officer b where a.login = 'chutich.bienhoa' and b.login = 'tiepnhan.bienhoa'`);
      await tx.execute(`update dossier set due_at = due_at + interval '1 day' where id in ('${closed}', '${asked}', '${examined}')`);
    });
    expect(named(faults)).toEqual([[examined, DATE]]);
  });
});

describe('a chain forged as a whole, with every hash right', () => {
  /** Rewrites a journal from its beginning, and the row after it. */
  const forge = (change: (body: JournalBody) => JournalBody) => async (tx: Transaction): Promise<void> => {
    let previous = '0'.repeat(64);
    for (const { seq, body } of await tx.rows<{ seq: number; body: string }>('select seq, body from journal where dossier_id = $1 order by seq', [closed])) {
      const text = canonicalText(change(JSON.parse(body) as JournalBody));
      const hash = sha256Hex(`${previous}\n${text}`);
      await tx.execute(`update journal set body = $3::text, event = ($3::text)::json ->> 'event', previous_hash = $4, hash = $5 where dossier_id = $1 and seq = $2`, [closed, seq, text, previous, hash]);
      previous = hash;
    }
  };

  test('does not hold an act that was not possible there', async () => {
    expect(await faultsAfter(forge((body) => (body.event === 'approve' ? { ...body, event: 'examine' } : body)))).toEqual([
      { dossier: closed, seq: 6, fault: 'replayed, the act "examine" is not possible in "processing.approve.working"' },
    ]);
  });

  test('nor another outcome', async () => {
    const faults = await faultsAfter(forge((body) => (body.event === 'approve' ? { ...body, event: 'refuse' } : body)));
    expect(faults.map(({ fault }) => fault)).toContainEqual('the dossier\'s outcome is "granted", but its journal gives "refused"');
  });

  test('nor an act that leads elsewhere', async () => {
    const faults = await faultsAfter(forge((body) => (body.seq === 2 ? { ...body, to: { ...body.to, status: 4 } } : body)));
    expect(faults).toEqual([{ dossier: closed, seq: 2, fault: expect.stringMatching(/^replayed, the act "handOver" leads to "processing\.\S+" with status 2, not to "processing\.\S+" with status 4$/) }]);
  });
});
