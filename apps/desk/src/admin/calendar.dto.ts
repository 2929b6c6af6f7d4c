import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsNotEmpty, IsObject, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { LocalizedDto } from '../dossiers/dossier.dto.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const UNIT = /^(vn|[pc]\d{2,5}(\.[a-z0-9-]+)*)$/;
const KINDS = ['work', 'holiday', 'day-off', 'comp-off', 'swap-work'] as const;
const STATUSES = ['official', 'computed', 'unconfirmed'] as const;

export class CalendarQueryDto {
  /** `vn` for the nation, `p75`, `c26068`, `c26068.centre`. */
  @Matches(UNIT) unit!: string;
  @Type(() => Number) @IsInt() @Min(2000) @Max(2200) year!: number;
}

export class CalendarLogQueryDto {
  @IsOptional() @Matches(UNIT) unit?: string;
}

export class ProposedDayDto {
  @Matches(DAY) date!: string;
  @IsIn(KINDS) kind!: (typeof KINDS)[number];
  /** The stretches open that day, such as `07:30-11:30`: a half day off has its morning here. */
  @IsOptional() @IsArray() @ArrayMaxSize(12) @IsString({ each: true }) hours?: string[];
  /** The other half of a swap. */
  @IsOptional() @Matches(DAY) swapWith?: string;
  @IsString() @IsNotEmpty() @MaxLength(200) nameVi!: string;
  @IsString() @IsNotEmpty() @MaxLength(200) nameEn!: string;
  @IsIn(STATUSES) status!: (typeof STATUSES)[number];
}

export class WeekDto {
  @IsOptional() @IsArray() @ArrayMaxSize(12) @IsString({ each: true }) mon?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(12) @IsString({ each: true }) tue?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(12) @IsString({ each: true }) wed?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(12) @IsString({ each: true }) thu?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(12) @IsString({ each: true }) fri?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(12) @IsString({ each: true }) sat?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(12) @IsString({ each: true }) sun?: string[];
}

export class ProposedHoursDto {
  /** The first day they are in force. */
  @Matches(DAY) since!: string;
  @IsObject() @ValidateNested() @Type(() => WeekDto) week!: WeekDto;
}

export class ProposeCalendarChangeDto {
  @Matches(UNIT) unitId!: string;
  /** The document that decides it, as cited. */
  @IsString() @IsNotEmpty() @MaxLength(300) document!: string;
  @IsArray() @ArrayMaxSize(400) @ValidateNested({ each: true }) @Type(() => ProposedDayDto) days!: ProposedDayDto[];
  /** Dates whose record goes. */
  @IsArray() @ArrayMaxSize(400) @Matches(DAY, { each: true }) removed!: string[];
  @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => ProposedHoursDto) hours!: ProposedHoursDto[];
  /** Years whose national days are complete with this change. */
  @IsArray() @ArrayMaxSize(10) @IsInt({ each: true }) @Min(2000, { each: true }) @Max(2200, { each: true }) years!: number[];
}

export class RejectCalendarChangeDto {
  @IsString() @IsNotEmpty() @MaxLength(1000) reason!: string;
}

export class UndoCalendarChangeDto {
  @IsString() @IsNotEmpty() @MaxLength(300) document!: string;
}

export class CalendarDayDto {
  date!: string;
  kind!: string;
  hours?: string[];
  swapWith?: string;
  name!: LocalizedDto;
  /** `official`, `computed` or `unconfirmed`. */
  status!: string;
  source!: LocalizedDto;
}

export class CalendarHoursDto {
  since!: string;
  until?: string;
  week!: WeekDto;
  source!: LocalizedDto;
}

export class CalendarLayerDto {
  unitId!: string;
  unitName!: string;
  days!: CalendarDayDto[];
  hours!: CalendarHoursDto[];
}

export class CalendarRecordsDto {
  /** From the unit up to the nation. */
  layers!: CalendarLayerDto[];
  /** The years whose national days are on record. */
  years!: number[];
}

export class CalendarChangeDto {
  id!: string;
  unitId!: string;
  unitName!: string;
  document!: string;
  days!: ProposedDayDto[];
  removed!: string[];
  hours!: ProposedHoursDto[];
  years!: number[];
  /** `proposed`, `approved` or `rejected`. */
  state!: string;
  proposedBy!: string;
  proposedAt!: string;
  decidedBy?: string;
  decidedAt?: string;
  rejectedReason?: string;
  /** How many promise dates it moved. */
  moved?: number;
  undoes?: string;
  undoable!: boolean;
  /** Whether the one who asks proposed it, and so may not approve it. */
  own!: boolean;
}

export class MovedPromiseDto {
  dossierId!: string;
  code!: string;
  procedureCode!: string;
  unitName!: string;
  from!: string;
  to!: string;
}

export class CalendarPreviewDto {
  change!: CalendarChangeDto;
  moves!: MovedPromiseDto[];
}

export class CalendarLogLineDto {
  at!: string;
  officer?: string;
  unitName!: string;
  /** `proposed`, `approved`, `rejected`, `day-set`, `day-removed`, `hours-set` or `year-opened`. */
  act!: string;
  subject?: string;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  document?: string;
}
