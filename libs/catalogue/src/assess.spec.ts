import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answerText, requiredComponents, withoutLinkedAnswers, validateDeclaration, visibleFields } from './assess.js';
import { inSentence, missingSentence, wrongSentence } from './field-fault.js';
import { loadCatalogue } from './load-catalogue.js';
import type { Field, Procedure } from './procedure.js';

const TODAY = '2026-11-23';
const { procedures } = loadCatalogue();
const get = (code: string): Procedure => procedures.find((procedure) => procedure.code === code)!;
const [birth, marital, land] = [get('1.001193'), get('1.004873'), get('1.012786')];
const faultOf = (procedure: Procedure, declaration: Record<string, unknown>, pointer: string) =>
  validateDeclaration(procedure, declaration, TODAY).faults.filter((fault) => fault.pointer === pointer).map(({ vi, en }) => [vi, en]);

describe('an answer that is missing or wrong', () => {
  test.each([
    ['a text', birth, '/childName', {}, 'Nhập họ, chữ đệm, tên của trẻ.', 'Enter: full name of the child.'],
    ['a blank counts as no answer', birth, '/childName', { childName: '  \t' }, 'Nhập họ, chữ đệm, tên của trẻ.', 'Enter: full name of the child.'],
    ['a choice', birth, '/childSex', {}, 'Chọn giới tính của trẻ.', 'Choose: sex of the child.'],
    ['a date', birth, '/childBirthDate', {}, 'Nhập ngày, tháng, năm sinh của trẻ gồm ngày, tháng, năm, ví dụ 05 01 1990.', 'Enter day, month and year, such as 05 01 1990: date of birth of the child.'],
    ['a day that does not exist', birth, '/childBirthDate', { childBirthDate: '2026-02-30' }, 'Nhập ngày, tháng, năm sinh của trẻ gồm ngày, tháng, năm, ví dụ 05 01 1990.', 'Enter day, month and year, such as 05 01 1990: date of birth of the child.'],
    ['a day to come', birth, '/childBirthDate', { childBirthDate: '2026-11-24' }, 'Ngày sinh của trẻ chưa đến. Kiểm tra lại ngày, tháng, năm, ví dụ 20 11 2026.', 'The date of birth is in the future. Check day, month and year, such as 20 11 2026.'],
    ['a date or a year', birth, '/requesterBirthDate', { requesterBirthDate: '90' }, 'Nhập ngày, tháng, năm sinh người yêu cầu gồm ngày, tháng, năm, ví dụ 05 01 1990; nếu không nhớ ngày thì nhập năm, ví dụ 1990.', 'Enter day, month and year, such as 05 01 1990, or only the year, such as 1990: date of birth of the requester.'],
    ['an identity number', birth, '/requesterPersonalId', { requesterPersonalId: '12345' }, 'Nhập số định danh của người yêu cầu gồm 12 chữ số, ví dụ 075090001234.', 'Enter the personal ID number of the requester: 12 digits, such as 075090001234.'],
    ['no identity number', birth, '/requesterPersonalId', {}, 'Nhập số định danh của người yêu cầu gồm 12 chữ số, ví dụ 075090001234.', 'Enter the personal ID number of the requester: 12 digits, such as 075090001234.'],
    ['a choice that is not offered', birth, '/childSex', { childSex: 'x' }, 'Chọn giới tính của trẻ trong các lựa chọn đã cho.', 'Choose one of the given answers: sex of the child.'],
    ['too short', birth, '/childName', { childName: 'An' }, 'Nhập họ, chữ đệm, tên của trẻ đầy đủ, ít nhất 3 ký tự.', 'Enter the whole of: full name of the child, at least 3 characters.'],
    ['too long', birth, '/childName', { childName: 'a'.repeat(151) }, 'Rút gọn họ, chữ đệm, tên của trẻ còn tối đa 150 ký tự.', 'Shorten to 150 characters: full name of the child.'],
    ['too few', birth, '/copies', { copies: -1 }, 'Nhập số bản sao giấy khai sinh cần cấp từ 0 trở lên.', 'Enter 0 or more: copies of the certificate wanted.'],
    ['too many', birth, '/copies', { copies: 21 }, 'Nhập số bản sao giấy khai sinh cần cấp không quá 20.', 'Enter 20 at most: copies of the certificate wanted.'],
    ['no number', birth, '/copies', { copies: 'two' }, 'Nhập số bản sao giấy khai sinh cần cấp bằng chữ số, ví dụ 2.', 'Enter a number, such as 2: copies of the certificate wanted.'],
    ['nothing above zero', land, '/plotArea', { plotArea: 0 }, 'Nhập diện tích (m²) lớn hơn 0.', 'Enter more than 0: area (m²).'],
    ['a text of another kind', birth, '/childName', { childName: 7 }, 'Nhập lại họ, chữ đệm, tên của trẻ: kiểu dữ liệu gửi lên chưa đúng.', 'Enter again: full name of the child; what was sent is of another kind.'],
    ['the sentence of the field itself', land, '/userPhone', { userPhone: '113' }, 'Nhập số điện thoại gồm 10 chữ số, ví dụ 0912345678.', 'Enter a telephone number of 10 digits, such as 0912345678.'],
    ['a field the form does not have', birth, '/a~1b', { 'a/b': 1 }, 'Tờ khai không có mục "a/b". Hãy tải lại trang để dùng mẫu mới nhất.', 'The form has no field "a/b". Reload the page to use the latest form.'],
  ] as const)('%s', (_, procedure, pointer, declaration, vi, en) => {
    expect(faultOf(procedure, declaration, pointer)).toEqual([[vi, en]]);
  });

  test('a pattern without a sentence of its own gets a general one', () => {
    const field = { type: 'string', title: 'Mã số', 'x-title-en': 'Code', 'x-group': 'a', 'x-widget': 'text' } as const satisfies Field;
    expect(wrongSentence(field, { keyword: 'pattern', params: {} })).toEqual({ vi: 'Kiểm tra lại mã số: nội dung chưa theo mẫu được hướng dẫn.', en: 'Check: code; it does not follow the given pattern.' });
  });

  test('every question of every procedure has a sentence of its own when it is not answered', () => {
    for (const { declaration } of procedures) {
      const sentences = declaration.required.map((name) => missingSentence(declaration.properties[name]!).vi);
      expect(new Set(sentences).size).toBe(sentences.length);
    }
  });

  test('an abbreviation keeps its capitals inside a sentence', () => {
    expect([inSentence('Đường, số nhà'), inSentence('UBND nơi cấp'), inSentence('')]).toEqual(['đường, số nhà', 'UBND nơi cấp', '']);
  });
});

describe('a question that is not asked', () => {
  test('is not in the list, is not required, and its answer is dropped with all that hangs on it', () => {
    const declaration = { birthProofKind: 'abandoned', parentsDeclared: 'both', motherName: 'Lê Thị Hoa', fatherName: 'Võ Văn Sang', surrogacy: true };
    const assessed = validateDeclaration(birth, declaration, TODAY);
    expect(assessed.declaration).toEqual({ birthProofKind: 'abandoned' });
    expect(assessed.visible.filter((name) => /^(mother|father|parents|surrogacy)/.test(name))).toEqual([]);
    expect(assessed.faults.filter(({ pointer }) => /^\/(mother|father|parents)/.test(pointer))).toEqual([]);
  });

  test('what the desk works out is never asked and never taken from the outside', () => {
    const { declaration, visible } = validateDeclaration(birth, { childBirthDate: '2026-09-23', daysSinceBirth: 3 }, TODAY);
    expect(declaration).toEqual({ childBirthDate: '2026-09-23', daysSinceBirth: 61 });
    expect(visible).not.toContain('daysSinceBirth');
    expect(visible).toContain('feeExemption');
    expect(visibleFields(birth, { childBirthDate: '2026-09-24' }, TODAY)).not.toContain('feeExemption');
  });

  test('days are counted from the first day where only the year or month of a birth is known', () => {
    const allowance = procedures.find(({ code }) => code === '1.001776')!;
    const days = (personBirthDate: string): unknown => validateDeclaration(allowance, { personBirthDate }, '2026-01-03').declaration['personAgeDays'];
    expect([days('2026'), days('2025-12'), days('2026-01-01'), days('no day')]).toEqual([2, 33, 2, undefined]);
  });

  test('never has its answer stored, whatever is sent (property)', () => {
    for (const procedure of procedures) {
      const { properties } = procedure.declaration;
      const answer = (field: Field) =>
        Array.isArray(field['enum'])
          ? fc.constantFrom(...(field['enum'] as string[]))
          : field.type === 'boolean' ? fc.boolean() : field.type === 'string' ? fc.constantFrom('2020-01-01', 'Nguyễn Văn An', '075090001234', '') : fc.integer({ min: -5, max: 500 });
      const answers = fc.record(Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, answer(field)])), { requiredKeys: [] });
      fc.assert(
        fc.property(answers, (declaration) => {
          // As a person files it by itself: what only a linked group answers is left out first.
          const assessed = validateDeclaration(procedure, withoutLinkedAnswers(procedure, declaration), TODAY);
          const stored = Object.keys(assessed.declaration);
          const derived = Object.keys(properties).filter((name) => properties[name]!['x-derived']);
          expect(stored.filter((name) => !assessed.visible.includes(name) && !derived.includes(name))).toEqual([]);
          // Reading it again changes nothing: what is stored is a whole of its own.
          const again = validateDeclaration(procedure, assessed.declaration, TODAY);
          expect(again.declaration).toEqual(assessed.declaration);
          expect(again.visible).toEqual(assessed.visible);
        }),
        { numRuns: 300 },
      );
    }
  });
});

describe('reading answers', () => {
  test('texts are trimmed and composed, names never recased', () => {
    const { declaration } = validateDeclaration(marital, { personName: '  nguyễn văn AN '.normalize('NFD') }, TODAY);
    expect(declaration).toEqual({ personName: 'nguyễn văn AN' });
  });

  test('a name from the prototype is no answer', () => {
    const hostile = JSON.parse('{"__proto__": {"childName": "Nguyễn Văn An"}, "constructor": 1}') as Record<string, unknown>;
    const { declaration, faults } = validateDeclaration(birth, hostile, TODAY);
    expect(declaration).toEqual({});
    expect(faults.filter(({ pointer }) => ['/__proto__', '/constructor'].includes(pointer))).toHaveLength(2);
  });

  test('an answer is read out by its label', () => {
    const field = (name: string): Field => birth.declaration.properties[name]!;
    expect(answerText(field('childSex'), 'female')).toEqual({ vi: 'Nữ', en: 'Female' });
    expect(answerText(field('surrogacy'), true)).toEqual({ vi: 'Có', en: 'Yes' });
    expect(answerText({ ...field('surrogacy'), 'x-labels': {} }, false)).toEqual({ vi: 'Không', en: 'No' });
    expect(answerText(field('copies'), 3)).toEqual({ vi: '3', en: '3' });
  });

  test('papers that may be added stand in the list, those whose condition fails do not', () => {
    expect(requiredComponents(birth, { birthProofKind: 'witness' }).map(({ key, required }) => [key, required])).toEqual([['witness-statement', true], ['residence-proof', false]]);
  });
});
