import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { LocalizedDto } from '../dossiers/dossier.dto.js';

/** A dossier named to a person; its id only where it is theirs to open. */
export class DossierLinkDto {
  code!: string;
  id?: string;
}

export class ValueHistoryDto {
  shown!: LocalizedDto;
  source!: LocalizedDto;
  authority?: string;
  asOf!: string;
  recordedAt!: string;
  dossier?: DossierLinkDto;
  /** `corrected`: it was wrong; `earlier`: it held before. */
  state!: 'shown' | 'earlier' | 'corrected';
  reason?: string;
}

/** By which procedure a value is put right, and whether it can be filed here. */
export class CorrectionDto {
  procedureCode!: string;
  procedureName!: LocalizedDto;
  isReceivable!: boolean;
}

export class OwnValueDto {
  attribute!: string;
  label!: LocalizedDto;
  /** As forms hold it. */
  value!: string;
  shown!: LocalizedDto;
  /** Of an address: as it was written before units were rearranged. */
  oldText?: string;
  source!: LocalizedDto;
  authority?: string;
  asOf!: string;
  dossier?: DossierLinkDto;
  /** The newest first; the first one is the value itself. */
  history!: ValueHistoryDto[];
  correction?: CorrectionDto;
}

/** Somebody of the family; named only where the name stands in the person's own civil-status papers. */
export class RelativeViewDto {
  kind!: 'father' | 'mother' | 'spouse' | 'child';
  kindName!: LocalizedDto;
  name?: string;
  /** Of a minor child: for opening the child's file. */
  childId?: string;
  since?: string;
  until?: string;
  ended?: LocalizedDto;
  source!: LocalizedDto;
  asOf?: string;
  dossier?: DossierLinkDto;
}

export class OwnPaperDto {
  id!: string;
  name!: LocalizedDto;
  number?: string;
  issuer?: string;
  issuedOn?: string;
  validUntil?: string;
  state!: 'in-force' | 'expired' | 'revoked';
  assurance!: 'born-digital-signed' | 'scanned-signed' | 'scanned' | 'register';
  source!: LocalizedDto;
  asOf!: string;
  dossier?: DossierLinkDto;
}

/** The household one belongs to; nobody else in it is named. */
export class OwnHouseholdDto {
  relation!: LocalizedDto;
  address?: string;
  size!: number;
  since?: string;
  source!: LocalizedDto;
  asOf!: string;
  dossier?: DossierLinkDto;
}

/** What one is recorded to be in an organisation. */
export class OwnRoleDto {
  organisation!: string;
  role!: LocalizedDto;
  position?: string;
  since?: string;
  until?: string;
  source!: LocalizedDto;
  asOf!: string;
  dossier?: DossierLinkDto;
}

export class MyDataDto {
  personId!: string;
  /** Whose file it is to whoever reads it. */
  as!: 'self' | 'parent';
  values!: OwnValueDto[];
  family!: RelativeViewDto[];
  papers!: OwnPaperDto[];
  household?: OwnHouseholdDto;
  roles!: OwnRoleDto[];
}

/** Why somebody looked without a dossier; names and numbers of others are taken out of the officer's words. */
export class LookReasonDto {
  kind!: LocalizedDto;
  text!: string;
}

/** One look at the data: who by unit and role, never by name. */
export class LookDto {
  id!: string;
  at!: string;
  by!: 'unit' | 'self' | 'parent' | 'system';
  unit?: string;
  role?: LocalizedDto;
  purpose!: string;
  reason?: LookReasonDto;
  procedureName?: LocalizedDto;
  dossier?: DossierLinkDto;
  what!: LocalizedDto[];
}

export class LookMonthDto {
  /** `YYYY-MM`. */
  month!: string;
  count!: number;
}

export class LooksDto {
  looks!: LookDto[];
  total!: number;
  page!: number;
  pages!: number;
  months!: LookMonthDto[];
}

export class OwnFileQueryDto {
  /** A minor child; oneself when left out. */
  @IsOptional() @IsUUID() of?: string;
}

export class LooksQueryDto extends OwnFileQueryDto {
  @IsOptional() @Matches(/^\d{4}-(0[1-9]|1[0-2])$/) month?: string;
  /** From 1. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(10_000) page?: number;
  /** Whether looks by the person themselves and by parents are wanted too. */
  @IsOptional() @Transform(({ value }) => value === true || value === 'true') @IsBoolean() withOwn?: boolean;
}
