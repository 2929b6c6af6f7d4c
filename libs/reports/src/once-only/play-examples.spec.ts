import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { loadCatalogue } from '@app/catalogue';
import { dataPath } from '@app/kernel';
import { isSourcePath, parseSourcePath } from '@app/persons';
import { readKnownFamily } from './known-family.js';
import { playExamples, type Figures } from './play-examples.js';
import { providersOf } from './providers.js';

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
    const alone = playExamples({ ...family, onlyBy: () => undefined, members: [stranger] }, { procedures, groups });
    expect(alone.papers.notAsked).toBeLessThan(played.papers.notAsked / 3);
    expect(alone.fields.notAsked).toBeLessThan(played.fields.notAsked);
  });

  test('has nothing on record of what an example says is not: nobody else plays it', () => {
    const family = readKnownFamily();
    const named = played.procedures.flatMap(({ code, examples }) => examples.filter(({ name }) => family.onlyBy(code, name) !== undefined).map(({ name, by }) => [code, name, by]));
    expect(named).toEqual([
      ['1.000656', 'long ago, verified in three days', 'bereaved-unnoticed'], ['1.001193', 'neither proof nor witness', 'mother-unproved'],
      ['2.002913', 'a death long ago, late', 'bereaved-unnoticed'], ['3.000722', 'neither proof nor witness', 'mother-unproved'],
    ]);
    const kindsOf = (member: string): string[] => family.members.find(({ key }) => key === member)!.file.papers.map(({ kind }) => kind);
    expect([kindsOf('bereaved-unnoticed').includes('death-notice'), kindsOf('mother-unproved').includes('birth-proof')]).toEqual([false, false]);
  });

  test('plays every worked example but the few that are of no family; each of those exists and is told with its reason', () => {
    const left = played.procedures.flatMap(({ code, left: each }) => each.map(({ name }) => `${code} ${name}`));
    expect(left).toHaveLength(10);
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

  const named = new Set([
    ...sources.flatMap(({ path }) => {
      const parsed = parseSourcePath(path);
      return parsed && 'paper' in parsed ? [parsed.paper] : [];
    }),
    ...forms.flatMap(({ components }) => components.flatMap(({ satisfiedBy }) => (satisfiedBy ? [satisfiedBy.paper] : []))),
  ]);

  test('and papers that take the place of others are of kinds the family has: none is promised that nobody holds', () => {
    expect([...named].filter((kind) => !kinds.has(kind)).toSorted()).toEqual([]);
  });

  test('are of kinds that somebody provides: a national source, a result of a procedure, or a paper that an earlier dossier accepted', () => {
    const unprovided = [...new Set([...kinds, ...named])].filter((kind) => {
      const { sources: registers, results, accepted } = providersOf(kind, forms);
      return registers.length + results.length + accepted.length === 0;
    });
    expect(unprovided).toEqual([]);
    expect(providersOf('assumed-record', forms)).toEqual({ sources: [], results: [], accepted: [] });
  });

  test('and what only an earlier dossier accepted is on the file of those alone who have a result of that procedure', () => {
    const handedIn = [...kinds].filter((kind) => {
      const { sources: registers, results } = providersOf(kind, forms);
      return registers.length + results.length === 0;
    });
    expect(handedIn).toEqual(['violation-decision']);
    const strangers = readKnownFamily().members.filter(({ file: { papers } }) => {
      const held = new Set(papers.map(({ kind }) => kind));
      return handedIn.some((kind) => held.has(kind) && !providersOf(kind, forms).accepted.some((code) => [...held].some((other) => providersOf(other, forms).results.includes(code))));
    });
    expect(strangers.map(({ key }) => key)).toEqual([]);
  });
});
