import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { REGISTERS, type RegisterName } from '@app/reports';
import { VOID_REASONS, type VoidReason } from '@app/dossiers';
import { LocalizedDto, UnitDto } from '../dossiers/parts.dto.js';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class RegisterParams {
  @IsIn(REGISTERS) register!: RegisterName;
}

export class RegisterFilter {
  /** First local day, `YYYY-MM-DD`; the first of the year of `to` when left out. */
  @IsOptional() @Matches(DAY) from?: string;
  /** Last local day; today when left out. */
  @IsOptional() @Matches(DAY) to?: string;
  /** The register as it stood at the end of this day. */
  @IsOptional() @Matches(DAY) asOfDay?: string;
  /** The unit whose book it is. */
  @IsOptional() @IsString() @MaxLength(60) unit?: string;
  @IsOptional() @Matches(/^\d\.\d{6}$/) procedure?: string;
  /** Only what this unit held. */
  @IsOptional() @IsString() @MaxLength(60) holder?: string;
}

export class RegisterPageQuery extends RegisterFilter {
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(10_000_000) offset?: number;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

export class RegisterColumnDto {
  key!: string;
  title!: LocalizedDto;
  /** `text`, `number`, `day` (`YYYY-MM-DD`) or `moment` (an instant). */
  kind!: string;
}

export class NumberKeyDto {
  @Matches(/^(document|register):[A-Za-z0-9.-]{1,60}$/) series!: string;
  @IsString() @IsNotEmpty() @MaxLength(60) unitId!: string;
  @IsString() @IsNotEmpty() @MaxLength(20) period!: string;
  @IsInt() @Min(1) value!: number;
}

/** A cell of a register: a number where the column is one, text otherwise, empty where nothing is recorded. */
export class RegisterCellDto {
  text?: string;
  number?: number;
}

export class RegisterRowDto {
  dossierId!: string;
  /** In the order of the columns. */
  cells!: RegisterCellDto[];
  /** The number of the line, where officers may void it. */
  number?: NumberKeyDto;
  /** Why the number is void; the line stays, struck out. */
  voided?: LocalizedDto;
}

export class RegisterPageDto {
  register!: string;
  title!: LocalizedDto;
  from!: string;
  to!: string;
  asOfDay?: string;
  /** The units whose books may be read. */
  units!: UnitDto[];
  columns!: RegisterColumnDto[];
  total!: number;
  rows!: RegisterRowDto[];
}

export class OrderExportDto extends RegisterFilter {
  @IsIn(['pdf', 'xlsx']) format!: 'pdf' | 'xlsx';
  /** Of the heads of the columns. */
  @IsIn(['vi', 'en']) language!: 'vi' | 'en';
  /** Why the file is needed: stands in the log of everybody whose data are in it. */
  @IsString() @IsNotEmpty() @MaxLength(300) purpose!: string;
}

export class RegisterExportDto {
  id!: string;
  register!: string;
  title!: LocalizedDto;
  from!: string;
  to!: string;
  asOfDay?: string;
  /** `pdf` or `xlsx`. */
  format!: string;
  purpose!: string;
  askedAt!: string;
  /** `waiting`, `running`, `done`, `failed` or `gone`. */
  state!: string;
  rowsDone!: number;
  /** Not known before it runs. */
  rowsTotal?: number;
  /** Bytes, once it is done. */
  size?: number;
}

export class ProposeVoidDto extends NumberKeyDto {
  @IsIn(VOID_REASONS) reason!: VoidReason;
  /** What happened, in words. */
  @IsString() @IsNotEmpty() @MaxLength(500) note!: string;
}

export class RejectVoidDto {
  @IsOptional() @IsString() @MaxLength(500) reason?: string;
}

export class CreatedVoidDto {
  id!: string;
}

export class VoidNumberDto extends NumberKeyDto {
  id!: string;
  label!: string;
  dossierId!: string;
  reason!: string;
  note!: string;
  proposedBy!: string;
  proposedAt!: string;
  /** Whether the one who asks proposed it, and so may not approve it. */
  own!: boolean;
}
