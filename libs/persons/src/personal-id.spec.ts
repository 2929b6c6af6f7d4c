import { describe, expect, test } from '@jest/globals';
import { checkPersonalId, maskPersonalId } from './personal-id.js';

describe('a personal ID', () => {
  const codes = (...args: Parameters<typeof checkPersonalId>) => checkPersonalId(...args).map(({ code }) => code);

  test('that fits sex and year of birth raises no warning', () => {
    expect(codes('075094123456', { sex: 'male', birthYear: 1994 })).toEqual([]);
    expect(codes('075199123456', { sex: 'female', birthYear: 1999 })).toEqual([]);
    expect(codes('070206123456', { sex: 'male', birthYear: 2006 })).toEqual([]);
    expect(codes('070313123456', { sex: 'female', birthYear: 2013 })).toEqual([]);
    expect(codes('001412000001', { sex: 'male', birthYear: 2112 })).toEqual([]);
    expect(codes('131094123456', { sex: 'male', birthYear: 1994 })).toEqual([]); // born abroad
    expect(codes('075094123456')).toEqual([]);
  });

  test.each([
    ['07509412345', {}, ['shape']],
    ['07509412345a', {}, ['shape']],
    ['003094123456', {}, ['prefix']],
    ['000094123456', {}, ['prefix']],
    ['075094123456', { sex: 'female' as const }, ['sex']],
    ['075094123456', { sex: 'male' as const, birthYear: 2094 }, ['sex']],
    ['075094123456', { sex: 'male' as const, birthYear: 1995 }, ['birth-year']],
    ['003194123456', { sex: 'male' as const, birthYear: 1990 }, ['prefix', 'sex', 'birth-year']],
  ])('%s with %j warns of %j', (id, known, expected) => {
    expect(codes(id, known)).toEqual(expected);
  });

  test('is masked in lists', () => {
    expect(maskPersonalId('075094123412')).toBe('0750******12');
    expect(maskPersonalId('0750')).toBe('****');
  });
});
