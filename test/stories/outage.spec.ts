import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { OutageAdministration } from '@app/dossiers';
import { alarmsOf } from '../support/behind.js';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { LOST_LAND, MARITAL_STATUS, act, cast, read, receiveAtCounter, type Problem } from '../support/steps.js';
import type { OutageDto, PublicOutageDto } from '../../apps/desk/src/admin/outage.dto.js';

jest.setTimeout(120_000);

const OUTAGES = '/api/admin/outages';
const NOTICE = { system: 'Cơ sở dữ liệu hộ tịch điện tử', owner: 'Cục Hành chính tư pháp', document: '512/TB-HCTP' };

describe('the owner of a system announces an outage: only the dossiers it touches are given the open hours back', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;
  let first: Visitor;
  let second: Visitor;
  let touched: string;
  let otherProcedure: string;
  let elsewhere: string;
  let outage: OutageDto;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    people = cast(desk);
    [first, second] = [desk.officer('quantri'), desk.officer('quantri2')];
    touched = (await receiveAtCounter(people.clerk, MARITAL_STATUS)).dossierId;
    otherProcedure = (await receiveAtCounter(people.clerk, LOST_LAND)).dossierId;
    elsewhere = (await receiveAtCounter(cast(desk, 'trangbom').clerk, MARITAL_STATUS)).dossierId;
  });
  afterAll(() => desk?.stop());

  const clockOf = async (id: string, who: Visitor = people.clerk) => (await read(who, id)).clock;
  const events = async (id: string): Promise<string[]> =>
    (await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ event: string }>('select event from journal where dossier_id = $1 order by seq', [id]))).map(({ event }) => event);
  const ledger = (id: string) => desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ kind: string; at: string; cause: string | null; document: string | null }>(
    `select kind, to_char(at at time zone 'Asia/Ho_Chi_Minh', 'MM-DD HH24:MI') as at, cause, document from clock_entry where dossier_id = $1 order by seq`, [id]));
  const announce = (who: Visitor, more: object) => who.post<OutageDto>(OUTAGES, { ...NOTICE, procedures: ['field:G15-TP07'], communes: ['c26068'], ...more });
  const follow = async (at: string): Promise<void> => {
    desk.clock.moveTo(at);
    await desk.app.get(OutageAdministration).follow();
    await desk.moveTo(at);
  };

  test('it is announced for a field and a commune; not by a clerk, not for all by one commune, not backwards', async () => {
    await desk.moveTo('2026-11-23T10:00');
    expect(await announce(people.clerk, { from: '2026-11-23T09:00:00+07:00' })).toMatchObject({ status: 403 });
    expect(await announce(desk.officer('giamdoc.bienhoa'), { from: '2026-11-23T09:00:00+07:00', communes: [] })).toMatchObject({ status: 403 });
    expect(await first.post<Problem>(OUTAGES, { ...NOTICE, procedures: [], communes: [], from: '2026-11-23T09:00:00+07:00', to: '2026-11-23T08:00:00+07:00' })).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(await first.post<Problem>(OUTAGES, { ...NOTICE, procedures: ['field:XX'], communes: [], from: '2026-11-23T09:00:00+07:00' })).toMatchObject({ status: 404, body: { code: 'procedure.unknown' } });
    const answer = await announce(first, { from: '2026-11-23T09:00:00+07:00' });
    expect(answer).toMatchObject({ status: 201, body: { state: 'announced', own: true, paused: 0 } });
    outage = answer.body;
  });

  test('nothing stands still before a second person approves it', async () => {
    await desk.moveTo('2026-11-23T10:05');
    expect((await clockOf(touched)).state).toBe('running');
    expect((await desk.anonymous().get<PublicOutageDto[]>('/api/public/outages')).body).toEqual([]);
    expect(await first.post<Problem>(`${OUTAGES}/${outage.id}/approve`, {})).toMatchObject({ status: 403, body: { code: 'permission.four-eyes' } });
    await expect(desk.asOwner.transaction(SYSTEM, (tx) => tx.execute('update outage set approved_by = announced_by, approved_at = now() where id = $1', [outage.id]))).rejects.toThrow(/outage_announcer_never_approves/);
  });

  test('approved, it stops the clocks it touches from its beginning, and no others', async () => {
    expect(await second.post<OutageDto>(`${OUTAGES}/${outage.id}/approve`, {})).toMatchObject({ status: 200, body: { state: 'approved' } });
    expect(await second.post<Problem>(`${OUTAGES}/${outage.id}/approve`, {})).toMatchObject({ status: 409, body: { code: 'outage.decided' } });
    await desk.moveTo('2026-11-23T10:10');
    expect((await clockOf(touched)).state).toBe('paused');
    expect(await ledger(touched)).toEqual([
      { kind: 'start', at: '11-23 08:30', cause: null, document: null },
      { kind: 'pause', at: '11-23 09:00', cause: 'outage', document: '512/TB-HCTP' },
    ]);
    expect((await clockOf(otherProcedure)).state).toBe('running');
    expect((await clockOf(elsewhere, cast(desk, 'trangbom').clerk)).state).toBe('running');
    expect((await second.get<OutageDto[]>(OUTAGES)).body).toMatchObject([{ id: outage.id, paused: 1 }]);
  });

  test('work goes on meanwhile, and what is received during the outage stands too', async () => {
    await act(people.clerk, touched, 'handOver');
    await act(people.registrar, touched, 'acknowledge');
    await desk.moveTo('2026-11-23T11:00');
    const during = (await receiveAtCounter(people.clerk, MARITAL_STATUS)).dossierId;
    expect((await clockOf(during)).state).toBe('running');
    await follow('2026-11-23T11:01');
    expect((await clockOf(during)).state).toBe('paused');
    expect((await ledger(during)).map(({ kind, at }) => [kind, at])).toEqual([['start', '11-23 11:00'], ['pause', '11-23 11:00']]);
    await follow('2026-11-23T11:02');
    expect((await events(during)).filter((event) => event === 'outageBegan')).toHaveLength(1);
  });

  test('everybody can read of it', async () => {
    const { body } = await desk.anonymous().get<PublicOutageDto[]>('/api/public/outages');
    expect(body).toEqual([{ ...NOTICE, from: '2026-11-23T02:00:00Z', procedures: [{ vi: 'Hộ tịch', en: 'Civil status' }], communes: ['Phường Biên Hoà'] }]);
    const page = await desk.anonymous().get<string>('/su-co');
    expect(page.headers.get('content-type')).toContain('text/html');
    for (const words of ['Cơ sở dữ liệu hộ tịch điện tử', '512/TB-HCTP', 'đang tiếp diễn', 'Hộ tịch']) expect(page.body).toContain(words);
  });

  test('the system is back in the night: the clocks go on, and exactly the open hours in between are given back', async () => {
    await desk.moveTo('2026-11-25T08:00');
    expect(await first.post<Problem>(`${OUTAGES}/${outage.id}/end`, { to: '2026-11-26T08:00:00+07:00' })).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(await first.post<OutageDto>(`${OUTAGES}/${outage.id}/end`, { to: '2026-11-25T00:30:00+07:00' })).toMatchObject({ status: 200, body: { to: '2026-11-24T17:30:00Z' } });
    expect(await first.post<Problem>(`${OUTAGES}/${outage.id}/end`, { to: '2026-11-25T01:00:00+07:00' })).toMatchObject({ status: 409, body: { code: 'outage.not-going-on' } });
    await desk.moveTo('2026-11-25T08:01');
    // Received at 08:30 for three working days: until Friday 08:30. From 09:00 until closing on Monday, 6.5 open hours; the 24th is a holiday.
    const clock = await clockOf(touched);
    expect(clock).toMatchObject({ state: 'running', dueAt: '2026-11-27T09:30:00Z' });
    expect(clock.trace.map(({ vi }) => vi).join('\n')).toContain('hệ thống gián đoạn, tạm dừng, không tính (512/TB-HCTP)');
    expect((await events(touched)).filter((event) => event.startsWith('outage'))).toEqual(['outageBegan', 'outageEnded']);
    expect((await clockOf(elsewhere, cast(desk, 'trangbom').clerk)).dueAt).toBe('2026-11-27T01:30:00Z');
    expect(await events(otherProcedure)).not.toContain('outageBegan');
  });

  test('one told of only afterwards gives back what lay in open hours; a night alone gives back nothing', async () => {
    await desk.moveTo('2026-11-25T10:00');
    const before = (await clockOf(otherProcedure)).dueAt;
    const night = await announce(first, { from: '2026-11-23T17:00:00+07:00', to: '2026-11-25T07:30:00+07:00', procedures: [LOST_LAND] });
    await second.post(`${OUTAGES}/${night.body.id}/approve`, {});
    for (const at of ['2026-11-25T10:01', '2026-11-25T10:02']) await follow(at);
    expect(await events(otherProcedure)).toEqual(expect.arrayContaining(['outageBegan', 'outageEnded']));
    expect(await clockOf(otherProcedure)).toMatchObject({ state: 'running', dueAt: before });
    const hour = await announce(first, { from: '2026-11-25T07:00:00+07:00', to: '2026-11-25T08:30:00+07:00', procedures: [LOST_LAND] });
    await second.post(`${OUTAGES}/${hour.body.id}/approve`, {});
    for (const at of ['2026-11-25T10:03', '2026-11-25T10:04']) await follow(at);
    expect(Date.parse((await clockOf(otherProcedure)).dueAt ?? '') - Date.parse(before ?? '')).toBe(60 * 60 * 1000);
  });

  test('told of after the date was missed, it is missed still and nobody is told twice; a date that moves beyond the telling is told for itself', async () => {
    const trangbom = cast(desk, 'trangbom').clerk;
    const late = async (): Promise<[dueAt: string | undefined, told: number, alarms: number]> => [
      (await clockOf(elsewhere, trangbom)).dueAt, (await events(elsewhere)).filter((event) => event === 'overdue').length,
      (await alarmsOf(desk, elsewhere)).filter(([kind, , state]) => kind === 'overdue' && state === 'open').length,
    ];
    const outageOf = async (from: string, to: string, ...follows: string[]): Promise<void> => {
      const { body } = await announce(first, { from: `${from}:00+07:00`, to: `${to}:00+07:00`, communes: [], procedures: [MARITAL_STATUS] });
      expect(await second.post(`${OUTAGES}/${body.id}/approve`, {})).toMatchObject({ status: 200 });
      for (const at of follows) await follow(at);
    };
    await desk.moveTo('2026-11-27T10:00');
    expect(await late()).toEqual(['2026-11-27T01:30:00Z', 1, 1]);
    await outageOf('2026-11-26T09:00', '2026-11-26T10:00', '2026-11-27T10:30', '2026-11-27T10:31');
    expect(await late()).toEqual(['2026-11-27T02:30:00Z', 1, 1]);
    await outageOf('2026-11-26T13:30', '2026-11-26T14:30', '2026-11-27T16:00', '2026-11-27T16:01');
    expect(await late()).toEqual(['2026-11-27T03:30:00Z', 2, 1]);
  });

  test('one that is not approved stops nothing', async () => {
    const { body } = await announce(first, { from: '2026-11-25T09:00:00+07:00', communes: [], procedures: [] });
    expect(await second.post<OutageDto>(`${OUTAGES}/${body.id}/reject`, {})).toMatchObject({ status: 200, body: { state: 'rejected' } });
    await follow('2026-11-25T10:10');
    expect((await clockOf(elsewhere, cast(desk, 'trangbom').clerk)).state).toBe('running');
  });
});
