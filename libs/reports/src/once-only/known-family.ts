import { readFileSync } from 'node:fs';
import { dataPath, digestOf, type Localized } from '@app/kernel';
import { HOUSEHOLD_RELATIONS, maritalStatusOf, type DataSourceKey, type Household, type HouseholdRelation, type PaperOnFile, type Person, type PersonOnFile, type Relative, type Sex } from '@app/persons';

interface FamilyPerson {
  readonly key: string;
  readonly fullName: string;
  readonly personalId: string;
  readonly sex: Sex;
  readonly birthDate: string;
  readonly ethnicity: string;
  readonly nationality: string;
  readonly birthPlace: string;
  readonly homeTown: string;
  readonly address: string;
  readonly phone: string;
  readonly diedOn?: string;
}

interface FamilyPaper {
  readonly name: Localized;
  readonly number: string | null;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly validUntil?: string;
  readonly source: DataSourceKey;
  readonly content: Readonly<Record<string, string | number | boolean>>;
}

type FamilyRelation = readonly [kind: Relative['kind'], other: string, since?: string, until?: string, endedBy?: 'divorce' | 'death'];

interface FamilyMember {
  readonly key: string;
  readonly person: string;
  readonly story: string;
  readonly family: readonly FamilyRelation[];
  readonly papers: readonly string[];
  /** What their papers say otherwise than the family's: kind → content. */
  readonly say?: Readonly<Record<string, FamilyPaper['content']>>;
}

interface FamilyFile {
  readonly people: readonly FamilyPerson[];
  readonly papers: Readonly<Record<string, FamilyPaper>>;
  readonly members: readonly FamilyMember[];
  /** Worked examples that say what is not on record, played by the member of whom it is not: procedure → example → member. */
  readonly by: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Worked examples that are of no known family: procedure → example → why. */
  readonly left: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Somebody of the known family, with all that is on file about them. */
export interface KnownMember {
  readonly key: string;
  readonly file: PersonOnFile;
}

export interface KnownFamily {
  readonly members: readonly KnownMember[];
  /** The only member who may play a worked example; anybody where none is named. */
  readonly onlyBy: (procedureCode: string, example: string) => string | undefined;
  /** Why a worked example is not played; nothing where it is. */
  readonly whyLeft: (procedureCode: string, example: string) => string | undefined;
}

/** Since when the registers of the family are as they are. */
const AS_OF = '2026-10-01';

/** The family of `data/known-family.json`: what the state holds on people it knows, and nothing it could not hold. */
export function readKnownFamily(): KnownFamily {
  const { people, papers, members, by, left } = JSON.parse(readFileSync(dataPath('libs/reports/data/known-family.json'), 'utf8')) as FamilyFile;
  const persons = new Map(people.map((each) => [each.key, personOf(each)]));
  const paperOf = (kind: string, { person, say = {} }: FamilyMember): PaperOnFile => {
    const paper = papers[kind];
    if (paper === undefined) throw new Error(`the known family has no paper "${kind}"`);
    return onFile(kind, person, { ...paper, content: { ...paper.content, ...say[kind] } });
  };
  return {
    members: members.map((member) => {
      const family = member.family.map(([kind, other, since, until, endedBy]): Relative => (
        { kind, since: since ?? null, until: until ?? null, endedBy: endedBy ?? null, source: 'civil-status-register', person: known(persons, other) }));
      const person = known(persons, member.person);
      const onRecord = member.papers.map((kind) => paperOf(kind, member));
      const household = householdOf(person, persons, onRecord.find(({ kind }) => kind === 'residence-confirmation'));
      return { key: member.key, file: { person, maritalStatus: maritalStatusOf(family), family, papers: onRecord, ...(household && { household }) } };
    }),
    onlyBy: (procedureCode, example) => by[procedureCode]?.[example],
    whyLeft: (procedureCode, example) => left[procedureCode]?.[example],
  };
}

function known(persons: ReadonlyMap<string, Person>, key: string): Person {
  const person = persons.get(key);
  if (person === undefined) throw new Error(`the known family has nobody "${key}"`);
  return person;
}

/** The household that a confirmation of residence tells of, as the register of households has it. */
function householdOf(person: Person, persons: ReadonlyMap<string, Person>, confirmation: PaperOnFile | undefined): Household | undefined {
  if (confirmation === undefined) return undefined;
  const { content } = confirmation;
  const own = isRelation(content['relationToHead']) ? content['relationToHead'] : 'child';
  const told = Array.from({ length: Number(content['members']) }, (_, index) => index + 1).flatMap((place) => {
    const name = place === 1 ? content['headName'] : content[`member${place}Name`];
    const relation = place === 1 ? 'head' : content[`member${place}Relation`];
    return typeof name === 'string' && isRelation(relation) ? [{ name, relation, born: place === 1 ? null : String(content[`member${place}BirthDate`]) }] : [];
  });
  const members = told.map(({ name, relation, born }): Household['members'][number] => {
    const { id, fullName, personalId, birthDate, sex } = [...persons.values()].find(({ fullName: other }) => other === name) ?? { id: name, fullName: name, personalId: null, birthDate: born, sex: 'female' as const };
    return { relation, since: AS_OF, source: 'population-register', asOf: AS_OF, person: { id, fullName, personalId, birthDate, sex } };
  });
  const isAmong = members.some(({ person: { id } }) => id === person.id);
  const self: Household['members'][number] = { relation: own, since: AS_OF, source: 'population-register', asOf: AS_OF, person };
  return { id: `${person.id} household`, code: '750000004', address: person.permanentAddress, members: isAmong ? members : own === 'head' ? [self, ...members.slice(1)] : [...members, self] };
}

const isRelation = (value: unknown): value is HouseholdRelation => typeof value === 'string' && Object.hasOwn(HOUSEHOLD_RELATIONS, value);

function personOf({ key, address, diedOn, ...person }: FamilyPerson): Person {
  return {
    ...person, id: key, email: null, alive: diedOn === undefined, diedOn: diedOn ?? null, source: 'population-register', asOf: AS_OF, provenance: {},
    permanentAddress: { provinceCode: '75', communeCode: '26068', detail: address.split(',')[0]!, text: address },
  };
}

function onFile(kind: string, personId: string, paper: FamilyPaper): PaperOnFile {
  return {
    ...paper, id: `${personId} ${kind}`, personId, organisationId: null, kind, validUntil: paper.validUntil ?? null, state: 'in-force', revocation: null, componentKey: null, acceptedOn: null, fileId: null,
    assurance: 'register', dossierId: null, dossierCode: null, sha256: digestOf({ kind, ...paper }),
  };
}
