import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { LayerDto } from '../dossiers/clock.dto.js';
import { LocalizedDto } from '../dossiers/dossier.dto.js';

/** Where a question is asked: limits, fees and ways of filing differ by place. */
export class PlaceQuery {
  /** A commune, such as `c26068`; left out, the officer's own, else the province of this desk. */
  @IsOptional() @Matches(/^c\d{5}$/) commune?: string;
}

export class ProcedureSearchQuery extends PlaceQuery {
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

/** A value a place may set, with the layer it comes from. */
export class ShownValueDto {
  /** `limit`, `fee`, `exemption`, `channels`, `note` or `reception`. */
  kind!: string;
  /** Of a limit its case, of a fee its line; absent for the procedure's own limit. */
  key?: string;
  name?: LocalizedDto;
  text!: LocalizedDto;
  layer!: LayerDto;
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
  /** Whether an organisation may own a dossier of it, through somebody with a recorded role. */
  forOrganisations!: boolean;
  values!: ShownValueDto[];
  results!: string[];
  /** Form of a complete procedure: JSON Schema 2020-12 with x- annotations; absent for a skeleton. */
  form?: Record<string, unknown>;
  effectiveFrom?: string;
  assumptions!: LocalizedDto[];
  /** Mermaid drawing of the process. */
  drawing?: string;
  decidedBy!: LocalizedDto;
}
