import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { loadCatalogue } from '@app/catalogue';
import { dataPath } from '@app/kernel';
import { isSourcePath, parseSourcePath } from '@app/persons';
import { readKnownFamily } from './known-family.js';
import { playExamples, type Figures } from './play-examples.js';

const { procedures, groups } = loadCatalogue();
const played = playExamples(readKnownFamily(), { procedures, groups });
const baseline = JSON.parse(readFileSync(dataPath('libs/reports/data/once-only-baseline.json'), 'utf8')) as Readonly<Record<string, { readonly fields: Figures; readonly papers: Figures }>>;
const forms = [...procedures, ...groups];
const kinds = new Set(readKnownFamily().members.flatMap(({ file }) => file.papers.map(({ kind }) => kind)));

describe('a known family', () => {
  test('is not asked for at least 80 % of the facts and 70 % of the papers', () => {
    expect(played.fields.notAsked / played.fields.needed).toBeGreaterThanOrEqual(0.8);
    expect(played.papers.notAsked / played.papers.needed).toBeGreaterThanOrEqual(0.7);
  });

  test('has a figure for every complete procedure and linked group, and the baseline knows each', () => {
    expect(played.procedures.map(({ code }) => code)).toEqual(forms.map(({ code }) => code).toSorted());
    expect(Object.keys(baseline)).toEqual(played.procedures.map(({ code }) => code));
  });

  test.each(played.procedures.map((procedure) => [procedure.code, procedure] as const))('%s: nothing is asked that was not asked before, and nothing needed goes missing', (code, { fields, papers }) => {
    expect([fields.needed, papers.needed]).toEqual([baseline[code]!.fields.needed, baseline[code]!.papers.needed]);
    expect([fields.notAsked >= baseline[code]!.fields.notAsked, papers.notAsked >= baseline[code]!.papers.notAsked]).toEqual([true, true]);
  });

  test('the whole is what the procedures come to', () => {
    expect(played.fields.needed).toBe(played.procedures.reduce((sum, { fields }) => sum + fields.needed, 0));
    expect(played.papers.notAsked).toBe(played.procedures.reduce((sum, { papers }) => sum + papers.notAsked, 0));
    for (const { examples } of played.procedures) {
      for (const { score, askedFields, askedPapers } of examples) {
        expect([score.fields.needed - score.fields.notAsked, score.papers.needed - score.papers.notAsked]).toEqual([askedFields.length, askedPapers.length]);
      }
    }
  });

  test('of which nothing is on file is asked for all but what the desk sees by itself', () => {
    const family = readKnownFamily();
    const stranger = { key: 'stranger', file: { ...family.members[0]!.file, family: [], papers: [] } };
    const alone = playExamples({ ...family, members: [stranger] }, { procedures, groups });
    expect(alone.papers.notAsked).toBeLessThan(played.papers.notAsked / 3);
    expect(alone.fields.notAsked).toBeLessThan(played.fields.notAsked);
  });

  test('plays every worked example but the few that are of no family; each of those exists and is told with its reason', () => {
    const left = played.procedures.flatMap(({ code, left: each }) => each.map(({ name }) => `${code} ${name}`));
    expect(left).toHaveLength(14);
    for (const { code, examples } of played.procedures) expect([code, examples.length > 0]).toEqual([code, true]);
    const written = JSON.parse(readFileSync(dataPath('libs/reports/data/known-family.json'), 'utf8')) as { readonly left: Readonly<Record<string, Readonly<Record<string, string>>>> };
    expect(left.toSorted()).toEqual(Object.entries(written.left).flatMap(([code, examples]) => Object.keys(examples).map((name) => `${code} ${name}`)).toSorted());
  });
});

describe('the sources that forms name', () => {
  const sources = forms.flatMap(({ code, declaration: { properties } }) => Object.entries(properties).flatMap(([name, field]) => {
    const source = field['x-source'];
    return source === undefined ? [] : (typeof source === 'string' ? [{ path: source }] : source).map((each) => ({ code, name, field, ...each }));
  }));

  test('can each offer something', () => {
    expect(sources.filter(({ path }) => !isSourcePath(path)).map(({ code, name, path }) => [code, name, path])).toEqual([]);
  });

  test('offer only answers that the question has', () => {
    const wrong = sources.flatMap((source) => ('values' in source && source.values !== undefined ? Object.values(source.values).map((answer) => ({ ...source, answer })) : []))
      .filter(({ field, answer }) => (Array.isArray(field['enum']) ? !(field['enum'] as unknown[]).includes(answer) : typeof answer !== field.type));
    expect(wrong.map(({ code, name, answer }) => [code, name, answer])).toEqual([]);
  });

  test('and papers that take the place of others are of kinds the family has: none is promised that nobody holds', () => {
    const named = new Set([
      ...sources.flatMap(({ path }) => {
        const parsed = parseSourcePath(path);
        return parsed && 'paper' in parsed ? [parsed.paper] : [];
      }),
      ...forms.flatMap(({ components }) => components.flatMap(({ satisfiedBy }) => (satisfiedBy ? [satisfiedBy.paper] : []))),
    ]);
    expect([...named].filter((kind) => !kinds.has(kind)).toSorted()).toEqual([]);
  });
});
