import { beforeEach, describe, expect, test } from '@jest/globals';
import { checkProcedure } from './check-procedure.js';
import { loadCatalogue } from './load-catalogue.js';
import { faultOfSchemaError } from './procedure-fault.js';

const original = JSON.stringify(loadCatalogue().procedures.find(({ code }) => code === '1.001193'));
let draft: Record<string, unknown>;
beforeEach(() => {
  draft = JSON.parse(original) as Record<string, unknown>;
});
const english = (): string[] => checkProcedure(draft).map(({ pointer, en }) => `${pointer}: ${en}`);
const vietnamese = (): string[] => checkProcedure(draft).map(({ vi }) => vi);
/** Puts a value of any kind at a place of the draft. */
function put(path: string, value: unknown): void {
  const keys = path.split('/');
  const last = keys.pop()!;
  const place = keys.reduce<Record<string, unknown>>((inner, key) => inner[key] as Record<string, unknown>, draft);
  if (value === undefined) delete place[last];
  else place[last] = value;
}
test('the published procedures have no fault', () => {
  for (const procedure of loadCatalogue().procedures) expect(checkProcedure(procedure)).toEqual([]);
});

describe('a part that is missing is named', () => {
  test.each([
    ['code', 'mã thủ tục'], ['version', 'số phiên bản'], ['name', 'tên thủ tục'], ['field', 'lĩnh vực'], ['ministry', 'bộ công bố'], ['level', 'cấp giải quyết'],
    ['decidedAt', 'cấp quyết định'], ['handledBy', 'cơ quan giải quyết'], ['legalBases', 'căn cứ pháp lý'], ['applicants', 'đối tượng thực hiện'],
    ['channels', 'cách thức thực hiện'], ['receiving', 'yêu cầu, điều kiện'], ['components', 'thành phần hồ sơ'], ['form', 'biểu mẫu điện tử'],
    ['declaration', 'nội dung tờ khai'], ['fee', 'phí, lệ phí'], ['timeLimit', 'thời hạn giải quyết'], ['process', 'quy trình giải quyết'],
    ['result', 'kết quả giải quyết'], ['effective', 'ngày hiệu lực'], ['assumptions', 'các giả định'],
  ])('%s', (part, name) => {
    put(part, undefined);
    expect(vietnamese()).toEqual([`Thiếu phần "${name}" (${part}). Hãy bổ sung phần này.`]);
  });

  test('a part that is there but empty, too', () => {
    put('components', []);
    put('legalBases', []);
    expect(english()).toEqual(['/legalBases: The part "legal bases" (legalBases) is empty. Fill it.', '/components: The part "papers" (components) is empty. Fill it.']);
  });

  test('a document that is no procedure at all', () => {
    expect(checkProcedure('text')).toEqual([{ pointer: '', vi: 'Thủ tục phải thuộc kiểu object.', en: 'The procedure must be of type object.' }]);
  });
});

describe('what breaks the schema', () => {
  test.each<[string, string, unknown, string]>([
    ['a property nobody knows', 'colour', 'red', ': The procedure has an unknown property "colour". Remove it or correct its name.'],
    ['a code of another form', 'code', '11.1', '/code: The item /code does not follow the pattern ^[1-6]\\.\\d{6}$. Correct it.'],
    ['a date of another form', 'effective/from', '1/7/2026', '/effective/from: The item /effective/from must have the form date, such as 2026-07-01.'],
    ['an empty sentence', 'name/vi', '', '/name/vi: The item /name/vi is empty. Fill it.'],
    ['a missing sentence', 'components/0/why/en', undefined, '/components/0/why: The item /components/0/why lacks "en". Add it.'],
    ['another name of the form', 'form', 'form.json', '/form: The item /form must be "declaration.schema.json".'],
    ['a fee below zero', 'fee/lines/1/amount', -1, '/fee/lines/1/amount: The item /fee/lines/1/amount is not valid: must be >= 0.'],
    ['two kinds of limit at once', 'timeLimit/value', 3, '/timeLimit/value: The item /timeLimit/value must not stand here. Remove it.'],
    ['a same-day limit without its cut-off', 'timeLimit/cutoff', undefined, '/timeLimit: The item /timeLimit lacks "cutoff". Add it.'],
    ['a widget nobody draws', 'declaration/properties/childName/x-widget', 'slider', '/declaration/properties/childName/x-widget: The item /declaration/properties/childName/x-widget must be one of: text, date, select, textarea, radio, number, person-id, address, rows.'],
    ['a form that takes anything', 'declaration/additionalProperties', true, '/declaration/additionalProperties: The item /declaration/additionalProperties must be false.'],
  ])('%s', (_, path, value, sentence) => {
    put(path, value);
    expect(english()).toEqual([sentence]);
  });

  test('a rule without a sentence of its own is told with what the validator says', () => {
    const error = { keyword: 'uniqueItems', instancePath: '/channels', schemaPath: '', params: {}, message: 'must NOT have duplicate items' };
    expect(faultOfSchemaError(error).vi).toBe('Mục /channels chưa hợp lệ: must NOT have duplicate items.');
  });
});

describe('form and conditions that do not fit together', () => {
  test.each<[string, string, unknown, string]>([
    ['a group that does not exist', 'declaration/properties/childName/x-group', 'childs', 'The question "childName" is in the group "childs", which x-layout lacks. Add the group or correct the name.'],
    ['a question out of the order of the groups', 'declaration/properties/copies/x-group', 'child', 'The question "copies" stands after a later group. Put the questions in the order of x-layout.'],
    ['a choice without words', 'declaration/properties/childSex/x-labels/male', undefined, 'The question "childSex" has the choice "male" without words. Add it to x-labels.'],
    ['a question that depends on an unknown one', 'declaration/properties/copies/x-visible-when', { required: ['nothing'] }, 'The question "copies" has a condition on "nothing", which the form lacks. Correct the name.'],
    ['a question that depends on a later one', 'declaration/properties/childName/x-visible-when', { not: { properties: { copies: { const: 1 } } } }, 'The question "childName" depends on "copies", which comes after it. Move "copies" up.'],
    ['a source that depends on an unknown question', 'declaration/properties/childName/x-source', [{ path: 'owner.fullName', when: { anyOf: [{ required: ['nothing'] }] } }], 'The question "childName" has a condition on "nothing", which the form lacks. Correct the name.'],
    ['days counted from no date', 'declaration/properties/daysSinceBirth/x-derived', { 'days-since': 'childName' }, 'The question "daysSinceBirth" is counted from "childName", which is no date question before it. Correct the name.'],
    ['an answer required to no question', 'declaration/required/0', 'nothing', 'The form requires "nothing" but has no such question. Correct the name.'],
    ['a paper asked for by an unknown question', 'components/1/required', { if: { required: ['nothing'] }, then: false }, 'The condition at /components/1/required asks about "nothing", which the form lacks. Correct the name.'],
    ['a fee owed by an unknown question', 'fee/lines/0/when', { required: ['nothing'] }, 'The condition at /fee/lines/0/when asks about "nothing", which the form lacks. Correct the name.'],
    ['a case of an unknown question', 'cases', [{ key: 'one', name: { vi: 'Một', en: 'One' }, when: { required: ['nothing'] } }], 'The condition at /cases/0/when asks about "nothing", which the form lacks. Correct the name.'],
    ['a fee multiplied by no number', 'fee/lines/1/per', 'childName', 'The fee line is multiplied by "childName", which is no whole-number question of the form. Correct the name.'],
    ['an exemption from an unknown line', 'fee/exemptions/0/lines', ['nothing'], 'The exemption names the fee line "nothing", which does not exist. Correct the name.'],
    ['a paper twice', 'components/1/key', 'birth-proof', 'Two papers have the key "birth-proof". Change one.'],
    ['a result of an unknown answer', 'result/data/0/from', '/declaration/nothing', 'The result takes "nothing", which the form lacks. Correct the name.'],
    ['an end before the beginning', 'effective', { from: '2026-07-01', until: '2026-06-30' }, 'The last day in force is before the first. Correct it.'],
  ])('%s', (_, path, value, sentence) => {
    put(path, value);
    expect(checkProcedure(draft).map(({ en }) => en)).toEqual([sentence]);
  });

  test.each([
    ['components/1/required', { type: 'objekt' }, '/components/1/required/type'],
    ['fee/lines/0/when', { maximum: 'x' }, '/fee/lines/0/when/maximum'],
  ])('a condition at %s that is no schema is refused by the schema itself', (path, value, pointer) => {
    put(path, value);
    expect(checkProcedure(draft).map((fault) => fault.pointer)).toContain(pointer);
  });

  test.each([['declaration/properties/copies/x-visible-when', '/declaration/properties/copies'], ['components/1/required', '/components/1/required'], ['fee/exemptions/0/when', '/fee/exemptions/0/when']])(
    'a condition at %s with a word no validator knows is named',
    (path, place) => {
      put(path, { requires: ['childName'] });
      expect(english()).toEqual([`${place}: The item ${place} is no usable JSON Schema: strict mode: unknown keyword: "requires".`]);
    },
  );

  test('a field that no validator can compile is named', () => {
    put('declaration/properties/childName/minimum-length', 3);
    expect(english()).toEqual(['/declaration/properties/childName: The item /declaration/properties/childName is no usable JSON Schema: strict mode: unknown keyword: "minimum-length".']);
  });
});

test('a body consulted on an unknown question is named; every consulted body of the published procedures is not', () => {
  const consulting = loadCatalogue().procedures.find(({ process }) => process.steps.some(({ kind }) => kind === 'consult'))!;
  const index = consulting.process.steps.findIndex(({ kind }) => kind === 'consult');
  draft = JSON.parse(JSON.stringify(consulting)) as Record<string, unknown>;
  expect(english()).toEqual([]);
  put(`process/steps/${index}/ask/0/when`, { required: ['nothing'] });
  const place = `/process/steps/${index}/ask/0/when`;
  expect(english()).toEqual([`${place}: The condition at ${place} asks about "nothing", which the form lacks. Correct the name.`]);
});

describe('a process that cannot be walked', () => {
  test('is told at its step', () => {
    put('process/steps/4/sendBackTo', 'handBack');
    expect(english()).toEqual(['/process/steps/4: Step "approve" sends back to "handBack", which is no earlier draft or examine step. Name one.']);
    put('process/steps', []);
    expect(english()).toEqual(['/process/steps: The item /process/steps is empty. Fill it.']);
  });

  test.each<[string, unknown, string]>([
    ['8 hours for the same day', { sameDay: true, cutoff: '15:00', notCounted: [], basis: 'law' }, '(8)'],
    ['hours', { value: 8, unit: 'hours', ends: 'same-time', notCounted: [], basis: 'law' }, '(8)'],
    ['working days of eight hours', { value: 1, unit: 'working-days', ends: 'same-time', notCounted: [], basis: 'law' }, '(8)'],
    ['months of 22 working days', { value: 0.5, unit: 'months', ends: 'same-time', notCounted: [], basis: 'law' }, '(88)'],
  ])('may take no longer than the limit: %s', (_, limit, allowed) => {
    put('timeLimit', limit);
    put('process/steps/1/within', { value: 12, unit: 'working-days' });
    expect(english()).toEqual([`/process: The steps take 100.5 working hours, more than the procedure allows ${allowed}. Shorten them.`]);
  });
});
