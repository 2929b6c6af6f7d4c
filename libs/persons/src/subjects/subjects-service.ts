import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/database';
import type { Origin } from '../fact.js';
import type { Look } from '../reader.js';
import { readBelonging, type Belonging } from './belonging.js';
import { bornIntoHousehold, housemates, joinHousehold, leaveHousehold, openHousehold, readHousehold, type Joined } from './households.js';
import { actingRole, organisationsOf, readOrganisation, searchOrganisations, type OrganisationHit } from './organisations.js';
import { recordHouseholdBusiness, type RegisteredBusiness } from './record-household-business.js';
import { recordSubjectFacts } from './record-subject-facts.js';
import type { Household } from './household.js';
import type { ActsFor, OrganisationOnFile, Subject, SubjectStatement } from './subject.js';

/** Data on file about households and organisations. Whoever sees persons through it leaves a line in their log. */
@Injectable()
export class SubjectsService {
  /** See {@link readHousehold}. */
  householdOf(tx: Transaction, personId: string, paths: readonly string[], look: Look): Promise<Household | undefined> {
    return readHousehold(tx, personId, paths, look);
  }

  /** See {@link openHousehold}. */
  openHousehold(tx: Transaction, personId: string, look: Look): Promise<Household | undefined> {
    return openHousehold(tx, personId, look);
  }

  /** See {@link joinHousehold}. */
  joinHousehold(tx: Transaction, joined: Joined): Promise<string | undefined> {
    return joinHousehold(tx, joined);
  }

  /** See {@link housemates}. */
  housemates(tx: Transaction, personId: string): Promise<string[]> {
    return housemates(tx, personId);
  }

  /** See {@link leaveHousehold}. */
  leaveHousehold(tx: Transaction, personId: string, end: Parameters<typeof leaveHousehold>[2], origin: Origin): Promise<void> {
    return leaveHousehold(tx, personId, end, origin);
  }

  /** See {@link bornIntoHousehold}. */
  bornIntoHousehold(tx: Transaction, childId: string, bornOn: string, origin: Origin): Promise<void> {
    return bornIntoHousehold(tx, childId, bornOn, origin);
  }

  /** See {@link searchOrganisations}. */
  searchOrganisations(tx: Transaction, search: Parameters<typeof searchOrganisations>[1]): Promise<OrganisationHit[]> {
    return searchOrganisations(tx, search);
  }

  /** See {@link readOrganisation}. */
  getOrganisation(tx: Transaction, id: string, on: string, look: Look): Promise<OrganisationOnFile> {
    return readOrganisation(tx, id, on, look);
  }

  /** See {@link readBelonging}. */
  belongingOf(tx: Transaction, personId: string): Promise<Belonging> {
    return readBelonging(tx, personId);
  }

  /** See {@link organisationsOf}. */
  organisationsOf(tx: Transaction, personId: string, on: string): Promise<ActsFor[]> {
    return organisationsOf(tx, personId, on);
  }

  /** See {@link actingRole}. */
  actingRole(tx: Transaction, personId: string, organisationId: string, on: string): Promise<ActsFor> {
    return actingRole(tx, personId, organisationId, on);
  }

  /** See {@link recordHouseholdBusiness}. */
  recordHouseholdBusiness(tx: Transaction, registered: RegisteredBusiness): Promise<string> {
    return recordHouseholdBusiness(tx, registered);
  }

  /** See {@link recordSubjectFacts}. */
  recordFacts(tx: Transaction, subject: Subject, statements: readonly SubjectStatement[], origin: Origin): Promise<number> {
    return recordSubjectFacts(tx, subject, statements, origin);
  }
}
