import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsNotEmpty, IsObject, IsOptional, IsString, IsUUID, Matches, MaxLength, Min, ValidateNested } from 'class-validator';
import { AcceptedOfferDto, ActsForDto } from '../counter/counter.dto.js';
import { ClockDto } from '../dossiers/clock.dto.js';
import { AnswerGroupDto, DossierComponentDto, FeeDto, FileDto, HistoryLineDto, LocalizedDto, PaperDto, PossibleActDto, SupplementDto, UnitDto } from '../dossiers/dossier.dto.js';
import { WhereaboutsDto } from '../dossiers/parts.dto.js';
import { DraftCheckDto, ExtensionDto, PaymentDto, RevisionDto, StopDto, WithdrawalDto } from '../dossiers/records.dto.js';

export class DraftDto {
  id!: string;
  procedureCode!: string;
  procedureName!: LocalizedDto;
  /** What was typed: declaration, step, accepted offers, chosen commune. Free JSON kept as sent. */
  data!: Record<string, unknown>;
  files!: Record<string, FileDto[]>;
  savedAt!: string;
}

export class SaveDraftDto {
  @IsString() @Matches(/^\d\.\d{6}$/) procedureCode!: string;
  @IsObject() data!: Record<string, unknown>;
}

export class CitizenComponentDto {
  @IsString() @IsNotEmpty() @MaxLength(80) key!: string;
  @IsOptional() @IsUUID() paperOnFileId?: string;
  @IsOptional() @IsArray() @IsUUID('all', { each: true }) fileIds?: string[];
}

export class FileDossierDto {
  @IsUUID() commandId!: string;
  @IsUUID() dossierId!: string;
  @IsOptional() @IsUUID() draftId?: string;
  /** The organisation that owns it; the citizen then files for it, in a role recorded today. */
  @IsOptional() @IsUUID() organisationId?: string;
  @IsString() @MaxLength(20) procedureCode!: string;
  /** The commune unit whose centre receives it; by default the one of the permanent address. */
  @IsOptional() @IsString() @MaxLength(40) communeId?: string;
  /** The commune whose offices decide, where that is another one of the province. */
  @IsOptional() @IsString() @MaxLength(20) competentCommuneId?: string;
  @IsObject() declaration!: Record<string, unknown>;
  @IsArray() @ValidateNested({ each: true }) @Type(() => AcceptedOfferDto) offers!: AcceptedOfferDto[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => CitizenComponentDto) components!: CitizenComponentDto[];
  @IsIn(['counter', 'post', 'electronic']) delivery!: 'counter' | 'post' | 'electronic';
  @IsOptional() @IsString() @MaxLength(20) phone?: string;
  @IsOptional() @IsString() @MaxLength(120) email?: string;
}

export class FiledDto {
  dossierId!: string;
  /** Provisional filing number: the dossier code comes with receipt. */
  filingNumber!: string;
  filedAt!: string;
  secret!: string;
  centre!: UnitDto;
  /** When the centre answers at the latest. */
  answerBy!: string;
  /** Where a linked group was filed: the group; the rest is of its first dossier. */
  groupId?: string;
}

export class SupplyDto {
  @IsUUID() commandId!: string;
  /** New answers, only for the marked fields: pointer → value. */
  @IsOptional() @IsObject() answers?: Record<string, unknown>;
  @IsArray() @ValidateNested({ each: true }) @Type(() => CitizenComponentDto) components!: CitizenComponentDto[];
  @IsOptional() @IsString() @MaxLength(1000) note?: string;
}

/** The citizen's own acts on a dossier that is under way. */
export class CitizenActDto {
  @IsUUID() commandId!: string;
  /** The version the citizen saw; these acts check their own open record instead. */
  @IsOptional() @IsInt() @Min(0) expectedVersion?: number;
  @IsIn(['askWithdrawal', 'confirmDraft', 'objectToDraft']) event!: 'askWithdrawal' | 'confirmDraft' | 'objectToDraft';
  /** Why it is withdrawn, or what is wrong with the draft. */
  @IsOptional() @IsString() @MaxLength(2000) note?: string;
}

export class CitizenMeDto {
  fullName!: string;
  maskedPersonalId!: string;
  birthDate!: string;
  address!: string;
  phone?: string;
  communeId?: string;
  /** The organisations the citizen may file for today. */
  actsFor!: ActsForDto[];
}

export class CitizenDossierRowDto {
  id!: string;
  code!: string;
  received!: boolean;
  procedureCode!: string;
  procedureName!: LocalizedDto;
  status!: number;
  statusName!: LocalizedDto;
  stage!: LocalizedDto;
  dueAt?: string;
  /** The one thing the citizen has to do, if any. */
  action?: LocalizedDto;
  filedAt!: string;
  /** Where it is, who has it, until when, and whom to ask. */
  where!: WhereaboutsDto;
  /** The linked group it is a member of. */
  groupId?: string;
  /** The organisation that owns it, where the citizen acts for one. */
  onBehalfOf?: string;
}

export class TrackerStepDto {
  name!: LocalizedDto;
  at?: string;
  /** `done`, `now`, `next`. */
  state!: string;
}

export class CitizenDossierDto extends CitizenDossierRowDto {
  steps!: TrackerStepDto[];
  holder!: UnitDto;
  centre!: UnitDto;
  clock!: ClockDto;
  fee!: FeeDto;
  answers!: AnswerGroupDto[];
  components!: DossierComponentDto[];
  supplement?: SupplementDto;
  papers!: PaperDto[];
  history!: HistoryLineDto[];
  acts!: PossibleActDto[];
  outcome!: string;
  version!: number;
  notices!: NoticeDto[];
  /** The latest wish to withdraw. */
  withdrawal?: WithdrawalDto;
  /** The financial duty. */
  payment?: PaymentDto;
  draftCheck?: DraftCheckDto;
  /** Extensions granted and apologies. */
  extensions!: ExtensionDto[];
  stop?: StopDto;
  revisions!: RevisionDto[];
}

export class NoticeDto {
  at!: string;
  text!: LocalizedDto;
}
