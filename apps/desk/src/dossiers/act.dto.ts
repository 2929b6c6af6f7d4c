import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';

export class DossierListQuery {
  /** Which list: what waits for me, what my unit holds, what is on its way to us, what we received and another agency has, all we may see. */
  @IsOptional() @IsIn(['mine', 'unit', 'incoming', 'sent', 'all']) list?: 'mine' | 'unit' | 'incoming' | 'sent' | 'all';
  /** Code tail or a procedure code; names are searched through POST, never in an address. */
  @IsOptional() @IsString() @MaxLength(60) code?: string;
  @IsOptional() @IsString() @MaxLength(40) procedure?: string;
  @IsOptional() @IsString() @MaxLength(40) commune?: string;
  @IsOptional() @IsIn(['open', 'closed']) state?: 'open' | 'closed';
  /** Whose: what is in my own hands, or what nobody of the unit has taken up. */
  @IsOptional() @IsIn(['me', 'nobody']) lead?: 'me' | 'nobody';
  /** Only those with an alarm that my units have to answer. */
  @IsOptional() @IsIn(['open']) alarms?: 'open';
  /** Only what was late while this unit had it, by its id. */
  @IsOptional() @IsString() @MaxLength(60) lateBy?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) offset?: number;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) limit?: number;
}

export class FindDossiersDto {
  /** A name, an identity number or a code: in the body, so that it never stands in an address or a log. */
  @IsString() @MaxLength(120) text!: string;
}

export class SupplementItemDto {
  /** `component` or `field`. */
  @IsIn(['component', 'field']) target!: 'component' | 'field';
  /** Component key or JSON pointer of the field. */
  @IsString() @IsNotEmpty() @MaxLength(200) key!: string;
  /** A code of the reason catalogue. */
  @IsString() @IsNotEmpty() @MaxLength(60) reason!: string;
  /** What exactly must be done, in the clerk's words. */
  @IsOptional() @IsString() @MaxLength(1000) note?: string;
}

export class OriginalDto {
  @IsString() @IsNotEmpty() key!: string;
  /** Whether the paper original travels with the handover or stays at the sender. */
  @IsBoolean() travels!: boolean;
}

/** What a clerk read off a paper handed in: number, issuer, day of issue, last day it is good for. */
export class PaperDetailsDto {
  @IsOptional() @IsString() @MaxLength(100) number?: string;
  @IsOptional() @IsString() @MaxLength(200) issuer?: string;
  @IsOptional() @IsString() @MaxLength(10) issuedOn?: string;
  @IsOptional() @IsString() @MaxLength(10) validUntil?: string;
}

/** A tick of the receiving clerk's checklist; receiving says that every required paper is there and right. */
export class TickDto {
  @IsString() @IsNotEmpty() @MaxLength(80) key!: string;
  @IsIn(['unchecked', 'passed', 'failed']) state!: 'unchecked' | 'passed' | 'failed';
  @IsOptional() @IsIn(['original', 'certified-copy', 'photocopy', 'electronic']) kind?: 'original' | 'certified-copy' | 'photocopy' | 'electronic';
  @IsOptional() @IsString() @MaxLength(1000) note?: string;
  @IsOptional() @IsArray() @IsUUID('all', { each: true }) fileIds?: string[];
  @IsOptional() @ValidateNested() @Type(() => PaperDetailsDto) paper?: PaperDetailsDto;
}

/** One body whose opinion is asked. */
export class ConsultDto {
  /** A body of the step, as {@link ConsultChoiceDto.body} names it. */
  @IsString() @Matches(/^[a-zA-Z0-9]{1,40}$/) body!: string;
  /** A question of one's own; the process's when left out. */
  @IsOptional() @IsString() @MaxLength(2000) question?: string;
}

/** What goes with a dossier up to the province. */
export class EscalationPackageDto {
  /** What the province is asked to do. */
  @IsString() @MaxLength(4000) request!: string;
  /** What the commune found. */
  @IsString() @MaxLength(4000) finding!: string;
  /** What is still open, each question for itself; possibly none. */
  @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(1000, { each: true }) openQuestions!: string[];
}

/** An act on a dossier. One body for all: which parts are needed is said by {@link PossibleActDto.data}. */
export class ActDto {
  /** Made by the client; a repeat of the same command gets the first answer. */
  @IsUUID() commandId!: string;
  /** The version the person saw. */
  @IsInt() @Min(0) expectedVersion!: number;
  @IsString() @Matches(/^[a-zA-Z]{2,40}$/) event!: string;
  /** For `reason`: a code of the reason catalogue. */
  @IsOptional() @IsString() @MaxLength(60) reason?: string;
  /** A note, finding, answer or message in words. */
  @IsOptional() @IsString() @MaxLength(4000) note?: string;
  /** For `finding`: whether the conditions are met. For `minutes`: whether nobody objected. For `opinion`: whether the body agrees. */
  @IsOptional() @IsBoolean() meets?: boolean;
  /** For `finding` and `opinion` where {@link ChoicesDto.finding} asks for it: figures, dates, choices and words by key. */
  @IsOptional() @IsObject() noted?: Record<string, string | number>;
  /** For `supplement`: everything that must be supplied, at once. For `marks`, and with the return of a handover: what the commune has to put right. */
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => SupplementItemDto) items?: SupplementItemDto[];
  /** For `handover`: which originals travel. */
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => OriginalDto) originals?: OriginalDto[];
  /** For `handover` up to the province: what goes with it ({@link ChoicesDto.package} proposes it). */
  @IsOptional() @ValidateNested() @Type(() => EscalationPackageDto) package?: EscalationPackageDto;
  /** For `draft`: the fields of the result. */
  @IsOptional() @IsObject() draft?: Record<string, string>;
  /** For `return`: who took the result and how the identity was checked. */
  @IsOptional() @IsString() @MaxLength(200) recipient?: string;
  @IsOptional() @IsBoolean() feePaid?: boolean;
  /** For `checklist` (receiving) and `supply` (taking a supplement in at the counter): the papers as ticked. */
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => TickDto) components?: TickDto[];
  /** For `supply` and `correction`: new answers to the marked fields, pointer → value. */
  @IsOptional() @IsObject() answers?: Record<string, unknown>;
  /** For `consultation`: the bodies asked, possibly none. */
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => ConsultDto) consult?: ConsultDto[];
  /** For `payment`: what is due; for `payment-proof`: what was paid. Whole đồng. */
  @IsOptional() @IsInt() @Min(1) @Max(999_999_999_999) amount?: number;
  /** For `payment`: the number of the tax authority's own notice. */
  @IsOptional() @IsString() @MaxLength(60) noticeNumber?: string;
  /** For `payment-proof`: the number of the receipt, and the local day on it. */
  @IsOptional() @IsString() @MaxLength(60) receiptNumber?: string;
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) paidOn?: string;
  /** For `extension`: by how many working days. The date itself follows from it and is never sent. */
  @IsOptional() @IsInt() @Min(1) @Max(60) days?: number;
  /** For `apology`: the local day on which the late result is expected; it moves no appointed date. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) expectedOn?: string;
  /** For `reroute`: the competent commune. */
  @IsOptional() @IsString() @Matches(/^c[0-9]{5}$/) commune?: string;
  /** For `assignment`: who is assigned, called in or released. */
  @IsOptional() @IsUUID() officerId?: string;
  /** For `closing`: whether the fee was given back. */
  @IsOptional() @IsBoolean() feeRefunded?: boolean;
  /** For `difference`: the field whose declared value is accepted, as JSON pointer. */
  @IsOptional() @IsString() @MaxLength(200) pointer?: string;
  /** For `version`: the version of the procedure the dossier is moved to. */
  @IsOptional() @IsInt() @Min(1) toVersion?: number;
}

/** By how many working days an extension would move the date. */
export class ExtensionPreviewQuery {
  @Type(() => Number) @IsInt() @Min(1) @Max(60) days!: number;
}

export class AmountQuery {
  /** Whole đồng. */
  @Type(() => Number) @IsInt() @Min(1) @Max(999_999_999_999) amount!: number;
}

export class FindUnitsQuery {
  /** Any part of a commune's name, with or without accents; all when left out. */
  @IsOptional() @IsString() @MaxLength(80) text?: string;
}

export class FindOfficersDto {
  /** Any part of an officer's name or unit, with or without accents. */
  @IsString() @MaxLength(80) text!: string;
}
