import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { SIGNING_PERMISSIONS, type SigningPermission } from '@app/access';
import { ABSENCE_REASONS, type AbsenceReason } from '@app/organisation';
import { LocalizedDto } from '../dossiers/dossier.dto.js';

const MOMENT = { strict: true } as const;
const WITH_OFFSET = /(Z|[+-]\d{2}:\d{2})$/;

export class EnterAbsenceDto {
  /** Left out: the one who asks. */
  @IsOptional() @IsUUID() officerId?: string;
  /** Left out: every post. */
  @IsOptional() @IsUUID() postId?: string;
  @IsOptional() @IsUUID() standInId?: string;
  /** Codes of procedures; empty: all. */
  @IsArray() @ArrayMaxSize(100) @IsString({ each: true }) @MaxLength(20, { each: true }) procedures!: string[];
  @IsIn(ABSENCE_REASONS) reason!: AbsenceReason;
  /** With its offset: `2026-11-24T07:30:00+07:00`. */
  @IsISO8601(MOMENT) @Matches(WITH_OFFSET) from!: string;
  @IsISO8601(MOMENT) @Matches(WITH_OFFSET) to!: string;
}

export class ProposeDelegationDto {
  @IsIn(['TL.', 'TUQ.']) formula!: 'TL.' | 'TUQ.';
  /** The post of whoever passes the signature on. */
  @IsUUID() postId!: string;
  /** The post in which the delegate signs. */
  @IsUUID() delegatePostId!: string;
  /** The number of the document, or of the working rules. */
  @IsString() @IsNotEmpty() @MaxLength(200) document!: string;
  /** Local day, `YYYY-MM-DD`. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) documentOn!: string;
  /** Codes of procedures; empty: all. */
  @IsArray() @ArrayMaxSize(100) @IsString({ each: true }) @MaxLength(20, { each: true }) procedures!: string[];
  @IsArray() @ArrayNotEmpty() @IsIn(SIGNING_PERMISSIONS, { each: true }) permissions!: SigningPermission[];
  @IsISO8601(MOMENT) @Matches(WITH_OFFSET) from!: string;
  @IsISO8601(MOMENT) @Matches(WITH_OFFSET) to!: string;
}

export class RejectDelegationDto {
  @IsString() @IsNotEmpty() @MaxLength(500) reason!: string;
}

export class CoverPostDto {
  postId!: string;
  unitId!: string;
  unitName!: string;
  role!: string;
  roleName!: LocalizedDto;
}

/** Somebody of the same agency, to choose as a stand-in or delegate. */
export class ColleagueDto {
  officerId!: string;
  name!: string;
  posts!: CoverPostDto[];
  /** Whether the one who asks may enter absences of theirs. */
  manageable!: boolean;
}

export class AbsenceDto {
  id!: string;
  officerId!: string;
  officerName!: string;
  /** Whether it concerns one post only. */
  onePost!: boolean;
  posts!: CoverPostDto[];
  standInName?: string;
  /** Whether the one who asks stands in. */
  standingIn!: boolean;
  procedures!: string[];
  reason!: string;
  from!: string;
  to!: string;
  /** `coming`, `now` or `over`. */
  state!: 'coming' | 'now' | 'over';
  enteredBy!: string;
  enteredAt!: string;
  endedAt?: string;
  /** Whether the one who asks may end it now. */
  endable!: boolean;
}

/** A stretch of time in which nobody does the work of a role in a unit. */
export class GapDto {
  unitName!: string;
  role!: string;
  from!: string;
  to!: string;
}

export class EnteredAbsenceDto {
  absence!: AbsenceDto;
  /** Lanes the absence leaves without anybody; a counter never is. */
  gaps!: GapDto[];
}

export class OwnCoverDto {
  officerId!: string;
  absences!: AbsenceDto[];
  colleagues!: ColleagueDto[];
}

export class SingleSignerDto {
  unitId!: string;
  unitName!: string;
  officerName!: string;
  /** When that person is away next, or is now. */
  awayFrom?: string;
  awayTo?: string;
}

export class LaneAlarmDto {
  unitId!: string;
  unitName!: string;
  role!: string;
  raisedAt!: string;
  /** Who sees to it. */
  ownerName?: string;
  ownerUnitName?: string;
  openDossiers!: number;
}

export class DelegationDto {
  id!: string;
  formula!: 'TL.' | 'TUQ.';
  delegatorName!: string;
  delegatorPost!: LocalizedDto;
  unitName!: string;
  delegateName!: string;
  /** As it stands under the formula. */
  delegatePosition!: string;
  document!: string;
  documentOn!: string;
  procedures!: string[];
  permissions!: SigningPermission[];
  from!: string;
  to!: string;
  state!: 'proposed' | 'approved' | 'rejected';
  proposedBy!: string;
  proposedAt!: string;
  decidedBy?: string;
  decidedAt?: string;
  /** Whether the one who asks proposed it, and so may take it back but not approve it. */
  own!: boolean;
  /** Whether the one who asks may approve or reject it. */
  decidable!: boolean;
  /** Whether the one who asks may end it. */
  endable!: boolean;
}

export class CoverDto {
  officerId!: string;
  absences!: AbsenceDto[];
  delegations!: DelegationDto[];
  singleSigners!: SingleSignerDto[];
  alarms!: LaneAlarmDto[];
  colleagues!: ColleagueDto[];
}
