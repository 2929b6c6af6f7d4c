/** The shapes that travel, by their names. Everything else in the browser imports them from here. */
import type { components, paths } from './schema';

type Schemas = components['schemas'];

export type Localized = Schemas['LocalizedDto'];
export type Unit = Schemas['UnitDto'];
export type Session = Schemas['SessionDto'];
export type DemonstrationAccount = Schemas['DemonstrationAccountDto'];

export type ProcedureRow = Schemas['ProcedureRowDto'];
export type Procedure = Schemas['ProcedureDto'];
export type Reason = Schemas['ReasonDto'];

export type PersonRow = Schemas['PersonRowDto'];
export type Person = Schemas['PersonDto'];
export type ActsFor = Schemas['ActsForDto'];
export type OrganisationRow = Schemas['OrganisationRowDto'];
export type Organisation = Schemas['OrganisationDto'];
export type PaperOnFile = Schemas['PaperOnFileDto'];
export type OpenDossier = Schemas['OpenDossierDto'];

export type MyData = Schemas['MyDataDto'];
export type OwnValue = Schemas['OwnValueDto'];
export type RelativeOnFile = Schemas['RelativeViewDto'];
export type OwnPaper = Schemas['OwnPaperDto'];
export type DossierLink = Schemas['DossierLinkDto'];
export type Looks = Schemas['LooksDto'];
export type Look = Schemas['LookDto'];

export type Assessment = Schemas['AssessmentDto'];
export type AssessRequest = Schemas['AssessDto'];
export type FieldFault = Schemas['FieldFaultDto'];
export type RequiredComponent = Schemas['RequiredComponentDto'];
export type Offer = Schemas['OfferDto'];
export type Source = Schemas['SourceDto'];
export type SourceKey = Source['source'];
export type LookUp = Schemas['LookUpDto'];
export type SourceCase = Schemas['SourceCaseDto'];
export type AskSource = Schemas['AskSourceDto'];
export type OwnSourceCase = Schemas['OwnSourceCaseDto'];
export type AskOwnSource = Schemas['AskOwnSourceDto'];
export type ComponentOffer = Schemas['ComponentOfferDto'];
export type AcceptedOffer = Schemas['AcceptedOfferDto'];
export type Due = Schemas['DueDto'];
export type Fee = Schemas['FeeDto'];
export type Intake = Schemas['IntakeDto'];
export type IntakeComponent = Schemas['IntakeComponentDto'];
export type IntakeResult = Schemas['IntakeResultDto'];
export type SupplementItem = Schemas['SupplementItemDto'];

export type Draft = Schemas['DraftDto'];
export type SaveDraft = Schemas['SaveDraftDto'];
export type StoredFile = Schemas['FileDto'];

export type DossierRow = Schemas['DossierRowDto'];
export type RowShare = Schemas['RowShareDto'];
export type Whereabouts = Schemas['WhereaboutsDto'];
export type DossierList = Schemas['DossierListDto'];
export type DossierListQuery = NonNullable<paths['/api/dossiers']['get']['parameters']['query']>;
export type Batch = Schemas['BatchDto'];
export type BatchOutcome = Schemas['BatchOutcomeDto'];
export type AlarmRow = Schemas['AlarmRowDto'];
export type AlarmList = Schemas['AlarmListDto'];
export type AlarmListQuery = NonNullable<paths['/api/alarms']['get']['parameters']['query']>;
export type TransferList = Schemas['TransferListDto'];
export type TransferListQuery = NonNullable<paths['/api/transfers']['get']['parameters']['query']>;
export type Dossier = Schemas['DossierDto'];
export type DossierComponent = Schemas['DossierComponentDto'];
export type PossibleAct = Schemas['PossibleActDto'];
export type VersionMove = Schemas['VersionMoveDto'];
export type Act = Schemas['ActDto'];
export type AnswerGroup = Schemas['AnswerGroupDto'];
export type HistoryLine = Schemas['HistoryLineDto'];
export type Handover = Schemas['HandoverDto'];
export type Paper = Schemas['PaperDto'];
export type Supplement = Schemas['SupplementDto'];
export type Finding = Schemas['FindingDto'];
export type NotedItem = Schemas['NotedItemDto'];
export type Step = Schemas['StepDto'];
export type Clock = Schemas['ClockDto'];

export type DueChange = Schemas['DueChangeDto'];
export type ReasonText = Schemas['ReasonTextDto'];
export type Consultation = Schemas['ConsultationDto'];
export type Payment = Schemas['PaymentDto'];
export type Elsewhere = Schemas['ElsewhereDto'];
export type Withdrawal = Schemas['WithdrawalDto'];
export type Extension = Schemas['ExtensionDto'];
export type Proposal = Schemas['ProposalDto'];
export type Stop = Schemas['StopDto'];
export type Revision = Schemas['RevisionDto'];
export type Alarm = Schemas['AlarmDto'];
export type PeopleAtWork = Schemas['PeopleDto'];
export type TimeShares = Schemas['TimeSharesDto'];
export type OfficerChoice = Schemas['OfficerChoiceDto'];
export type DraftCheck = Schemas['DraftCheckDto'];
export type CitizenAct = Schemas['CitizenActDto'];

export type CitizenMe = Schemas['CitizenMeDto'];
export type CitizenDossierRow = Schemas['CitizenDossierRowDto'];
export type CitizenDossier = Schemas['CitizenDossierDto'];
export type FileDossier = Schemas['FileDossierDto'];
export type Filed = Schemas['FiledDto'];
export type Supply = Schemas['SupplyDto'];
export type LinkedGroup = Schemas['LinkedGroupDto'];
export type LinkedMember = Schemas['LinkedMemberDto'];
