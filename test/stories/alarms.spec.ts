import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { systemPrincipal } from '@app/access';
import { Acts } from '@app/dossiers';
import { newId } from '@app/kernel';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { BUILDING_PERMIT, LOST_LAND, MARITAL_STATUS, MATTERS, PEOPLE, act, cast, fileOnline, go, read, receiveAtCounter } from '../support/steps.js';
import type { AlarmListDto, AlarmRowDto } from '../../apps/desk/src/dossiers/alarms.dto.js';
import type { DossierListDto } from '../../apps/desk/src/dossiers/list.dto.js';

jest.setTimeout(60_000);

let desk: TestDesk;
let people: ReturnType<typeof cast>;

beforeAll(async () => {
  desk = await startTestDesk('2026-11-23T08:30');
  people = cast(desk);
});
afterAll(() => desk?.stop());
beforeEach(() => desk.moveTo('2026-11-23T08:30'));

const list = async (who: Visitor, query = ''): Promise<AlarmListDto> => {
  const { status, body } = await who.get<AlarmListDto>(`/api/alarms${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
/** The alarms of one dossier that somebody is shown: what, and who has to answer. */
const shown = async (who: Visitor, id: string): Promise<Array<[kind: string, unit: string]>> =>
  (await list(who)).rows.filter(({ dossierId }) => dossierId === id).map(({ kind, unit }) => [kind, unit.id]);
const rowOf = async (who: Visitor, id: string, kind: string): Promise<AlarmRowDto> => {
  const row = (await list(who, `?kind=${kind}`)).rows.find(({ dossierId }) => dossierId === id);
  if (row === undefined) throw new Error(`no ${kind}`);
  return row;
};
const received = async (): Promise<string> => (await receiveAtCounter(people.clerk, MARITAL_STATUS)).dossierId;

describe('the alarms of a unit', () => {
  test('a handover nobody acknowledges is its addressee’s, the transfer that took too long its sender’s; acknowledging ends both', async () => {
    const id = await received();
    await act(people.clerk, id, 'handOver');
    await desk.moveTo('2026-11-23T14:30');
    expect(await shown(people.registrar, id)).toEqual([['handoverUnacknowledged', 'c26068.office']]);
    expect(await shown(people.clerk, id)).toEqual([['stepOverdue', 'c26068.centre']]);
    // The desk was asleep until half past two: the alarm is as old as its telling.
    await desk.moveTo('2026-11-23T16:30');
    const { code } = await read(people.clerk, id);
    expect(await rowOf(people.registrar, id, 'handoverUnacknowledged')).toMatchObject({
      code, since: '2026-11-23T07:30:00Z', sinceText: { vi: '2 giờ làm việc', en: '2 working hours' }, dueAt: '2026-11-27T01:30:00Z', timeToken: 'on-time', waitsFor: [],
      label: { vi: 'Bàn giao chưa được xác nhận' }, ownerName: PEOPLE.single.name,
    });
    await act(people.registrar, id, 'acknowledge');
    expect([await shown(people.registrar, id), await shown(people.clerk, id)]).toEqual([[], []]);
  });

  test('of the promise date only the strongest warning stands, with whoever has the dossier now', async () => {
    const { registrar, chairman } = people;
    const id = await received();
    await go(id, [[people.clerk, 'handOver'], [registrar, 'acknowledge']]);
    await desk.moveTo('2026-11-26T07:30');
    expect(await shown(registrar, id)).toContainEqual(['dueTomorrow', 'c26068.office']);
    await desk.moveTo('2026-11-26T09:00');
    // Two thirds of the time are over as well: that is said by the day before already.
    expect((await shown(registrar, id)).map(([kind]) => kind).toSorted()).toEqual(['dueTomorrow', 'stepOverdue']);
    await go(id, [[registrar, 'examine', { meets: true }], [registrar, 'submitForApproval']]);
    expect(await shown(chairman, id)).toEqual([['dueTomorrow', 'c26068']]);
    expect(await shown(registrar, id)).toEqual([]);
    await desk.moveTo('2026-11-27T08:31');
    expect(await rowOf(chairman, id, 'overdue')).toMatchObject({ unit: { id: 'c26068' }, timeToken: 'overdue', since: '2026-11-27T01:31:00Z' });
    await go(id, [[chairman, 'approve'], [people.records, 'number'], [people.records, 'handOver'], [people.clerk, 'acknowledge'], [people.clerk, 'resultReady']]);
    expect([await shown(chairman, id), await shown(people.clerk, id), await shown(registrar, id)]).toEqual([[], [], []]);
  });

  test('an online filing nobody answers is the centre’s until somebody does', async () => {
    const id = await fileOnline(desk.citizen(PEOPLE.single.personalId), MARITAL_STATUS);
    await desk.moveTo('2026-11-25T08:30');
    expect(await shown(people.clerk, id)).toEqual([['filingUnanswered', 'c26068.centre']]);
    expect((await rowOf(people.clerk, id, 'filingUnanswered')).dueAt).toBeUndefined();
    await act(people.clerk, id, 'receive');
    expect(await shown(people.clerk, id)).toEqual([]);
  });

  test('bodies that do not answer are one alarm of who asked them, and are named', async () => {
    const { clerk, landOfficer, planner } = people;
    const id = (await receiveAtCounter(clerk, BUILDING_PERMIT)).dossierId;
    await go(id, [[clerk, 'handOver'], [landOfficer, 'acknowledge'], [landOfficer, 'examine', { meets: true }], [landOfficer, 'examine', { meets: true }]]);
    const seen = await act(landOfficer, id, 'requestConsultation', { consult: [{ body: 'planning' }, { body: 'fireSafety' }] });
    // No procedure of the catalogue asks a body whose silence is not agreement: what the sweeper does for such a one is done here.
    const acts = desk.app.get(Acts);
    for (const { id: consultationId } of seen.consultations) {
      await acts.act({ id: newId(), dossierId: id, expectedVersion: null, event: 'consultationOverdue', data: { consultationId } }, systemPrincipal('deadlines'));
    }
    expect(await shown(landOfficer, id)).toEqual([['consultationOverdue', 'c26068.economy']]);
    expect((await rowOf(landOfficer, id, 'consultationOverdue')).waitsFor.map((unit) => unit.id).toSorted()).toEqual(['p75.construction', 'p75.police']);
    // It is not the body's alarm: it sees what it is asked in its own list.
    expect((await shown(planner, id)).filter(([kind]) => kind === 'consultationOverdue')).toEqual([]);
  });
});

describe('the list of alarms', () => {
  test('comes oldest first, is narrowed to a kind, and its counts are those of the rows', async () => {
    const [first, second] = [await received(), await received()];
    await act(people.clerk, first, 'handOver');
    await desk.moveTo('2026-11-23T09:00');
    await act(people.clerk, second, 'handOver');
    await desk.moveTo('2026-11-23T10:30');
    await desk.moveTo('2026-11-23T13:30');
    const all = await list(people.registrar);
    expect(all.rows.map(({ since }) => since)).toEqual(all.rows.map(({ since }) => since).toSorted());
    expect(all.counts.map(({ kind, count }) => [kind, count])).toEqual(all.counts.map(({ kind }) => [kind, all.rows.filter((row) => row.kind === kind).length]));
    expect(all.total).toBe(all.rows.length);
    const narrowed = await list(people.registrar, '?kind=handoverUnacknowledged');
    expect(narrowed.rows.map(({ dossierId }) => dossierId)).toEqual([first, second]);
    expect(narrowed.counts).toEqual(all.counts);
    expect(await list(people.registrar, '?limit=0')).toEqual({ ...all, rows: [] });
    expect((await list(people.registrar, '?kind=handoverUnacknowledged&limit=1&offset=1')).rows.map(({ dossierId }) => dossierId)).toEqual([second]);
    expect((await people.registrar.get('/api/alarms?kind=anything')).status).toBe(400);
    await go(first, [[people.registrar, 'acknowledge']]);
    await go(second, [[people.registrar, 'acknowledge']]);
  });

  test('shows a leader the units below, and another unit or commune nothing', async () => {
    const id = await received();
    await act(people.clerk, id, 'handOver');
    await desk.moveTo('2026-11-23T10:30');
    await desk.moveTo('2026-11-23T14:00');
    const unit = ['handoverUnacknowledged', 'c26068.office'];
    expect(await shown(people.registrar, id)).toEqual([unit]);
    expect(await shown(people.chairman, id)).toContainEqual(unit);
    const elsewhere = cast(desk, 'trangbom');
    for (const who of [people.landOfficer, people.socialOfficer, elsewhere.registrar, elsewhere.chairman, people.reviewer, people.director]) expect(await shown(who, id)).toEqual([]);
    expect((await desk.citizen(PEOPLE.single.personalId).get('/api/alarms')).status).toBe(403);
  });
});

describe('acts for many in a list', () => {
  const actsIn = async (who: Visitor, id: string, name = 'all'): Promise<string[]> =>
    (await who.get<DossierListDto>(`/api/dossiers?list=${name}`)).body.rows.find((row) => row.id === id)!.manyActs.map(({ event }) => event);

  test('are those the dossier’s own page offers that need nothing said of it alone', async () => {
    const id = await received();
    for (const [who, event, data] of [[people.clerk, 'handOver'], [people.registrar, 'acknowledge'], [people.registrar, 'examine', { meets: true }], [people.registrar, 'submitForApproval'], [people.chairman, 'approve'], [people.records, 'number']] as const) {
      const offered = (await read(who, id)).acts.filter(({ data: kind, event: each }) => ['none', 'handover', 'assignment'].includes(kind) && each !== 'unfollow' && each !== 'removeCooperator').map(({ event: each }) => each);
      expect(await actsIn(who, id)).toEqual(offered);
      await act(who, id, event, data ?? {});
    }
  });

  test('tell who follows it that it may be left, and nobody else', async () => {
    const id = await received();
    expect(await actsIn(people.chairman, id)).toContain('follow');
    await act(people.chairman, id, 'follow');
    expect(await actsIn(people.chairman, id)).toContain('unfollow');
    expect(await actsIn(people.chairman, id)).not.toContain('follow');
    expect(await actsIn(people.clerk, id)).toContain('follow');
  });
});

describe('where the time went', () => {
  test('three units, a supplement and a late end: every working minute is somebody’s, and they add up to the whole', async () => {
    const { clerk, reviewer, landOfficer } = people;
    const id = (await receiveAtCounter(clerk, LOST_LAND)).dossierId;
    await desk.moveTo('2026-11-23T10:30');
    await go(id, [[clerk, 'handOver']]);
    await desk.moveTo('2026-11-23T14:30');
    await go(id, [[reviewer, 'acknowledge']]);
    await act(reviewer, id, 'requestSupplement', { items: [{ target: 'field', key: MATTERS[LOST_LAND]!.askAbout, reason: 'incomplete-answer' }] });
    await desk.moveTo('2026-11-26T08:30');
    await act(clerk, id, 'supply', { answers: { [MATTERS[LOST_LAND]!.askAbout]: 'Thất lạc khi dọn nhà.' } });
    await desk.moveTo('2026-11-26T15:30');
    await go(id, [[reviewer, 'examine', { meets: true }], [reviewer, 'handOver']]);
    await desk.moveTo('2026-11-27T08:30');
    await go(id, [[landOfficer, 'acknowledge']]);
    const early = (await read(clerk, id)).timeShares;
    expect(early).toMatchObject({
      // Centre and province until each passed it on; a handover on its way is still the sender's.
      holders: [
        { unit: { id: 'c26068.centre' }, minutes: 270, late: 0 },
        { unit: { id: 'p75.land-registration' }, officer: 'Lê Thị Minh Thư', minutes: 330, late: 0 },
        { unit: { id: 'p75.land-registration' }, minutes: 150, late: 0 },
      ],
      pauses: [{ cause: 'supplement' }],
      outcome: 'on-time',
    });
    await desk.moveTo('2027-02-26T16:00');
    const { timeShares: late, clock } = await read(clerk, id);
    expect(clock.timeToken).toBe('overdue');
    expect(late.outcome).toBe('late');
    expect(late.holders.map(({ unit, late: after }) => [unit.id, after > 0])).toEqual([
      ['c26068.centre', false], ['p75.land-registration', false], ['p75.land-registration', false], ['c26068.economy', true],
    ]);
    const sum = (shares: ReadonlyArray<{ minutes: number }>): number => shares.reduce((whole, { minutes }) => whole + minutes, 0);
    expect(sum(late.holders) + sum(late.pauses)).toBe(late.total);
    expect(sum(late.pauses)).toBe(sum(early.pauses));
  });
});
