import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsOptional, IsString, IsUUID, Matches, MaxLength, Min, ValidateNested } from 'class-validator';
import { SIGNING_FAULTS } from './dossier.dto.js';

/** More dossiers than this are not acted on in one go. */
export const BATCH_CAP = 500;

export class BatchItemDto {
  @IsUUID() dossierId!: string;
  /** Made by the client; a repeat of the same batch gets the same outcomes. */
  @IsUUID() commandId!: string;
  /** The version the person saw in the list. */
  @IsInt() @Min(0) expectedVersion!: number;
}

/** The same act on several dossiers. Only acts that need nothing said about the single dossier. */
export class BatchDto {
  @IsString() @Matches(/^[a-zA-Z]{2,40}$/) event!: string;
  /** At most 500. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(BATCH_CAP) @ValidateNested({ each: true }) @Type(() => BatchItemDto) items!: BatchItemDto[];
  /** For `assign`: who takes them over. */
  @IsOptional() @IsUUID() officerId?: string;
  @IsOptional() @IsString() @MaxLength(1000) note?: string;
  /** For `moveVersion`: the version of the procedure they are moved to. */
  @IsOptional() @IsInt() @Min(1) toVersion?: number;
}

/** What became of one dossier of a batch: done, or why not. One failure stops no other. */
export class BatchOutcomeDto {
  dossierId!: string;
  done!: boolean;
  /** The dossier's version: after the act, or as it stands where the act was not done. */
  version?: number;
  /** The problem's code, and its sentence in both languages. */
  code?: string;
  vi?: string;
  en?: string;
}

export class BatchResultDto {
  done!: number;
  failed!: number;
  outcomes!: BatchOutcomeDto[];
}

/** The dossiers whose papers are being signed or sealed. */
export class SigningAskedDto {
  /** At most 500. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(BATCH_CAP) @IsUUID(undefined, { each: true }) dossierIds!: string[];
}

/** What came of signing or sealing one paper. */
export class SigningProgressDto {
  dossierId!: string;
  @ApiProperty({ enum: ['waiting', 'done', 'failed'] }) state!: 'waiting' | 'done' | 'failed';
  @ApiProperty({ enum: SIGNING_FAULTS, required: false }) fault?: (typeof SIGNING_FAULTS)[number];
}
