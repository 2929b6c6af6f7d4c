import { LocalizedDto, RowShareDto, UnitDto, WhereaboutsDto } from './parts.dto.js';
import { PossibleActDto } from './dossier.dto.js';

/** One row of a work list. */
export class DossierRowDto {
  id!: string;
  /** Dossier code once received, else the provisional filing number. */
  code!: string;
  received!: boolean;
  procedureCode!: string;
  procedureName!: string;
  ownerName!: string;
  status!: number;
  statusName!: LocalizedDto;
  stepName!: LocalizedDto;
  holder!: UnitDto;
  /** The unit the handover is addressed to while it is under way. */
  addressee?: UnitDto;
  commune!: UnitDto;
  channel!: string;
  round!: number;
  dueAt?: string;
  /** `on-time`, `due-soon`, `overdue`, `paused`, `none`. */
  timeToken!: string;
  /** "còn 5 giờ làm việc". */
  timeText!: LocalizedDto;
  filedAt!: string;
  updatedAt!: string;
  version!: number;
  /** The officer who has it in hand in the unit that holds it. */
  leadName?: string;
  /** What stands out: alarms that are open, an opinion asked of my unit, something a leader must decide, a withdrawal asked, a step over its time. */
  badges!: BadgeDto[];
  /** Who held the clock how long, and who of them made it late. */
  shares!: RowShareDto[];
  where!: WhereaboutsDto;
  /** The acts this officer may do on it together with others of the list ({@link BatchDto}); computed like that of `DossierDto.acts`. */
  manyActs!: PossibleActDto[];
}

/** Something that stands out on a row, in words. */
export class BadgeDto {
  /** An alarm's name, or `head-pending`, `consulted`, `withdrawal-asked`, `proposal`, `mine`. */
  kind!: string;
  label!: LocalizedDto;
  /** `alarm` or `note`. */
  tone!: string;
}

export class DossierListCountsDto {
  /** Waiting for me or my role. */
  mine!: number;
  /** Held by my units. */
  unit!: number;
  /** Handovers addressed to my units, not acknowledged. */
  incoming!: number;
  /** Received by my units, with another agency now. */
  sent!: number;
  /** Everything my units may see. */
  all!: number;
  /** Of the list looked at: in my own hands, and taken up by nobody. */
  assignedToMe!: number;
  unassigned!: number;
  /** Of the list looked at: with an alarm that my units have to answer. */
  alarms!: number;
}

/** How many dossiers of a list were late while a unit had them. */
export class LateByDto {
  unit!: UnitDto;
  count!: number;
}

export class DossierListDto {
  rows!: DossierRowDto[];
  lateBy!: LateByDto[];
  counts!: DossierListCountsDto;
  total!: number;
}
