export { compareNonBoundary, nonBoundaryListOn, type NonBoundaryDifference, type NonBoundaryList, type NonBoundaryProcedure, type NonBoundaryRule } from './non-boundary-list.js';
export {
  approveNonBoundary, getNonBoundaryRecord, listNonBoundaryRecords, lockOpenNonBoundary, proposeNonBoundaryList, readNonBoundaryLists, rejectNonBoundary,
  type NonBoundaryRecord, type ProposedNonBoundaryList,
} from './non-boundary-records.js';
