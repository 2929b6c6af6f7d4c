import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, MaxLength, Min } from 'class-validator';
import { DOUBT_CHOICES, type DoubtDecision } from '@app/persons';
import { LocalizedDto } from '../dossiers/parts.dto.js';

export class DoubtListQuery {
  /** `open` (the default) or `decided`. */
  @IsOptional() @IsIn(['open', 'decided']) state?: 'open' | 'decided';
  @IsOptional() @IsIn(['twin', 'number-clash', 'conflict']) kind?: 'twin' | 'number-clash' | 'conflict';
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) page?: number;
}

/** Somebody a doubt is about, as lists show them. */
export class DoubtPersonDto {
  id!: string;
  fullName!: string;
  maskedPersonalId?: string;
  birthDate?: string;
}

export class DoubtRowDto {
  id!: string;
  /** `twin`, `number-clash`, `conflict`. */
  kind!: string;
  /** `open`, `asked`, `proposed`, `decided`, `undone`. */
  state!: string;
  raisedAt!: string;
  /** Of a conflict. */
  attribute?: string;
  people!: DoubtPersonDto[];
  decision?: string;
  communes!: string[];
}

export class DoubtListDto {
  rows!: DoubtRowDto[];
  total!: number;
  page!: number;
  pages!: number;
}

/** A value of one record, with who said it and when. */
export class ComparedValueDto {
  attribute!: string;
  /** As it is read: a day as `YYYY-MM-DD`, an address in one line. */
  text!: string;
  source!: LocalizedDto;
  authority?: string;
  asOf!: string;
  /** Whether other facts of the record say something about it too. */
  others!: number;
}

export class ComparedRelativeDto {
  kind!: string;
  fullName!: string;
  birthDate?: string;
  until?: string;
}

export class ComparedPaperDto {
  name!: LocalizedDto;
  number?: string;
  issuer?: string;
  issuedOn?: string;
  dossierCode?: string;
}

export class ComparedDossierDto {
  /** Left out where the reader may not open it. */
  id?: string;
  code!: string;
  procedureName!: string;
  /** The step an open one is at. */
  status!: LocalizedDto;
}

/** One of the records side by side: what its own facts say, merged or not. */
export class DoubtSideDto {
  personId!: string;
  /** Whether it was merged into another record. */
  merged!: boolean;
  values!: ComparedValueDto[];
  relatives!: ComparedRelativeDto[];
  papers!: ComparedPaperDto[];
  dossiers!: ComparedDossierDto[];
}

/** One of two values that differ. */
export class DisputedValueDto {
  text!: string;
  /** Left out of a value that was only declared. */
  source?: LocalizedDto;
  authority?: string;
  asOf?: string;
  /** The dossier in which it was declared. */
  dossierCode?: string;
}

export class DoubtStepDto {
  by!: string;
  at!: string;
  reason?: string;
}

export class DoubtDto {
  id!: string;
  kind!: string;
  state!: string;
  raisedAt!: string;
  /** Left out where the desk found it itself. */
  raisedBy?: string;
  communes!: string[];
  /** What speaks for or against one person. */
  signs!: string[];
  attribute?: string;
  number?: string;
  /** Of a conflict: what is shown, and what is said otherwise. */
  disputed!: DisputedValueDto[];
  sides!: DoubtSideDto[];
  decision?: string;
  decided?: DoubtStepDto;
  approved?: DoubtStepDto;
  undone?: DoubtStepDto;
  /** Proposals a second officer sent back, the latest last. */
  declined!: DoubtStepDto[];
  /** What the reader may decide now. */
  choices!: string[];
  mayApprove!: boolean;
  mayDecline!: boolean;
  mayUndo!: boolean;
}

const CHOICES = [...new Set(Object.values(DOUBT_CHOICES).flat())];

export class DecideDoubtDto {
  @IsIn(CHOICES) decision!: DoubtDecision;
  @IsString() @Matches(/\S/) @MaxLength(1000) reason!: string;
}

export class DoubtReasonDto {
  @IsString() @Matches(/\S/) @MaxLength(1000) reason!: string;
}
