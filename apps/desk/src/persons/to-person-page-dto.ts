import type { CorrectionRecord, OutsideLook, PersonPage } from '@app/dossiers';
import type { Localized } from '@app/kernel';
import { OFFICER_ROLES } from '@app/organisation';
import { checkPersonalId, DATA_SOURCES, HOUSEHOLD_RELATIONS, OUTSIDE_REASONS, paperStateOn, sourceOf, type Address, type Fact, type FactAttribute, type Household } from '@app/persons';
import { householdDto, paperOnFileDto, relativeKindName } from '../counter/person-dto.js';
import type { AttributeDto, FactCorrectionDto, FactDto, HousematesDto, OutsideLookDto, PersonPageDto } from './person-page.dto.js';

/** The attributes in the order an identity card has them, then the family. */
const ORDER: readonly FactAttribute[] = [
  'personalId', 'fullName', 'birthDate', 'sex', 'nationality', 'ethnicity', 'homeTown', 'birthPlace', 'permanentAddress', 'phone', 'email', 'death', 'father', 'mother', 'spouse',
];

const same = (text: string): Localized => ({ vi: text, en: text });
const day = (text: string): string => text.split('-').reverse().join('/');
const ENDED: Readonly<Record<string, Localized>> = {
  divorce: { vi: 'ly hôn', en: 'divorced' }, death: { vi: 'do chết', en: 'by death' }, annulment: { vi: 'hủy kết hôn', en: 'annulled' },
};

/** A fact's value in words; empty of a relation of which no day is known. */
export function shownValue(attribute: FactAttribute, value: Fact['value']): Localized {
  if (value === null) return { vi: 'không có', en: 'none' };
  if (value === true) return { vi: 'đã chết, chưa rõ ngày', en: 'deceased, day unknown' };
  if (value === 'male') return { vi: 'Nam', en: 'Male' };
  if (value === 'female') return { vi: 'Nữ', en: 'Female' };
  if (typeof value === 'string') return same(attribute === 'birthDate' || attribute === 'death' ? day(value) : value);
  if (attribute === 'permanentAddress') return same((value as Address).text);
  const { since, until, endedBy } = value as { since?: string; until?: string; endedBy?: string };
  const from = since === undefined ? [] : [{ vi: `từ ${day(since)}`, en: `from ${day(since)}` }];
  const end = until === undefined ? [] : [{ vi: `đến ${day(until)} (${ENDED[endedBy ?? '']?.vi ?? ''})`, en: `to ${day(until)} (${ENDED[endedBy ?? '']?.en ?? ''})` }];
  const parts = [...from, ...end];
  return { vi: parts.map(({ vi }) => vi).join(' '), en: parts.map(({ en }) => en).join(' ') };
}

/** @param readerId the officer who reads */
export function personPageDto(page: PersonPage, readerId: string): PersonPageDto {
  const { file: { person, family, papers, facts, reception }, household, ground, today } = page;
  return {
    id: person.id, fullName: person.fullName, personalId: person.personalId ?? undefined, alive: person.alive,
    warnings: person.personalId === null ? [] : checkPersonalId(person.personalId, { sex: person.sex, birthYear: person.birthDate ? Number(person.birthDate.slice(0, 4)) : null }),
    ground: { kind: ground.kind, purpose: ground.look.purpose, until: ground.until, reason: ground.look.outside?.text },
    attributes: ORDER.flatMap((attribute): AttributeDto[] => {
      const said = facts.filter((fact) => fact.attribute === attribute);
      return said.length === 0 ? [] : [{ attribute, facts: said.map((fact) => factDto(fact, page)) }];
    }),
    relatives: family.map(({ kind, since, until, source, person: other }) => ({
      id: other.id, kind, kindName: relativeKindName(kind), fullName: other.fullName, birthDate: other.birthDate ?? '', since: since ?? undefined, until: until ?? undefined, source: DATA_SOURCES[source],
    })),
    household: household && householdDto(household),
    papers: papers.map((paper) => ({ ...paperOnFileDto(paper, paperStateOn(paper, today)), sourceName: sourceOf(paper), revokedBy: page.revokedBy.get(paper.id) })),
    dossiers: page.dossiers.map((dossier) => ({ ...dossier })),
    corrections: page.corrections.map((correction) => correctionDto(correction, readerId)),
    reception: reception && {
      at: reception.at, by: page.officers.get(reception.officerId) ?? '', unit: page.units.get(reception.unitId) ?? reception.unitId, source: DATA_SOURCES[reception.source],
      basis: reception.basis ?? undefined, compared: reception.compared, notSameReason: reception.notSameReason ?? undefined, isNumberHeld: reception.isNumberHeld,
    },
    mayCorrect: page.mayCorrect, mayDecide: page.mayDecide,
  };
}

function factDto(fact: Fact, { officers, otherNames }: PersonPage): FactDto {
  return {
    id: fact.id, shown: shownValue(fact.attribute, fact.value), source: DATA_SOURCES[fact.source], asOf: fact.asOf, recordedAt: fact.recordedAt, isShown: fact.isShown, isCorrected: fact.isCorrected,
    otherName: fact.otherId === null ? undefined : otherNames.get(fact.otherId), otherId: fact.otherId ?? undefined, authority: fact.authority ?? undefined, dossierId: fact.dossierId ?? undefined,
    recordedBy: fact.recordedBy === null ? undefined : officers.get(fact.recordedBy), corrects: fact.corrects ?? undefined, reason: fact.reason ?? undefined,
  };
}

/** Everybody of a household, each with who said so. */
export function housematesDto(household: Household | undefined): HousematesDto {
  return {
    members: (household?.members ?? []).map(({ relation, since, source, asOf, person }) => ({
      id: person.id, fullName: person.fullName, relationName: HOUSEHOLD_RELATIONS[relation], birthDate: person.birthDate ?? '', since: since ?? undefined, source: DATA_SOURCES[source], asOf,
    })),
  };
}

export function correctionDto(correction: CorrectionRecord, readerId: string): FactCorrectionDto {
  const { id, personId, personName, factId, attribute, reason, authority, document, proposedAt } = correction;
  return {
    id, personId, personName, factId, attribute, reason, authority, document, proposedAt, otherName: correction.otherName ?? undefined,
    before: correction.otherName === null ? shownValue(attribute, correction.before) : same(correction.otherName), after: shownValue(attribute, correction.value), proposedBy: correction.proposedByName, own: correction.proposedBy === readerId,
    decision: correction.decision ?? undefined, decidedBy: correction.decidedByName ?? undefined, decidedAt: correction.decidedAt ?? undefined, decisionReason: correction.decisionReason ?? undefined,
  };
}

/** @param unitName the unit of who looked */
export function outsideLookDto(look: OutsideLook, unitName: string, readerId: string): OutsideLookDto {
  const { id, personName, officerName, reason, at, until } = look;
  return {
    id, personName, officerName, unitName, roleName: OFFICER_ROLES[look.role], reasonKindName: OUTSIDE_REASONS[look.reasonKind], reason, at, until, own: look.officerId === readerId,
    acknowledgedAt: look.acknowledgedAt ?? undefined, acknowledgedBy: look.acknowledgedByName ?? undefined, verdict: look.verdict ?? undefined, verdictNote: look.verdictNote ?? undefined,
  };
}
