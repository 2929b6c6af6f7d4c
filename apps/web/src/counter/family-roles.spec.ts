import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { familyRoles } from './family-roles';

const schemaOf = (folder: string) => JSON.parse(readFileSync(new URL(`../../../../libs/procedures/${folder}/declaration.schema.json`, import.meta.url), 'utf8')) as Record<string, unknown>;
const BIRTH = schemaOf('1.001193-birth-registration');
const read = (sex: string, spouse: boolean) => {
  const roles = familyRoles(BIRTH, sex, spouse);
  return roles && { ...roles, parties: roles.parties.map(({ holder, part }) => `${holder}: ${part.en}`) };
};

test('the birth of a married couple’s child: each in their part of the form, by the sex on file', () => {
  expect(read('female', true)).toEqual({ asks: 'requesterRelation', answers: { requesterRelation: 'mother', parentsDeclared: 'both' }, parties: ['owner: The mother', 'owner.spouse: The father'] });
  expect(read('male', true)).toEqual({ asks: 'requesterRelation', answers: { requesterRelation: 'father', parentsDeclared: 'both' }, parties: ['owner.spouse: The mother', 'owner: The father'] });
});

test('with nobody beside them on file, whether the other parent is written down is asked', () => {
  expect(read('female', false)).toEqual({ asks: 'requesterRelation', answers: { requesterRelation: 'mother' }, parties: ['owner: The mother'] });
});

test('no sex on file, or a form without such places: nothing is proposed', () => {
  expect(read('', true)).toBeUndefined();
  expect(familyRoles(schemaOf('1.004873-marital-status'), 'female', true)).toBeUndefined();
  expect(familyRoles({}, 'female', true)).toBeUndefined();
});
