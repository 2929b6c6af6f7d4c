import { Injectable } from '@nestjs/common';
import { DomainError } from '@app/kernel';
import type { Transaction } from '@app/database';
import { maritalStatusOf, type PersonOnFile } from './person.js';
import { findPerson, readFamily, readPapers } from './person-store.js';
import { inspectLogOf, logLook, readLogOf, type InspectedEntry } from './read-log.js';
import { reachFile, type Reach, type Reached } from './reach-file.js';
import type { LogPage, LogQuery, Look, Seen } from './reader.js';
import { correctFact, type FactCorrection } from './correct-fact.js';
import type { Fact, Origin, Statement } from './fact.js';
import { findDoubts } from './doubts/find-doubts.js';
import { raiseDoubt, type RaisedDoubt } from './doubts/raise-doubt.js';
import { readFacts } from './read-facts.js';
import { recordAddress, type RegisteredAddress } from './record-address.js';
import { recordDeath, type RegisteredDeath } from './record-death.js';
import { findChild, type SoughtChild } from './find-child.js';
import { recordBirth, type RegisteredBirth } from './record-birth.js';
import { recordCorrection, type RegisteredCorrection } from './record-correction.js';
import { recordFacts } from './record-facts.js';
import { recordMarriage, type RegisteredMarriage } from './record-marriage.js';
import { recordAccepted, type AcceptedPapers } from './record-accepted.js';
import { recordResult, type DossierResult } from './record-result.js';
import { revokePaper, type Revocation } from './revoke-paper.js';
import { searchPersons, type PersonHit, type PersonSearch } from './search-persons.js';

/** Data on file about people. Whoever looks leaves a line in the log, in the same transaction. */
@Injectable()
export class PersonsService {
  /** See {@link searchPersons}. */
  search(tx: Transaction, search: PersonSearch): Promise<PersonHit[]> {
    return searchPersons(tx, search);
  }

  /** All that is on file about a person; logged. Throws `person.unknown`, and `reason.required` without a purpose. */
  async getPerson(tx: Transaction, id: string, look: Look): Promise<PersonOnFile> {
    const [person, family, papers] = await Promise.all([findPerson(tx, id), readFamily(tx, id), readPapers(tx, id)]);
    if (!person) throw new DomainError('person.unknown');
    await logLook(tx, [id], look, ['identity', 'family', 'papers']);
    return { person, maritalStatus: maritalStatusOf(family), family, papers };
  }

  /**
   * All that was ever said of a person, with its sources and corrections, the newest first; logged. Throws `person.unknown`,
   * and `reason.required` without a purpose.
   */
  async factsOf(tx: Transaction, id: string, look: Look): Promise<Fact[]> {
    const [person, facts] = await Promise.all([findPerson(tx, id), readFacts(tx, id)]);
    if (!person) throw new DomainError('person.unknown');
    await logLook(tx, [id], look, ['identity', 'family']);
    return facts;
  }

  /** Whose number this is, for signing a citizen in. Nothing else is read, so nothing is logged. */
  findByPersonalId(tx: Transaction, personalId: string): Promise<{ id: string; fullName: string } | undefined> {
    return tx.maybeOne('SELECT id, full_name AS "fullName" FROM person WHERE personal_id = $1 AND alive', [personalId]);
  }

  /** Writes down that data of persons was given on or looked at. Throws `reason.required` without a purpose. */
  logLook(tx: Transaction, personIds: readonly string[], look: Look, what: readonly Seen[]): Promise<void> {
    return logLook(tx, personIds, look, what);
  }

  /** See {@link readLogOf}. */
  readLogOf(tx: Transaction, personId: string, query: LogQuery): Promise<LogPage> {
    return readLogOf(tx, personId, query);
  }

  /** See {@link inspectLogOf}. */
  inspectLogOf(tx: Transaction, personId: string, limit?: number): Promise<InspectedEntry[]> {
    return inspectLogOf(tx, personId, limit);
  }

  /** See {@link reachFile}. */
  reachFile(tx: Transaction, reach: Reach): Promise<Reached> {
    return reachFile(tx, reach);
  }

  /** All that is on file about a person with every fact behind it, in one look; logged once. Throws like {@link getPerson}. */
  async ownFile(tx: Transaction, id: string, look: Look): Promise<PersonOnFile & { readonly facts: readonly Fact[] }> {
    const [file, facts] = await Promise.all([this.getPerson(tx, id, look), readFacts(tx, id)]);
    return { ...file, facts };
  }

  /** See {@link recordResult}. */
  recordResult(tx: Transaction, result: DossierResult): Promise<string[]> {
    return recordResult(tx, result);
  }

  /** See {@link recordAccepted}. */
  recordAccepted(tx: Transaction, accepted: AcceptedPapers): Promise<void> {
    return recordAccepted(tx, accepted);
  }

  /** See {@link revokePaper}. */
  revokePaper(tx: Transaction, revocation: Revocation): Promise<string[]> {
    return revokePaper(tx, revocation);
  }

  /** See {@link recordDeath}. */
  recordDeath(tx: Transaction, death: RegisteredDeath): Promise<string | undefined> {
    return recordDeath(tx, death);
  }

  /** See {@link recordFacts}. */
  recordFacts(tx: Transaction, personId: string, statements: readonly Statement[], origin: Origin): Promise<number> {
    return recordFacts(tx, personId, statements, origin);
  }

  /** See {@link correctFact}. */
  correctFact(tx: Transaction, correction: FactCorrection): Promise<void> {
    return correctFact(tx, correction);
  }

  /** See {@link recordCorrection}. */
  recordCorrection(tx: Transaction, registered: RegisteredCorrection): Promise<void> {
    return recordCorrection(tx, registered);
  }

  /** See {@link recordMarriage}. */
  recordMarriage(tx: Transaction, marriage: RegisteredMarriage): Promise<void> {
    return recordMarriage(tx, marriage);
  }

  /** See {@link recordAddress}. */
  recordAddress(tx: Transaction, registered: RegisteredAddress): Promise<void> {
    return recordAddress(tx, registered);
  }

  /** See {@link findChild}. */
  findChild(tx: Transaction, child: SoughtChild): Promise<string | undefined> {
    return findChild(tx, child);
  }

  /** See {@link recordBirth}. */
  recordBirth(tx: Transaction, birth: RegisteredBirth): Promise<string> {
    return recordBirth(tx, birth);
  }

  /** See {@link raiseDoubt}. */
  raiseDoubt(tx: Transaction, doubt: RaisedDoubt): Promise<boolean> {
    return raiseDoubt(tx, doubt);
  }

  /** See {@link findDoubts}. Call it for whoever was just put on file. */
  findDoubts(tx: Transaction, personIds: readonly string[]): Promise<number> {
    return findDoubts(tx, personIds);
  }
}
