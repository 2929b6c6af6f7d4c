import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsNumber, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { LocalizedDto } from '../dossiers/dossier.dto.js';
import { DifferenceDto } from './procedures.dto.js';

const DAY = /^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const UNIT = /^[pc]\d{2,5}$/;
const CHANNELS = ['counter', 'online', 'post'] as const;
const UNITS = ['hours', 'working-days', 'calendar-days', 'months'] as const;

export class LocalRulesQueryDto {
  /** `p75` for a province with its communes, `c26068` for a commune alone. */
  @Matches(UNIT) unit!: string;
}

export class LocalAmountDto {
  /** Halves occur: 1.5 working days. */
  @IsNumber() @Min(0) @Max(1000) value!: number;
  @IsIn(UNITS) unit!: (typeof UNITS)[number];
}

export class LocalLimitDto {
  /** The case it is for; absent = the procedure's own limit. */
  @IsOptional() @IsString() @MaxLength(60) case?: string;
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(4) @ValidateNested({ each: true }) @Type(() => LocalAmountDto) parts?: LocalAmountDto[];
  /** Of a same-day limit: until when it is answered the same day. */
  @IsOptional() @Matches(/^\d{2}:\d{2}$/) cutoff?: string;
}

export class LocalFeeDto {
  @IsString() @MaxLength(60) line!: string;
  @IsArray() @IsIn(CHANNELS, { each: true }) channels!: Array<(typeof CHANNELS)[number]>;
  /** Whole đồng. */
  @IsInt() @Min(0) @Max(1_000_000_000) amount!: number;
}

export class WordsDto {
  @IsString() @IsNotEmpty() @MaxLength(2000) vi!: string;
  @IsString() @IsNotEmpty() @MaxLength(2000) en!: string;
}

export class LocalExemptionDto {
  @Matches(/^[a-z][a-z0-9-]{0,40}$/) key!: string;
  @ValidateNested() @Type(() => WordsDto) name!: WordsDto;
  /** A JSON Schema the declaration must match. */
  @IsObject() when!: Record<string, unknown>;
  @IsString() @IsNotEmpty() @MaxLength(300) basis!: string;
  /** The fee lines it frees from; absent = all. */
  @IsOptional() @IsArray() @IsString({ each: true }) lines?: string[];
}

export class LocalRuleBodyDto {
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => LocalLimitDto) limits?: LocalLimitDto[];
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(60) @ValidateNested({ each: true }) @Type(() => LocalFeeDto) fees?: LocalFeeDto[];
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => LocalExemptionDto) exemptions?: LocalExemptionDto[];
  @IsOptional() @IsArray() @IsIn(CHANNELS, { each: true }) channels?: Array<(typeof CHANNELS)[number]>;
  /** The place's own instructions. */
  @IsOptional() @ValidateNested() @Type(() => WordsDto) note?: WordsDto;
  /** Whether the communes' centres receive it. */
  @IsOptional() @IsBoolean() received?: boolean;
}

export class LocalDecisionDto {
  @IsString() @IsNotEmpty() @MaxLength(100) number!: string;
  @Matches(DAY) date!: string;
  /** The body that took it. */
  @IsString() @IsNotEmpty() @MaxLength(200) issuedBy!: string;
}

export class ProposeLocalRuleDto {
  @Matches(UNIT) unitId!: string;
  @Matches(/^[1-6]\.\d{6}$/) code!: string;
  /** The communes of the province it holds in; empty = all. */
  @IsArray() @ArrayMaxSize(400) @Matches(/^c\d{5}$/, { each: true }) communes!: string[];
  @ValidateNested() @Type(() => LocalDecisionDto) decision!: LocalDecisionDto;
  @Matches(DAY) from!: string;
  @IsOptional() @Matches(DAY) until?: string;
  @ValidateNested() @Type(() => LocalRuleBodyDto) body!: LocalRuleBodyDto;
  @IsOptional() @IsString() @MaxLength(1000) note?: string;
  /** The rule whose place it takes. */
  @IsOptional() @IsUUID() replaces?: string;
}

export class EndLocalRuleDto {
  @ValidateNested() @Type(() => LocalDecisionDto) decision!: LocalDecisionDto;
  /** First day without it. */
  @Matches(DAY) from!: string;
}

export class RejectLocalRuleDto {
  @IsString() @IsNotEmpty() @MaxLength(1000) reason!: string;
}

export class LocalRuleDto {
  id!: string;
  /** `set` or `end`. */
  kind!: string;
  /** `province` or `commune`. */
  layer!: string;
  unitId!: string;
  unitName!: string;
  code!: string;
  procedureName!: LocalizedDto;
  communes!: string[];
  decision!: LocalDecisionDto;
  from!: string;
  until?: string;
  body?: LocalRuleBodyDto;
  /** The national version it was decided against; 0 for one of which only the skeleton is known. */
  baseVersion?: number;
  note?: string;
  replaces?: string;
  undoes?: string;
  /** `proposed`, `approved`, `rejected` or `withdrawn`. */
  state!: string;
  proposedBy!: string;
  proposedAt!: string;
  decidedBy?: string;
  decidedAt?: string;
  reason?: string;
  /** First day of the record that took its place. */
  replacedFrom?: string;
  undoable!: boolean;
  /** Whether the one who asks proposed it, and so may not approve it. */
  own!: boolean;
}

export class LocalConflictDto {
  rule!: string;
  code!: string;
  procedureName!: LocalizedDto;
  unitName!: string;
  decision!: LocalDecisionDto;
  /** The national version that changed it, and its first day. */
  version!: number;
  from!: string;
  differences!: DifferenceDto[];
  /** National exemptions that are gone. */
  lostExemptions!: string[];
}

export class LocalRulesDto {
  records!: LocalRuleDto[];
  conflicts!: LocalConflictDto[];
}

export class StepAmountDto {
  value!: number;
  /** `minutes`, `hours`, `working-days`, `calendar-days` or `months`. */
  unit!: string;
}

export class StepTimeChangeDto {
  name!: LocalizedDto;
  before!: StepAmountDto;
  after!: StepAmountDto;
}

export class StepTimesDto {
  /** The case the limit is for. */
  name?: LocalizedDto;
  steps!: StepTimeChangeDto[];
}

export class LocalRulePreviewDto {
  rule!: LocalRuleDto;
  fromNation!: DifferenceDto[];
  fromNow!: DifferenceDto[];
  stepTimes!: StepTimesDto[];
  /** Dossiers received in its communes in the last thirty days. */
  receipts!: number;
}
