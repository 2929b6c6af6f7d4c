import { describe, expect, test } from '@jest/globals';
import { announcementOf, emptyOutage, momentOf } from './outage-draft';

const DRAFT = { ...emptyOutage(), system: 'Cơ sở dữ liệu hộ tịch', owner: 'Cục Hành chính tư pháp', document: '512/TB-HCTP', fromDay: '2026-11-23', fromTime: '9:00' };

describe('an outage being typed', () => {
  test('becomes an announcement, open until its end is known', () => {
    expect(announcementOf({ ...DRAFT, procedures: '1.004873, field:G15-TP07', communes: 'c26068' })).toEqual({
      faults: [],
      announcement: {
        system: 'Cơ sở dữ liệu hộ tịch', owner: 'Cục Hành chính tư pháp', document: '512/TB-HCTP', from: '2026-11-23T09:00:00+07:00',
        procedures: ['1.004873', 'field:G15-TP07'], communes: ['c26068'],
      },
    });
    expect(announcementOf({ ...DRAFT, toDay: '2026-11-23', toTime: '11h30' }).announcement.to).toBe('2026-11-23T11:30:00+07:00');
  });

  test('says what is missing, also an end before the beginning', () => {
    expect(announcementOf(emptyOutage()).faults).toEqual(['system', 'owner', 'document', 'from']);
    expect(announcementOf({ ...DRAFT, toDay: '2026-11-23', toTime: '08:00' }).faults).toEqual(['to']);
    expect(announcementOf({ ...DRAFT, toDay: '2026-11-23' }).faults).toEqual(['to']);
  });

  test.each([['2026-11-23', '24:00'], ['2026-11-23', '9'], ['23/11/2026', '09:00']])('%s %s is no moment', (day, time) => {
    expect(momentOf(day, time)).toBeUndefined();
  });
});
