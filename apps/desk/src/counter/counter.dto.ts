import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsNotEmpty, IsObject, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { PaperDetailsDto, SupplementItemDto } from '../dossiers/act.dto.js';
import { LayerDto } from '../dossiers/clock.dto.js';
import { FeeDto, LocalizedDto, UnitDto } from '../dossiers/dossier.dto.js';

export class PersonSearchDto {
  /** A 12-digit identity number, a phone number or a name, with or without accents. */
  @IsString() @IsNotEmpty() @MaxLength(120) text!: string;
}

export class PersonRowDto {
  id!: string;
  fullName!: string;
  maskedPersonalId!: string;
  birthDate!: string;
  address!: string;
}

export class RelativeDto {
  id!: string;
  kind!: string;
  kindName!: LocalizedDto;
  fullName!: string;
  birthDate!: string;
  /** Of a marriage that is over: its last day. */
  until?: string;
}

export class RevocationDto {
  on!: string;
  reason!: string;
  authority!: string;
}

export class PaperOnFileDto {
  id!: string;
  kind!: string;
  kindName!: LocalizedDto;
  number?: string;
  issuer?: string;
  issuedOn?: string;
  /** Of a paper handed in with an earlier dossier: the day it was accepted. */
  acceptedOn?: string;
  validUntil?: string;
  /** On whose word, when and why it was revoked. */
  revocation?: RevocationDto;
  /** `in-force`, `expired`, `revoked`: as of today. */
  state!: string;
  assurance!: string;
  source!: string;
  content!: Record<string, unknown>;
}

export class OpenDossierDto {
  id!: string;
  code!: string;
  procedureCode!: string;
  procedureName!: string;
  unit!: string;
  status!: LocalizedDto;
}

/** An organisation somebody may act for today, and the recorded role. */
export class ActsForDto {
  organisationId!: string;
  name!: string;
  maskedCode!: string;
  kindName!: LocalizedDto;
  roleName!: LocalizedDto;
  /** The title of the post, as registered. */
  position?: string;
}

export class OrganisationSearchDto {
  /** A whole code (10 or 12 digits, 13 of a branch) or words of the name, with or without accents. */
  @IsString() @IsNotEmpty() @MaxLength(120) text!: string;
}

export class OrganisationRowDto {
  id!: string;
  name!: string;
  maskedCode!: string;
  kindName!: LocalizedDto;
  address!: string;
}

/** Somebody with a role in an organisation today. */
export class OrganisationPersonDto {
  personId!: string;
  fullName!: string;
  roleName!: LocalizedDto;
  position?: string;
  until?: string;
  /** Whether the role lets them act for it. */
  acts!: boolean;
}

export class OpenOrganisationDto {
  @IsUUID() organisationId!: string;
  /** The procedure in hand: the purpose recorded in the log of those who are named. */
  @IsOptional() @IsString() @MaxLength(20) procedureCode?: string;
}

export class OrganisationDto extends OrganisationRowDto {
  people!: OrganisationPersonDto[];
}

/** The household somebody belongs to; who else lives there is asked for apart. */
export class HouseholdDto {
  /** What the person is to its head. */
  relationName!: LocalizedDto;
  size!: number;
  address?: string;
  since?: string;
  source!: LocalizedDto;
  asOf!: string;
}

export class PersonDto extends PersonRowDto {
  sex!: string;
  phone?: string;
  email?: string;
  relatives!: RelativeDto[];
  papers!: PaperOnFileDto[];
  openDossiers!: OpenDossierDto[];
  actsFor!: ActsForDto[];
  household?: HouseholdDto;
  /** Odd prefix, sex or year in the identity number: warnings, never errors. */
  warnings!: LocalizedDto[];
}

export class OpenPersonDto {
  @IsUUID() personId!: string;
  /** The procedure in hand: the purpose recorded in the person's access log. */
  @IsOptional() @IsString() @MaxLength(20) procedureCode?: string;
}

/** A value on file that could answer a field: shown, agreed, then used. */
/** The same field as another paper of the same kind has it. */
export class OtherValueDto {
  value!: string;
  shown!: LocalizedDto;
  source!: LocalizedDto;
  asOf!: string;
  paperId?: string;
}

export class OfferDto {
  pointer!: string;
  label!: LocalizedDto;
  /** As the declaration would hold it. */
  value!: string;
  /** As a person reads it: the words of a choice. */
  shown!: LocalizedDto;
  source!: LocalizedDto;
  asOf!: string;
  paperId?: string;
  /** The question to a national source that brought it. */
  queryId?: string;
  /** What other papers in force of the same kind say: the person chooses which is meant. */
  others?: OtherValueDto[];
}

/** A paper on file that could stand for a component. */
export class ComponentOfferDto {
  key!: string;
  paper!: PaperOnFileDto;
}

export class AssessDto {
  @IsString() @MaxLength(20) procedureCode!: string;
  @IsOptional() @IsUUID() ownerId?: string;
  /** Somebody else files for the owner. */
  @IsOptional() @IsBoolean() filedByAnother?: boolean;
  /** Who that is, once known, and in which right: a form that asks for it is answered with it. */
  @IsOptional() @IsUUID() filerId?: string;
  @IsOptional() @IsIn(['parent', 'authorised', 'guardian', 'relative']) filerGround?: 'parent' | 'authorised' | 'guardian' | 'relative';
  /** The organisation that would own it; `ownerId` then acts for it, in a role recorded today. */
  @IsOptional() @IsUUID() organisationId?: string;
  @IsObject() declaration!: Record<string, unknown>;
  @IsOptional() @IsIn(['counter', 'online', 'post']) channel?: 'counter' | 'online' | 'post';
  /** The commune whose offices would decide, where that is another one of the province. */
  @IsOptional() @IsString() @MaxLength(20) competentCommuneId?: string;
  /** The draft in hand: what national sources answered for it is offered too. */
  @IsOptional() @IsUUID() caseId?: string;
  /** Online: the commune at whose centre it would be filed; by default the one of the permanent address. */
  @IsOptional() @IsString() @MaxLength(40) communeId?: string;
}

export class FieldFaultDto {
  pointer!: string;
  vi!: string;
  en!: string;
}

export class RequiredComponentDto {
  key!: string;
  name!: LocalizedDto;
  required!: boolean;
  why?: LocalizedDto;
  kinds!: string[];
  originals!: number;
  copies!: number;
  advice?: LocalizedDto;
}

export class DueDto {
  at!: string;
  countsFrom!: string;
  /** Said when the clock counts from later than now (after 15:00, on a day off). */
  notice?: LocalizedDto;
  limit!: LocalizedDto;
  /** Whose limit it is. */
  layer!: LayerDto;
  trace!: LocalizedDto[];
}

export class SuggestedCommuneDto {
  unit!: UnitDto;
  why!: LocalizedDto;
}

/** For whom a centre may receive a procedure: shown and chosen, never applied silently. */
export class CompetenceDto {
  /** The communes of the province with a desk of their own, the receiving one first. */
  communes!: UnitDto[];
  /** The commune the data on file points to, and why. */
  suggested?: SuggestedCommuneDto;
  /** The decision that published the list. */
  decision!: LocalizedDto;
}

/** One procedure of a linked group as it would be filed. */
export class AssessedMemberDto {
  key!: string;
  procedureCode!: string;
  name!: LocalizedDto;
  limit!: LocalizedDto;
  /** The procedures it waits for; empty = it begins at once. */
  waitsFor!: LocalizedDto[];
}

/** Everything the screen must show before receipt, computed by the server from what was typed so far. */
export class AssessmentDto {
  visible!: string[];
  faults!: FieldFaultDto[];
  components!: RequiredComponentDto[];
  offers!: OfferDto[];
  componentOffers!: ComponentOfferDto[];
  /** Papers on file of a component's kind of which none is in force any more: shown as such, never offered. */
  spentPapers!: ComponentOfferDto[];
  fee!: FeeDto;
  /** Left out where it is received for a competent unit elsewhere: its time begins there. */
  due?: DueDto;
  unit?: UnitDto;
  /** For whom this centre may receive it; left out where only for its own offices. */
  competence?: CompetenceDto;
  /** Where it is a linked group: its procedures, in their order. */
  members?: AssessedMemberDto[];
}

export class AcceptedOfferDto {
  @IsString() @MaxLength(200) pointer!: string;
  /** True: shown to the person and agreed. False: the person declined it. */
  @IsBoolean() agreed!: boolean;
}

export class IntakeComponentDto {
  @IsString() @IsNotEmpty() @MaxLength(80) key!: string;
  @IsIn(['unchecked', 'passed', 'failed']) state!: 'unchecked' | 'passed' | 'failed';
  @IsIn(['original', 'certified-copy', 'photocopy', 'electronic']) kind!: 'original' | 'certified-copy' | 'photocopy' | 'electronic';
  @IsOptional() @IsString() @MaxLength(1000) note?: string;
  /** A paper on file used in place of a brought one. */
  @IsOptional() @IsUUID() paperOnFileId?: string;
  /** Scans uploaded for this component. */
  @IsOptional() @IsArray() @IsUUID('all', { each: true }) fileIds?: string[];
  /** What the clerk read off the paper. */
  @IsOptional() @ValidateNested() @Type(() => PaperDetailsDto) paper?: PaperDetailsDto;
}

/** What the counter does with a complete intake: receive it, ask for what is missing, refuse it, or help the person to file it online with another centre. */
export class IntakeDto {
  /** Made by the client; also the dossier's id. A repeat gets the first answer. */
  @IsUUID() commandId!: string;
  @IsUUID() dossierId!: string;
  @IsIn(['receive', 'requestSupplement', 'refuseReceipt', 'file']) outcome!: 'receive' | 'requestSupplement' | 'refuseReceipt' | 'file';
  @IsString() @MaxLength(20) procedureCode!: string;
  @IsUUID() ownerId!: string;
  /** The organisation that owns it; `ownerId` then acts for it, in a role recorded today, and is the filer. */
  @IsOptional() @IsUUID() organisationId?: string;
  /** The commune whose offices decide, where that is another one of the province (non-boundary receipt). */
  @IsOptional() @IsString() @MaxLength(20) competentCommuneId?: string;
  /** The commune at whose centre the result is collected, where that is another one; with delivery at the counter. */
  @IsOptional() @IsString() @MaxLength(20) collectCommuneId?: string;
  /** With `file`: the commune at whose centre it is filed online, while this one helps. */
  @IsOptional() @IsString() @MaxLength(20) receivingCommuneId?: string;
  /** Another person filing, with the ground for it. */
  @IsOptional() @IsUUID() filerId?: string;
  @IsOptional() @IsIn(['self', 'parent', 'authorised', 'guardian', 'relative']) filerGround?: 'self' | 'parent' | 'authorised' | 'guardian' | 'relative';
  @IsObject() declaration!: Record<string, unknown>;
  @IsArray() @ValidateNested({ each: true }) @Type(() => AcceptedOfferDto) offers!: AcceptedOfferDto[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => IntakeComponentDto) components!: IntakeComponentDto[];
  @IsBoolean() feePaid!: boolean;
  @IsIn(['counter', 'post', 'electronic']) delivery!: 'counter' | 'post' | 'electronic';
  @IsOptional() @IsString() @MaxLength(20) phone?: string;
  @IsOptional() @IsString() @MaxLength(60) reason?: string;
  @IsOptional() @IsString() @MaxLength(4000) note?: string;
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => SupplementItemDto) items?: SupplementItemDto[];
}

/** What stays on the screen after an intake. */
export class IntakeResultDto {
  dossierId!: string;
  /** Dossier code, or the provisional filing number when not received. */
  code!: string;
  /** The look-up secret printed on the slip. */
  secret!: string;
  received!: boolean;
  dueAt?: string;
  /** One sentence to read aloud. */
  sentence!: LocalizedDto;
  /** Where the slip (form 01, 02 or 03) is served; left out where it was filed with another centre, which makes its own. */
  paperUrl?: string;
  fee!: FeeDto;
  /** The numbers of a book taken with the receipt, in the order of the rows. */
  entries?: string[];
  /** The paper with those numbers, to be signed. */
  entriesUrl?: string;
  /** Where a linked group was filed: the group; the rest is of its first dossier. */
  groupId?: string;
}
