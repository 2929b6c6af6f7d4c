import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { LocalizedDto } from '../dossiers/dossier.dto.js';
import { LocalDecisionDto } from './local-rules.dto.js';

const DAY = /^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const PROVINCE = /^p\d{2}$/;

export class NonBoundaryQueryDto {
  @Matches(PROVINCE) unit!: string;
}

export class NonBoundaryProcedureDto {
  @Matches(/^[1-6]\.\d{6}$/) code!: string;
  /** `residence`: where the owner lives; `choice`: the clerk says it. */
  @IsIn(['residence', 'choice']) competent!: 'residence' | 'choice';
}

export class ProposeNonBoundaryDto {
  @Matches(PROVINCE) unitId!: string;
  /** The whole list. */
  @IsArray() @ArrayMaxSize(2000) @ValidateNested({ each: true }) @Type(() => NonBoundaryProcedureDto) procedures!: NonBoundaryProcedureDto[];
  @ValidateNested() @Type(() => LocalDecisionDto) decision!: LocalDecisionDto;
  @Matches(DAY) from!: string;
  @IsOptional() @Matches(DAY) until?: string;
  @IsOptional() @IsString() @MaxLength(1000) note?: string;
}

export class RejectNonBoundaryDto {
  @IsString() @IsNotEmpty() @MaxLength(1000) reason!: string;
}

export class ListedProcedureDto {
  code!: string;
  name!: LocalizedDto;
  /** `residence` or `choice`. */
  competent!: string;
}

export class NonBoundaryListDto {
  id!: string;
  unitId!: string;
  unitName!: string;
  procedures!: ListedProcedureDto[];
  /** The decision that published it, in words. */
  decision!: LocalizedDto;
  from!: string;
  until?: string;
  note?: string;
  /** `proposed`, `approved`, `rejected` or `withdrawn`. */
  state!: string;
  /** Whether it holds today. */
  inForce!: boolean;
  /** Absent for one that came with the program. */
  proposedBy?: string;
  proposedAt!: string;
  decidedBy?: string;
  decidedAt?: string;
  reason?: string;
  /** Whether the one who asks proposed it, and so may not approve it. */
  own!: boolean;
}

/** A procedure another list treats otherwise; a side is absent where it is not on that list. */
export class NonBoundaryDifferenceDto {
  code!: string;
  name!: LocalizedDto;
  before?: string;
  after?: string;
}

export class NonBoundaryPreviewDto {
  list!: NonBoundaryListDto;
  differences!: NonBoundaryDifferenceDto[];
  /** Open dossiers received for another commune, of procedures no longer listed: they stay as they are. */
  kept!: number;
}
