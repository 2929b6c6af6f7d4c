export { maritalStatusOf, provenanceOf, type Assurance, type MaritalStatus, type PaperOnFile, type PaperState, type Person, type PersonOnFile, type Provenance, type Relative } from './person.js';
export { DATA_SOURCES, type DataSourceKey } from './data-sources.js';
export { checkPersonalId, maskPersonalId, type PersonalIdWarning } from './personal-id.js';
export { type Look, type ReadLogEntry, type Reader, type Seen } from './reader.js';
export { ATTRIBUTES, HOLDERS, HOUSEHOLD_ATTRIBUTES, MEMBER_ATTRIBUTES, ORGANISATION_ATTRIBUTES, isSourcePath, parseSourcePath, type Attribute, type Holder, type ParsedSource, type SourcePath } from './source-path.js';
export { describePaper, offersFor, papersInForce, satisfyingPapers, sourceOf, type Offer, type OwnerOnFile, type WantedComponent, type WantedSource } from './offers.js';
export { type Address, type Fact, type FactAttribute, type FactValues, type Origin as FactOrigin, type OwnAttribute, type RelationKind, type RelationValue, type Sex, type Statement } from './fact.js';
export { type FactCorrection } from './correct-fact.js';
export { type RegisteredAddress } from './record-address.js';
export { type RegisteredMarriage } from './record-marriage.js';
export { type RegisteredDeath } from './record-death.js';
export { type RegisteredBirth } from './record-birth.js';
export { paperStateOn } from './paper-state.js';
export { type AcceptedPaper, type AcceptedPapers } from './record-accepted.js';
export { type Revocation } from './revoke-paper.js';
export { type DossierResult } from './record-result.js';
export { type PersonHit, type PersonSearch } from './search-persons.js';
export { UNDECIDED, type DisputedValue, type Doubt, type DoubtDecision, type DoubtDetail, type DoubtKind, type DoubtState } from './doubts/doubt.js';
export { type RaisedDoubt } from './doubts/raise-doubt.js';
export { PersonsService } from './persons-service.js';
export { PersonsModule } from './persons.module.js';
export { seedPersons } from './seed/seed-persons.js';
export { demonstrationCitizens, type DemonstrationCitizen } from './seed/demonstration-citizens.js';
export { SubjectsService } from './subjects/subjects-service.js';
export { isOrganisationCode, maskOrganisationCode } from './subjects/organisation-code.js';
export { type Joined } from './subjects/households.js';
export { type OrganisationHit } from './subjects/organisations.js';
export { type RegisteredBusiness } from './subjects/record-household-business.js';
export {
  ACTING_ROLES, HOUSEHOLD_RELATIONS, ORGANISATION_KINDS, ORGANISATION_ROLES, type ActsFor, type Household, type HouseholdMember, type HouseholdRelation, type Membership,
  type Organisation, type OrganisationKind, type OrganisationOnFile, type OrganisationRole, type OrganisationRoleKind, type RoleTerm, type Subject, type SubjectStatement,
} from './subjects/subject.js';
