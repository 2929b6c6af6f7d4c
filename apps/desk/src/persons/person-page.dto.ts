import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { OUTSIDE_REASONS, type OutsideReason } from '@app/persons';
import { HouseholdDto, PaperOnFileDto } from '../counter/counter.dto.js';
import { LocalizedDto } from '../dossiers/dossier.dto.js';

export const REASON_KINDS = Object.keys(OUTSIDE_REASONS) as OutsideReason[];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** On what ground a page is opened: a dossier or own draft that names the person, or a purpose stated before. */
export class GroundDto {
  @IsOptional() @IsUUID() dossier?: string;
  @IsOptional() @IsUUID() draft?: string;
  @IsOptional() @IsUUID() look?: string;
}

/** Why somebody's data is to be looked at outside a dossier. */
export class BeginLookDto {
  @IsIn(REASON_KINDS) @ApiProperty({ enum: REASON_KINDS }) reasonKind!: OutsideReason;
  @IsString() @MaxLength(500) reason!: string;
}

export class BegunLookDto {
  id!: string;
  until!: string;
}

/** A look outside a dossier, as the head of the unit and who looked read it. */
export class OutsideLookDto {
  id!: string;
  personName!: string;
  officerName!: string;
  unitName!: string;
  roleName!: LocalizedDto;
  reasonKindName!: LocalizedDto;
  reason!: string;
  at!: string;
  until!: string;
  /** The reader's own look: somebody else acknowledges it. */
  own!: boolean;
  acknowledgedAt?: string;
  acknowledgedBy?: string;
  @ApiProperty({ enum: ['justified', 'questioned'] }) verdict?: 'justified' | 'questioned';
  verdictNote?: string;
}

/** Looks outside dossiers that a head has not read yet; nobody is named. */
export class WaitingLooksDto {
  count!: number;
}

export class AcknowledgeLookDto {
  @IsIn(['justified', 'questioned']) verdict!: 'justified' | 'questioned';
  @IsOptional() @IsString() @MaxLength(1000) note?: string;
}

/** One thing that was said of a person. */
export class FactDto {
  id!: string;
  shown!: LocalizedDto;
  /** Of a relation: whose. */
  otherName?: string;
  otherId?: string;
  source!: LocalizedDto;
  authority?: string;
  asOf!: string;
  dossierId?: string;
  recordedAt!: string;
  recordedBy?: string;
  /** The fact it took the place of, and why. */
  corrects?: string;
  reason?: string;
  isShown!: boolean;
  isCorrected!: boolean;
}

/** An attribute, or a kind of relation, with all that was said of it, the newest first. */
export class AttributeDto {
  attribute!: string;
  facts!: FactDto[];
}

export class KnownRelativeDto {
  id!: string;
  kind!: string;
  kindName!: LocalizedDto;
  fullName!: string;
  birthDate!: string;
  since?: string;
  until?: string;
  source!: LocalizedDto;
}

/** Somebody who lives in a household now. */
export class HousemateDto {
  id!: string;
  fullName!: string;
  /** What they are to the head. */
  relationName!: LocalizedDto;
  birthDate!: string;
  since?: string;
  source!: LocalizedDto;
  asOf!: string;
}

/** Who lives with a person, the head first; nobody where no household is on file. */
export class HousematesDto {
  members!: HousemateDto[];
}

export class PagePaperDto extends PaperOnFileDto {
  sourceName!: LocalizedDto;
  /** The officer who entered the revocation by hand. */
  revokedBy?: string;
}

export class ReceptionDto {
  at!: string;
  by!: string;
  unit!: string;
  source!: LocalizedDto;
  basis?: string;
  compared!: number;
  notSameReason?: string;
  /** The number they showed is on file as somebody else's. */
  isNumberHeld!: boolean;
}

export class PersonsDossierDto {
  id!: string;
  code!: string;
  procedureName!: string;
  status!: LocalizedDto;
  filedAt!: string;
  isOpen!: boolean;
  role!: string;
}

/** A correction of a value, as it was proposed and as it stands. */
export class FactCorrectionDto {
  id!: string;
  personId!: string;
  personName!: string;
  factId!: string;
  attribute!: string;
  otherName?: string;
  before!: LocalizedDto;
  after!: LocalizedDto;
  reason!: string;
  authority!: string;
  document!: string;
  proposedBy!: string;
  proposedAt!: string;
  own!: boolean;
  @ApiProperty({ enum: ['approved', 'rejected', 'withdrawn'] }) decision?: 'approved' | 'rejected' | 'withdrawn';
  decidedBy?: string;
  decidedAt?: string;
  decisionReason?: string;
}

export class PageGroundDto {
  @ApiProperty({ enum: ['dossier', 'draft', 'outside'] }) kind!: 'dossier' | 'draft' | 'outside';
  purpose!: string;
  reason?: string;
  until?: string;
}

/** A person's page at the desk. */
export class PersonPageDto {
  id!: string;
  fullName!: string;
  personalId?: string;
  alive!: boolean;
  /** Odd prefix, sex or year in the number: warnings, never errors. */
  warnings!: LocalizedDto[];
  ground!: PageGroundDto;
  attributes!: AttributeDto[];
  relatives!: KnownRelativeDto[];
  household?: HouseholdDto;
  papers!: PagePaperDto[];
  dossiers!: PersonsDossierDto[];
  corrections!: FactCorrectionDto[];
  reception?: ReceptionDto;
  mayCorrect!: boolean;
  mayDecide!: boolean;
}

/** Another value for a fact, on whose authority and why. */
export class ProposeCorrectionDto extends GroundDto {
  @IsUUID() factId!: string;
  /** The new value; left out: there is none. */
  @IsOptional() @IsString() @MaxLength(400) value?: string;
  @IsString() @MaxLength(1000) reason!: string;
  @IsString() @MaxLength(300) authority!: string;
  @IsString() @MaxLength(300) document!: string;
}

export class ProposedCorrectionDto {
  id!: string;
}

export class RejectCorrectionDto {
  @IsOptional() @IsString() @MaxLength(1000) reason?: string;
}

/** A paper that an agency has revoked. */
export class RevokePaperDto extends GroundDto {
  @IsString() @MaxLength(1000) reason!: string;
  @IsString() @MaxLength(300) authority!: string;
  @Matches(DAY) on!: string;
}
