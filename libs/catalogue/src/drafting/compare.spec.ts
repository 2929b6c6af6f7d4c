import { describe, expect, test } from '@jest/globals';
import { loadCatalogue } from '../load-catalogue.js';
import { compareProcedures } from './compare.js';

const birth = loadCatalogue().procedures.find(({ code }) => code === '1.001193')!;
const texts = (after: object): string[] => compareProcedures(birth, after).map(({ place, before, after: now }) => `${place.vi}: ${before?.vi ?? '–'} → ${now?.vi ?? '–'}`);

describe('two versions compared', () => {
  test('number and dates of the version are no difference', () => {
    expect(compareProcedures(birth, { ...birth, version: 9, effective: { from: '2027-01-01' } })).toEqual([]);
  });

  test('a changed word, and a changed number', () => {
    expect(texts({ ...birth, name: { vi: 'Đăng ký khai sinh', en: birth.name.en }, fee: { ...birth.fee, lines: birth.fee.lines.map((line, index) => (index === 0 ? { ...line, amount: 9000 } : line)) } })).toEqual([
      `tên thủ tục – tiếng Việt: ${birth.name.vi} → Đăng ký khai sinh`, 'phí, lệ phí – khoản thu “Lệ phí đăng ký khai sinh quá hạn” – mức thu: 8000 → 9000',
    ]);
  });

  test('one paper put in or taken out is one difference, wherever it stands', () => {
    const [first, ...rest] = birth.components;
    const added = { ...first!, key: 'new-paper', name: { vi: 'Giấy mới', en: 'New paper' } };
    expect(texts({ ...birth, components: [added, ...birth.components] })).toEqual(['thành phần hồ sơ “Giấy mới”: – → Giấy mới']);
    expect(texts({ ...birth, components: rest })).toEqual([`thành phần hồ sơ “${first!.name.vi}”: ${first!.name.vi} → –`]);
  });

  test('papers in another order', () => {
    expect(texts({ ...birth, components: birth.components.toReversed() })).toHaveLength(1);
  });

  test('a question in another place of the form', () => {
    const names = Object.keys(birth.declaration.properties);
    const [one, two, ...others] = Object.entries(birth.declaration.properties);
    const moved = { ...birth, declaration: { ...birth.declaration, properties: Object.fromEntries([two!, one!, ...others]) } };
    expect(compareProcedures(birth, moved).map(({ pointer, before }) => [pointer, before?.vi.split('; ')[0]])).toEqual([['/declaration/properties', names[0]]]);
  });

  test('a condition put in the place of "always"', () => {
    const condition = { required: ['childSex'], properties: { childSex: { const: 'male' } } };
    const components = birth.components.map((component, index) => (index === 0 ? { ...component, required: condition } : component));
    expect(compareProcedures({ ...birth, components: birth.components.map((component, index) => (index === 0 ? { ...component, required: true } : component)) }, { ...birth, components })).toMatchObject([
      { pointer: '/components/0/required', before: { vi: 'Có' }, after: { vi: JSON.stringify(condition) } },
    ]);
  });
});
