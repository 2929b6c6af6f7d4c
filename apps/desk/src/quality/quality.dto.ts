import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, MaxLength, Min } from 'class-validator';
import { DIMENSIONS, FAULTS, REPAIRABLE, type Dimension, type Fault, type Repairable } from '@app/persons';

/** How many people of a commune have data without a fault of each kind. */
export class QualityCountsDto {
  people!: number;
  correct!: number;
  sufficient!: number;
  clean!: number;
  living!: number;
  /** Without any fault. */
  sound!: number;
}

/** A month's last measurement. */
export class QualityMonthDto extends QualityCountsDto {
  /** `YYYY-MM`. */
  month!: string;
}

export class CommuneQualityDto {
  code!: string;
  name!: string;
  /** The local day of the last measurement; left out where none was taken yet. */
  measuredOn?: string;
  now?: QualityCountsDto;
  /** The oldest first, at most twelve. */
  months!: QualityMonthDto[];
}

export class FaultCountDto {
  fault!: string;
  dimension!: string;
  people!: number;
}

/** A commune measured at this moment. */
export class CommuneQualityPageDto {
  code!: string;
  name!: string;
  now!: QualityCountsDto;
  faults!: FaultCountDto[];
  months!: QualityMonthDto[];
  /** Undecided doubts of the commune the reader may see. */
  doubts!: number;
  /** Months within which a source must have said something. */
  confirmedWithin!: number;
  /** Whether the reader may see names and repair. */
  mayRepair!: boolean;
}

export class WorkListQuery {
  @IsOptional() @IsIn(DIMENSIONS) dimension?: Dimension;
  @IsOptional() @IsIn(Object.keys(FAULTS)) fault?: Fault;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) page?: number;
}

/** Somebody whose data want repair. */
export class WorkRowDto {
  id!: string;
  /** Initials where the reader may not repair. */
  fullName!: string;
  maskedPersonalId?: string;
  /** The year alone where the reader may not repair. */
  birthDate?: string;
  faults!: string[];
  /** The doubts that must be decided. */
  doubtIds!: string[];
  /** What can be entered here, in the order of the faults. */
  repairs!: string[];
}

export class WorkListDto {
  rows!: WorkRowDto[];
  total!: number;
  page!: number;
  pages!: number;
}

export class RepairDto {
  @IsUUID() personId!: string;
  @IsIn(REPAIRABLE) attribute!: Repairable;
  @IsString() @MaxLength(120) value!: string;
  @IsString() @Matches(/\S/) @MaxLength(1000) reason!: string;
}
