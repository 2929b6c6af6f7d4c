import { describe, expect, test } from '@jest/globals';
import { buildCalendar, due, explain, type LimitEnd, type Pause, type TimeLimit } from './index.js';
import { at, commune } from './testing/units.js';

function explanation(received: string, limit: TimeLimit, ends: LimitEnd, pauses: Pause[] = []): string[] {
  return explain(due(commune(), { from: at(received), limit, ends, pauses }).trace).map((sentence) => sentence.vi);
}

describe('the explanation of a due date', () => {
  test('tells each day counted and each day skipped, with its source', () => {
    expect(explanation('2026-11-20T16:30', { value: 2, unit: 'working-days' }, 'same-time')).toEqual([
      '16:30 Thứ Sáu 20/11/2026: tiếp nhận hồ sơ',
      'Thứ Sáu 20/11/2026, 16:30–17:00: giờ làm việc, tính 30 phút làm việc trên 7 giờ 30 phút làm việc của ngày (12/QĐ-UBND)',
      'Thứ Bảy 21/11/2026: ngày nghỉ hằng tuần (12/QĐ-UBND)',
      'Chủ nhật 22/11/2026: ngày nghỉ hằng tuần (12/QĐ-UBND)',
      'Thứ Hai 23/11/2026: giờ làm việc, tính 1 ngày làm việc (12/QĐ-UBND)',
      'Thứ Ba 24/11/2026: nghỉ lễ Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16)',
      'Thứ Tư 25/11/2026, 07:30–16:30: giờ làm việc, tính 7 giờ làm việc trên 7 giờ 30 phút làm việc của ngày (12/QĐ-UBND)',
      '16:30 Thứ Tư 25/11/2026: hạn trả kết quả',
    ]);
  });

  test('says the same in English', () => {
    const { trace } = due(commune(), { from: at('2026-11-23T16:00'), limit: { sameDay: true, cutoff: '15:00' }, ends: 'close-of-day' });
    expect(explain(trace).map((sentence) => sentence.en)).toEqual([
      'Monday 23/11/2026, 16:00: dossier received',
      'Monday 23/11/2026, 16:00–17:00: received from the cut-off on: returned on the next working day (Law 60/2014 Art. 5.3; Decree 118/2025 Art. 18)',
      'Tuesday 24/11/2026: public holiday, Vietnam Culture Day (Resolution 28/2026/QH16)',
      'Wednesday 25/11/2026, 07:30–17:00: working time, 7 working hours 30 minutes counted (12/QĐ-UBND)',
      'Wednesday 25/11/2026, 17:00: due (Law 60/2014 Art. 5.3; Decree 118/2025 Art. 18)',
    ]);
  });

  test('says when the receipt came outside hours, and why its day does not count', () => {
    expect(explanation('2026-11-06T18:00', { value: 1, unit: 'working-days' }, 'close-of-day')).toEqual([
      '18:00 Thứ Sáu 06/11/2026: tiếp nhận hồ sơ',
      'Thứ Sáu 06/11/2026, 18:00–24:00: ngoài giờ làm việc (12/QĐ-UBND)',
      'Thứ Bảy 07/11/2026: ngày nghỉ hằng tuần (12/QĐ-UBND)',
      'Chủ nhật 08/11/2026: ngày nghỉ hằng tuần (12/QĐ-UBND)',
      'Thứ Hai 09/11/2026, 07:30–17:00: ngày tiếp nhận, không tính vào thời hạn (Bộ luật Dân sự 2015, Điều 147 khoản 2)',
      'Thứ Ba 10/11/2026: giờ làm việc, tính 1 ngày làm việc (12/QĐ-UBND)',
      '17:00 Thứ Ba 10/11/2026: hạn trả kết quả (Bộ luật Dân sự 2015, Điều 148)',
    ]);
  });

  test('names the cause and the basis of a pause, and what calendar days run over', () => {
    const pauses: Pause[] = [{ from: at('2026-11-04T10:00'), to: at('2026-11-05T09:00'), cause: 'public-notice', basis: 'Nghị định 101/2024/NĐ-CP' }];
    expect(explanation('2026-11-02T10:00', { value: 5, unit: 'calendar-days' }, 'same-time', pauses)).toEqual([
      '10:00 Thứ Hai 02/11/2026: tiếp nhận hồ sơ',
      'Từ 10:00 Thứ Hai 02/11/2026 đến 10:00 Thứ Tư 04/11/2026: tính theo ngày lịch, kể cả ngày nghỉ, tính 2 ngày',
      'Từ 10:00 Thứ Tư 04/11/2026 đến 09:00 Thứ Năm 05/11/2026: niêm yết công khai, tạm dừng, không tính (Nghị định 101/2024/NĐ-CP)',
      'Từ 09:00 Thứ Năm 05/11/2026 đến 09:00 Chủ nhật 08/11/2026: tính theo ngày lịch, kể cả ngày nghỉ, tính 3 ngày',
      'Chủ nhật 08/11/2026: ngày nghỉ hằng tuần (12/QĐ-UBND)',
      '07:30 Thứ Hai 09/11/2026: hạn trả kết quả',
    ]);
  });

  test('says that a date is not officially confirmed', () => {
    expect(explanation('2026-08-28T08:00', { value: 1, unit: 'working-days' }, 'same-time')).toContain(
      'Thứ Hai 31/08/2026: Ngày nghỉ hoán đổi, chưa công bố chính thức (phương án hoán đổi dịp Quốc khánh 2026, chưa có văn bản xác nhận)',
    );
  });

  test('names a legal basis for everything skipped or paused, even where no document is on record', () => {
    const bare = buildCalendar({
      unit: { id: 'u', name: 'U' },
      hours: [{ since: '2026-01-01', week: { mon: ['08:00-12:00'], tue: ['08:00-12:00'], wed: ['08:00-12:00'] } }],
      days: [{ date: '2026-11-03', kind: 'holiday', nameVi: 'Ngày lễ', nameEn: 'Holiday' }, { date: '2026-11-04', kind: 'comp-off' }],
      years: [2026],
    });
    const pauses: Pause[] = [{ from: at('2026-11-09T09:00'), to: at('2026-11-09T10:00'), cause: 'supplement' }];
    const { trace } = due(bare, { from: at('2026-11-02T09:00'), limit: { value: 2, unit: 'working-days' }, ends: 'close-of-day', pauses });
    const silent = trace.filter((line) => line.kind === 'skipped' || line.kind === 'paused');
    expect(silent.map((line) => [line.date, line.source?.en])).toEqual([
      ['2026-11-02', 'Civil Code 2015 Art. 147.2'],
      ['2026-11-03', 'Labour Code 2019 Art. 112'],
      ['2026-11-04', 'Labour Code 2019 Art. 111'],
      ...['2026-11-05', '2026-11-06', '2026-11-07', '2026-11-08'].map((date) => [date, 'Labour Code 2019 Art. 111']),
      ['2026-11-09', 'Decree 118/2025 Art. 17'],
    ]);
  });
});
