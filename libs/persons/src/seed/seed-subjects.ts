import { readFileSync } from 'node:fs';
import { dataPath, digestOf, type Localized } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { DataSourceKey } from '../data-sources.js';
import type { Address } from '../fact.js';
import type { Assurance } from '../person.js';
import { recordSubjectFacts } from '../subjects/record-subject-facts.js';
import type { HouseholdRelation } from '../subjects/household.js';
import type { OrganisationKind, OrganisationRoleKind, RoleTerm, SubjectStatement } from '../subjects/subject.js';
import { readDemonstrationPeople, seedId } from './data.js';

interface DemonstrationSubjects {
  /** They live where the first of their members does. */
  readonly households: ReadonlyArray<{ readonly code: string; readonly members: ReadonlyArray<{ readonly person: string; readonly relation: HouseholdRelation }> }>;
  readonly organisations: ReadonlyArray<{
    readonly key: string;
    readonly code: string;
    readonly name: string;
    readonly kind: OrganisationKind;
    readonly phone?: string;
    readonly address: Address;
    readonly roles: ReadonlyArray<RoleTerm & { readonly person: string; readonly role: OrganisationRoleKind }>;
    readonly papers: ReadonlyArray<{
      readonly kind: string; readonly name: Localized; readonly number: string; readonly issuer: string; readonly issuedOn: string;
      readonly content: Readonly<Record<string, string | number>>; readonly source: DataSourceKey; readonly assurance: Assurance;
    }>;
  }>;
}

/** The day the demonstration's registers were last read. */
const AS_OF = '2026-10-01';

/** Seeds the invented households and organisations; the people in them are there already. May run again. */
export async function seedSubjects(tx: Transaction): Promise<void> {
  const { households, organisations } = JSON.parse(readFileSync(dataPath('libs/persons/data/demonstration-subjects.json'), 'utf8')) as DemonstrationSubjects;
  const addresses = new Map(readDemonstrationPeople().people.map(({ key, address }) => [key, address]));
  for (const { code, members } of households) {
    await recordSubjectFacts(tx, { householdId: seedId(`household ${code}`) }, [
      { attribute: 'code', value: code }, { attribute: 'address', value: addresses.get(members[0]!.person)! },
      ...members.map(({ person, relation }): SubjectStatement => ({ attribute: 'member', personId: seedId(person), value: { relation } })),
    ], { source: 'population-register', asOf: AS_OF });
  }
  for (const { key, code, name, kind, phone, address, roles, papers } of organisations) {
    const organisationId = seedId(`organisation ${key}`);
    await recordSubjectFacts(tx, { organisationId }, [
      { attribute: 'code', value: code }, { attribute: 'name', value: name }, { attribute: 'kind', value: kind }, { attribute: 'address', value: address },
      ...(phone === undefined ? [] : [{ attribute: 'phone', value: phone } as const]),
      ...roles.map(({ person, role, ...term }): SubjectStatement => ({ attribute: role, personId: seedId(person), value: term })),
    ], { source: 'business-register', asOf: AS_OF });
    for (const paper of papers) {
      const { kind: paperKind, number, issuer, issuedOn, content } = paper;
      await tx.execute(
        `INSERT INTO paper_on_file (id, organisation_id, kind, name_vi, name_en, number, issuer, issued_on, state, content, assurance, source, sha256)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'in-force', $9, $10, $11, $12) ON CONFLICT (id) DO NOTHING`,
        [seedId(`${key} ${paperKind} ${number}`), organisationId, paperKind, paper.name.vi, paper.name.en, number, issuer, issuedOn, JSON.stringify(content), paper.assurance, paper.source,
          digestOf({ kind: paperKind, number, issuer, issuedOn, content })]);
    }
  }
}
