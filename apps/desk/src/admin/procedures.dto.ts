import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsISO8601, IsNotEmpty, IsObject, IsOptional, IsString, Matches, Max, MaxLength, Min, ArrayMaxSize, ValidateNested } from 'class-validator';
import { PROCEDURE_FILTERS } from '@app/catalogue';
import { FieldFaultDto, RequiredComponentDto } from '../counter/counter.dto.js';
import { LocalizedDto } from '../dossiers/dossier.dto.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const UNIT_PATH = /^(commune|province)\/[a-z]+(-[a-z]+)*$/;

export class ProcedureListQueryDto {
  /** Name with or without accents, code, field or initials. */
  @IsOptional() @IsString() @MaxLength(120) q?: string;
  @IsOptional() @IsIn(PROCEDURE_FILTERS) filter?: (typeof PROCEDURE_FILTERS)[number];
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) offset?: number;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}

export class ByWhomDto {
  who!: string;
  at!: string;
}

export class UpcomingVersionDto {
  version!: number;
  from!: string;
}

export class WaitingProposalDto extends ByWhomDto {
  /** `publish` or `end`. */
  kind!: string;
}

export class ProcedureListRowDto {
  code!: string;
  name!: LocalizedDto;
  field!: LocalizedDto;
  /** `commune`, `shared` or `province`. */
  decidedAt!: string;
  /** `receivable`, `skeleton` or `referred`. */
  state!: string;
  referral?: LocalizedDto;
  /** The version in force. */
  version?: number;
  until?: string;
  upcoming?: UpcomingVersionDto;
  draft?: ByWhomDto;
  proposal?: WaitingProposalDto;
}

export class ProcedureListDto {
  rows!: ProcedureListRowDto[];
  total!: number;
  /** How many each filter leaves, by its name. */
  counts!: Record<string, number>;
}

export class PublishingDecisionDto {
  number!: string;
  date!: string;
  proposedBy!: string;
  approvedBy!: string;
}

export class PublishedVersionDto {
  version!: number;
  from!: string;
  until?: string;
  /** Dossiers not closed yet; they stay on this version. */
  running!: number;
  /** The levels its process has a way at. */
  levels!: string[];
  /** Absent for a version that came with the program. */
  decision?: PublishingDecisionDto;
}

export class ProcedureProposalRowDto {
  id!: string;
  code!: string;
  /** `publish` or `end`. */
  kind!: string;
  version!: number;
  /** First day in force of a new version, last day of one that ends. */
  effectiveOn!: string;
  decisionNumber!: string;
  decisionDate!: string;
  note?: string;
  proposedBy!: string;
  proposedAt!: string;
  /** `approved`, `rejected`, `withdrawn`; absent while it waits. */
  outcome?: string;
  reason?: string;
  decidedBy?: string;
  decidedAt?: string;
  /** Whether the person who asks proposed it. */
  own!: boolean;
}

export class ProcedureLogLineDto {
  event!: string;
  version?: number;
  who!: string;
  at!: string;
  note?: string;
}

export class ProcedureOverviewDto extends ProcedureListRowDto {
  limit!: LocalizedDto;
  fee!: LocalizedDto;
  versions!: PublishedVersionDto[];
  /** Newest first. */
  proposals!: ProcedureProposalRowDto[];
  log!: ProcedureLogLineDto[];
}

export class WorkedExampleDto {
  @IsString() @IsNotEmpty() @MaxLength(300) name!: string;
  @IsIn(['counter', 'online', 'post']) channel!: 'counter' | 'online' | 'post';
  @IsOptional() @Matches(DAY) filedOn?: string;
  @IsObject() declaration!: Record<string, unknown>;
  /** Keys of the papers that are mandatory. */
  @IsArray() @ArrayMaxSize(100) @IsString({ each: true }) requires!: string[];
  @IsInt() @Min(0) fee!: number;
}

export class SaveProcedureDraftDto {
  /** The revision this save saw; another one answers 409 and names who saved. */
  @IsInt() @Min(1) revision!: number;
  /** The document of a procedure, complete or not. */
  @IsObject() document!: Record<string, unknown>;
  @IsArray() @ArrayMaxSize(60) @ValidateNested({ each: true }) @Type(() => WorkedExampleDto) examples!: WorkedExampleDto[];
}

export class SavedProcedureDraftDto {
  revision!: number;
  savedAt!: string;
}

export class ProcedureDraftDto extends SavedProcedureDraftDto {
  code!: string;
  /** The version it began from; 0 = the skeleton. */
  basedOn!: number;
  document!: Record<string, unknown>;
  examples!: WorkedExampleDto[];
  savedBy!: string;
}

export class PlacedFaultDto extends FieldFaultDto {
  /** Where it is, in words. */
  place!: LocalizedDto;
}

export class DifferenceDto {
  pointer!: string;
  place!: LocalizedDto;
  /** Absent where it is new. */
  before?: LocalizedDto;
  /** Absent where it is gone. */
  after?: LocalizedDto;
}

export class ProcedureCheckDto {
  revision!: number;
  faults!: PlacedFaultDto[];
  /** The published version it is compared with: the one in force, else the newest; absent for a first version. */
  comparedWith?: number;
  differences!: DifferenceDto[];
  /** Dossiers that still run on earlier versions and stay there. */
  running!: number;
}

export class TryDeclarationDto {
  @IsObject() declaration!: Record<string, unknown>;
  @IsIn(['counter', 'online', 'post']) channel!: 'counter' | 'online' | 'post';
}

export class TriedDeclarationDto {
  /** Pointers of the questions that are asked. */
  visible!: string[];
  faults!: FieldFaultDto[];
  components!: RequiredComponentDto[];
  /** Keys of the mandatory papers. */
  requires!: string[];
  /** Whole đồng. */
  fee!: number;
}

export class StandardProcessDto {
  key!: string;
  name!: LocalizedDto;
  about!: LocalizedDto;
  decidedBy!: string;
  /** `division` and `department`: the units that must be chosen. */
  asks!: string[];
}

export class FitProcessDto {
  /** The procedure's time limit, as far as it is known. */
  @IsOptional() @IsObject() timeLimit?: Record<string, unknown>;
  @IsOptional() @Matches(UNIT_PATH) division?: string;
  @IsOptional() @Matches(UNIT_PATH) department?: string;
}

export class FittedProcessDto {
  process!: Record<string, unknown>;
}

export class FormSectionDto {
  key!: string;
  name!: LocalizedDto;
  layout!: Record<string, unknown>[];
  properties!: Record<string, unknown>;
  required!: string[];
}

export class UnitFunctionDto {
  /** `commune/culture`, `province/construction`. */
  path!: string;
  /** The units that hold it, by their short names. */
  units!: LocalizedDto[];
}

class DecisionOfAuthority {
  @Matches(DAY) @IsISO8601({ strict: true }) effectiveOn!: string;
  /** Number of the decision by which the authority publishes. */
  @IsString() @IsNotEmpty() @MaxLength(60) decisionNumber!: string;
  @Matches(DAY) @IsISO8601({ strict: true }) decisionDate!: string;
  @IsOptional() @IsString() @MaxLength(1000) note?: string;
}

export class ProposeVersionDto extends DecisionOfAuthority {
  @IsInt() @Min(1) revision!: number;
}

export class ProposeEndDto extends DecisionOfAuthority {
  @IsInt() @Min(1) version!: number;
}

export class RejectProposalDto {
  @IsString() @IsNotEmpty() @MaxLength(1000) reason!: string;
}

export class ProcedureProposalDto extends ProcedureProposalRowDto {
  name!: LocalizedDto;
  /** Of a new version: what the check says today. */
  faults!: PlacedFaultDto[];
  comparedWith?: number;
  differences!: DifferenceDto[];
  running!: number;
  /** The whole new version. */
  document?: Record<string, unknown>;
}
