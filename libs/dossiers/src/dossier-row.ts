import { DomainError, type Localized } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { Stored } from '@app/workflow';
import type { DossierAuthority } from './dossier-authority.js';
import type { FrozenLimit } from './clock-ledger.js';
import type { Authors } from './may-act.js';

/** A dossier row as stored; timestamps are ISO texts in UTC. */
export interface DossierRow {
  readonly id: string;
  readonly filing_number: string;
  readonly code: string | null;
  readonly look_up_secret: string;
  readonly qr_token: string;
  readonly procedure_code: string;
  readonly procedure_version: number;
  readonly channel: 'counter' | 'online' | 'post';
  readonly assisted: boolean;
  readonly delivery: 'counter' | 'post' | 'electronic';
  /** The stored machine: XState's value and our context, restored at the procedure's version. */
  readonly value: unknown;
  readonly context: unknown;
  readonly status: number;
  readonly step_id: string | null;
  readonly step_name: Localized;
  readonly stage: Localized;
  readonly clock_state: 'not-started' | 'running' | 'paused' | 'stopped';
  readonly commune: string;
  /** The commune whose offices decide; another than the receiving one after a re-route or a receipt for elsewhere. */
  readonly competent_commune: string;
  /** Who decides, frozen at receipt. */
  readonly authority: DossierAuthority | null;
  /** Where a re-route on its way is going. */
  readonly reroute_to: string | null;
  /** The linked group it is a member of. */
  readonly linked_group: string | null;
  /** The organisation that owns it; null where a person does. */
  readonly owner_organisation: string | null;
  readonly receiving_unit: string;
  /** By whose hours its dates go on where its unit was succeeded by another: the clock does not move with a merger. */
  readonly calendar_unit: string | null;
  readonly holder_unit: string;
  readonly holder_role: string;
  readonly addressee_unit: string | null;
  /** Whom it waits for when it is not the holder. */
  readonly awaiting: 'citizen' | 'addressee' | 'time' | 'consulted' | 'agency' | 'signature' | null;
  /** Where a clerk helped to file it; neither where it was received nor where it is decided. */
  readonly help_unit: string | null;
  /** The centre where the result is collected, where that is not the one that received. */
  readonly collect_unit: string | null;
  /** When the counter must have passed it on (Decree 118/2025 Art. 18(2)). */
  readonly transfer_by: string | null;
  /** Whose leader answers for the agency that holds it, and whether something waits for that leader. */
  readonly head_unit: string;
  readonly head_pending: boolean;
  /** Bodies whose opinion is open. */
  readonly consulted_units: readonly string[];
  /** The lead of the holding unit, and who is called in beside. */
  readonly assignee: string | null;
  readonly cooperators: readonly string[];
  /** Whose hand is in what a leader has to decide. */
  readonly authors: Authors;
  readonly step_due_at: string | null;
  /** Working minutes the step had left when it was paused. */
  readonly step_left: number | null;
  readonly is_open: boolean;
  readonly counted_late: boolean;
  /** The time limit frozen at receipt. */
  readonly time_limit: FrozenLimit | null;
  readonly result_revision: number;
  readonly round: number;
  readonly outcome: 'none' | 'granted' | 'refused';
  readonly fee: unknown;
  readonly fee_paid: boolean;
  readonly filed_at: string;
  readonly received_at: string | null;
  readonly due_at: string | null;
  readonly due_soon_at: string | null;
  /** The explanation of the promise date, line by line. */
  readonly due_trace: readonly Localized[] | null;
  readonly closed_at: string | null;
  readonly updated_at: string;
  readonly version: number;
}

/** The machine of a dossier as it was stored. */
export function storedOf({ value, context }: Pick<DossierRow, 'value' | 'context'>): Stored {
  return { value: value as Stored['value'], context: context as Stored['context'] };
}

/** The unit by whose hours the time of a dossier is counted. */
export function clockUnit({ calendar_unit, receiving_unit }: Pick<DossierRow, 'calendar_unit' | 'receiving_unit'>): string {
  return calendar_unit ?? receiving_unit;
}

/** A locked dossier with the last link of its journal. */
export interface LockedDossier extends DossierRow {
  readonly last_hash: string | null;
}

/**
 * Locks a dossier for the rest of the transaction. Row security answers for one the caller may not see exactly as
 * for a missing one: `not-found`.
 */
export async function lockDossier(tx: Transaction, id: string): Promise<LockedDossier> {
  // The last link is read by a statement of its own: one that waited for the lock sees the row as it is now, but other tables
  // as they were before it waited, and so not the journal row of the act it waited for.
  const [row, last] = await Promise.all([
    tx.maybeOne<DossierRow>('select * from dossier where id = $1 for no key update', [id]),
    tx.maybeOne<{ hash: string }>('select hash from journal where dossier_id = $1 order by seq desc limit 1', [id]),
  ]);
  if (row === undefined) throw await missing(tx, id);
  return { ...row, last_hash: last?.hash ?? null };
}

/** Reads a dossier the caller may see. */
export async function getDossier(tx: Transaction, id: string): Promise<DossierRow> {
  const row = await tx.maybeOne<DossierRow>('select * from dossier where id = $1', [id]);
  if (row === undefined) throw await missing(tx, id);
  return row;
}

/** Who filed it for an organisation and may no longer act for it is told so; to anybody else it is as if it were not there. */
async function missing(tx: Transaction, id: string): Promise<DomainError> {
  const { ended } = await tx.one<{ ended: boolean }>('select filed_for_organisation($1) as ended', [id]);
  return new DomainError(ended ? 'organisation.role-ended' : 'not-found');
}
