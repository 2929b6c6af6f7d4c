import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '@app/kernel';
import { isMinorOn, PersonsService, withoutNames, type Look, type RegisteredCorrection } from './index.js';
import { deferralOf } from './disclosure.js';
import { readDemonstrationPeople, seedId } from './seed/data.js';
import { seededRegistry } from './testing/seeded-registry.js';

describe('a text officers wrote freely', () => {
  const names = readDemonstrationPeople().people.map(({ name }) => name);
  const words = fc.array(fc.constantFrom('hỏi', 'về', 'người', 'cùng', 'nhà', 'theo', 'đơn', 'của', 'bà'), { minLength: 1, maxLength: 6 }).map((each) => each.join(' '));

  test('is shown without anybody’s name or number', () => {
    fc.assert(fc.property(words, fc.constantFrom(...names), fc.boolean(), words, fc.stringMatching(/^\d{9,12}$/), (before, name, capitals, after, number) => {
      const shown = withoutNames(`${before} ${capitals ? name.toLocaleUpperCase('vi') : name} ${after}, số ${number}`);
      expect(shown.startsWith(before)).toBe(true);
      for (const part of name.split(' ')) expect(shown).not.toContain(part);
      expect(shown).not.toContain(number);
    }));
  });

  test('keeps what says nothing of anybody, and loses a single name too', () => {
    expect(withoutNames('Xác minh nơi cư trú. Hồ sơ thiếu giấy.')).toBe('Xác minh nơi cư trú. Hồ sơ thiếu giấy.');
    expect(withoutNames('hỏi thăm bà Hoa ở khu phố 4')).toBe('hỏi thăm bà … ở khu phố 4');
  });
});

describe('minority', () => {
  test.each([
    ['2008-11-24', true], ['2008-11-23', false], ['2008', false], ['2009', true], ['2008-12', true], [null, false],
  ])('of somebody born %s', (born, minor) => {
    expect(isMinorOn(born, '2026-11-23')).toBe(minor);
  });
});

describe('which looks the law keeps back', () => {
  const by = (unitId: string, more: Partial<Look> = {}) => deferralOf({ reader: { kind: 'officer', officerId: newId(), unitId, role: 'case-officer' }, purpose: 'Xác minh', ...more })?.class;
  const outside = { lookId: newId(), kind: 'law-enforcement', text: 'Yêu cầu số 12/CQĐT' } as const;
  test('follows unit and kind of reason; what belongs to a dossier or procedure is told', () => {
    expect([by('c26068.police'), by('c26068.office'), by('c26068.office', { outside }), by('c26068.office', { outside: { ...outside, kind: 'complaint' } })]).toEqual(['criminal-proceedings', undefined, 'criminal-proceedings', undefined]);
    expect([by('c26068.police', { dossierId: newId() }), by('c26068.police', { procedureCode: '1.004222' })]).toEqual([undefined, undefined]);
    expect(deferralOf({ reader: { kind: 'citizen', personId: newId() }, purpose: 'Xem', outside })).toBeUndefined();
  });
});

describe('a registered change of civil status', () => {
  const persons = new PersonsService();
  const [id, DOSSIER] = [seedId('bh-ha'), '00000000-0000-4000-8000-0000000000d1'];
  const { run } = seededRegistry();
  const register = (more: Partial<RegisteredCorrection>, dossierId = DOSSIER) => run((tx) => persons.recordCorrection(tx, {
    personId: id, attribute: 'birthPlace', value: 'thành phố Huế', wasWrong: true, reason: 'Cải chính hộ tịch', origin: { source: 'dossier', authority: 'UBND phường Biên Hoà', asOf: '2026-11-25', dossierId }, ...more,
  }));
  const factsOf = (attribute: string) => run(async (tx) => (await persons.factsOf(tx, id, { reader: { kind: 'system' }, purpose: 'Kiểm tra' })).filter((fact) => fact.attribute === attribute));

  test('corrects what was wrong once, however often it is carried out; a corrected result corrects it again', async () => {
    const [wrong] = await factsOf('birthPlace');
    await register({});
    await register({});
    expect(await factsOf('birthPlace')).toMatchObject([
      { value: 'thành phố Huế', corrects: wrong!.id, reason: 'Cải chính hộ tịch', authority: 'UBND phường Biên Hoà', dossierId: DOSSIER, asOf: wrong!.asOf, isShown: true }, { id: wrong!.id, isCorrected: true },
    ]);
    await register({ value: 'thị xã Hương Thủy' });
    expect((await factsOf('birthPlace')).filter(({ isShown }) => isShown)).toMatchObject([{ value: 'thị xã Hương Thủy', reason: 'Kết quả của hồ sơ đã được đính chính' }]);
  });

  test('a changed name holds from the decision on; the old one was right until then', async () => {
    await register({ attribute: 'fullName', value: 'Phạm Thị Thu Hương', wasWrong: false }, newId());
    expect(await factsOf('fullName')).toMatchObject([
      { value: 'Phạm Thị Thu Hương', asOf: '2026-11-25', corrects: null, isShown: true }, { value: 'Phạm Thị Thu Hà', isShown: false, isCorrected: false },
    ]);
  });
});
