import { describe, expect, test } from '@jest/globals';
import { toAnswer } from './answer';
import { type FormField, nameOf, readForm, visibleFields } from './form-schema';

const schema = {
  'x-layout': [
    { key: 'child', title: { vi: 'Trẻ', en: 'Child' } },
    { key: 'empty', title: { vi: 'Trống', en: 'Empty' } },
  ],
  required: ['name'],
  properties: {
    name: { type: 'string', title: 'Họ tên', 'x-title-en': 'Name', 'x-group': 'child', 'x-widget': 'text', maxLength: 150 },
    sex: { type: 'string', title: 'Giới tính', 'x-title-en': 'Sex', 'x-group': 'child', 'x-widget': 'radio', enum: ['male', 'female'], 'x-labels': { male: { vi: 'Nam', en: 'Male' } } },
    surrogacy: { type: 'boolean', title: 'Mang thai hộ', 'x-title-en': 'Surrogacy', 'x-group': 'child', 'x-widget': 'radio', 'x-visible-when': { required: ['sex'] } },
    area: { type: 'number', title: 'Diện tích', 'x-title-en': 'Area', 'x-group': 'child', 'x-widget': 'number' },
    days: { type: 'integer', title: 'Số ngày', 'x-title-en': 'Days', 'x-group': 'child', 'x-widget': 'number', 'x-derived': { 'days-since': 'name' } },
  },
};
function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('the form lacks what the test asks for');
  return thing;
}
const group = found(readForm(schema)[0]);
const field = (name: string): FormField => found(group.fields.find((one) => one.name === name));

describe('reading a declaration', () => {
  test('leaves out empty groups and what the desk derives', () => {
    expect(readForm(schema).map((one) => one.key)).toEqual(['child']);
    expect(group.fields.map((one) => one.name)).toEqual(['name', 'sex', 'surrogacy', 'area']);
  });

  test('reads labels, limits and choices; a choice without words shows its value', () => {
    expect(field('name')).toMatchObject({ label: { vi: 'Họ tên', en: 'Name' }, required: true, maxLength: 150, pointer: '/name' });
    expect(field('sex').choices).toEqual([
      { value: 'male', label: { vi: 'Nam', en: 'Male' } },
      { value: 'female', label: { vi: 'female', en: 'female' } },
    ]);
    expect(field('surrogacy').choices.map((choice) => choice.value)).toEqual([true, false]);
  });

  test('before the desk has answered, nothing that depends on an answer is asked', () => {
    expect(visibleFields(group, undefined).map((one) => one.name)).toEqual(['name', 'sex', 'area']);
    expect(visibleFields(group, ['/surrogacy', 'name']).map((one) => one.name)).toEqual(['name', 'surrogacy']);
  });

  test('a pointer into a sent body names the same field', () => {
    expect(nameOf('/declaration/childName')).toBe('childName');
    expect(nameOf('childName')).toBe('childName');
  });
});

test.each([
  ['sex', 'male', 'male'],
  ['surrogacy', 'false', false],
  ['area', '120,5', 120.5],
  ['area', '9.820,7', '9.820,7'],
  ['name', '12', '12'],
])('the answer to %s typed as %s is %s', (name, typed, answer) => {
  expect(toAnswer(field(name), typed)).toBe(answer);
});
