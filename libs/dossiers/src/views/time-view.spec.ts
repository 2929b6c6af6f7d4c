import { describe, expect, test } from '@jest/globals';
import { buildCalendar } from '@app/calendar';
import type { PauseCause } from '@app/workflow';
import type { ClockEntry } from '../clock-ledger.js';
import type { DossierRow } from '../dossier-row.js';
import type { ExtensionRow } from './act-records.js';
import { badgesOf } from './badges.js';
import { clockView } from './clock-view.js';
import type { JournalLine } from './contents.js';
import { timeView } from './time-view.js';

const DAY = ['07:30-11:30', '13:00-17:00'];
const calendar = buildCalendar({
  unit: { id: 'c1', name: 'Phường thử' },
  hours: [{ since: '2026-01-01', week: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY } }],
  days: [],
  years: [2026],
});
const local = (text: string): string => Temporal.PlainDateTime.from(text).toZonedDateTime('Asia/Ho_Chi_Minh').toInstant().toString();
const now = Temporal.Instant.from(local('2026-11-03T09:00'));
const running = { clock_state: 'running', due_at: local('2026-11-03T11:00'), due_soon_at: local('2026-11-03T10:00'), closed_at: null, status: 4, code: 'H19' } as const;

describe('how the time of a dossier stands', () => {
  test('while it runs it says what is left', () => {
    expect(timeView(running, {}, calendar, now)).toEqual({ timeToken: 'on-time', timeText: { vi: 'còn 2 giờ làm việc', en: '2 working hours left' } });
    expect(timeView({ ...running, due_soon_at: local('2026-11-03T08:00') }, {}, calendar, now).timeToken).toBe('due-soon');
    expect(timeView({ ...running, due_at: local('2026-11-03T08:00') }, {}, calendar, now)).toMatchObject({ timeToken: 'overdue', timeText: { vi: 'quá hạn 1 giờ làm việc' } });
  });

  test.each<[PauseCause, string]>([
    ['supplement', 'Tạm dừng – chờ bổ sung'],
    ['financial-duty', 'Tạm dừng – chờ nộp nghĩa vụ tài chính'],
    ['public-notice', 'Tạm dừng – đang niêm yết công khai'],
    ['consultation', 'Tạm dừng – chờ ý kiến cơ quan khác'],
    ['identity-confirmation', 'Tạm dừng – chờ người dân kiểm tra hoặc xác nhận'],
    ['outage', 'Tạm dừng – sự cố hệ thống'],
  ])('paused for %s it says so', (pauseCause, vi) => {
    expect(timeView({ ...running, clock_state: 'paused' }, { pauseCause }, calendar, now)).toMatchObject({ timeToken: 'paused', timeText: { vi } });
  });

  test.each([[3, 'Không được tiếp nhận'], [8, 'Đã dừng'], [10, 'Đã giải quyết xong']])('ended with status %i it says "%s"', (status, vi) => {
    expect(timeView({ ...running, clock_state: 'stopped', status, closed_at: local('2026-11-03T08:00') }, {}, calendar, now)).toMatchObject({ timeToken: 'none', timeText: { vi } });
  });

  test('before receipt, and on the way to a competent unit elsewhere, nothing is counted', () => {
    const fresh = { ...running, clock_state: 'not-started', due_at: null, due_soon_at: null } as const;
    expect(timeView({ ...fresh, code: null }, {}, calendar, now).timeText.vi).toBe('Chưa tính thời hạn');
    expect(timeView(fresh, {}, calendar, now).timeText.vi).toBe('Chưa tính thời hạn – tính từ khi cơ quan có thẩm quyền nhận hồ sơ');
  });
});

describe('how the appointed date moved', () => {
  const entry = (seq: number, kind: ClockEntry['kind'], at: string, more: Partial<ClockEntry> = {}): ClockEntry => ({ seq, kind, at: local(at), cause: null, basis: null, source: null, amount: null, ...more });
  const line = (seq: number, event: string, at: string) => ({ seq, who: null, detail: null, body: { seq, event, at: local(at) } }) as unknown as JournalLine;
  const dossier = { ...running, time_limit: { value: 2, unit: 'working-days', ends: 'same-time', notCounted: [] }, due_trace: null } as unknown as DossierRow;
  const ledger = [entry(1, 'start', '2026-11-02T08:00'), entry(2, 'pause', '2026-11-02T14:00', { cause: 'supplement' }), entry(3, 'resume', '2026-11-03T14:00', { cause: 'supplement' })];
  const journal = [line(1, 'receive', '2026-11-02T08:00'), line(2, 'requestSupplement', '2026-11-02T14:00'), line(3, 'supply', '2026-11-03T14:00')];
  const changesOf = (more: { ledger?: ClockEntry[]; journal?: JournalLine[]; extensions?: ExtensionRow[] } = {}) =>
    clockView({ dossier, meta: {} as never, calendar, ledger: more.ledger ?? ledger, extensions: more.extensions ?? [], journal: more.journal ?? journal }, now).changes;

  test('a pause moves it by what was not counted', () => {
    expect(changesOf()).toEqual([{
      at: local('2026-11-03T14:00'), cause: { vi: 'Không tính thời gian chờ người dân bổ sung hồ sơ', en: 'Time not counted: waiting for the citizen’s supplement' },
      from: local('2026-11-04T08:00'), to: local('2026-11-05T08:00'),
    }]);
  });

  test('an extension moves it from what the leader signed to what the letter says', () => {
    const extension = { kind: 'extension', outcome: 'granted', decided_seq: 4, reason: 'overload', due_before: local('2026-11-05T08:00'), due_after: local('2026-11-06T08:00') } as ExtensionRow;
    const changes = changesOf({
      ledger: [...ledger, entry(4, 'extend', '2026-11-03T15:00', { amount: { value: 1, unit: 'working-days' } })], journal: [...journal, line(4, 'grantExtension', '2026-11-03T15:00')], extensions: [extension],
    });
    expect(changes[1]).toMatchObject({ cause: { vi: 'Gia hạn: Số lượng hồ sơ tăng đột biến, chưa bố trí kịp nhân lực' }, basis: 'Nghị định 61/2018/NĐ-CP, Điều 19', from: local('2026-11-05T08:00'), to: local('2026-11-06T08:00') });
  });

  test('dates of before a change of the calendar are not told any more: they cannot be derived', () => {
    const changes = changesOf({ journal: [...journal, line(4, 'calendarChanged', '2026-11-03T15:00')] });
    expect(changes.map(({ cause, from, to }) => [cause.en, from, to])).toEqual([
      ['Time not counted: waiting for the citizen’s supplement', undefined, undefined],
      ['The working calendar changed', undefined, local('2026-11-05T08:00')],
    ]);
  });
});

describe('what stands out in a list', () => {
  const row = { status: 4, head_pending: false, consulted_units: [], alarms: null };
  const kinds = (more: object, units: readonly string[] = []): string[] => badgesOf({ ...row, ...more }, new Set(units)).map(({ kind }) => kind);

  test('nothing of the ordinary', () => expect(kinds({})).toEqual([]));
  test('alarms once each and before all, but not what the time token says', () => {
    expect(kinds({ alarms: ['dueSoon', 'stepOverdue', 'stepOverdue', 'overdue', 'dueTomorrow'], head_pending: true })).toEqual(['stepOverdue', 'dueTomorrow', 'head-pending']);
  });
  test('an opinion asked of my own unit, not of another', () => {
    expect(kinds({ consulted_units: ['p75.police'] }, ['p75.police'])).toEqual(['consulted']);
    expect(kinds({ consulted_units: ['p75.police'] }, ['c26068'])).toEqual([]);
  });
  test('a withdrawal asked', () => expect(kinds({ status: 7 })).toEqual(['withdrawal-asked']));
});
