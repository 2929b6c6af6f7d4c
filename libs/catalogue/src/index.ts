export {
  answerText, fieldSources, findCase, requiredComponents, timeLimitFor, validateDeclaration, visibleFields, withoutLinkedAnswers,
  type AssessedDeclaration, type FieldSource, type Form, type RequiredComponent,
} from './assess.js';
export { Catalogue } from './catalogue.js';
export { CatalogueModule } from './catalogue.module.js';
export { CatalogueService } from './catalogue.service.js';
export { checkProcedure } from './check-procedure.js';
export * from './drafting/index.js';
export { describeEntry, type Guidance, type GuidancePaper } from './describe.js';
export { channelsText, feeText, lineText } from './fee-words.js';
export { limitText } from './limit-words.js';
export { findReferral, findVersionInForce, getReceivable, headingOf, type CatalogueEntry, type Heading } from './entry.js';
export { inSentence, type FieldFault } from './field-fault.js';
export { draftEntries, fillResult, fillSentence, type DraftEntry, type ResultFacts } from './fill-result.js';
export { importCatalogue, type ImportOutcome } from './import-catalogue.js';
export * from './local/index.js';
export { loadCatalogue, loadProcedure, type LoadedCatalogue, type LoadOptions } from './load-catalogue.js';
export { procedureAt, usualLevel } from './procedure-at.js';
export { publishProcedure, readPublishedDigests, type StoredVersion } from './publish.js';
export { type ProcedureFault } from './procedure-fault.js';
export * from './non-boundary/index.js';
export * from './procedure.js';
export { type Migration, type Pinned } from './versions/migration.js';
export { migrateDeclaration, migratePointers } from './versions/migrate-declaration.js';
export { checkMigration } from './versions/check-migration.js';
export { compareStates, RELEASED_STATES, releasedText, statesOf, type ReleasedStates, type StateChanges } from './versions/released-states.js';
export { resultOf } from './result-of.js';
export { checkMembers, waitsFor } from './linked/check-group.js';
export { fillMember, membersAsked, type FilledDeclaration } from './linked/fill-member.js';
export { isLinkedGroup, wholeLimits, type GroupMember, type GroupRules, type LinkedGroup, type MemberResult } from './linked/linked-group.js';
export { fitStandardProcess, standardProcesses, type OpenUnit, type StandardProcess } from './standard-processes.js';
