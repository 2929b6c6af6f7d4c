import { describe, expect, test } from '@jest/globals';
import { freeKey, listAt, mergeChanges, moved, textAt, valueAt, withEnglishFilled, withValue } from './document';

const document = { name: { vi: 'Tên', en: '' }, papers: [{ key: 'a' }, { key: 'b' }], limit: { value: 3 } };

describe('a document by pointers', () => {
  test('is read where something is, and empty elsewhere', () => {
    expect([textAt(document, '/name/vi'), textAt(document, '/limit/value'), textAt(document, '/nothing/there'), listAt(document, '/papers').length, valueAt(document, '/papers/1/key')]).toEqual(['Tên', '3', '', 2, 'b']);
  });

  test('is changed in a copy, made where it is not yet, and taken away by nothing', () => {
    expect(withValue(document, '/papers/1/key', 'c')).toEqual({ ...document, papers: [{ key: 'a' }, { key: 'c' }] });
    expect(withValue(document, '/process/supplement/basis', 'Điều 1')).toEqual({ ...document, process: { supplement: { basis: 'Điều 1' } } });
    expect(withValue(document, '/papers/0', undefined)).toEqual({ ...document, papers: [{ key: 'b' }] });
    expect(withValue(document, '/limit/value', undefined)).toEqual({ ...document, limit: {} });
    expect(document.papers).toHaveLength(2);
  });

  test('takes the Vietnamese words only where English ones are missing', () => {
    const form = { title: 'Tờ khai', 'x-title-en': '', 'x-layout': [{ title: { vi: 'Nhóm', en: 'Group' } }] };
    expect(withEnglishFilled({ name: { vi: 'Tên', en: '' }, declaration: form })).toEqual({
      name: { vi: 'Tên', en: 'Tên' }, declaration: { title: 'Tờ khai', 'x-title-en': 'Tờ khai', 'x-layout': [{ title: { vi: 'Nhóm', en: 'Group' } }] },
    });
  });

  test('its lists are reordered, its keys are free ones', () => {
    expect([moved(['a', 'b', 'c'], 2, -1), freeKey('answer', ['answer1', 'answer3'])]).toEqual([['a', 'c', 'b'], 'answer2']);
  });
});

describe('two people at one document', () => {
  const base = { name: 'Tên', fee: { lines: [{ amount: 1 }, { amount: 2 }] }, basis: '' };

  test('keep both what each changed', () => {
    expect(mergeChanges(base, { ...base, basis: 'Điều 5' }, { ...base, fee: { lines: [{ amount: 1 }, { amount: 9 }] } })).toEqual({ name: 'Tên', fee: { lines: [{ amount: 1 }, { amount: 9 }] }, basis: 'Điều 5' });
    expect(mergeChanges(base, { ...base, fee: { lines: [{ amount: 5 }, { amount: 2 }] } }, { ...base, fee: { lines: [{ amount: 1 }, { amount: 9 }] } })).toMatchObject({ fee: { lines: [{ amount: 5 }, { amount: 9 }] } });
  });

  test('where both changed the same place, the one who brings it in stands', () => {
    expect(mergeChanges(base, { ...base, name: 'Của tôi' }, { ...base, name: 'Của bạn' })).toMatchObject({ name: 'Của tôi' });
    expect(mergeChanges(base, { ...base, fee: { lines: [] } }, { ...base, fee: { lines: [{ amount: 7 }] } })).toMatchObject({ fee: { lines: [] } });
  });

  test('what one took away stays away', () => {
    const { basis: _, ...without } = base;
    expect(mergeChanges(base, without, { ...base, name: 'Mới' })).toEqual({ name: 'Mới', fee: base.fee });
  });
});
