import { IsOptional, Matches } from 'class-validator';
import { LocalizedDto, UnitDto } from './parts.dto.js';

export class TransferListQuery {
  /** The first local day of receipt; the first of the month when left out. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) from?: string;
  /** The last one; today when left out. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) to?: string;
}

/** A dossier the counter did not pass on in time, by how much, and who had it. */
export class TransferRowDto {
  dossierId!: string;
  code!: string;
  procedureName!: string;
  ownerName!: string;
  centre!: UnitDto;
  /** Who received it there. */
  officer?: string;
  receivedAt!: string;
  /** When it should have been passed on. */
  transferBy!: string;
  /** Left out while it is still there. */
  transferredAt?: string;
  to?: UnitDto;
  /** Whether another commune's offices decide. */
  nonBoundary!: boolean;
  /** Working minutes. */
  lateMinutes!: number;
  lateText!: LocalizedDto;
}

export class TransferCountsDto {
  received!: number;
  inTime!: number;
  late!: number;
  /** Late and not passed on yet. */
  stillHere!: number;
}

export class TransferListDto {
  from!: string;
  to!: string;
  /** What is still there first; at most 200. */
  rows!: TransferRowDto[];
  counts!: TransferCountsDto;
}
