import { IsOptional, Matches, MaxLength } from 'class-validator';
import { LocalizedDto } from '../dossiers/parts.dto.js';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export class OnceOnlyQuery {
  /** The first month of receipt, `YYYY-MM`; the first of the year when left out. */
  @IsOptional() @Matches(MONTH) from?: string;
  /** The last one; the present one when left out. */
  @IsOptional() @Matches(MONTH) to?: string;
  /** Code of a procedure or linked group: opens its units. */
  @IsOptional() @Matches(/^\d\.\d{6}$/) procedure?: string;
  /** Id of a receiving centre: opens its months. */
  @IsOptional() @MaxLength(60) unit?: string;
  /** `YYYY-MM`: opens its dossiers. */
  @IsOptional() @Matches(MONTH) month?: string;
}

/** One kind of thing, counted; refused and mismatched are among what was asked. */
export class TallyDto {
  needed!: number;
  notAsked!: number;
  /** Offered, and given anew instead. */
  refused!: number;
  /** Declared otherwise than what is on file. */
  mismatched!: number;
}

/** What became of the offers of one class. */
export class ClassTallyDto {
  reused!: number;
  refused!: number;
  mismatched!: number;
}

/** By class of the offer; a class of which there was none is left out. */
export class ClassTalliesDto {
  population?: ClassTallyDto;
  paper?: ClassTallyDto;
  register?: ClassTallyDto;
  linked?: ClassTallyDto;
}

/** How much of what one dossier needed nobody was asked for. */
export class OnceOnlyScoreDto {
  fields!: TallyDto;
  papers!: TallyDto;
  classes!: ClassTalliesDto;
}

/** The same of several; a linked group counts once. */
export class OnceOnlyFiguresDto extends OnceOnlyScoreDto {
  count!: number;
}

export class OnceOnlyDossierDto {
  code!: string;
  receivedAt!: string;
  /** It stands for a whole linked group. */
  isGroup!: boolean;
}

export class OnceOnlyRowDto extends OnceOnlyFiguresDto {
  key!: string;
  name!: LocalizedDto;
  dossier?: OnceOnlyDossierDto;
}

export class OnceOnlyReportDto {
  from!: string;
  to!: string;
  procedure?: string;
  unit?: string;
  month?: string;
  /** What a row stands for: `procedure`, `unit`, `month`, `dossier`. */
  level!: string;
  totals!: OnceOnlyFiguresDto;
  /** At most 500. */
  rows!: OnceOnlyRowDto[];
}
