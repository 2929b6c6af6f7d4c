import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Field, Form } from '@app/catalogue';
import type { Origin } from '../declaration.js';
import { addTallies, scoreOf, type ScoredPaper } from './score.js';

const field = (more: Partial<Field> = {}): Field => ({ type: 'string', title: 'x', 'x-title-en': 'x', 'x-group': 'g', 'x-widget': 'text', ...more });
const form = (properties: Record<string, Field>): Form => ({ declaration: { type: 'object', 'x-layout': [], properties, required: Object.keys(properties) } });
const FORM = form({
  name: field(), address: field(), plot: field(), purpose: field(), copies: field({ type: 'integer' }),
  days: field({ type: 'integer', 'x-derived': { 'days-since': 'name' } }), linked: field({ 'x-linked-only': true }), pledge: field({ type: 'boolean', const: true }),
});
const SOURCE = { vi: 'Nguồn', en: 'Source' };
const onFile = { value: 'y', source: SOURCE, asOf: '2026-11-01', digest: 'd' };
const paper = (more: Partial<ScoredPaper> = {}): ScoredPaper => ({ required: true, origin: 'brought', offered: false, ...more });

describe('the once-only score', () => {
  test('an offer agreed to was not asked; one typed, declined or contradicted was, and the last two are counted apart', () => {
    const origins: Record<string, Origin> = {
      '/name': { origin: 'population', source: SOURCE, asOf: '2026-11-01', digest: 'd' },
      '/plot': { origin: 'paper', paperId: 'p' },
      '/address': { origin: 'clerk', onFile, declined: 'population' },
      '/purpose': { origin: 'citizen', declined: 'register' },
      '/copies': { origin: 'clerk', onFile: { ...onFile, queryId: 'q' } },
    };
    expect(scoreOf(FORM, { name: 'a', plot: '1', address: 'b', purpose: 'c', copies: 2 }, origins, [])).toEqual({
      fields: { needed: 5, notAsked: 2, refused: 2, mismatched: 2 },
      papers: { needed: 0, notAsked: 0, refused: 0, mismatched: 0 },
      classes: {
        population: { reused: 1, refused: 1, mismatched: 1 }, paper: { reused: 1, refused: 0, mismatched: 0 }, register: { reused: 0, refused: 1, mismatched: 1 },
      },
    });
  });

  test('what is worked out, what only a linked group fills in, what can be answered in one way only, and what is not answered, is not needed', () => {
    expect(scoreOf(FORM, { name: 'a', days: 3, linked: true, pledge: true, unknown: 'x' }, {}, []).fields).toEqual({ needed: 1, notAsked: 0, refused: 0, mismatched: 0 });
  });

  test('a required paper on file or of the linked group was not asked; one brought although it was on file was refused; one that may be added is not needed', () => {
    const papers = [
      paper({ origin: 'on-file', offered: true }), paper({ origin: 'linked' }), paper({ offered: true }), paper({ origin: 'uploaded' }), paper({ origin: 'absent' }), paper({ required: false, origin: 'on-file' }),
    ];
    expect(scoreOf(FORM, {}, {}, papers)).toEqual({
      fields: { needed: 0, notAsked: 0, refused: 0, mismatched: 0 },
      papers: { needed: 5, notAsked: 2, refused: 1, mismatched: 0 },
      classes: { paper: { reused: 1, refused: 1, mismatched: 0 }, linked: { reused: 1, refused: 0, mismatched: 0 } },
    });
  });

  test('by property: every needed thing is counted once, and what was refused or contradicted is among what was asked', () => {
    const origin = fc.record({
      origin: fc.constantFrom('population', 'paper', 'register', 'citizen', 'clerk'), onFile: fc.option(fc.constant(onFile), { nil: undefined }),
      declined: fc.option(fc.constantFrom('population', 'paper', 'register'), { nil: undefined }),
    }) as fc.Arbitrary<Origin>;
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('name', 'address', 'plot', 'purpose', 'copies'), origin), (origins) => {
      const declaration = Object.fromEntries(Object.keys(origins).map((name) => [name, 'x']));
      const { fields } = scoreOf(FORM, declaration, Object.fromEntries(Object.entries(origins).map(([name, each]) => [`/${name}`, each])), []);
      expect(fields.needed).toBe(Object.keys(origins).length);
      expect(fields.notAsked + Math.max(fields.refused, fields.mismatched)).toBeLessThanOrEqual(fields.needed);
    }));
  });

  test('scores add up', () => {
    expect(addTallies([{ needed: 3, notAsked: 2, refused: 1, mismatched: 0 }, { needed: 4, notAsked: 1, refused: 0, mismatched: 2 }])).toEqual({ needed: 7, notAsked: 3, refused: 1, mismatched: 2 });
    expect(addTallies([])).toEqual({ needed: 0, notAsked: 0, refused: 0, mismatched: 0 });
  });
});
