import { beforeEach, describe, expect, test } from '@jest/globals';
import { timeLimitFor } from './assess.js';
import { checkProcedure } from './check-procedure.js';
import { describeEntry } from './describe.js';
import { draftEntries, fillResult } from './fill-result.js';
import { loadCatalogue } from './load-catalogue.js';
import type { Procedure, ProcedureCase, ResultLine } from './procedure.js';

type Draft = { -readonly [Key in keyof Procedure]: Procedure[Key] };

const original = JSON.stringify(loadCatalogue().procedures.find(({ code }) => code === '1.004873'));
let draft: Draft;
beforeEach(() => {
  draft = JSON.parse(original) as Draft;
});

const single = { required: ['maritalStatus'], properties: { maritalStatus: { const: 'single' } } };
const quick: ProcedureCase = {
  key: 'single', name: { vi: 'Người độc thân', en: 'Single persons' }, when: single,
  timeLimit: { value: 2, unit: 'calendar-days', ends: 'close-of-day', notCounted: [], basis: 'thử nghiệm' },
};
const english = (): string[] => checkProcedure(draft).map(({ pointer, en }) => `${pointer}: ${en}`);
const withLine = (line: ResultLine): void => {
  draft.result = { ...draft.result, data: [...draft.result.data, line] };
};

describe('a limit may be made of parts', () => {
  const mixed = { parts: [{ value: 3, unit: 'working-days' }, { value: 4, unit: 'hours' }], ends: 'same-time', notCounted: [], basis: 'thử nghiệm' } as const;

  test('counted one after the other, and told so', () => {
    draft.timeLimit = mixed;
    expect(english()).toEqual([]);
    const { limit } = describeEntry({ code: draft.code, versions: [draft] }, '2026-11-23');
    expect(limit).toEqual({ vi: '3 ngày làm việc và 4 giờ làm việc', en: '3 working days and 4 working hours' });
  });

  test('the steps must fit into all of it; a part beside a single amount is a fault', () => {
    draft.timeLimit = { ...mixed, parts: [{ value: 1, unit: 'hours' }, { value: 2, unit: 'hours' }] };
    expect(english()).toEqual([expect.stringContaining('more than the procedure allows (3)')]);
    draft.timeLimit = { ...mixed, value: 3 };
    expect(english()).toEqual(['/timeLimit/value: The item /timeLimit/value must not stand here. Remove it.']);
  });
});

describe('a case may have its own time limit', () => {
  test('it counts for the declarations of that case, the procedure’s for all others', () => {
    draft.cases = [quick, { key: 'other', name: { vi: 'Khác', en: 'Others' }, when: {} }];
    expect(timeLimitFor(draft, { maritalStatus: 'single' })).toEqual(quick.timeLimit);
    expect(timeLimitFor(draft, { maritalStatus: 'divorced' })).toEqual(draft.timeLimit);
    delete draft.cases;
    expect(timeLimitFor(draft, { maritalStatus: 'single' })).toEqual(draft.timeLimit);
  });

  test('the guidance names it with its case', () => {
    draft.cases = [quick];
    const { limit } = describeEntry({ code: draft.code, versions: [draft] }, '2026-11-23');
    expect(limit.vi).toBe('3 ngày làm việc (không tính: thời gian chờ người dân bổ sung hồ sơ). Người độc thân: 2 ngày');
    expect(limit.en).toBe('3 working days (not counted: the time the person takes to complete the dossier). Single persons: 2 days');
  });

  test('the steps must fit into the shortest limit', () => {
    expect(english()).toEqual([]);
    draft.cases = [{ ...quick, timeLimit: { value: 1, unit: 'hours', ends: 'same-time', notCounted: [], basis: 'thử nghiệm' } }];
    expect(english()).toHaveLength(1);
    expect(english()[0]).toMatch(/^\/process/);
  });
});

describe('a line of the result', () => {
  test('may be a value of its own, for some declarations only', () => {
    withLine({ to: 'rate', value: 1.5 });
    withLine({ to: 'rate', value: 2, when: single });
    expect(english()).toEqual([]);
    expect([fillResult(draft, { declaration: { maritalStatus: 'single' } })['rate'], fillResult(draft, { declaration: {} })['rate']]).toEqual([2, 1.5]);
  });

  test('has one source only, and asks about questions there are', () => {
    withLine({ to: 'rate', value: 1, from: '/declaration/personName' });
    expect(english()).toHaveLength(1);
    draft = JSON.parse(original) as Draft;
    withLine({ to: 'rate', value: 1, when: { required: ['nothing'] } });
    const place = `/result/data/${draft.result.data.length - 1}/when`;
    expect(english()).toEqual([`${place}: The condition at ${place} asks about "nothing", which the form lacks. Correct the name.`]);
  });

  test('the drafting officer may enter is told with its question and what is known of it', () => {
    draft.result = { ...draft.result, data: [{ to: 'requester', from: '/declaration/requesterName', entry: true }, { to: 'purpose', from: '/declaration/purpose' }, { to: 'person.name', from: '/declaration/personName', entry: true, when: single }] };
    expect(english()).toEqual([]);
    const name = { label: { vi: 'Họ, chữ đệm, tên người yêu cầu', en: 'Full name of the requester' }, to: 'requester' };
    expect(draftEntries(draft, {}, {})).toEqual([{ ...name, value: '' }]);
    expect(draftEntries(draft, { requesterName: 'Lê An' }, { requester: 'Lê Văn An' })).toEqual([{ ...name, value: 'Lê Văn An' }]);
    expect(draftEntries(draft, { maritalStatus: 'single', personName: 'Lê Bình' }, {}).map(({ to, value }) => [to, value])).toEqual([['requester', ''], ['person.name', 'Lê Bình']]);
  });
});
