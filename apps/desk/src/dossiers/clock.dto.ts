import { LocalizedDto } from './parts.dto.js';

/** Whose rule a shown value is: the nation's, or what a province or commune decided over it. */
export class LayerDto {
  /** `nation`, `province` or `commune`. */
  layer!: string;
  /** The decision's number; of a national value the provision. */
  decision?: string;
  date?: string;
  issuedBy?: string;
  since?: string;
  until?: string;
  /** The national value it rests on has changed, and nobody has decided yet what follows. */
  underReview?: boolean;
  text!: LocalizedDto;
}

export class DueChangeDto {
  at!: string;
  cause!: LocalizedDto;
  basis?: string;
  /** Left out where it cannot be told any more: the calendar changed since. */
  from?: string;
  to?: string;
}

/** From when to when a granted extension moved the date. */
export class ExtendedDto {
  from!: string;
  to!: string;
}

export class ClockDto {
  /** `not-started`, `running`, `paused`, `stopped`. */
  state!: string;
  startedAt?: string;
  /** The limit frozen at receipt, and whose it is. */
  limit?: LocalizedDto;
  layer?: LayerDto;
  dueAt?: string;
  /** Why it stands: `supplement`, `financial-duty`, `public-notice`, `consultation`, `identity-confirmation`, `outage`. */
  pauseCause?: string;
  pausedSince?: string;
  extended?: ExtendedDto;
  /** "còn 5 giờ làm việc", and the token for colour and icon. */
  timeToken!: string;
  timeText!: LocalizedDto;
  /** "Vì sao là ngày này?" line by line. */
  trace!: LocalizedDto[];
  /** Each change of the appointed date, oldest first. */
  changes!: DueChangeDto[];
}
