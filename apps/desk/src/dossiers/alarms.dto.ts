import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { ALARMS, type AlarmKind } from '@app/workflow';
import { LocalizedDto, RowShareDto, UnitDto } from './parts.dto.js';

export class AlarmListQuery {
  /** Only alarms of this kind. */
  @IsOptional() @IsIn(ALARMS) kind?: AlarmKind;
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) offset?: number;
  /** At most 200, 100 when left out; with 0 only the counts are told. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(200) limit?: number;
}

/** Something that warns: of which dossier, who has to answer, since when. */
export class AlarmRowDto {
  /** `dueSoon`, `dueTomorrow`, `overdue`, `stepOverdue`, `handoverUnacknowledged`, `filingUnanswered`, `consultationOverdue`. */
  kind!: string;
  label!: LocalizedDto;
  dossierId!: string;
  /** Dossier code once received, else the provisional filing number. */
  code!: string;
  procedureName!: string;
  ownerName!: string;
  stepName!: LocalizedDto;
  /** Who has to answer it, and the officer of that unit who has the dossier in hand. */
  unit!: UnitDto;
  officer?: string;
  since!: string;
  /** The working time since then. */
  sinceText!: LocalizedDto;
  /** The appointed date of the dossier, and how it stands with it. */
  dueAt?: string;
  timeToken!: string;
  timeText!: LocalizedDto;
  /** Who held the clock how long, and who of them made it late. */
  shares!: RowShareDto[];
  /** For an overdue opinion: the bodies that have not answered. */
  waitsFor!: UnitDto[];
}

export class AlarmCountDto {
  kind!: string;
  label!: LocalizedDto;
  count!: number;
}

export class AlarmListDto {
  /** The oldest first. */
  rows!: AlarmRowDto[];
  /** Every kind there is, also those with none. */
  counts!: AlarmCountDto[];
  total!: number;
}
