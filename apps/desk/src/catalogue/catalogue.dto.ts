import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { LocalizedDto } from '../dossiers/dossier.dto.js';

export class ProcedureSearchQuery {
  /** Name with or without accents, code, field or initials. */
  @IsOptional() @IsString() @MaxLength(120) q?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(50) limit?: number;
}

export class ProcedureRowDto {
  code!: string;
  name!: LocalizedDto;
  field!: string;
  /** `complete` can be received; `skeleton` is guidance only. */
  state!: string;
  receivable!: boolean;
  /** The agency that handles it when it is not ours (police, social insurance, court, treasury). */
  referral?: LocalizedDto;
  limit!: LocalizedDto;
  fee!: LocalizedDto;
}

export class GuidanceComponentDto {
  name!: LocalizedDto;
  originals!: number;
  copies!: number;
  conditional!: boolean;
  why?: LocalizedDto;
}

export class ProcedureDto extends ProcedureRowDto {
  version!: number;
  components!: GuidanceComponentDto[];
  legalBases!: string[];
  applicants!: string[];
  channels!: string[];
  results!: string[];
  /** Form of a complete procedure: JSON Schema 2020-12 with x- annotations; absent for a skeleton. */
  form?: Record<string, unknown>;
  effectiveFrom?: string;
  assumptions!: LocalizedDto[];
  /** Mermaid drawing of the process. */
  drawing?: string;
  decidedBy!: LocalizedDto;
}
