import { describe, expect, test } from '@jest/globals';
import { emptyChange, emptyDay, proposalOf } from './change-draft';

const storm = { ...emptyDay(), date: '2026-11-26', nameVi: 'Nghỉ do bão', nameEn: 'Closed for the storm' };

describe('a change being typed', () => {
  test('becomes a proposal; days nobody began are left out', () => {
    const draft = { ...emptyChange(), document: ' 88/QĐ-UBND ', days: [emptyDay(), { ...storm, open: '07:30-11:30' }], removed: '27/11/2026, 28/11/2026', years: '2032' };
    expect(proposalOf('c26068', draft)).toEqual({
      faults: [],
      proposal: {
        unitId: 'c26068', document: '88/QĐ-UBND', removed: ['2026-11-27', '2026-11-28'], hours: [], years: [2032],
        days: [{ date: '2026-11-26', kind: 'day-off', status: 'official', nameVi: 'Nghỉ do bão', nameEn: 'Closed for the storm', hours: ['07:30-11:30'] }],
      },
    });
  });

  test('takes weekly hours with the day from which they hold', () => {
    const draft = { ...emptyChange(), document: 'x', withHours: true, since: '2027-01-01', week: { ...emptyChange().week, mon: '07:30-11:30, 13:00-17:00' } };
    expect(proposalOf('c26068', draft).proposal.hours).toEqual([{ since: '2027-01-01', week: { mon: ['07:30-11:30', '13:00-17:00'], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } }]);
  });

  test('says what is missing, field by field', () => {
    expect(proposalOf('c26068', emptyChange()).faults.map(({ key }) => key)).toEqual(['document', 'nothing']);
    const draft = { ...emptyChange(), days: [storm, { ...storm, date: '30/2', nameEn: '' }], removed: 'mai', withHours: true };
    expect(proposalOf('c26068', draft).faults).toEqual([
      { field: 'change-document', key: 'document' }, { field: 'day-1-date', key: 'date', number: 2 }, { field: 'day-1-name', key: 'name', number: 2 },
      { field: 'change-removed', key: 'removed' }, { field: 'change-since', key: 'since' },
    ]);
  });
});
