import { LocalizedDto, UnitDto } from './dossier.dto.js';

export class PassedPaperDto {
  from!: LocalizedDto;
  at!: string;
}

/** A clock that stands: why, since when, and until when the person may answer. */
export class LinkedPauseDto {
  why!: LocalizedDto;
  since!: string;
  until?: string;
}

/** One procedure of a linked group: a dossier of its own, waiting for another's result, or called off. */
export class LinkedMemberDto {
  key!: string;
  procedureCode!: string;
  name!: LocalizedDto;
  /** `waiting`, `started`, `called-off`. */
  state!: string;
  waitsFor!: LocalizedDto[];
  /** Why it was called off: `refused`, `stopped`, `withdrawn`, `not-received`, `called-off`, `by-citizen`. */
  cause?: string;
  because?: LocalizedDto;
  byHand!: boolean;
  /** Only of a dossier the reader may open. */
  dossierId?: string;
  code?: string;
  dueAt?: string;
  clockState?: string;
  paused?: LinkedPauseDto;
  status?: number;
  statusName?: LocalizedDto;
  stage?: LocalizedDto;
  holder?: UnitDto;
  passed!: PassedPaperDto[];
}

/** A linked group: one filing, a dossier at each agency. */
export class LinkedGroupDto {
  id!: string;
  filingNumber!: string;
  code!: string;
  name!: LocalizedDto;
  filedAt!: string;
  /** When the whole is due. */
  dueAt?: string;
  members!: LinkedMemberDto[];
}

/** The linked group of a dossier, if it is a member of one. */
export class LinkedDto {
  group?: LinkedGroupDto;
}

/** The dossier a procedure of a group became. */
export class FiledMemberDto {
  dossierId!: string;
}
