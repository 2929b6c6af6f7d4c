import { describe, expect, test } from '@jest/globals';
import { loadCatalogue } from '../load-catalogue.js';
import type { Procedure } from '../procedure.js';
import { checkExamples, folderExamples, makeExamples, type FeeOf } from './examples.js';

const TODAY = '2026-11-23';
const { procedures } = loadCatalogue();
const get = (code: string): Procedure => procedures.find((procedure) => procedure.code === code)!;
const marital = get('1.004873');
const feeOf: FeeOf = ({ fee }) => fee.lines.length * 1000;

describe('worked examples', () => {
  test('of every folder hold for its procedure', () => {
    for (const procedure of procedures) {
      const examples = folderExamples(procedure.code).map((example) => ({ ...example, fee: feeOf(procedure, example.declaration, example.channel) }));
      expect([procedure.code, examples.length > 0, checkExamples(procedure, examples, TODAY, feeOf)]).toEqual([procedure.code, true, []]);
    }
  });

  test('that are made say which papers each condition leads to', () => {
    const made = makeExamples(marital, TODAY, feeOf);
    expect(checkExamples(marital, made, TODAY, feeOf)).toEqual([]);
    expect(made.map(({ name, requires }) => [name, requires])).toEqual(expect.arrayContaining([['Bản án hoặc quyết định ly hôn có hiệu lực', expect.arrayContaining(['divorce-judgment'])]]));
  });

  test('none, one too few, a wrong paper and an answer the form does not take are each told', () => {
    const told = (examples: Parameters<typeof checkExamples>[1]) => checkExamples(marital, examples, TODAY, feeOf).map(({ pointer }) => pointer);
    const made = makeExamples(marital, TODAY, feeOf);
    const divorced = made.findIndex(({ requires }) => requires.includes('divorce-judgment'));
    const index = marital.components.findIndex(({ key }) => key === 'divorce-judgment');
    expect(told([])).toEqual(['/examples']);
    expect(told(made.filter(({ requires }) => !requires.includes('divorce-judgment')))).toEqual([`/components/${index}/required`]);
    expect(told(made.map((example, at) => (at === divorced ? { ...example, requires: [] } : example)))).toContain(`/examples/${divorced}`);
    expect(told(made.map((example, at) => (at === divorced ? { ...example, declaration: { ...example.declaration, nobody: 1 } } : example)))).toContain(`/examples/${divorced}`);
  });
});
