import { ArrayMaxSize, IsArray, IsISO8601, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { LocalizedDto } from '../dossiers/dossier.dto.js';

const MOMENT = { strict: true } as const;
const WITH_OFFSET = /(Z|[+-]\d{2}:\d{2})$/;

export class AnnounceOutageDto {
  @IsString() @IsNotEmpty() @MaxLength(200) system!: string;
  /** Who runs the system. */
  @IsString() @IsNotEmpty() @MaxLength(200) owner!: string;
  /** The number of the announcement. */
  @IsString() @IsNotEmpty() @MaxLength(200) document!: string;
  /** With its offset: `2026-11-24T09:00:00+07:00`. */
  @IsISO8601(MOMENT) @Matches(WITH_OFFSET) from!: string;
  /** Left out while it goes on. */
  @IsOptional() @IsISO8601(MOMENT) @Matches(WITH_OFFSET) to?: string;
  /** Codes of procedures, or `field:<code>`; empty: all. */
  @IsArray() @ArrayMaxSize(200) @IsString({ each: true }) @MaxLength(60, { each: true }) procedures!: string[];
  /** Communes, or provinces with all of theirs; empty: all. */
  @IsArray() @ArrayMaxSize(500) @Matches(/^[pc]\d{2,5}$/, { each: true }) communes!: string[];
}

export class EndOutageDto {
  @IsISO8601(MOMENT) @Matches(WITH_OFFSET) to!: string;
}

export class OutageDto {
  id!: string;
  system!: string;
  owner!: string;
  document!: string;
  from!: string;
  to?: string;
  procedures!: string[];
  communes!: string[];
  /** `announced`, `approved` or `rejected`. */
  state!: string;
  announcedBy!: string;
  announcedAt!: string;
  decidedBy?: string;
  decidedAt?: string;
  /** Dossiers whose clock it stopped. */
  paused!: number;
  /** Whether the one who asks announced it, and so may not approve it. */
  own!: boolean;
}

export class PublicOutageDto {
  system!: string;
  owner!: string;
  document!: string;
  from!: string;
  to?: string;
  /** Empty: all. */
  procedures!: LocalizedDto[];
  communes!: string[];
}
