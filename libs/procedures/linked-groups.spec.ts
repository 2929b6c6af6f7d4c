import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Catalogue, checkMembers, fillMember, loadCatalogue, membersAsked, requiredComponents, validateDeclaration, withoutLinkedAnswers, type Declaration, type LinkedGroup, type MemberResult, type Procedure } from '@app/catalogue';
import { dataPath } from '@app/kernel';

interface Example {
  readonly name: string;
  readonly filedOn: string;
  readonly declaration: Declaration;
  /** The papers the person must bring, once for all. */
  readonly requires: readonly string[];
  readonly members: readonly string[];
}

const { procedures, groups } = loadCatalogue();
const get = (code: string): Procedure => procedures.filter((procedure) => procedure.code === code).toSorted((a, b) => b.version - a.version)[0]!;
const folders = readdirSync(dataPath('libs/procedures'));
const examplesOf = ({ code }: LinkedGroup): readonly Example[] =>
  JSON.parse(readFileSync(join(dataPath('libs/procedures'), folders.find((name) => name.startsWith(code))!, 'examples.json'), 'utf8')) as Example[];
const RESULT: MemberResult = { code: 'H19.26.01-261123-0001', number: '12/TLKT', issuedOn: '2026-11-23' };
const resultsFor = ({ group }: LinkedGroup): Record<string, MemberResult> => Object.fromEntries(group.members.map(({ key }) => [key, RESULT]));

/**
 * How many questions the longest example of a group answers, and how many its members' own forms would have asked. A question
 * more is a fact asked twice, or a new fact: then think before the first number is raised.
 */
const QUESTIONS: Record<string, { readonly asked: number; readonly separately: number }> = {
  '2.002913': { asked: 28, separately: 45 },
  '3.000722': { asked: 31, separately: 51 },
};

describe.each(groups.map((group) => [group.code, group] as const))('the linked group %s', (code, group) => {
  test.each(examplesOf(group).map((example) => [example.name, example] as const))('%s', (_, { declaration, filedOn, requires, members }) => {
    const assessed = validateDeclaration(group, declaration, filedOn);
    expect(assessed.faults).toEqual([]);
    expect(assessed.declaration).toMatchObject(declaration);
    expect(requiredComponents(group, assessed.declaration).filter(({ required }) => required).map(({ key }) => key)).toEqual(requires);
    const asked = membersAsked(group, assessed.declaration);
    expect(asked.map(({ key }) => key)).toEqual(members);
    for (const member of asked) {
      const procedure = get(member.procedure);
      const filled = validateDeclaration(procedure, fillMember(member, assessed.declaration, resultsFor(group)).declaration, filedOn);
      expect([member.key, filled.faults]).toEqual([member.key, []]);
      // Whatever a member wants is brought with the group, or is the result of another member.
      const served = (key: string): boolean => requires.includes(member.components[key] ?? '') || member.needs.some(({ component }) => component === key);
      expect(requiredComponents(procedure, filled.declaration).filter(({ key, required }) => required && !served(key)).map(({ key }) => key)).toEqual([]);
    }
  });

  test('asks each fact once: no more questions than counted, and no name or number of a person given twice', () => {
    const counts = examplesOf(group).map(({ declaration, filedOn }) => {
      const assessed = validateDeclaration(group, declaration, filedOn);
      const separately = membersAsked(group, assessed.declaration).map((member) => {
        const procedure = get(member.procedure);
        const filled = validateDeclaration(procedure, fillMember(member, assessed.declaration, resultsFor(group)).declaration, filedOn);
        return filled.visible.filter((name) => filled.declaration[name] !== undefined).length;
      });
      return { asked: assessed.visible.filter((name) => assessed.declaration[name] !== undefined).length, separately: separately.reduce((sum, count) => sum + count, 0) };
    });
    expect(counts.toSorted((a, b) => b.asked - a.asked)[0]).toEqual(QUESTIONS[code]);
    for (const { declaration } of examplesOf(group)) {
      const persons = Object.entries(group.declaration.properties).filter(([name, field]) => field['x-widget'] === 'person-id' || name.endsWith('Name'))
        .flatMap(([name]) => (declaration[name] === undefined ? [] : [declaration[name]]));
      expect(persons).toEqual([...new Set(persons)]);
    }
  });

  test('tells the results of all its members, and how long the slower ones take', () => {
    const { results, limit } = new Catalogue([...procedures, ...groups], [], '2026-11-23').describe(code, '2026-11-23');
    expect(results).toEqual(group.group.members.map((member) => get(member.procedure).result.name));
    const slower = group.group.members.filter(({ whole }) => whole !== undefined);
    expect(slower.length).toBeGreaterThan(0);
    for (const member of slower) expect(limit.vi).toContain(`có “${get(member.procedure).name.vi}”: `);
  });

  test('is refused when a member is missing, a required answer has no source, or a result comes from nobody it waits for', () => {
    const [first] = group.group.members;
    const changed = (member: Partial<typeof first & object>): LinkedGroup => ({ ...group, group: { ...group.group, members: [{ ...first!, ...member }, ...group.group.members.slice(1)] } });
    const faults = (linked: LinkedGroup): string[] => checkMembers(linked, get).map(({ en }) => en);
    expect(faults(group)).toEqual([]);
    expect(faults(changed({ procedure: '1.999999' }))).toEqual(['The member procedure 1.999999 has no complete version. Publish it first.']);
    expect(faults(changed({ declaration: {} }))[0]).toMatch(/^The required question "requesterRelation" of .* is not filled from the form of the group\. Add a source\.$/);
    expect(faults(changed({ declaration: { ...first!.declaration, requesterName: { from: '/results/nobody/number' } } }))).toEqual([
      'The answer comes from the result of "nobody", which the member does not wait for. Add it to "needs" or "after".']);
    expect(faults(changed({ components: {} })).length).toBeGreaterThan(0);
  });
});

describe('what a group alone fills in', () => {
  const marked = procedures.flatMap((procedure) => Object.entries(procedure.declaration.properties).filter(([, field]) => field['x-linked-only']).map(([name, field]) => [procedure, name, field] as const));

  test('is asked of nobody, and taken from nobody who files one procedure: the shorter limits of the decree are the group’s', () => {
    expect(marked.map(([{ code }, name]) => `${code} ${name}`)).toEqual([
      '1.001939 linkedFiling', '1.003197 linkedFiling', '1.004222 linkedFiling', '1.014062 linkedFiling', '2.000821 linkedFiling',
    ]);
    for (const [procedure, name, field] of marked) {
      const declaration = { [name]: (field['enum'] as readonly string[])[0] };
      expect(validateDeclaration(procedure, declaration, '2026-11-23').visible).not.toContain(name);
      expect(validateDeclaration(procedure, declaration, '2026-11-23').declaration).toMatchObject(declaration);
      expect(withoutLinkedAnswers(procedure, { ...declaration, requesterName: 'Trần Thị Mỹ Duyên' })).toEqual({ requesterName: 'Trần Thị Mỹ Duyên' });
    }
  });
});
