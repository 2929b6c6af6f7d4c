import type { Localized } from '@app/kernel';
import type { ProcessRole, TimeAmount, UnitPath } from './process-definition.js';
import type { NationalStatus } from './status.js';

export type PauseCause = 'supplement' | 'public-notice';

/** What the platform must know about a state. */
export interface StateMeta {
  readonly status: NationalStatus;
  /** The unit with the baton. While a handover is on its way this is still the sender. */
  readonly holder: UnitPath;
  readonly role: ProcessRole;
  /** The step of the process; absent before receipt and after the last step. */
  readonly stepId?: string;
  /** Where a handover on its way is going, and who there takes it in. */
  readonly addressee?: UnitPath;
  readonly addresseeRole?: ProcessRole;
  /** The time this state may take. */
  readonly within?: TimeAmount;
  /** When waiting becomes an alarm: a handover must be acknowledged within two working hours. */
  readonly alarmAfter?: TimeAmount;
  /** What the citizen reads. */
  readonly stage: Localized;
  /** What the officer reads. */
  readonly name: Localized;
  readonly clock: 'not-started' | 'running' | 'paused' | 'stopped';
  readonly pauseCause?: PauseCause;
  /** Whom the dossier waits for when it is not the holder. */
  readonly awaiting?: 'citizen' | 'addressee' | 'time';
}
