import type { Principal } from '@app/access';
import type { WorkingCalendar } from '@app/calendar';
import type { EffectiveProcedure, Procedure } from '@app/catalogue';
import type { Transaction } from '@app/database';
import type { Unit } from '@app/organisation';
import type { Decision, DossierMachine, EventFacts, EventType } from '@app/workflow';
import type { ActData } from './act-command.js';
import type { DossierWorld } from './dossier-world.js';
import type { DossierAuthority } from './dossier-authority.js';
import type { FrozenLimit } from './clock-ledger.js';
import type { Succession } from './succession/plan-succession.js';
import type { VersionMove } from './versions/plan-version-move.js';
import type { LockedDossier } from './dossier-row.js';
import type { Authors } from './may-act.js';

/** The columns of the dossier row an act may change beyond those that follow from the machine's state. */
export interface DossierChanges {
  code?: string;
  procedure_version?: number;
  received_at?: string;
  due_at?: string;
  due_soon_at?: string;
  due_trace?: string;
  time_limit?: FrozenLimit;
  authority?: DossierAuthority;
  fee_paid?: boolean;
  commune?: string;
  receiving_unit?: string;
  competent_commune?: string;
  help_unit?: string | null;
  collect_unit?: string | null;
  calendar_unit?: string;
  reroute_to?: string | null;
  transfer_by?: string;
  consulted_units?: readonly string[];
  counted_late?: boolean;
  result_revision?: number;
  cooperators?: readonly string[];
  authors?: Authors;
}

/** Everything one accepted act works with: its transaction, its moment, who acts, and what the machine decided. */
export interface ActScope {
  readonly tx: Transaction;
  readonly now: Temporal.Instant;
  readonly principal: Principal;
  /** The right in which it is done: the principal's own, or that of somebody the principal stands in or signs for. */
  readonly right: Principal;
  readonly dossier: LockedDossier;
  readonly procedure: Procedure;
  readonly machine: DossierMachine;
  readonly event: EventType;
  /** What the machine was told beyond the name of the act. */
  readonly facts: EventFacts | undefined;
  readonly data: ActData;
  readonly decision: Extract<Decision, { accepted: true }>;
  /** The number of the journal row this act writes; also the dossier's version after it. */
  readonly seq: number;
  /** The procedure as it held on a local day where the dossier is decided: the national version with the rules of the place. */
  readonly effective: (day: string) => Promise<EffectiveProcedure>;
  /** The hours of the receiving unit. */
  readonly calendar: () => Promise<WorkingCalendar>;
  readonly calendarOf: (unitId: string) => Promise<WorkingCalendar>;
  /** Whether a stored content is still what its digest says. */
  readonly isIntact: (sha256: string) => Promise<boolean>;
  /** Whether an officer or a unit has a key to sign with at that moment. */
  readonly holdsKey: DossierWorld['holdsKey'];
  /** The unit a path such as `commune/justice` means for this dossier. */
  readonly unitAt: (path: string) => Promise<Unit>;
  /** The same in the commune a re-route goes to. */
  readonly unitElsewhere: (path: string) => Promise<Unit>;
  /** What moving it to another version does; only of that act. `procedure` and `machine` are then those it is moved to. */
  readonly versionMove?: VersionMove;
  /** The units that follow those of the dossier; only of that act. */
  readonly succession?: Succession;
  readonly changes: DossierChanges;
}
