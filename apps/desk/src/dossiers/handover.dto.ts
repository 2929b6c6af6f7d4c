import { LocalizedDto, SupplementLineDto, UnitDto } from './parts.dto.js';

export class HandoverDto {
  id!: string;
  from!: UnitDto;
  to!: UnitDto;
  purpose!: LocalizedDto;
  sentAt!: string;
  /** Nobody where the desk itself passed it on. */
  sentBy?: string;
  acknowledgedAt?: string;
  acknowledgedBy?: string;
  returnedAt?: string;
  recalledAt?: string;
  reason?: string;
  /** How many times it has gone this way. */
  round!: number;
  /** What went up with it. */
  package?: PackageDto;
  /** What was marked with its return, and whether it has been put right since. */
  marks!: SupplementLineDto[];
  settled!: boolean;
  /** When the bytes of its papers were last compared with the digests. */
  checkedAt?: string;
  manifest!: ManifestLineDto[];
}

/** Where a dossier was helped, received and is collected, and whose offices decide: facts apart. */
export class PlacesDto {
  help?: UnitDto;
  receipt!: UnitDto;
  competent!: UnitDto;
  collect?: UnitDto;
}

/** What a commune sends up with a dossier. */
export class PackageDto {
  request!: string;
  finding!: string;
  openQuestions!: string[];
}

export class ManifestLineDto {
  key!: string;
  name!: string;
  sha256?: string;
  /** How the paper stands now: `same` as sent, `replaced` since, or a `sheet` without a file. */
  state!: string;
  originals!: number;
  copies!: number;
  /** `travels` with the handover, `stays` where it is, `electronic`. */
  original!: string;
  location!: string;
}
