export { compareProcedures, type Difference } from './compare.js';
export { dropDraft, findDraft, getDraft, saveDraft, startDraft, type Editing, type ProcedureDraft } from './drafts.js';
export { checkExamples, makeExamples, outcomeOf, type FeeOf, type WorkedExample } from './examples.js';
export { formSections, type FormSection } from './form-sections.js';
export { type DraftDocument } from './new-draft.js';
export { isLocalized, placeFault, placeWords, type PlacedFault } from './place-words.js';
export { listProcedures, PROCEDURE_FILTERS, type ProcedureFilter, type ProcedureList, type ProcedureListRow } from './procedure-list.js';
export { readLog, type LogLine } from './procedure-log.js';
export {
  approveProposal, getProposal, proposeEnd, proposeVersion, readProposals, refuseWhileProposed, rejectProposal, withdrawProposal, type Proposal, type PublishingDecision,
} from './proposals.js';
export { readVersions, type PublishedVersion } from './version-history.js';
