import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsNotEmpty, IsObject, IsString, IsUUID, MaxLength } from 'class-validator';
import { OUTCOMES, SOURCES } from '@app/exchange';
import { LocalizedDto } from '../dossiers/dossier.dto.js';

/** For which draft or dossier sources are asked about whom. */
export class OwnSourceCaseDto {
  /** The draft in hand, saved before, or the dossier. */
  @IsUUID() caseId!: string;
  @IsString() @IsNotEmpty() @MaxLength(20) procedureCode!: string;
  /** What is declared so far: it says which fields are open to an answer. */
  @IsObject() declaration!: Record<string, unknown>;
}

export class SourceCaseDto extends OwnSourceCaseDto {
  @IsUUID() personId!: string;
}

export class AskOwnSourceDto extends OwnSourceCaseDto {
  /** Made by the client; a repeat gets the first answer. */
  @IsUUID() queryId!: string;
  @IsIn(SOURCES) source!: (typeof SOURCES)[number];
  /** False: the person does not want it to be asked; written down, and nothing is asked. */
  @IsBoolean() agreed!: boolean;
}

export class AskSourceDto extends AskOwnSourceDto {
  @IsUUID() personId!: string;
  @IsIn(['intake', 'examination']) purpose!: 'intake' | 'examination';
}

/** One value of an answer, for a field of the form. */
export class FoundValueDto {
  pointer!: string;
  label!: LocalizedDto;
  shown!: LocalizedDto;
}

/** A paper of the checklist that a source may spare the person. */
export class SourcePaperDto {
  /** The component. */
  key!: string;
  name!: LocalizedDto;
}

/** How the last question to a source ended. */
export class LookUpDto {
  queryId!: string;
  // In the order of the list: the compiler's own depends on what it has read before.
  @ApiProperty({ enum: OUTCOMES }) outcome!: (typeof OUTCOMES)[number];
  at!: string;
  /** An earlier answer was still good: the source was not asked again. */
  isReused!: boolean;
  found!: FoundValueDto[];
  /** The papers it says there are: each may take the place of its component. */
  papers!: SourcePaperDto[];
}

/** A field of the form that a source could answer. */
export class SourceFieldDto {
  pointer!: string;
  label!: LocalizedDto;
}

/** Asking a source again about one answer of a dossier. */
export class AskAgainDto {
  /** Made by the client; a repeat asks nobody again. */
  @IsUUID() queryId!: string;
  @IsIn(SOURCES) source!: (typeof SOURCES)[number];
  /** The answer that differs from the file, as JSON pointer. */
  @IsString() @IsNotEmpty() @MaxLength(200) pointer!: string;
}

/** A source that could say something of answers that differ from the file. */
export class SourceToAskDto {
  source!: (typeof SOURCES)[number];
  name!: LocalizedDto;
  fields!: SourceFieldDto[];
  /** It failed several times lately: for a while it is not asked. */
  isResting!: boolean;
}

/** A national source that may be asked for this procedure. */
export class SourceDto {
  source!: (typeof SOURCES)[number];
  name!: LocalizedDto;
  /** The fields it could say something of. */
  fields!: SourceFieldDto[];
  /** The papers of the checklist it could spare the person. */
  papers!: SourcePaperDto[];
  /** It failed several times lately: for a while it is not asked. */
  isResting!: boolean;
  last?: LookUpDto;
}
