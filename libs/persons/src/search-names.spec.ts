import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '@app/kernel';
import { PersonsService } from './index.js';
import { parseNameQuery, wordsOneFaultFrom } from './name-query.js';
import { readDemonstrationPeople, seedId } from './seed/data.js';
import { seededRegistry } from './testing/seeded-registry.js';

describe('a typed name', () => {
  test.each([
    ['Nguyễn Văn  Hoà', { words: ['nguyen', 'van', 'hoa'] }], ['hoa 1965', { words: ['hoa'], born: '1965' }], ['hoa 2/4/1965', { words: ['hoa'], born: '1965-04-02' }],
    ['h', undefined], ['hoa 1', undefined], ['1965', undefined], ['%%', undefined], ['', undefined], ["H'Bia Niê", { words: ["h'bia", 'nie'] }],
  ])('"%s" is read', (text, query) => {
    expect(parseNameQuery(text)).toEqual(query);
  });

  test('words one fault away are those and no others', () => {
    expect([...wordsOneFaultFrom('ha')].filter((word) => ['h', 'a', 'ah', 'hoa', 'he', 'hab', 'xha'].includes(word)).toSorted()).toEqual(['a', 'ah', 'h', 'hab', 'he', 'hoa', 'xha']);
    expect(wordsOneFaultFrom('ha').has('ha')).toBe(false);
    expect(wordsOneFaultFrom('hoa').has('hoang')).toBe(false);
  });
});

describe('searching names on a real database', () => {
  const persons = new PersonsService();
  const { people } = readDemonstrationPeople();
  const { run } = seededRegistry();
  const search = (text: string, nearCommune?: string) => run((tx) => persons.search(tx, { reader: { kind: 'system' }, purpose: 'Thử', text, limit: 100, nearCommune }));
  const namesFor = async (text: string) => (await search(text)).map(({ fullName }) => fullName);

  test('is found in any order, by the beginning of a word, and by the year of birth', async () => {
    expect(await namesFor('hoa van nguyen')).toEqual(['Nguyễn Văn Hoà', 'Nguyễn Văn Hoá']);
    expect(await namesFor('hoang nam nguy')).toEqual(['Nguyễn Hoàng Nam']);
    expect(await namesFor('van hoa 1965')).toEqual(['Nguyễn Văn Hoà']);
    expect(await namesFor('van hoa 02/04/1965')).toEqual(['Nguyễn Văn Hoà']);
    expect(await namesFor('van hoa 03/04/1965')).toEqual([]);
  });

  test.each(['nguyne hoang nam', 'nguyen hoag nam', 'nguyen hoangg nam', 'nguyen hoabg nam', 'nam hoang nguyn'])('one fault in "%s" is forgiven', async (text) => {
    expect(await namesFor(text)).toEqual(['Nguyễn Hoàng Nam']);
  });

  test('two faults are not, and a name nobody has stays without one', async () => {
    expect(await namesFor('nguyne hoabg nam')).toEqual([]);
    expect(await namesFor('xyzt')).toEqual([]);
  });

  test('everybody is found by every order of their name with any one letter wrong, unless others bear just what was typed', async () => {
    const typed = fc.record({ person: fc.constantFrom(...people), order: fc.array(fc.nat({ max: 9 }), { minLength: 6, maxLength: 6 }), letter: fc.nat({ max: 40 }), fault: fc.nat({ max: 400 }) });
    await fc.assert(fc.asyncProperty(typed, async ({ person, order, letter, fault }) => {
      const words = fold(person.name).split(' ').map((word, index) => ({ word, key: order[index] ?? 0 })).toSorted((one, other) => one.key - other.key).map(({ word }) => word);
      const at = letter % words.length;
      const faults = [...wordsOneFaultFrom(words[at]!)].filter((word) => word.length > 1);
      words[at] = faults[fault % faults.length]!;
      const hits = await search(words.join(' '));
      const literally = hits.filter(({ fullName }) => words.every((word) => fold(fullName).split(' ').some((each) => each.startsWith(word))));
      if (literally.length === 0) expect(hits.map(({ id }) => id)).toContain(seedId(person.key));
      else expect(hits).toEqual(literally);
    }), { numRuns: 60 });
  });

  test('the words of names are kept by themselves and hold nothing else', async () => {
    const { differ } = await run((tx) => tx.one<{ differ: number }>(
      `SELECT count(*)::int AS differ FROM (SELECT DISTINCT unnest(string_to_array(name_folded, ' ')) AS word FROM person) p FULL JOIN name_word w USING (word) WHERE p.word IS NULL OR w.word IS NULL`));
    expect(differ).toBe(0);
  });
});
