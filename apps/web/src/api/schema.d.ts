/**
 * The desk's HTTP interface in the shape openapi-typescript writes. Generated from the server's OpenAPI document.
 */

interface LocalizedDto {
  vi: string;
  en: string;
}
interface UnitDto {
  id: string;
  name: string;
  phone?: string;
}
interface PossibleActDto {
  event: string;
  label: LocalizedDto;
  data: string;
  leadsTo?: LocalizedDto;
}
interface DossierRowDto {
  id: string;
  code: string;
  received: boolean;
  procedureCode: string;
  procedureName: string;
  ownerName: string;
  status: number;
  statusName: LocalizedDto;
  stepName: LocalizedDto;
  holder: UnitDto;
  addressee?: UnitDto;
  commune: UnitDto;
  channel: string;
  round: number;
  dueAt?: string;
  timeToken: string;
  timeText: LocalizedDto;
  filedAt: string;
  updatedAt: string;
}
interface DossierListCountsDto {
  mine: number;
  unit: number;
  incoming: number;
  all: number;
}
interface DossierListDto {
  rows: DossierRowDto[];
  counts: DossierListCountsDto;
  total: number;
}
interface DossierListQuery {
  list?: 'mine' | 'unit' | 'incoming' | 'all';
  code?: string;
  procedure?: string;
  commune?: string;
  state?: 'open' | 'closed';
  offset?: number;
  limit?: number;
}
interface DossierComponentDto {
  key: string;
  name: LocalizedDto;
  required: boolean;
  why?: LocalizedDto;
  state: string;
  kind: string;
  originals: number;
  copies: number;
  origin: string;
  note?: string;
  location?: string;
  files: FileDto[];
}
interface FileDto {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  uploadedAt: string;
}
interface AnswerDto {
  pointer: string;
  label: LocalizedDto;
  value: string;
  origin: string;
  source?: LocalizedDto;
  marked?: boolean;
}
interface AnswerGroupDto {
  title: LocalizedDto;
  answers: AnswerDto[];
}
interface HistoryLineDto {
  seq: number;
  at: string;
  event: string;
  label: LocalizedDto;
  who: string;
  unit?: string;
  from?: LocalizedDto;
  to: LocalizedDto;
  note?: string;
  reason?: string;
}
interface HandoverDto {
  id: string;
  from: UnitDto;
  to: UnitDto;
  purpose: LocalizedDto;
  sentAt: string;
  sentBy: string;
  acknowledgedAt?: string;
  acknowledgedBy?: string;
  returnedAt?: string;
  recalledAt?: string;
  reason?: string;
  manifest: ManifestLineDto[];
}
interface ManifestLineDto {
  key: string;
  name: string;
  sha256?: string;
  originals: number;
  copies: number;
  original: string;
  location: string;
}
interface PaperDto {
  id: string;
  form: string;
  title: LocalizedDto;
  number?: string;
  sha256: string;
  createdAt: string;
  pages: number;
}
interface SupplementItemDto {
  target: 'component' | 'field';
  key: string;
  reason: string;
  note?: string;
}
interface SupplementDto {
  id: string;
  askedAt: string;
  answeredAt?: string;
  answerBy: string;
  beforeReceipt: boolean;
  items: SupplementLineDto[];
  contact: string;
}
interface SupplementLineDto {
  target: string;
  key: string;
  name: string;
  reason: LocalizedDto;
  basis: string;
  note?: string;
}
interface TraceLineDto {
  text: LocalizedDto;
}
interface ClockDto {
  state: string;
  startedAt?: string;
  dueAt?: string;
  timeToken: string;
  timeText: LocalizedDto;
  trace: LocalizedDto[];
}
interface DossierDto {
  id: string;
  code: string;
  received: boolean;
  version: number;
  procedureCode: string;
  procedureVersion: number;
  procedureName: LocalizedDto;
  status: number;
  statusName: LocalizedDto;
  stepName: LocalizedDto;
  stage: LocalizedDto;
  outcome: string;
  channel: string;
  assisted: boolean;
  holder: UnitDto;
  addressee?: UnitDto;
  commune: UnitDto;
  ownerName: string;
  ownerPersonalId?: string;
  ownerPhone?: string;
  filerName?: string;
  clock: ClockDto;
  fee: FeeDto;
  acts: PossibleActDto[];
  answers: AnswerGroupDto[];
  components: DossierComponentDto[];
  supplements: SupplementDto[];
  handovers: HandoverDto[];
  papers: PaperDto[];
  history: HistoryLineDto[];
  findings: FindingDto[];
  draft?: Record<string, string>;
  steps: StepDto[];
  deliveryMethod: string;
}
interface StepDto {
  id: string;
  name: LocalizedDto;
  unit: string;
  state: string;
}
interface FindingDto {
  at: string;
  by: string;
  unit: string;
  meets: boolean;
  text: string;
}
interface FeeLineDto {
  name: LocalizedDto;
  amount: number;
}
interface FeeDto {
  total: number;
  lines: FeeLineDto[];
  explanation: LocalizedDto;
  paid: boolean;
}
interface OriginalDto {
  key: string;
  travels: boolean;
}
interface ActDto {
  commandId: string;
  expectedVersion: number;
  event: string;
  reason?: string;
  note?: string;
  meets?: boolean;
  items?: SupplementItemDto[];
  originals?: OriginalDto[];
  draft?: Record<string, string>;
  recipient?: string;
  feePaid?: boolean;
}
interface ReasonDto {
  code: string;
  kind: string;
  text: LocalizedDto;
  basis: string;
  example?: LocalizedDto;
}
interface FindDossiersDto {
  text: string;
}
interface DraftDto {
  id: string;
  procedureCode: string;
  procedureName: LocalizedDto;
  data: Record<string, unknown>;
  files: Record<string, FileDto[]>;
  savedAt: string;
}
interface SaveDraftDto {
  procedureCode: string;
  data: Record<string, unknown>;
}
interface CitizenComponentDto {
  key: string;
  paperOnFileId?: string;
  fileIds?: string[];
}
interface FileDossierDto {
  commandId: string;
  dossierId: string;
  draftId?: string;
  procedureCode: string;
  communeId?: string;
  declaration: Record<string, unknown>;
  offers: AcceptedOfferDto[];
  components: CitizenComponentDto[];
  delivery: 'counter' | 'post' | 'electronic';
  phone?: string;
  email?: string;
}
interface FiledDto {
  dossierId: string;
  filingNumber: string;
  filedAt: string;
  secret: string;
  centre: UnitDto;
  answerBy: string;
}
interface SupplyDto {
  commandId: string;
  answers?: Record<string, unknown>;
  components: CitizenComponentDto[];
  note?: string;
}
interface CitizenMeDto {
  fullName: string;
  maskedPersonalId: string;
  birthDate: string;
  address: string;
  phone?: string;
  communeId?: string;
}
interface CitizenDossierRowDto {
  id: string;
  code: string;
  received: boolean;
  procedureName: LocalizedDto;
  status: number;
  statusName: LocalizedDto;
  stage: LocalizedDto;
  dueAt?: string;
  action?: LocalizedDto;
  filedAt: string;
}
interface TrackerStepDto {
  name: LocalizedDto;
  at?: string;
  state: string;
}
interface CitizenDossierDto extends CitizenDossierRowDto {
  steps: TrackerStepDto[];
  holder: UnitDto;
  centre: UnitDto;
  clock: ClockDto;
  fee: FeeDto;
  answers: AnswerGroupDto[];
  components: DossierComponentDto[];
  supplement?: SupplementDto;
  papers: PaperDto[];
  history: HistoryLineDto[];
  acts: PossibleActDto[];
  outcome: string;
  version: number;
  notices: NoticeDto[];
}
interface NoticeDto {
  at: string;
  text: LocalizedDto;
}
interface PersonSearchDto {
  text: string;
}
interface PersonRowDto {
  id: string;
  fullName: string;
  maskedPersonalId: string;
  birthDate: string;
  address: string;
}
interface RelativeDto {
  id: string;
  kind: string;
  kindName: LocalizedDto;
  fullName: string;
  birthDate: string;
}
interface PaperOnFileDto {
  id: string;
  kind: string;
  kindName: LocalizedDto;
  number?: string;
  issuer?: string;
  issuedOn?: string;
  validUntil?: string;
  state: string;
  assurance: string;
  source: string;
  content: Record<string, unknown>;
}
interface OpenDossierDto {
  id: string;
  code: string;
  procedureName: string;
  unit: string;
  status: LocalizedDto;
}
interface PersonDto extends PersonRowDto {
  sex: string;
  phone?: string;
  email?: string;
  relatives: RelativeDto[];
  papers: PaperOnFileDto[];
  openDossiers: OpenDossierDto[];
  warnings: LocalizedDto[];
}
interface OpenPersonDto {
  personId: string;
  procedureCode?: string;
}
interface OfferDto {
  pointer: string;
  label: LocalizedDto;
  value: string;
  source: LocalizedDto;
  asOf: string;
  paperId?: string;
}
interface ComponentOfferDto {
  key: string;
  paper: PaperOnFileDto;
}
interface AssessDto {
  procedureCode: string;
  ownerId?: string;
  declaration: Record<string, unknown>;
  channel?: 'counter' | 'online' | 'post';
}
interface FieldFaultDto {
  pointer: string;
  vi: string;
  en: string;
}
interface RequiredComponentDto {
  key: string;
  name: LocalizedDto;
  required: boolean;
  why?: LocalizedDto;
  kinds: string[];
  originals: number;
  copies: number;
  advice?: LocalizedDto;
}
interface DueDto {
  at: string;
  countsFrom: string;
  notice?: LocalizedDto;
  limit: LocalizedDto;
  trace: LocalizedDto[];
}
interface AssessmentDto {
  visible: string[];
  faults: FieldFaultDto[];
  components: RequiredComponentDto[];
  offers: OfferDto[];
  componentOffers: ComponentOfferDto[];
  fee: FeeDto;
  due?: DueDto;
  unit?: UnitDto;
}
interface AcceptedOfferDto {
  pointer: string;
  agreed: boolean;
}
interface IntakeComponentDto {
  key: string;
  state: 'unchecked' | 'passed' | 'failed';
  kind: 'original' | 'certified-copy' | 'photocopy' | 'electronic';
  note?: string;
  paperOnFileId?: string;
  fileIds?: string[];
}
interface IntakeDto {
  commandId: string;
  dossierId: string;
  outcome: 'receive' | 'requestSupplement' | 'refuseReceipt';
  procedureCode: string;
  ownerId: string;
  filerId?: string;
  filerGround?: 'self' | 'parent' | 'authorised' | 'guardian' | 'relative';
  declaration: Record<string, unknown>;
  offers: AcceptedOfferDto[];
  components: IntakeComponentDto[];
  feePaid: boolean;
  delivery: 'counter' | 'post' | 'electronic';
  phone?: string;
  reason?: string;
  note?: string;
  items?: SupplementItemDto[];
}
interface IntakeResultDto {
  dossierId: string;
  code: string;
  secret: string;
  received: boolean;
  dueAt?: string;
  sentence: LocalizedDto;
  paperUrl: string;
  fee: FeeDto;
}
interface ProcedureSearchQuery {
  q?: string;
  limit?: number;
}
interface ProcedureRowDto {
  code: string;
  name: LocalizedDto;
  field: string;
  state: string;
  receivable: boolean;
  referral?: LocalizedDto;
  limit: LocalizedDto;
  fee: LocalizedDto;
}
interface GuidanceComponentDto {
  name: LocalizedDto;
  originals: number;
  copies: number;
  conditional: boolean;
  why?: LocalizedDto;
}
interface ProcedureDto extends ProcedureRowDto {
  version: number;
  components: GuidanceComponentDto[];
  legalBases: string[];
  applicants: string[];
  channels: string[];
  results: string[];
  form?: Record<string, unknown>;
  effectiveFrom?: string;
  assumptions: LocalizedDto[];
  drawing?: string;
  decidedBy: LocalizedDto;
}

interface SessionPostDto {
  unitId: string;
  unitName: string;
  role: string;
  roleName: LocalizedDto;
}
interface DemonstrationAccountDto {
  login: string;
  who: string;
  unit: string;
  password: string;
}
interface SessionDto {
  kind: 'anonymous' | 'officer' | 'citizen';
  name?: string;
  csrf?: string;
  posts?: SessionPostDto[];
  permissions?: string[];
  demonstration: boolean;
  demonstrationAccounts?: DemonstrationAccountDto[];
  expiresAt?: string;
}
interface SignInDto {
  account: string;
  password: string;
}

export interface components {
  schemas: {
    LocalizedDto: LocalizedDto;
    UnitDto: UnitDto;
    PossibleActDto: PossibleActDto;
    DossierRowDto: DossierRowDto;
    DossierListCountsDto: DossierListCountsDto;
    DossierListDto: DossierListDto;
    DossierListQuery: DossierListQuery;
    DossierComponentDto: DossierComponentDto;
    FileDto: FileDto;
    AnswerDto: AnswerDto;
    AnswerGroupDto: AnswerGroupDto;
    HistoryLineDto: HistoryLineDto;
    HandoverDto: HandoverDto;
    ManifestLineDto: ManifestLineDto;
    PaperDto: PaperDto;
    SupplementItemDto: SupplementItemDto;
    SupplementDto: SupplementDto;
    SupplementLineDto: SupplementLineDto;
    TraceLineDto: TraceLineDto;
    ClockDto: ClockDto;
    DossierDto: DossierDto;
    StepDto: StepDto;
    FindingDto: FindingDto;
    FeeLineDto: FeeLineDto;
    FeeDto: FeeDto;
    OriginalDto: OriginalDto;
    ActDto: ActDto;
    ReasonDto: ReasonDto;
    FindDossiersDto: FindDossiersDto;
    DraftDto: DraftDto;
    SaveDraftDto: SaveDraftDto;
    CitizenComponentDto: CitizenComponentDto;
    FileDossierDto: FileDossierDto;
    FiledDto: FiledDto;
    SupplyDto: SupplyDto;
    CitizenMeDto: CitizenMeDto;
    CitizenDossierRowDto: CitizenDossierRowDto;
    TrackerStepDto: TrackerStepDto;
    CitizenDossierDto: CitizenDossierDto;
    NoticeDto: NoticeDto;
    PersonSearchDto: PersonSearchDto;
    PersonRowDto: PersonRowDto;
    RelativeDto: RelativeDto;
    PaperOnFileDto: PaperOnFileDto;
    OpenDossierDto: OpenDossierDto;
    PersonDto: PersonDto;
    OpenPersonDto: OpenPersonDto;
    OfferDto: OfferDto;
    ComponentOfferDto: ComponentOfferDto;
    AssessDto: AssessDto;
    FieldFaultDto: FieldFaultDto;
    RequiredComponentDto: RequiredComponentDto;
    DueDto: DueDto;
    AssessmentDto: AssessmentDto;
    AcceptedOfferDto: AcceptedOfferDto;
    IntakeComponentDto: IntakeComponentDto;
    IntakeDto: IntakeDto;
    IntakeResultDto: IntakeResultDto;
    ProcedureSearchQuery: ProcedureSearchQuery;
    ProcedureRowDto: ProcedureRowDto;
    GuidanceComponentDto: GuidanceComponentDto;
    ProcedureDto: ProcedureDto;
    SessionPostDto: SessionPostDto;
    DemonstrationAccountDto: DemonstrationAccountDto;
    SessionDto: SessionDto;
    SignInDto: SignInDto;
  };
}

type Answer<T> = { 200: { headers: { [name: string]: unknown }; content: { 'application/json': T } } };
type Nothing = { 204: { headers: { [name: string]: unknown }; content?: never } };
type Parameters<Query, Path> = { query?: Query; header?: never; cookie?: never } & ([Path] extends [never] ? { path?: never } : { path: Path });
type Get<T, Query = never, Path = never> = { parameters: Parameters<Query, Path>; requestBody?: never; responses: Answer<T> };
type Send<T, Body, Path = never, Query = never> = {
  parameters: Parameters<Query, Path>;
  requestBody: { content: { 'application/json': Body } };
  responses: Answer<T>;
};
type Remove<Path = never> = { parameters: Parameters<never, Path>; requestBody?: never; responses: Nothing };
type Id = { id: string };
type Upload = Record<string, never>;

export interface paths {
  '/api/session': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: Get<SessionDto>;
    put?: never;
    post: Send<SessionDto, SignInDto>;
    delete: Remove;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/procedures': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: Get<ProcedureRowDto[], ProcedureSearchQuery>;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/procedures/{code}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: Get<ProcedureDto, never, { code: string }>;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reasons': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: Get<ReasonDto[], { kind?: string }>;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communes': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: Get<UnitDto[]>;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/counter/persons/search': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: Send<PersonRowDto[], PersonSearchDto>;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/counter/persons/open': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: Send<PersonDto, OpenPersonDto>;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/counter/assess': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: Send<AssessmentDto, AssessDto>;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/counter/intake': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: Send<IntakeResultDto, IntakeDto>;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/counter/files': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: Send<FileDto, Upload, never, { draft: string; component: string }>;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/counter/drafts': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: Get<DraftDto[]>;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/counter/drafts/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: Send<DraftDto, SaveDraftDto, Id>;
    post?: never;
    delete: Remove<Id>;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/dossiers': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: Get<DossierListDto, DossierListQuery>;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/dossiers/find': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: Send<DossierListDto, FindDossiersDto>;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/dossiers/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: Get<DossierDto, never, Id>;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/dossiers/{id}/acts': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: Send<DossierDto, ActDto, Id>;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/dossiers/{id}/files': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: Send<FileDto, Upload, Id, { component: string }>;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/review/dossiers': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: Get<DossierListDto, DossierListQuery>;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/citizen/me': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: Get<CitizenMeDto>;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/citizen/dossiers': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: Get<CitizenDossierRowDto[]>;
    put?: never;
    post: Send<FiledDto, FileDossierDto>;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/citizen/dossiers/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: Get<CitizenDossierDto, never, Id>;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/citizen/dossiers/{id}/supply': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: Send<CitizenDossierDto, SupplyDto, Id>;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/citizen/assess': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: Send<AssessmentDto, AssessDto>;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/citizen/drafts': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: Get<DraftDto[]>;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/citizen/drafts/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: Get<DraftDto, never, Id>;
    put: Send<DraftDto, SaveDraftDto, Id>;
    post?: never;
    delete: Remove<Id>;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/citizen/files': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: Send<FileDto, Upload, never, { draft?: string; dossier?: string; component: string }>;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/citizen/files/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post?: never;
    delete: Remove<Id>;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
