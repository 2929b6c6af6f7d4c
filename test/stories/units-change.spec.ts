import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { DeadlineSweeper, UnitAdministration, verifyJournal } from '@app/dossiers';
import { newId } from '@app/kernel';
import type { FiledDto } from '../../apps/desk/src/citizen/citizen.dto.js';
import type { DossierListDto } from '../../apps/desk/src/dossiers/list.dto.js';
import type { UnitChangeDto, UnitChangePreviewDto, UnitFiguresDto } from '../../apps/desk/src/admin/unit-changes.dto.js';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import {
  BUILDING_PERMIT, GUEST_HOUSE, LOST_LAND, MARITAL_STATUS, MATTERS, PEOPLE, act, cast, fileOnline, fillIn, go, read, receiveAtCounter, refusedAct, tryAct, type Matter, type Problem,
} from '../support/steps.js';
import type { AssessmentDto } from '../../apps/desk/src/counter/counter.dto.js';

jest.setTimeout(240_000);

const CHANGES = '/api/admin/unit-changes';
const TRANG_BOM = 'c26248';
const DINH_QUAN = 'c26206';
const NEW = 'c26998';
const MERGER = {
  body: {
    kind: 'merge', units: [TRANG_BOM, DINH_QUAN], successor: NEW,
    created: [{
      id: NEW, like: TRANG_BOM, codeSegment: 'H19.26.98', placeName: 'Trảng Định',
      name: { vi: 'Ủy ban nhân dân phường Trảng Định', en: "People's Committee of Trang Dinh Ward" }, shortName: { vi: 'Phường Trảng Định', en: 'Trang Dinh Ward' },
    }],
  },
  decision: 'Nghị quyết 30/2026/QH16', basis: 'Luật 72/2025/QH15, Điều 11', effectiveOn: '2026-12-01',
};
/** The opinions on a work: fire safety has answered, planning has not. */
const ASKED = [{ unit_id: 'p75.police', outcome: 'answered' }, { unit_id: 'p75.construction', outcome: null }];
const NOTED = { meets: true, note: 'Đủ điều kiện' };

describe('two communes merge into a new one', () => {
  let desk: TestDesk;
  let here: ReturnType<typeof cast>;
  let there: ReturnType<typeof cast>;
  let beside: ReturnType<typeof cast>;
  let citizen: Visitor;
  let first: Visitor;
  let second: Visitor;
  let change: UnitChangeDto;
  let figures: UnitFiguresDto[];
  const draft = newId();
  const ids: Record<string, string> = {};

  const receive = async (clerk: Visitor, code = MARITAL_STATUS, more: object = {}, matter?: Matter): Promise<string> => (await receiveAtCounter(clerk, code, more, matter)).dossierId;
  const rows = <T>(sql: string, params: unknown[] = []): Promise<T[]> => desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<T>(sql, params));
  const preview = async (who = first): Promise<UnitChangePreviewDto> => (await who.get<UnitChangePreviewDto>(`${CHANGES}/${change.id}`)).body;
  const figuresOn = async (day: string): Promise<UnitFiguresDto[]> => (await first.get<UnitFiguresDto[]>(`${CHANGES}/figures?on=${day}`)).body;
  const opinions = () => rows<{ unit_id: string; outcome: string | null }>('select unit_id, outcome from consultation where dossier_id = $1 order by body_id', [ids.consulted]);
  const follow = (): Promise<number> => desk.app.get(UnitAdministration).follow();
  const sweep = (): Promise<number> => desk.app.get(DeadlineSweeper).sweep();

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-26T08:30');
    [here, there, beside] = [cast(desk, 'trangbom'), cast(desk, 'dinhquan'), cast(desk)];
    [first, second] = [desk.officer('quantri'), desk.officer('quantri2')];
    citizen = desk.citizen(PEOPLE.single.personalId);

    ids.closed = await receive(here.clerk);
    const decided = (who: typeof here) => [
      [who.clerk, 'handOver'], [who.registrar, 'acknowledge'], [who.registrar, 'examine', NOTED], [who.registrar, 'submitForApproval', { draft: {} }], [who.chairman, 'approve'],
      [who.records, 'number'], [who.records, 'handOver'], [who.clerk, 'acknowledge'], [who.clerk, 'resultReady'],
    ] as const;
    await go(ids.closed, [...decided(here), [here.clerk, 'returnResult', { recipient: 'Chính chủ' }]]);
    ids.finished = await receive(there.clerk);
    await go(ids.finished, decided(there));
    ids.received = await receive(here.clerk);
    ids.processing = await receive(there.clerk);
    await go(ids.processing, [[there.clerk, 'handOver'], [there.registrar, 'acknowledge'], [there.registrar, 'examine', NOTED]]);
    ids.awaiting = await receive(here.clerk);
    await go(ids.awaiting, [[here.clerk, 'handOver'], [here.registrar, 'acknowledge'],
      [here.registrar, 'requestSupplement', { items: [{ target: 'field', key: '/purpose', reason: 'wrong-information', note: 'Ghi rõ' }] }]]);
    ids.sent = await receive(there.clerk);
    await act(there.clerk, ids.sent, 'handOver');
    ids.elsewhere = await receive(beside.clerk, MARITAL_STATUS, { competentCommuneId: TRANG_BOM });
    await act(beside.clerk, ids.elsewhere, 'handOver');
    ids.escalated = await receive(here.clerk, LOST_LAND);
    await go(ids.escalated, [[here.clerk, 'handOver'], [here.reviewer, 'acknowledge']]);
    ids.consulted = await receive(here.clerk, BUILDING_PERMIT, {}, GUEST_HOUSE);
    await go(ids.consulted, [[here.clerk, 'handOver'], [here.landOfficer, 'acknowledge'], [here.landOfficer, 'examine', NOTED], [here.landOfficer, 'examine', NOTED]]);
    await act(here.landOfficer, ids.consulted, 'requestConsultation', { consult: [{ body: 'planning' }, { body: 'fireSafety' }] });
    await act(beside.fireOfficer, ids.consulted, 'answerConsultation', { meets: true, note: 'Đủ lối thoát nạn' });
    ids.filed = await fileOnline(citizen, MARITAL_STATUS, { communeId: DINH_QUAN });
    ids.stays = await receive(beside.clerk);
    await citizen.put(`/api/citizen/drafts/${draft}`, { procedureCode: MARITAL_STATUS, data: { communeId: TRANG_BOM, step: 2 } });
    await desk.drain();
    await desk.moveTo('2026-11-30T09:00');
    figures = await figuresOn('2026-11-27');
  });
  afterAll(() => desk?.stop());

  test('is proposed by an administrator of the province; a clerk has nothing to do with it', async () => {
    const refused = await here.chairman.post<Problem>(CHANGES, MERGER);
    expect([refused.status, refused.body.code]).toEqual([403, 'permission.missing']);
    const { status, body } = await first.post<UnitChangeDto>(CHANGES, MERGER);
    expect([status, body.state, body.own, body.names]).toEqual([201, 'proposed', true, { [TRANG_BOM]: 'Phường Trảng Bom', [DINH_QUAN]: 'Xã Định Quán', [NEW]: 'Phường Trảng Định' }]);
    change = body;
  });

  test('what does not go together is refused with the reason', async () => {
    const propose = async (body: object, more: object = {}) => (await first.post<Problem>(CHANGES, { ...MERGER, body, ...more })).body;
    expect(await propose({ kind: 'merge', units: ['c26068'], successor: 'c26068' })).toMatchObject({ code: 'unit-change.unfit', status: 422 });
    expect(await propose({ kind: 'merge', units: ['c26068'], successor: 'p75.justice' })).toMatchObject({ code: 'unit-change.unfit' });
    expect(await propose({ kind: 'split', units: ['c26068'], parts: [{ to: 'c25405', posts: [] }] })).toMatchObject({ code: 'unit-change.unfit' });
    expect(await propose({ kind: 'merge', units: ['c25405'], successor: TRANG_BOM })).toMatchObject({ code: 'unit-change.overlap', status: 409 });
    expect(await propose({ kind: 'merge', units: ['c25405'], successor: 'c26068' }, { effectiveOn: '2026-11-29' })).toMatchObject({ code: 'unit-change.day-passed' });
  });

  test('the preview tells what would move: dossiers by holder and status, posts, what is open, what names the old units', async () => {
    const seen = await preview();
    expect([seen.total, seen.handovers, seen.consultations, seen.waitingGroups, seen.unfilled]).toEqual([9, 2, 0, 0, []]);
    expect(seen.dossiers.reduce((sum, { count }) => sum + count, 0)).toBe(9);
    expect(seen.dossiers.map(({ unit, status, count }) => `${unit} | ${status.vi} | ${count}`)).toContain('Văn phòng Đăng ký đất đai thành phố Đồng Nai | Đang xử lý | 1');
    expect(seen.deadlines).toBeGreaterThan(9);
    expect(seen.units).toHaveLength(12);
    expect(seen.units).toContainEqual({ from: 'Trung tâm Phục vụ hành chính công xã Định Quán', to: 'Trung tâm Phục vụ hành chính công phường Trảng Định' });
    expect(seen.posts).toHaveLength(25);
    expect(seen.posts.every(({ to }) => to !== undefined)).toBe(true);
    expect(seen.rules.map(({ kind }) => kind)).toContain('hours');
    expect(seen.progress).toEqual({ waiting: 0, done: 0, failed: 0 });
  });

  test('who proposed it never approves it; another one does, and nothing moves before the day', async () => {
    const own = await first.post<Problem>(`${CHANGES}/${change.id}/approve`, {});
    expect([own.status, own.body.code]).toEqual([403, 'permission.four-eyes']);
    const approved = await second.post<UnitChangeDto>(`${CHANGES}/${change.id}/approve`, {});
    expect([approved.status, approved.body.state]).toEqual([200, 'approved']);
    expect((await second.post<Problem>(`${CHANGES}/${change.id}/reject`, { reason: 'x' })).body.code).toBe('unit-change.decided');
    expect(await follow()).toBe(0);
    expect((await read(there.registrar, ids.processing!)).holder.id).toBe('c26206.office');
    await expect(desk.asOwner.transaction(SYSTEM, (tx) => tx.execute('update unit_change set approved_by = proposed_by'))).rejects.toThrow('unit_change_proposer_never_approves');
  });

  test('on the day each open dossier is passed on by one act; then the old units end', async () => {
    await desk.moveTo('2026-12-01T07:30');
    // What is remembered of their rights is a moment old when the change begins.
    for (const who of [there.registrar, here.chairman, here.records, here.clerk, there.landOfficer]) expect((await who.get('/api/dossiers?list=unit')).status).toBe(200);
    expect(await opinions()).toEqual(ASKED);
    expect(await follow()).toBe(0);
    expect(await preview()).toMatchObject({ change: { state: 'under-way' }, progress: { waiting: 9, done: 0, failed: 0 } });
    expect(await sweep()).toBe(9);
    expect(await preview()).toMatchObject({ total: 0, progress: { waiting: 0, done: 9, failed: 0 } });
    expect(await follow()).toBe(1);
    expect((await preview()).change).toMatchObject({ state: 'done' });
    expect(await follow()).toBe(0);
    const moved = await rows<{ dossier_id: string; n: number }>("select dossier_id, count(*)::int as n from journal where event = 'unitSucceeded' group by 1");
    expect(moved.map(({ n }) => n)).toEqual(Array.from({ length: 9 }, () => 1));
    expect(moved.map(({ dossier_id }) => dossier_id).toSorted()).toEqual(Object.entries(ids).filter(([key]) => key !== 'closed' && key !== 'stays').map(([, id]) => id).toSorted());
    expect(await rows('select id, until::text, successor_id from unit where id in ($1, $2) order by id', [TRANG_BOM, DINH_QUAN])).toEqual([
      { id: DINH_QUAN, until: '2026-11-30', successor_id: NEW }, { id: TRANG_BOM, until: '2026-11-30', successor_id: NEW },
    ]);
  });

  test('every dossier is with the unit that does the same work, in the state it was in', async () => {
    const where = await rows<Record<string, string | null>>('select id, holder_unit, addressee_unit, commune, receiving_unit, competent_commune, status from dossier');
    const of = (key: string) => { const { id: _, ...row } = where.find(({ id }) => id === ids[key])!; return row; };
    const now = { commune: NEW, receiving_unit: `${NEW}.centre`, competent_commune: NEW, addressee_unit: null };
    expect(of('received')).toEqual({ ...now, holder_unit: `${NEW}.centre`, status: 2 });
    expect(of('processing')).toEqual({ ...now, holder_unit: `${NEW}.office`, status: 4 });
    expect(of('awaiting')).toEqual({ ...now, holder_unit: `${NEW}.office`, status: 5 });
    expect(of('sent')).toEqual({ ...now, holder_unit: `${NEW}.centre`, addressee_unit: `${NEW}.office`, status: 2 });
    expect(of('elsewhere')).toEqual({ commune: 'c26068', receiving_unit: 'c26068.centre', competent_commune: NEW, holder_unit: 'c26068.centre', addressee_unit: `${NEW}.office`, status: 2 });
    expect(of('escalated')).toEqual({ ...now, holder_unit: 'p75.land-registration', status: 4 });
    expect(of('consulted')).toEqual({ ...now, holder_unit: `${NEW}.economy`, status: 4 });
    expect(of('filed')).toEqual({ ...now, holder_unit: `${NEW}.centre`, status: 1 });
    expect(of('finished')).toEqual({ ...now, holder_unit: `${NEW}.centre`, status: 9 });
    expect(of('closed')).toMatchObject({ commune: TRANG_BOM, receiving_unit: 'c26248.centre', holder_unit: 'c26248.centre', status: 10 });
    expect(of('stays')).toMatchObject({ commune: 'c26068', holder_unit: 'c26068.centre' });
  });

  test('the officers see their work at once, at the unit that follows, and finish it', async () => {
    const { body } = await there.registrar.get<DossierListDto>('/api/dossiers?list=mine');
    expect(body.rows.map(({ id }) => id)).toContain(ids.processing);
    await go(ids.processing!, [[there.registrar, 'submitForApproval', { draft: {} }], [here.chairman, 'approve'], [here.records, 'number'], [there.records, 'handOver'], [here.clerk, 'acknowledge'], [there.clerk, 'resultReady']]);
    await act(here.registrar, ids.sent!, 'acknowledge');
    await act(there.registrar, ids.elsewhere!, 'acknowledge');
    expect((await act(there.clerk, ids.awaiting!, 'supply', { answers: { '/purpose': 'loan' } })).holder.id).toBe(`${NEW}.office`);
    expect(await opinions()).toEqual(ASKED);
    await act(beside.planner, ids.consulted!, 'answerConsultation', { meets: true, note: 'Phù hợp quy hoạch' });
    expect((await opinions()).map(({ outcome }) => outcome)).toEqual(['answered', 'answered']);
    const consulted = await act(there.landOfficer, ids.consulted!, 'submitForApproval', { draft: {} });
    expect(consulted.holder.id).toBe(NEW);
    await go(ids.escalated!, [[here.reviewer, 'examine', NOTED], [here.reviewer, 'handOver']]);
    expect((await act(there.landOfficer, ids.escalated!, 'acknowledge')).holder.id).toBe(`${NEW}.economy`);
    await act(here.clerk, ids.finished!, 'returnResult', { recipient: 'Chính chủ' });
    expect((await act(there.clerk, ids.filed!, 'receive')).code).toMatch(/^H19\.26\.98-261201-0001$/);
  });

  test('the old dossiers stay with the old unit, and whoever followed reads them with their papers', async () => {
    const closed = await read(there.clerk, ids.closed!);
    expect(closed).toMatchObject({ status: 10, holder: { id: 'c26248.centre' }, commune: { id: TRANG_BOM } });
    const paper = closed.papers.find(({ form }) => form === 'receipt')!;
    expect((await here.clerk.bytes(`/api/dossiers/${ids.closed}/papers/${paper.id}.pdf`)).status).toBe(200);
    expect((await beside.clerk.get(`/api/dossiers/${ids.closed}`)).status).toBe(404);
  });

  test('a result of the old unit is corrected by the one that followed', async () => {
    await desk.moveTo('2026-12-01T08:00');
    await act(here.clerk, ids.closed!, 'openCorrection', { reason: 'clerical-error', note: 'Sai nơi cư trú' });
    expect(await sweep()).toBe(1);
    expect(await read(here.clerk, ids.closed!)).toMatchObject({ holder: { id: `${NEW}.centre` }, commune: { id: NEW } });
    await go(ids.closed!, [[here.clerk, 'handOver'], [there.registrar, 'acknowledge']]);
  });

  test('a draft for the old commune goes to the one that follows; a re-route to it is refused with its name', async () => {
    const answers = MATTERS[MARITAL_STATUS]!.answers;
    const { declaration, agreed } = await fillIn(async (typed) => (await citizen.post<AssessmentDto>('/api/citizen/assess', { procedureCode: MARITAL_STATUS, declaration: typed, communeId: TRANG_BOM })).body, answers);
    const { status, body } = await citizen.post<FiledDto>('/api/citizen/dossiers', {
      commandId: newId(), dossierId: newId(), draftId: draft, procedureCode: MARITAL_STATUS, communeId: TRANG_BOM, declaration, delivery: 'electronic',
      offers: agreed.map((pointer) => ({ pointer, agreed: true })), components: [],
    });
    expect([status, body.centre.id]).toEqual([201, `${NEW}.centre`]);
    await go(ids.stays!, [[beside.clerk, 'handOver'], [beside.registrar, 'acknowledge']]);
    const refused = await refusedAct(beside.registrar, ids.stays!, 'reroute', { commune: TRANG_BOM, reason: 'not-this-commune' });
    expect(refused).toMatchObject({ code: 'unit.succeeded', status: 409, detail: expect.stringContaining('Phường Trảng Định') });
  });

  test('who looked before the move is told what happened', async () => {
    const { version } = await read(here.clerk, ids.received!);
    const { status, body } = await tryAct(here.clerk, ids.received!, version - 1, 'handOver');
    expect([status, body]).toMatchObject([409, { code: 'act.stale', facts: { event: { vi: 'Chuyển sang đơn vị kế thừa sau sắp xếp đơn vị' } } }]);
  });

  test('the time before is the old unit’s, and the figures of a day before are what they were, to the digit', async () => {
    const held = await rows<{ unit_id: string; until: string | null }>('select unit_id, until from holding where dossier_id = $1 order by seq', [ids.received]);
    expect(held.map(({ unit_id, until }) => [unit_id, until])).toEqual([['c26248.centre', '2026-12-01T00:30:00Z'], [`${NEW}.centre`, null]]);
    const { timeShares } = await read(here.clerk, ids.received!);
    expect(timeShares.holders.map(({ unit, minutes }) => [unit.id, minutes])).toEqual([['c26248.centre', timeShares.total - 30], [`${NEW}.centre`, 30]]);
    expect(figures.find(({ unitId }) => unitId === 'c26248.centre')).toMatchObject({ received: 5, finished: 1 });
    expect(await figuresOn('2026-11-27')).toEqual(figures);
    const after = await figuresOn('2026-12-01');
    expect(after.find(({ unitId }) => unitId === 'c26248.centre')).toMatchObject({ received: 5, held: 0, finished: 1 });
    expect(after.find(({ unitId }) => unitId === `${NEW}.centre`)).toMatchObject({ received: 1, finished: 1 });
    await desk.moveTo('2026-12-03T09:00');
    expect(await figuresOn('2026-12-01')).toEqual(after);
  });

  test('every journal is sound and gives its dossier', async () => {
    await desk.drain();
    const { faults } = await verifyJournal(desk.asOwner);
    expect(faults).toEqual([]);
  });
});
