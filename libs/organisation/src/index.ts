export { type Unit, type UnitKind } from './unit.js';
export { UnitTree, type UnitQuery } from './unit-tree.js';
export { OFFICER_ROLES, positionAt, processRolesOf, rolesFulfilling, rolesHeading, rolesLeading, type OfficerRole, type ProcessRole } from './roles.js';
export {
  ABSENCE_REASONS, absencesIn, absencesOf, endAbsence, getAbsence, insertAbsence, type Absence, type AbsenceReason, type AbsentPost, type NewAbsence,
} from './cover/absences.js';
export {
  approveDelegation, delegationsIn, endDelegation, getDelegation, insertDelegation, lockProposedDelegation, rejectDelegation, type Delegation, type NewDelegation,
} from './cover/delegations.js';
export { gapsOf, isLaneServed, laneAlarmsIn, lanesOf, singleSignersIn, watchLanes, type Gap, type Lane, type LaneAlarm, type SingleSigner } from './cover/lanes.js';
export { OrganisationService } from './organisation-service.js';
export { OrganisationModule } from './organisation.module.js';
export { dayOf, isHeld, isNotOver } from './post-in-force.js';
export { findOfficerByLogin, getOfficer, postsIn, postsOf, type OfficerAccount, type Post } from './officers.js';
export { hashPassword, verifyPassword } from './password.js';
export { AuthorityBook } from './authority/authority-book.js';
export { shippedAuthorityRules } from './authority/import-authority-rules.js';
export { holdsOn, scopeKey, type AuthorityBasis, type AuthorityRule, type AuthorityRuleBody, type AuthorityScope } from './authority/authority-rule.js';
export { AuthorityRules, type AuthorityQuestion } from './authority/authority-rules.js';
export {
  approveAuthorityChange, getAuthorityChange, insertAuthorityChange, listAuthorityChanges, lockProposedAuthority, readAuthorityOrigins, rejectAuthorityChange,
  type AuthorityChange, type AuthorityChangeBody, type AuthorityRuleOrigin,
} from './authority/authority-changes.js';
export { checkAuthorityEnd, checkAuthorityRule, dayAfter } from './authority/check-authority.js';
export { endAuthorityRule, insertAuthorityRules, readAuthorityRules, readAuthorityVersion } from './authority/authority-store.js';
export { finishUnitChange, readMovedPosts, startUnitChange } from './changes/carry-out.js';
export { type MovedPost, type NewUnit, type PlannedMove, type SplitPart, type SplitRule, type UnitChange, type UnitChangeBody, type UnitPlan } from './changes/unit-change.js';
export {
  approveUnitChange, findOverlap, getUnitChange, insertUnitChange, listBegunUnitChanges, listEndedUnitChanges, listUnitChanges, lockDueUnitChanges, lockProposedUnitChange, rejectUnitChange, unitsNamed,
} from './changes/unit-change-records.js';
export { applyChange, noteMoved } from './calendar/apply-change.js';
export { checkChange, withChange, type CalendarChangeBody, type ProposedDay, type ProposedHours } from './calendar/calendar-change.js';
export { calendarFrom, OFFICE_VERSION, readCalendarData, type CalendarData } from './calendar/calendar-data.js';
export {
  findInverse, getChange, insertChange, listChanges, lockProposed, readCalendarLog, rejectChange, type CalendarChange, type CalendarLogLine, type Editing,
} from './calendar/change-records.js';
export { NATION } from './calendar/import-national-days.js';
export { nearestHours, type SpecialDay, type UnitHours } from './working-hours.js';
export { importOrganisation, importUnits, seedOrganisation, setPassword, type ImportOptions } from './seed/seed-organisation.js';
export { type DemonstrationProvince } from './seed/data.js';
export { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD, type DemonstrationAccount } from './seed/demonstration-accounts.js';
