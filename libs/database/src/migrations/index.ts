/**
 * The changes of the schema, in order.
 *
 * - One file per change, named `<time>-<word>.ts` (`1763800000002-organisation.ts`) with a class named
 *   `<Word><time>` (`Organisation1763800000002`) that implements TypeORM's MigrationInterface. The time is thirteen
 *   digits, greater than that of every earlier file; the class is added at the end of the list below.
 * - A change that was released is never edited: correct it by a further one.
 * - Plain SQL through `queryRunner.query`. Each change runs in a transaction of its own as `mot_cua_migrator`, who then
 *   owns the new tables.
 * - `mot_cua_app` has SELECT, INSERT, UPDATE and DELETE on every new table, and USAGE on every new sequence (default
 *   privileges of the base change). Take away what it must not have: an append-only table says
 *   `REVOKE UPDATE, DELETE ON journal FROM mot_cua_app`.
 * - Row-level security: `ALTER TABLE … ENABLE ROW LEVEL SECURITY` and policies over `app_kind()`, `app_units()`,
 *   `app_officer()`, `app_person()`. Write them as `(SELECT app_units())`: then they are evaluated once per statement,
 *   not once per row. Outside a transaction of {@link Database} they are NULL, which lets nothing through.
 * - A table belongs into the schema `public`: there the back-up finds it. One with the columns `sha256` and `size` names
 *   stored contents.
 * - New functions can be executed by `mot_cua_app` alone. A `SECURITY DEFINER` function says `SET search_path = public, pg_temp`.
 */
import type { MigrationInterface } from 'typeorm';
import { Base1763800000001 } from './1763800000001-base.js';
import { Organisation1763800000100 } from './1763800000100-organisation.js';
import { Persons1763800000200 } from './1763800000200-persons.js';
import { Catalogue1763800000300 } from './1763800000300-catalogue.js';
import { Access1763800000400 } from './1763800000400-access.js';
import { Storage1763800000450 } from './1763800000450-storage.js';
import { Dossiers1763800000500 } from './1763800000500-dossiers.js';
import { Parties1763800000510 } from './1763800000510-parties.js';
import { ClockAndActs1763800000600 } from './1763800000600-clock-and-acts.js';
import { CalendarAndOutages1763800000610 } from './1763800000610-calendar-and-outages.js';
import { ProcedureDrafts1763800000620 } from './1763800000620-procedure-drafts.js';
import { VerifyResults1763800000630 } from './1763800000630-verify-results.js';
import { Authority1763800000700 } from './1763800000700-authority.js';
import { StandInsAndDelegation1763800000710 } from './1763800000710-stand-ins-and-delegation.js';
import { Escalation1763800000720 } from './1763800000720-escalation.js';
import { Elsewhere1763800000730 } from './1763800000730-elsewhere.js';
import { LinkedGroups1763800000740 } from './1763800000740-linked-groups.js';
import { UnitChanges1763800000750 } from './1763800000750-unit-changes.js';
import { MeritRegister1763800000760 } from './1763800000760-merit-register.js';
import { LocalRules1763800000770 } from './1763800000770-local-rules.js';
import { LastDayOfAPost1763800000780 } from './1763800000780-last-day-of-a-post.js';
import { NonBoundaryLists1763800000790 } from './1763800000790-non-boundary-lists.js';
import { Registry1763800000800 } from './1763800000800-registry.js';
import { PapersOnFile1763800000801 } from './1763800000801-papers-on-file.js';
import { NameSearch1763800000802 } from './1763800000802-name-search.js';
import { NationalSources1763800000810 } from './1763800000810-national-sources.js';
import { PeopleReceived1763800000820 } from './1763800000820-people-received.js';
import { OutsideLooks1763800000821 } from './1763800000821-outside-looks.js';
import { FactCorrections1763800000822 } from './1763800000822-fact-corrections.js';
import { Doubts1763800000823 } from './1763800000823-doubts.js';
import { OnePerson1763800000824 } from './1763800000824-one-person.js';
import { Quality1763800000825 } from './1763800000825-quality.js';
import { OwnData1763800000826 } from './1763800000826-own-data.js';
import { DraftValues1763800000827 } from './1763800000827-draft-values.js';
import { OnceOnly1763800000829 } from './1763800000829-once-only.js';
import { Subjects1763800000834 } from './1763800000834-subjects.js';
import { OwnedByOrganisations1763800000835 } from './1763800000835-owned-by-organisations.js';
import { SigningKeys1763800000836 } from './1763800000836-signing-keys.js';
import { FetchedPapers1763800000838 } from './1763800000838-fetched-papers.js';
import { IssuedNumbers1763800000840 } from './1763800000840-issued-numbers.js';
import { Registers1763800000841 } from './1763800000841-registers.js';
import { PaperRevisions1763800000842 } from './1763800000842-paper-revisions.js';
import { VerifyPapers1763800000844 } from './1763800000844-verify-papers.js';

/** All changes of the schema, oldest first. */
export const MIGRATIONS: Array<new () => MigrationInterface> = [
  Base1763800000001,
  Organisation1763800000100,
  Persons1763800000200,
  Catalogue1763800000300,
  Access1763800000400,
  Storage1763800000450,
  Dossiers1763800000500,
  Parties1763800000510,
  ClockAndActs1763800000600,
  CalendarAndOutages1763800000610,
  ProcedureDrafts1763800000620,
  VerifyResults1763800000630,
  Authority1763800000700,
  StandInsAndDelegation1763800000710,
  Escalation1763800000720,
  Elsewhere1763800000730,
  LinkedGroups1763800000740,
  UnitChanges1763800000750,
  MeritRegister1763800000760,
  LocalRules1763800000770,
  LastDayOfAPost1763800000780,
  NonBoundaryLists1763800000790,
  Registry1763800000800,
  PapersOnFile1763800000801,
  NameSearch1763800000802,
  NationalSources1763800000810,
  PeopleReceived1763800000820,
  OutsideLooks1763800000821,
  FactCorrections1763800000822,
  Doubts1763800000823,
  OnePerson1763800000824,
  Quality1763800000825,
  OwnData1763800000826,
  DraftValues1763800000827,
  OnceOnly1763800000829,
  Subjects1763800000834,
  OwnedByOrganisations1763800000835,
  SigningKeys1763800000836,
  FetchedPapers1763800000838,
  IssuedNumbers1763800000840,
  Registers1763800000841,
  PaperRevisions1763800000842,
  VerifyPapers1763800000844,
];
