import type { Localized } from '@app/kernel';
import type { ProcessRole, StagedNotices, TimeAmount, UnitPath } from './process-definition.js';
import type { NationalStatus } from './status.js';

/** Why a clock may stand: a closed list (Decree 118/2025 Art. 17; Decree 63/2024). */
export type PauseCause = 'supplement' | 'identity-confirmation' | 'financial-duty' | 'public-notice' | 'consultation' | 'outage';

/** What the platform must know about a state. */
export interface StateMeta {
  readonly status: NationalStatus;
  /** The unit with the baton. While a handover is on its way this is still the sender. */
  readonly holder: UnitPath;
  readonly role: ProcessRole;
  /** Whose leader answers for the agency that has the baton: decides on extensions, apologies and stops. */
  readonly head: UnitPath;
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
  readonly awaiting?: 'citizen' | 'addressee' | 'time' | 'consulted' | 'agency' | 'signature';
  /** Supplement requests in the stages of a sector law: the time of each, by how many went before. */
  readonly staged?: StagedNotices;
  /** Whether the life of the dossier is over here. */
  readonly ended?: true;
}
