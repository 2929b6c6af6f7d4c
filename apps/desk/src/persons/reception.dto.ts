import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { OUTCOMES } from '@app/exchange';
import { LIKENESS } from '@app/persons';
import { PersonRowDto } from '../counter/counter.dto.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const BORN = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** Whom to compare with the people on file. */
export class SoughtDto {
  @IsOptional() @Matches(/^\d{12}$/) personalId?: string;
  @IsString() @IsNotEmpty() @MaxLength(100) fullName!: string;
  /** `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where the paper says no more. */
  @Matches(BORN) birthDate!: string;
  @IsOptional() @IsString() @MaxLength(20) procedureCode?: string;
}

/** Somebody on file who may be the same person. */
export class LikelyPersonDto extends PersonRowDto {
  sex!: string;
  @ApiProperty({ enum: LIKENESS }) likeness!: (typeof LIKENESS)[number];
}

/** What the population register is asked about somebody who is on no file. */
export class AskRegisterDto {
  /** Made by the client; a repeat gets the first answer. */
  @IsUUID() queryId!: string;
  /** The draft in hand, saved before. */
  @IsUUID() caseId!: string;
  @IsString() @IsNotEmpty() @MaxLength(20) procedureCode!: string;
  @Matches(/^\d{12}$/) personalId!: string;
  @IsString() @IsNotEmpty() @MaxLength(100) fullName!: string;
  @Matches(BORN) birthDate!: string;
}

/** Who somebody is, as card, register or paper says. */
export class IdentityDto {
  @IsOptional() @IsString() @MaxLength(20) personalId?: string;
  @IsString() @MaxLength(200) fullName!: string;
  @IsIn(['male', 'female']) sex!: 'male' | 'female';
  @IsString() @MaxLength(20) birthDate!: string;
  @IsOptional() @IsString() @MaxLength(400) ethnicity?: string;
  @IsOptional() @IsString() @MaxLength(400) nationality?: string;
  @IsOptional() @IsString() @MaxLength(400) birthPlace?: string;
  @IsOptional() @IsString() @MaxLength(400) homeTown?: string;
  @IsOptional() @IsString() @MaxLength(400) address?: string;
  @IsOptional() @IsString() @MaxLength(20) phone?: string;
}

/** How the question to the register ended; of a match, who it says it is. */
export class RegisterAnswerDto {
  queryId!: string;
  @ApiProperty({ enum: OUTCOMES }) outcome!: (typeof OUTCOMES)[number];
  identity?: IdentityDto;
}

export class CardSaysDto {
  @Matches(/^\d{12}$/) personalId!: string;
  @IsString() @MaxLength(200) fullName!: string;
  @Matches(DAY) birthDate!: string;
  @IsOptional() @IsIn(['male', 'female']) sex?: 'male' | 'female';
  @IsOptional() @IsString() @MaxLength(400) address?: string;
  @Matches(DAY) issuedOn!: string;
}

/** People on file who were compared, and why the one at the counter is somebody else. */
export class NotSameDto {
  @IsArray() @ArrayMaxSize(20) @IsUUID('all', { each: true }) personIds!: string[];
  @IsString() @MaxLength(500) reason!: string;
}

export class DeclaredRelationDto {
  /** What the new person is of the other one. */
  @IsIn(['father', 'mother', 'spouse', 'child']) kind!: 'father' | 'mother' | 'spouse' | 'child';
  @IsUUID() otherId!: string;
}

/** Somebody nobody has on file, to be received. */
export class ReceivePersonDto {
  /** Made by the client; a repeat gets the first answer. */
  @IsUUID() personId!: string;
  @ValidateNested() @Type(() => IdentityDto) identity!: IdentityDto;
  @IsOptional() @ValidateNested() @Type(() => CardSaysDto) card?: CardSaysDto;
  /** The question to the population register whose answer is used. */
  @IsOptional() @IsUUID() queryId?: string;
  /** The paper in hand: kind, number, issuer. Needed without card and answer. */
  @IsOptional() @IsString() @MaxLength(300) basis?: string;
  @IsOptional() @ValidateNested() @Type(() => NotSameDto) notSame?: NotSameDto;
  /** The number is on file as somebody else's: receive without it. */
  @IsOptional() @IsBoolean() numberInDoubt?: boolean;
  @IsOptional() @ValidateNested() @Type(() => DeclaredRelationDto) relation?: DeclaredRelationDto;
  /** The draft in hand. */
  @IsOptional() @IsUUID() caseId?: string;
  @IsOptional() @IsString() @MaxLength(20) procedureCode?: string;
}

/** The person received, as an intake names them. */
export class ReceivedPersonDto {
  id!: string;
  fullName!: string;
}
