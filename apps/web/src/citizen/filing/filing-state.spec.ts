import { describe, expect, test } from '@jest/globals';
import type { Assessment, Offer } from '../../api/types';
import type { FormField, FormGroup } from '../../forms/form-schema';
import { joinDate, splitDate } from './date-parts';
import { decisionOn, type Filing, filingBody, isEmail, isPhone, missingPapers, newFiling, questionsOf, readFiling, stepsOf, withAnswer, withDecisions } from './filing-state';
import { topicFaults } from './step-faults';

const text = (vi: string) => ({ vi, en: vi });
const field = (name: string): FormField => ({ name, pointer: `/${name}`, label: text(name), widget: 'text', type: 'string', choices: [], required: true, conditional: false });
const offer = (name: string, value: string, source = 'dân cư'): Offer => ({ pointer: `/${name}`, label: text(name), value, shown: text(value), source: text(source), asOf: '2026-05-03' });
const group = (key: string, names: readonly string[]): FormGroup => ({ key, title: text(key), fields: names.map(field) });
const fee = { total: 0, lines: [], explanation: text(''), paid: false };
const component = (key: string, required: boolean) => ({ key, name: text(key), required, kinds: ['original'], originals: 1, copies: 0 });
const judged = (part: Partial<Assessment>): Assessment => ({ visible: [], faults: [], components: [], offers: [], componentOffers: [], spentPapers: [], fee, ...part });
const file = (id: string) => ({ id, name: 'a.png', mediaType: 'image/png', size: 1, sha256: '', uploadedAt: '2026-11-22T00:00:00Z' });

describe('the steps', () => {
  const groups = [group('child', ['name']), group('father', ['fatherName'])];

  test('leave out a topic nothing is asked of, and the papers when there are none', () => {
    expect(stepsOf(groups, judged({ visible: ['name'] }))).toEqual(['child', 'nhan-ket-qua', 'kiem-tra']);
    expect(stepsOf(groups, judged({ visible: ['name', 'fatherName'], components: [component('proof', true)] }))).toEqual(['child', 'father', 'giay-to', 'nhan-ket-qua', 'kiem-tra']);
  });
});

describe('data on file', () => {
  const one = { field: field('name'), offer: offer('name', 'An') };

  test('is not used until the person says that it is right', () => {
    const before = newFiling('c');
    expect(decisionOn(before, one.field, one.offer)).toBeUndefined();
    const agreed = withDecisions(before, true, [one]);
    expect(agreed.answers).toEqual({ name: 'An' });
    expect(decisionOn(agreed, one.field, one.offer)).toBe(true);
  });

  test('an agreement to another value than the one offered now is none', () => {
    const agreed = withDecisions(newFiling('c'), true, [one]);
    expect(decisionOn(agreed, one.field, offer('name', 'Bình'))).toBeUndefined();
  });

  test('declined or taken back, leaves no answer behind', () => {
    const agreed = withDecisions(newFiling('c'), true, [one]);
    expect(withDecisions(agreed, false, [one])).toMatchObject({ answers: {}, decisions: { '/name': false } });
    expect(withDecisions(agreed, undefined, [one])).toMatchObject({ answers: {}, decisions: {} });
  });

  test('stands together when it has one source and stands together in the form', () => {
    const topic = group('child', ['a', 'b', 'typed', 'c', 'd']);
    const assessment = judged({ visible: ['a', 'b', 'typed', 'c', 'd'], offers: [offer('a', '1'), offer('b', '2'), offer('c', '3'), offer('d', '4', 'hộ tịch')] });
    const questions = questionsOf(newFiling('c'), topic, assessment);
    expect(questions.map((question) => (question.kind === 'field' ? question.field.name : question.offered.map((each) => each.field.name)))).toEqual([['a', 'b'], 'typed', ['c'], ['d']]);
  });

  test('unanswered, keeps the person on the page', () => {
    const topic = group('child', ['a', 'b']);
    const assessment = judged({ visible: ['a', 'b'], offers: [offer('a', '1')], faults: [{ pointer: '/a', vi: 'Nhập a.', en: 'Enter a.' }, { pointer: '/b', vi: 'Nhập b.', en: 'Enter b.' }, { pointer: '/z', vi: 'z', en: 'z' }] });
    expect(topicFaults(topic, newFiling('c'), assessment).map((fault) => fault.vi)).toEqual(['Chọn Đúng hoặc Không đúng cho thông tin đã có', 'Nhập b.']);
  });
});

describe('what is sent', () => {
  test('visible answers, what was said to the offers, papers and files', () => {
    const groups = [group('child', ['name', 'place'])];
    const assessment = judged({ visible: ['name', 'place'], offers: [offer('name', 'An'), offer('place', 'Đồng Nai')], components: [component('proof', true), component('other', false), component('none', false)] });
    let filing: Filing = withDecisions(newFiling('command'), true, [{ field: field('name'), offer: offer('name', 'An') }]);
    filing = withAnswer(withDecisions(filing, false, [{ field: field('place'), offer: offer('place', 'Đồng Nai') }]), 'place', 'Bình Dương');
    filing = { ...withAnswer(filing, 'hidden', 'x'), papers: { proof: 'paper-id' }, phone: '0912 345 678', communeId: 'c26068' };
    expect(filingBody('id', '1.001193', filing, { proof: [file('f0')], other: [file('f1')] }, groups, assessment)).toEqual({
      commandId: 'command', dossierId: 'id', draftId: 'id', procedureCode: '1.001193', communeId: 'c26068',
      declaration: { name: 'An', place: 'Bình Dương' },
      offers: [{ pointer: '/name', agreed: true }, { pointer: '/place', agreed: false }],
      components: [{ key: 'proof', paperOnFileId: 'paper-id' }, { key: 'other', fileIds: ['f1'] }],
      delivery: 'electronic', phone: '0912345678', email: undefined,
    });
  });

  test('a required paper is missing until a file or a paper on file is given', () => {
    const assessment = judged({ components: [component('a', true), component('b', true), component('c', true), component('d', false)] });
    expect(missingPapers({ ...newFiling('x'), papers: { b: 'paper', c: null } }, { a: [file('f')] }, assessment)).toEqual(['c']);
  });
});

test('a stored draft is read back, and a foreign one starts empty', () => {
  const filing: Filing = { ...newFiling('command'), answers: { name: 'An' }, step: 'child', delivery: 'post', communeId: 'c26068' };
  expect(readFiling(JSON.parse(JSON.stringify({ filing })), () => 'new')).toEqual(filing);
  expect(readFiling({ intake: {} }, () => 'new')).toEqual(newFiling('new'));
});

test.each([['0912 345 678', true], ['+84912345678', true], ['0251.386.6100', true], ['912345678', false], ['09123456', false]])('phone %s: %s', (typed, right) => {
  expect(isPhone(typed)).toBe(right);
});

test.each([['ten@vidu.vn', true], ['x', false], ['a@b', false]])('e-mail %s: %s', (typed, right) => {
  expect(isEmail(typed)).toBe(right);
});

describe('a date in three parts', () => {
  test.each([
    ['1990-01-05', { day: '05', month: '01', year: '1990' }],
    ['1990', { day: '', month: '', year: '1990' }],
    ['5//', { day: '5', month: '', year: '' }],
    ['', { day: '', month: '', year: '' }],
  ])('%s is read', (value, parts) => {
    expect(splitDate(value)).toEqual(parts);
  });

  test.each([
    [{ day: '5', month: '1', year: '1990' }, '1990-01-05'],
    [{ day: '', month: '', year: '1990' }, '1990'],
    [{ day: '31', month: '2', year: '1990' }, '31/2/1990'],
    [{ day: '5', month: '1', year: '19' }, '5/1/19'],
    [{ day: '', month: '', year: '' }, ''],
  ])('%p is put together', (parts, value) => {
    expect(joinDate(parts)).toBe(value);
  });
});
