import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { EFFECT_DEEDS, type EffectDeeds } from '@app/dossiers';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { prepare, toApproval, toReturn, type Preparation } from '../support/prepare.js';
import { MARITAL_STATUS } from '../support/steps.js';

jest.setTimeout(120_000);

/** Lanes of eight effects each: four papers, three notices, one result on file. */
const LANES = 24;
const EFFECTS_OF_A_LANE = 8;
const KILLS = 3;

let desk: TestDesk;
let preparation: Preparation;

const rows = <T>(sql: string, params: unknown[] = []): Promise<T[]> => desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<T>(sql, params));
const count = async (sql: string): Promise<number> => (await rows<{ n: number }>(`select count(*)::int as n from ${sql}`))[0]!.n;
const finished = async (): Promise<string> => {
  const id = await preparation.receive();
  await preparation.go(id, [...toApproval(), ['chutich.bienhoa', 'approve'], ...toReturn()]);
  return id;
};

beforeAll(async () => {
  desk = await startTestDesk();
  preparation = await prepare(desk, MARITAL_STATUS);
});
afterAll(() => desk?.stop());

describe('a worker is killed in the middle of its lanes', () => {
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    for (let lane = 0; lane < LANES; lane++) await finished();
  });
  afterAll(() => children.forEach((child) => child.kill('SIGKILL')));

  const startWorker = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, ['--import', './test/support/source-loader.mjs', 'test/support/lane-worker.ts'], {
      env: { ...process.env, DATABASE_URL: desk.scratch.applicationUrl, DATA_FOLDER: desk.folder, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    await new Promise<void>((resolve, reject) => {
      let told = '';
      child.stderr.on('data', (text: Buffer) => (told += text.toString()));
      child.stdout.on('data', (text: Buffer) => text.toString().includes('ready') && resolve());
      child.once('exit', (code) => reject(new Error(`the worker ended with ${code}: ${told}`)));
    });
    return child;
  };

  test(`${KILLS} times, each time with work done and work under way`, async () => {
    for (let kill = 1; kill <= KILLS; kill++) {
      const before = await count('effect where done_at is not null');
      const child = await startWorker();
      const wanted = before + 20;
      while ((await count('effect where done_at is not null')) < wanted) await pause(5);
      const gone = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
      child.kill('SIGKILL');
      expect(await gone).toBe('SIGKILL');
      expect(await count('lane where lease is not null')).toBeGreaterThan(0);
    }
    expect(await count('effect where done_at is null')).toBeGreaterThan(0);
  });

  test('what it held is free again after its lease, and another worker finishes everything', async () => {
    await startWorker();
    const deadline = Date.now() + 60_000;
    while ((await count('lane')) > 0 && Date.now() < deadline) await pause(50);
    expect([await count('lane'), await count('effect where done_at is null'), await count('effect')]).toEqual([0, 0, LANES * EFFECTS_OF_A_LANE]);
  });

  test('every effect left its mark once', async () => {
    expect([await count("effect where kind = 'issuePaper'"), await count('paper'), await count('(select distinct effect_id from paper) p')]).toEqual([LANES * 4, LANES * 4, LANES * 4]);
    expect([await count("effect where kind = 'notifyOwner'"), await count('notification')]).toEqual([LANES * 3, LANES * 3]);
    expect(await count("paper_on_file where source = 'dossier' and kind = 'marital-status-certificate'")).toBe(LANES);
  });

  test('in each lane in the order of the acts', async () => {
    const disorder = await rows(
      `select * from (select dossier_id, seq, n, done_at, lag(done_at) over (partition by dossier_id order by seq, n) as before from effect) e where before > done_at`);
    expect(disorder).toEqual([]);
  });
});

describe('an effect that fails', () => {
  test('holds up its own lane and no other; after enough tries the lane is parked with the cause, and goes on when it is freed', async () => {
    const failing = await finished();
    const others = [await finished(), await finished()];
    const deeds = desk.app.get<{ -readonly [Kind in keyof EffectDeeds]: EffectDeeds[Kind] }>(EFFECT_DEEDS);
    const { issuePaper } = deeds;
    let tries = 0;
    let failedAt = '';
    const lanesOfOthers = (): Promise<unknown[]> => rows('select 1 from lane where dossier_id = any ($1)', [others]);
    deeds.issuePaper = async (effect) => {
      if (effect.dossier_id !== failing || effect.params.form !== 'result') return issuePaper(effect);
      tries += 1;
      // The first try fails when the others are through: its second-long wait then ends after the look below, however busy the machine.
      while (tries === 1 && (await lanesOfOthers()).length > 0) await pause(20);
      failedAt = new Date().toISOString();
      throw Object.assign(new Error('the disk says Trần Thị Mỹ Duyên'), { code: 'ENOSPC' });
    };
    try {
      await desk.drain();
      const [first] = await rows<{ tries: number; parked: boolean; last_error: string; waits: boolean }>(
        `select tries, parked, last_error, ready_at > $2::timestamptz + interval '0.7 seconds' as waits from lane where dossier_id = $1`, [failing, failedAt]);
      expect([tries, first]).toEqual([1, { tries: 1, parked: false, last_error: 'Error: ENOSPC', waits: true }]);
      expect(await lanesOfOthers()).toEqual([]);
      for (let again = 2; again <= 8; again++) {
        // Waits double from a second on; the test does not wait for them.
        await desk.asOwner.transaction(SYSTEM, (tx) => tx.execute('update lane set ready_at = now()'));
        await desk.drain();
      }
      expect([tries, (await rows('select tries, parked from lane where dossier_id = $1', [failing]))[0]]).toEqual([8, { tries: 8, parked: true }]);
      await desk.asOwner.transaction(SYSTEM, (tx) => tx.execute('update lane set ready_at = now()'));
      await desk.drain();
      expect(tries).toBe(8);
    } finally {
      deeds.issuePaper = issuePaper;
    }
    const done = await rows<{ kind: string }>('select kind from effect where dossier_id = $1 and done_at is not null order by seq, n', [failing]);
    expect(done.map(({ kind }) => kind)).toEqual(['issuePaper', 'notifyOwner', 'issuePaper']);
    await desk.asOwner.transaction(SYSTEM, (tx) => tx.execute('update lane set parked = false, tries = 0, ready_at = now()'));
    await desk.drain();
    expect([await count('lane'), await count(`effect where dossier_id = '${failing}' and done_at is null`)]).toEqual([0, 0]);
    const papers = await rows<{ form: string }>('select form from paper where dossier_id = $1 order by seq', [failing]);
    expect(papers.map(({ form }) => form)).toEqual(['receipt', 'control-slip', 'result', 'control-slip']);
  });
});
