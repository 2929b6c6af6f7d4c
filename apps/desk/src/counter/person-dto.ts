import { maskPersonalId, checkPersonalId, DATA_SOURCES, HOUSEHOLD_RELATIONS, paperStateOn, type ActsFor, type Belonging, type OwnHousehold, type PaperOnFile, type PaperState, type PersonHit, type PersonOnFile, type Relative } from '@app/persons';
import type { Localized } from '@app/kernel';
import { actsForDto } from './organisation-dto.js';
import type { HouseholdDto, OpenDossierDto, PaperOnFileDto, PersonDto, PersonRowDto } from './counter.dto.js';

const RELATIVES: Readonly<Record<Relative['kind'], Localized>> = {
  father: { vi: 'Cha', en: 'Father' },
  mother: { vi: 'Mẹ', en: 'Mother' },
  spouse: { vi: 'Vợ/chồng', en: 'Spouse' },
  child: { vi: 'Con', en: 'Child' },
};

export const relativeKindName = (kind: Relative['kind']): Localized => RELATIVES[kind];

export function personRowDto(hit: PersonHit): PersonRowDto {
  return { id: hit.id, fullName: hit.fullName, maskedPersonalId: hit.maskedId ?? '', birthDate: hit.birthDate ?? '', address: hit.address ?? '' };
}

/** A person as the counter shows them: numbers masked, odd ones warned of, never refused. @param today local date, for the validity of papers */
export function personDto({ person, family, papers }: PersonOnFile, openDossiers: OpenDossierDto[], actsFor: readonly ActsFor[], { household }: Belonging, today: string): PersonDto {
  return {
    id: person.id,
    fullName: person.fullName,
    maskedPersonalId: person.personalId === null ? '' : maskPersonalId(person.personalId),
    birthDate: person.birthDate ?? '',
    address: person.permanentAddress?.text ?? '',
    sex: person.sex,
    ...(person.phone === null ? {} : { phone: person.phone }),
    ...(person.email === null ? {} : { email: person.email }),
    relatives: family.map((relative) => ({
      id: relative.person.id, kind: relative.kind, kindName: RELATIVES[relative.kind], fullName: relative.person.fullName, birthDate: relative.person.birthDate ?? '',
      ...(relative.until === null ? {} : { until: relative.until }),
    })),
    papers: papers.map((paper) => paperOnFileDto(paper, paperStateOn(paper, today))),
    openDossiers,
    actsFor: actsFor.map(actsForDto),
    ...(household && { household: householdDto(household) }),
    warnings: person.personalId === null ? [] : checkPersonalId(person.personalId, { sex: person.sex, birthYear: person.birthDate ? Number(person.birthDate.slice(0, 4)) : null }),
  };
}

/** To which household somebody belongs, and who said so; nobody else in it is named. */
export function householdDto({ relation, size, address, since, source, asOf }: OwnHousehold): HouseholdDto {
  return { relationName: HOUSEHOLD_RELATIONS[relation], size, source: DATA_SOURCES[source], asOf, ...(address === null ? {} : { address }), ...(since === null ? {} : { since }) };
}

/** @param state how it stands on the day it is shown */
export function paperOnFileDto(paper: PaperOnFile, state: PaperState): PaperOnFileDto {
  return {
    id: paper.id, kind: paper.kind, kindName: paper.name, state, assurance: paper.assurance,
    source: paper.dossierCode ?? paper.source, content: { ...paper.content },
    ...(paper.issuer === null ? {} : { issuer: paper.issuer }),
    ...(paper.issuedOn === null ? {} : { issuedOn: paper.issuedOn }),
    ...(paper.acceptedOn === null ? {} : { acceptedOn: paper.acceptedOn }),
    ...(paper.revocation === null ? {} : { revocation: paper.revocation }),
    ...(paper.number === null ? {} : { number: paper.number }),
    ...(paper.validUntil === null ? {} : { validUntil: paper.validUntil }),
  };
}
