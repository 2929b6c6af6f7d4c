import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { PAPERS, type PaperForm } from './papers.js';
import { SAMPLE_KINDS, type SampleKind } from './samples/index.js';
import { goldenDifferences, goldenFile, takeGolden, type Golden } from './testing/golden.js';
import { pictureOf, writeFormsDocument } from './testing/forms-document.js';

const FORMS = Object.keys(PAPERS) as PaperForm[];

/** `npm run forms` writes what is compared here anew; look at what it changed before you keep it. */
describe('every template gives what it gave: text, structure, fonts, margins, image', () => {
  describe.each(FORMS)('%s', (form) => {
    test.each(SAMPLE_KINDS)('%s', async (kind) => {
      const should = (JSON.parse(readFileSync(goldenFile(form), 'utf8')) as Record<SampleKind, Golden>)[kind];
      expect(goldenDifferences(should, (await takeGolden(form, kind)).golden)).toEqual([]);
    });
  });

  test('a changed word, a lost tag and a moved line are told', async () => {
    const { golden } = await takeGolden('result/decision', 'empty');
    const [page] = golden.pages;
    const other: Golden = {
      ...golden,
      pages: [{ text: page!.text.map((line) => line.replace('Chấp thuận', 'Từ chối')), structure: page!.structure.replace('H1', 'P'), squares: [...page!.squares.slice(2), ...page!.squares.slice(0, 2)] }],
    };
    const told = goldenDifferences(golden, other);
    expect(told).toHaveLength(3);
    expect(told[0]).toBe('page 1, text: - Điều 1. Chấp thuận. + Điều 1. Từ chối.');
    expect(told.slice(1).map((words) => words.slice(0, 17))).toEqual(['page 1, structure', 'page 1, image: ot']);
  });
});

describe('docs/forms.md', () => {
  test('tells the templates as they are', () => {
    expect(readFileSync('docs/forms.md', 'utf8')).toBe(writeFormsDocument());
  });

  test('shows a picture of each', () => {
    expect(FORMS.filter((form) => !existsSync(`docs/images/forms/${pictureOf(form)}`))).toEqual([]);
  });
});
