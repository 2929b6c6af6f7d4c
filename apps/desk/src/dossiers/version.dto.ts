import { Type } from 'class-transformer';
import { IsInt, Min } from 'class-validator';
import { LocalizedDto } from './parts.dto.js';

export class VersionMoveQuery {
  /** The version of the procedure to move to. */
  @Type(() => Number) @IsInt() @Min(1) to!: number;
}

/** Why a dossier may not be moved. */
export class VersionRefusalDto {
  code!: string;
  vi!: string;
  en!: string;
}

/** A version of the procedure in force now that came after the dossier's own. */
export class LaterVersionDto {
  version!: number;
  effectiveFrom!: string;
  /** Absent where the dossier may be moved to it. */
  refusal?: VersionRefusalDto;
}

export class VersionStepDto {
  name!: LocalizedDto;
  now!: boolean;
}

export class VersionSideDto {
  version!: number;
  state!: LocalizedDto;
  status!: LocalizedDto;
  stage!: LocalizedDto;
  steps!: VersionStepDto[];
}

/** An answer or paper that changes; a side is absent where it does not exist there. */
export class ChangedLineDto {
  label!: LocalizedDto;
  before?: LocalizedDto;
  after?: LocalizedDto;
}

/** A dossier before and after a move to another version. */
export class VersionMoveDto {
  before!: VersionSideDto;
  after!: VersionSideDto;
  /** The promise date: a move never changes it. */
  dueAt?: string;
  answers!: ChangedLineDto[];
  components!: ChangedLineDto[];
}

export class EarlierDossierDto {
  id!: string;
  code!: string;
  /** The version the person sees, for the act. */
  version!: number;
  state!: LocalizedDto;
  unit!: string;
  dueAt?: string;
}

export class EarlierStateDto {
  state!: LocalizedDto;
  count!: number;
}

/** How many open dossiers of a procedure follow an earlier version, by where they stand. */
export class EarlierCountDto {
  code!: string;
  name!: LocalizedDto;
  version!: number;
  later!: LaterVersionDto[];
  total!: number;
  states!: EarlierStateDto[];
}

/** The open dossiers of one earlier version, and where they may be moved. */
export class EarlierVersionDto {
  version!: number;
  later!: LaterVersionDto[];
  /** How many there are; at most 500 are listed. */
  total!: number;
  dossiers!: EarlierDossierDto[];
}
