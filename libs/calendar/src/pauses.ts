import { minuteOf } from './local-time.js';
import type { PauseCause } from './reasons.js';

/** One entry of the clock ledger during which time is not counted. */
export interface Pause {
  readonly from: Temporal.Instant;
  /** Left out while the clock still stands. */
  readonly to?: Temporal.Instant | null;
  readonly cause: PauseCause;
  /** The article or document behind it, as cited. */
  readonly basis?: string;
}

/** A stretch in which the clock stands, in wall-clock minutes; `to` is Infinity while it still stands. */
export interface PausedStretch {
  readonly from: number;
  readonly to: number;
  readonly cause: PauseCause;
  readonly basis: string | undefined;
}

/** Puts pauses in order and cuts away what an earlier one covers already: an overlap counts once, under the cause that came first. */
export function withoutOverlaps(pauses: readonly Pause[]): readonly PausedStretch[] {
  const stretches = pauses
    .map((pause) => ({ from: minuteOf(pause.from), to: pause.to ? minuteOf(pause.to) : Infinity, cause: pause.cause, basis: pause.basis }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const separate: PausedStretch[] = [];
  let covered = -Infinity;
  for (const stretch of stretches) {
    const from = Math.max(stretch.from, covered);
    if (stretch.to <= from) continue;
    separate.push({ ...stretch, from });
    covered = stretch.to;
  }
  return separate;
}
