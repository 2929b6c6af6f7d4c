import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { UnitAdministration, verifyJournal } from '@app/dossiers';
import { DomainError } from '@app/kernel';
import type { UnitChangeDto, UnitChangePreviewDto, UnitPostDto } from '../../apps/desk/src/admin/unit-changes.dto.js';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { prepare, type Preparation } from '../support/prepare.js';
import { EXTRACT_COPY, MARITAL_STATUS, act, cast, go, read, receiveAtCounter, type Problem } from '../support/steps.js';
import { CITED, UNIT_CHANGES, decideUnitChange, followUnitChanges } from '../support/unit-changes.js';

jest.setTimeout(240_000);

const BIEN_HOA = 'c26068';
const TRANG_BOM = 'c26248';
const DINH_QUAN = 'c26206';
const BOM_BO = 'c25405';

const rowsOf = (desk: TestDesk) => <T>(sql: string, params: unknown[] = []): Promise<T[]> => desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<T>(sql, params));

describe('a merger of a commune with many dossiers, with officers at work and the worker killed', () => {
  const DOSSIERS = 60;
  const KILLS = 2;
  const children: ChildProcess[] = [];
  let desk: TestDesk;
  let preparation: Preparation;
  const ids: string[] = [];

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-30T09:00');
    preparation = await prepare(desk, MARITAL_STATUS);
    for (let n = 0; n < DOSSIERS; n++) ids.push(await preparation.receive('trangbom'));
    for (const id of ids.slice(0, 10)) await preparation.go(id, [['tiepnhan.trangbom', 'handOver'], ['hotich.trangbom', 'acknowledge']]);
    await decideUnitChange(desk, { body: { kind: 'merge', units: [TRANG_BOM], successor: BIEN_HOA }, effectiveOn: '2026-12-01' });
  });
  afterAll(async () => {
    children.forEach((child) => child.kill('SIGKILL'));
    await desk?.stop();
  });

  const moved = async (): Promise<number> => (await rowsOf(desk)<{ n: number }>("select count(*)::int as n from journal where event = 'unitSucceeded'"))[0]!.n;
  const startWorker = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, ['--import', './test/support/source-loader.mjs', 'test/support/deadline-worker.ts'], {
      env: { ...process.env, DATABASE_URL: desk.scratch.applicationUrl, DATA_FOLDER: desk.folder, AT: '2026-12-01T08:00', NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'pipe'],
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
  /** Each in a transaction of its own at the very moment of the move: done, or told who was quicker. */
  const race = async (id: string): Promise<string> =>
    preparation.go(id, [['tiepnhan.trangbom', 'handOver']]).then(() => 'done', (error: unknown) => {
      if (error instanceof DomainError) return error.code;
      throw error;
    });

  test(`is killed ${KILLS} times in the middle, while a clerk hands dossiers over`, async () => {
    desk.clock.moveTo('2026-12-01T07:59');
    expect(await desk.app.get(UnitAdministration).follow()).toBe(0);
    // From now on officers hold both posts.
    preparation = await prepare(desk, MARITAL_STATUS);
    const outcomes: string[] = [];
    for (let kill = 1; kill <= KILLS; kill++) {
      const child = await startWorker();
      const wanted = (await moved()) + 12;
      const racing = ids.slice(kill * 20, kill * 20 + 20).map(race);
      while ((await moved()) < wanted) await pause(5);
      const gone = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
      child.kill('SIGKILL');
      expect(await gone).toBe('SIGKILL');
      outcomes.push(...(await Promise.all(racing)));
      expect(await moved()).toBeLessThan(DOSSIERS);
      // As if the minute were over after which what a dead worker had claimed is free again.
      await desk.asOwner.transaction(SYSTEM, (tx) => tx.execute('update deadline set claimed_until = null'));
    }
    expect(outcomes.filter((outcome) => outcome !== 'done' && outcome !== 'act.stale')).toEqual([]);
    expect(outcomes).toContain('done');
  });

  test('another worker goes on where it was: none is forgotten, none moved twice, none lost an act', async () => {
    await desk.moveTo('2026-12-01T08:05');
    expect(await desk.app.get(UnitAdministration).follow()).toBe(1);
    const rows = rowsOf(desk);
    expect(await rows("select dossier_id from journal where event = 'unitSucceeded' group by 1 having count(*) > 1")).toEqual([]);
    expect(await moved()).toBe(DOSSIERS);
    const places = await rows<{ holder_unit: string; addressee_unit: string | null; commune: string }>('select distinct holder_unit, addressee_unit, commune from dossier');
    expect(places.every(({ holder_unit, addressee_unit, commune }) => holder_unit.startsWith(BIEN_HOA) && (addressee_unit ?? BIEN_HOA).startsWith(BIEN_HOA) && commune === BIEN_HOA)).toBe(true);
    expect(await rows('select count(*)::int as n from holding where until is null')).toEqual([{ n: DOSSIERS }]);
    expect((await verifyJournal(desk.asOwner)).faults).toEqual([]);
  });

  test('what is filed for it afterwards goes to the one that followed', async () => {
    const late = await preparation.receive('trangbom');
    expect(await rowsOf(desk)('select commune, holder_unit from dossier where id = $1', [late])).toEqual([{ commune: BIEN_HOA, holder_unit: `${BIEN_HOA}.centre` }]);
  });
});

describe('a commune is split', () => {
  let desk: TestDesk;
  let bienHoa: ReturnType<typeof cast>;
  let dinhQuan: ReturnType<typeof cast>;
  let first: Visitor;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-30T09:00');
    [bienHoa, dinhQuan] = [cast(desk), cast(desk, 'dinhquan')];
    first = desk.officer('quantri');
    const receive = async (clerk: Visitor, code = MARITAL_STATUS): Promise<string> => (await receiveAtCounter(clerk, code)).dossierId;
    ids.goes = await receive(bienHoa.clerk, EXTRACT_COPY);
    ids.stays = await receive(bienHoa.clerk);
    ids.picked = await receive(bienHoa.clerk);
    await go(ids.picked, [[bienHoa.clerk, 'handOver'], [bienHoa.registrar, 'acknowledge']]);
    ids.lives = await receive(dinhQuan.clerk);
    ids.rest = await receive(dinhQuan.clerk, EXTRACT_COPY);
  });
  afterAll(() => desk?.stop());

  const follow = (): Promise<number> => followUnitChanges(desk);
  const placeOf = async (id: string | undefined) => (await rowsOf(desk)<{ commune: string; holder_unit: string }>('select commune, holder_unit from dossier where id = $1', [id]))[0];

  test('a part without its counter clerk may go; one that would leave a counter alone is not approved', async () => {
    const { body: posts } = await first.get<UnitPostDto[]>(`${UNIT_CHANGES}/posts?unit=${BIEN_HOA}`);
    const clerks = posts.filter(({ role, unit }) => role.en === 'Receiving clerk' && unit.includes('PVHCC')).map(({ post }) => post);
    const change = { body: { kind: 'split', units: [BIEN_HOA], parts: [{ to: BOM_BO, procedures: [EXTRACT_COPY], posts: clerks }] }, effectiveOn: '2026-12-01' };
    const { body } = await first.post<UnitChangeDto>(UNIT_CHANGES, { ...CITED, ...change });
    const { unfilled } = (await first.get<UnitChangePreviewDto>(`${UNIT_CHANGES}/${body.id}`)).body;
    expect(unfilled).toEqual([{ unit: 'Trung tâm Phục vụ hành chính công phường Biên Hoà', role: { vi: 'Cán bộ tiếp nhận', en: 'Receiving clerk' } }]);
    const refused = await desk.officer('quantri2').post<Problem>(`${UNIT_CHANGES}/${body.id}/approve`, {});
    expect([refused.status, refused.body.code]).toEqual([422, 'unit-change.gap']);
    expect((await first.post<UnitChangeDto>(`${UNIT_CHANGES}/${body.id}/reject`, { reason: 'Giữ lại một cán bộ' })).body.state).toBe('rejected');
  });

  test('by procedure and by hand: those dossiers and that officer go, the rest and the unit stay', async () => {
    const { body: posts } = await first.get<UnitPostDto[]>(`${UNIT_CHANGES}/posts?unit=${BIEN_HOA}`);
    const [second] = await rowsOf(desk)<{ full_name: string }>("select full_name from officer where login = 'tiepnhan2.bienhoa'");
    const goes = posts.filter(({ officer, role }) => officer === second!.full_name && role.en === 'Receiving clerk').map(({ post }) => post);
    expect(goes).toHaveLength(1);
    const code = (await read(bienHoa.clerk, ids.picked!)).code;
    await decideUnitChange(desk, {
      body: { kind: 'split', units: [BIEN_HOA], parts: [{ to: BOM_BO, procedures: [EXTRACT_COPY], posts: goes }, { to: BOM_BO, dossiers: [code], posts: [] }] }, effectiveOn: '2026-12-01',
    });
    await desk.moveTo('2026-12-01T07:30');
    expect(await follow()).toBe(1);
    expect(await placeOf(ids.goes)).toEqual({ commune: BOM_BO, holder_unit: `${BOM_BO}.centre` });
    expect(await placeOf(ids.picked)).toEqual({ commune: BOM_BO, holder_unit: `${BOM_BO}.office` });
    expect(await placeOf(ids.stays)).toEqual({ commune: BIEN_HOA, holder_unit: `${BIEN_HOA}.centre` });
    await desk.moveTo('2026-12-01T08:00');
    await act(bienHoa.secondClerk, ids.goes!, 'handOver');
    await act(bienHoa.clerk, ids.stays!, 'handOver');
    expect((await receiveAtCounter(bienHoa.clerk, EXTRACT_COPY)).code).toMatch(/^H19\.26\.\d\d-261201-/);
    expect(await follow()).toBe(0);
  });

  test('by where people live, the rest to another commune: the unit ends', async () => {
    const [owner] = await rowsOf(desk)<{ address: string }>("select address from dossier_person where dossier_id = $1 and role = 'owner'", [ids.lives]);
    const place = owner!.address.split(',')[0]!;
    const id = await decideUnitChange(desk, {
      body: { kind: 'split', units: [DINH_QUAN], successor: BIEN_HOA, parts: [{ to: TRANG_BOM, places: [place.toUpperCase()], procedures: [MARITAL_STATUS], posts: [] }] }, effectiveOn: '2026-12-01',
    });
    // Approved for today, it has begun at once.
    expect((await first.get<UnitChangePreviewDto>(`${UNIT_CHANGES}/${id}`)).body).toMatchObject({ change: { state: 'under-way' }, progress: { waiting: 2 } });
    expect(await follow()).toBe(1);
    expect(await placeOf(ids.lives)).toEqual({ commune: TRANG_BOM, holder_unit: `${TRANG_BOM}.centre` });
    expect(await placeOf(ids.rest)).toEqual({ commune: BIEN_HOA, holder_unit: `${BIEN_HOA}.centre` });
    expect(await rowsOf(desk)('select successor_id from unit where id = $1', [DINH_QUAN])).toEqual([{ successor_id: BIEN_HOA }]);
  });

  test('every journal is sound and gives its dossier', async () => {
    await desk.drain();
    expect((await verifyJournal(desk.asOwner)).faults).toEqual([]);
  });
});
