import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createDataSource, Database, SYSTEM } from '@app/database';
import { DeadlineSweeper, followCalendarChanges } from '@app/dossiers';
import { OrganisationService } from '@app/organisation';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { LOST_LAND, MARITAL_STATUS, cast, go, read, receiveAtCounter, type Problem } from '../support/steps.js';
import type { CalendarChangeDto, CalendarLogLineDto, CalendarPreviewDto, CalendarRecordsDto } from '../../apps/desk/src/admin/calendar.dto.js';

jest.setTimeout(120_000);

const CHANGES = '/api/admin/calendar/changes';
const NOTHING = { days: [], removed: [], hours: [], years: [] };
const dayOff = (date: string) => ({ date, kind: 'day-off', nameVi: 'Nghỉ do bão', nameEn: 'Closed for the storm', status: 'official' });

describe('an authority corrects the calendar, and every open promise date follows by an act of its own', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;
  let first: Visitor;
  let second: Visitor;
  let running: string;
  let elsewhere: string;
  let standing: string;
  let closed: string;
  let change: CalendarChangeDto;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    people = cast(desk);
    [first, second] = [desk.officer('quantri'), desk.officer('quantri2')];
    // Closed before the change: it keeps what it was promised.
    closed = (await receiveAtCounter(people.clerk, MARITAL_STATUS)).dossierId;
    await go(closed, [
      [people.clerk, 'handOver'], [people.registrar, 'acknowledge'], [people.registrar, 'examine', { meets: true }], [people.registrar, 'submitForApproval', { draft: {} }],
      [people.viceChairman, 'approve'], [people.records, 'number'], [people.records, 'handOver'], [people.clerk, 'acknowledge'], [people.clerk, 'resultReady'],
    ]);
    running = (await receiveAtCounter(people.secondClerk, LOST_LAND)).dossierId;
    elsewhere = (await receiveAtCounter(cast(desk, 'trangbom').clerk, MARITAL_STATUS)).dossierId;
    standing = (await receiveAtCounter(people.clerk, MARITAL_STATUS)).dossierId;
    await go(standing, [[people.clerk, 'handOver'], [people.registrar, 'acknowledge'], [people.registrar, 'requestSupplement', { items: [{ target: 'field', key: '/purpose', reason: 'wrong-information' }] }]]);
  });
  afterAll(() => desk?.stop());

  const dueOf = async (who: Visitor, id: string): Promise<string | undefined> => (await read(who, id)).clock.dueAt;
  const journal = (id: string) => desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ event: string }>('select event from journal where dossier_id = $1 order by seq', [id]));
  const propose = (who: Visitor, unitId: string, more: object): Promise<{ status: number; body: CalendarChangeDto }> =>
    who.post<CalendarChangeDto>(CHANGES, { unitId, document: '88/QĐ-UBND', ...NOTHING, ...more });

  test('the dates promised first are over the calendar as it was', async () => {
    expect(await dueOf(people.clerk, running)).toBe('2026-12-08T01:30:00Z');
    expect(await dueOf(cast(desk, 'trangbom').clerk, elsewhere)).toBe('2026-11-27T01:30:00Z');
  });

  test('the records are listed by layer and year, each with its document and how sure it is', async () => {
    const { body } = await first.get<CalendarRecordsDto>('/api/admin/calendar?unit=c26068.centre&year=2026');
    expect(body.years).toEqual([2025, 2026, 2027, 2028, 2029, 2030, 2031]);
    expect(body.layers.map(({ unitId }) => unitId)).toEqual(['c26068.centre', 'c26068', 'p75', 'vn']);
    const nation = body.layers.at(-1)!;
    expect(nation.days.find(({ date }) => date === '2026-11-24')).toMatchObject({ kind: 'holiday', status: 'official', name: { vi: 'Ngày Văn hóa Việt Nam' }, source: { vi: 'Nghị quyết 28/2026/QH16' } });
    expect(nation.days.find(({ date }) => date === '2026-08-31')).toMatchObject({ kind: 'day-off', status: 'unconfirmed' });
    expect(nation.hours).toMatchObject([{ week: { mon: ['07:30-11:30', '13:30-17:00'] } }]);
  });

  test('one officer proposes a day off for one commune; a clerk may not, nor may it be nonsense', async () => {
    expect(await people.clerk.post<Problem>(CHANGES, { unitId: 'c26068', document: 'x', ...NOTHING, days: [dayOff('2026-11-26')] })).toMatchObject({ status: 403, body: { code: 'permission.missing' } });
    expect(await first.post<Problem>(CHANGES, { unitId: 'c26068', document: 'x', ...NOTHING })).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(await first.post<Problem>(CHANGES, { unitId: 'c26068', document: 'x', ...NOTHING, days: [dayOff('2026-02-30')] })).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(await first.post<Problem>(CHANGES, { unitId: 'c26068', document: 'x', ...NOTHING, hours: [{ since: '2027-01-01', week: { mon: ['11:30-07:30'] } }] })).toMatchObject({ status: 422, body: { code: 'calendar.hours-invalid' } });
    const answer = await propose(first, 'c26068', { days: [dayOff('2026-11-26')] });
    expect(answer).toMatchObject({ status: 201, body: { state: 'proposed', own: true, proposedBy: 'Nguyễn Văn Quản', document: '88/QĐ-UBND' } });
    change = answer.body;
  });

  test('the preview tells which dates would move, and moves none', async () => {
    const { body } = await second.get<CalendarPreviewDto>(`${CHANGES}/${change.id}`);
    expect(body.moves.map(({ dossierId, from, to }) => [dossierId, from, to])).toEqual([[running, '2026-12-08T01:30:00Z', '2026-12-09T01:30:00Z']]);
    expect(await dueOf(people.clerk, running)).toBe('2026-12-08T01:30:00Z');
  });

  test('who proposed it may not approve it, not even behind the program’s back', async () => {
    expect(await first.post<Problem>(`${CHANGES}/${change.id}/approve`, {})).toMatchObject({ status: 403, body: { code: 'permission.four-eyes' } });
    await expect(desk.asOwner.transaction(SYSTEM, (tx) => tx.execute('update calendar_change set approved_by = proposed_by, approved_at = now(), moved = 0 where id = $1', [change.id])))
      .rejects.toThrow(/calendar_proposer_never_approves/);
  });

  test('another approves: the open date follows by a journalled act with a notice, once; others stay', async () => {
    const before = { closed: (await read(people.clerk, closed)).clock.dueAt, standing: (await read(people.clerk, standing)).clock.dueAt, journal: await journal(closed) };
    expect(await second.post<CalendarChangeDto>(`${CHANGES}/${change.id}/approve`, {})).toMatchObject({ status: 200, body: { state: 'approved', moved: 1, decidedBy: 'Đặng Thị Hải Yến' } });
    expect(await second.post<Problem>(`${CHANGES}/${change.id}/approve`, {})).toMatchObject({ status: 409, body: { code: 'calendar.change-decided' } });
    await desk.moveTo('2026-11-23T09:00');
    await desk.moveTo('2026-11-23T09:01');
    await desk.drain();

    const moved = await read(people.clerk, running);
    expect(moved.clock.dueAt).toBe('2026-12-09T01:30:00Z');
    expect(moved.clock.trace.map(({ vi }) => vi).join('\n')).toContain('Nghỉ do bão');
    expect((await journal(running)).filter(({ event }) => event === 'calendarChanged')).toHaveLength(1);
    const { text } = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ text: { vi: string } }>('select text from notification where dossier_id = $1 order by at desc limit 1', [running]));
    expect(text.vi).toContain('có ngày hẹn trả kết quả mới');

    expect((await read(people.clerk, closed)).clock.dueAt).toBe(before.closed);
    expect(await journal(closed)).toEqual(before.journal);
    expect((await read(people.clerk, standing)).clock.dueAt).toBe(before.standing);
    expect((await journal(elsewhere)).map(({ event }) => event)).not.toContain('calendarChanged');
    expect(await desk.app.get(DeadlineSweeper).sweep()).toBe(0);
  });

  test('what is received now, and what goes on now, counts by the new calendar without a restart', async () => {
    const fresh = (await receiveAtCounter(people.clerk, MARITAL_STATUS)).dossierId;
    expect(await dueOf(people.clerk, fresh)).toBe('2026-11-30T02:01:00Z');
  });

  test('another process dates by the new calendar at once, and what it stored in between is found', async () => {
    const other = await createDataSource({ url: desk.scratch.applicationUrl, role: 'application' }).initialize();
    try {
      const database = new Database(other);
      const organisation = new OrganisationService(database);
      const open = async (): Promise<number> => (await database.transaction(SYSTEM, (tx) => organisation.unitCalendar('c26068.centre', tx))).days.filter((day) => typeof day === 'object' && day.minutes > 0 && day.date.startsWith('2026-12')).length;
      expect(await open()).toBe(23);
      const { body } = await propose(first, 'c26068', { days: [dayOff('2026-12-02')] });
      // As if this promise had been stored from the old calendar while the change was being approved.
      await desk.asOwner.transaction(SYSTEM, (tx) => tx.execute(`update dossier set clock_state = 'stopped' where id = $1`, [running]));
      await second.post(`${CHANGES}/${body.id}/approve`, {});
      expect(await open()).toBe(22);
      await desk.asOwner.transaction(SYSTEM, (tx) => tx.execute(`update dossier set clock_state = 'running' where id = $1`, [running]));
      expect(await followCalendarChanges(database, organisation, desk.clock.now())).toBe(1);
      expect(await followCalendarChanges(database, organisation, desk.clock.now())).toBe(0);
    } finally {
      await other.destroy();
    }
    await desk.moveTo('2026-11-23T09:02');
    expect(await dueOf(people.clerk, running)).toBe('2026-12-10T01:30:00Z');
  });

  test('a change is taken back by its reverse, proposed and approved in the same way', async () => {
    const reverse = await second.post<CalendarChangeDto>(`${CHANGES}/${change.id}/undo`, { document: '89/QĐ-UBND' });
    expect(reverse).toMatchObject({ status: 201, body: { state: 'proposed', removed: ['2026-11-26'], days: [], undoes: change.id } });
    expect(await second.post<Problem>(`${CHANGES}/${change.id}/undo`, { document: '89/QĐ-UBND' })).toMatchObject({ status: 409, body: { code: 'calendar.not-undoable' } });
    expect(await first.post<CalendarChangeDto>(`${CHANGES}/${reverse.body.id}/approve`, {})).toMatchObject({ status: 200, body: { moved: 2 } });
    await desk.moveTo('2026-11-23T09:03');
    expect(await dueOf(people.clerk, running)).toBe('2026-12-09T01:30:00Z');
  });

  test('hours change from a day on, for one unit; a change may be sent back with a reason', async () => {
    const morning = ['07:00-11:00'];
    const week = { mon: morning, tue: morning, wed: morning, thu: morning, fri: morning };
    const { body } = await propose(first, 'c26248', { hours: [{ since: '2026-11-26', week }] });
    const { body: preview } = await second.get<CalendarPreviewDto>(`${CHANGES}/${body.id}`);
    expect(preview.moves.map(({ dossierId }) => dossierId)).toEqual([elsewhere]);
    expect(await second.post<CalendarChangeDto>(`${CHANGES}/${body.id}/reject`, { reason: 'Chưa có quyết định.' })).toMatchObject({ body: { state: 'rejected', rejectedReason: 'Chưa có quyết định.' } });
    await desk.moveTo('2026-11-23T09:04');
    expect(await dueOf(cast(desk, 'trangbom').clerk, elsewhere)).toBe('2026-11-27T01:30:00Z');
  });

  test('the nation’s days are changed at the province only', async () => {
    const director = desk.officer('giamdoc.bienhoa');
    expect(await director.post<Problem>(CHANGES, { unitId: 'vn', document: 'x', ...NOTHING, days: [dayOff('2026-12-24')] })).toMatchObject({ status: 403 });
    expect(await director.post<CalendarChangeDto>(CHANGES, { unitId: 'c26068.centre', document: '3/TTPVHCC', ...NOTHING, days: [dayOff('2027-01-04')] })).toMatchObject({ status: 201 });
    expect(await propose(first, 'vn', { years: [2032], days: [{ ...dayOff('2032-01-01'), kind: 'holiday' }] })).toMatchObject({ status: 201, body: { years: [2032] } });
  });

  test('the log keeps every edit with what stood before, and nobody can rewrite it', async () => {
    const { body } = await second.get<CalendarLogLineDto[]>('/api/admin/calendar/log?unit=c26068');
    expect(body.map(({ act, subject, officer, document }) => [act, subject ?? null, officer, document]).slice(0, 3)).toEqual([
      ['approved', null, 'Nguyễn Văn Quản', '89/QĐ-UBND'],
      ['day-removed', '2026-11-26', 'Nguyễn Văn Quản', '89/QĐ-UBND'],
      ['proposed', null, 'Đặng Thị Hải Yến', '89/QĐ-UBND'],
    ]);
    expect(body[1]!.before).toMatchObject({ date: '2026-11-26', kind: 'day-off', source: '88/QĐ-UBND' });
    const application = await createDataSource({ url: desk.scratch.applicationUrl, role: 'application' }).initialize();
    try {
      for (const statement of ['update calendar_log set document = null', 'delete from calendar_log']) await expect(application.query(statement)).rejects.toThrow(/permission denied/);
    } finally {
      await application.destroy();
    }
  });
});
