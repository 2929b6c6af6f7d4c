import type { Transaction } from '@app/database';
import type { Fact } from './fact.js';
import type { PersonOnFile } from './person.js';
import type { ReceivedFrom } from './reception/receive-person.js';

/** How somebody came on file at a counter. */
export interface ReceptionRecord {
  /** ISO instant. */
  readonly at: string;
  readonly officerId: string;
  readonly unitId: string;
  readonly source: ReceivedFrom;
  /** The paper that was in hand. */
  readonly basis: string | null;
  /** How many people on file were compared, and why they are somebody else. */
  readonly compared: number;
  readonly notSameReason: string | null;
  /** Whether the number they showed is on file as somebody else's. */
  readonly isNumberHeld: boolean;
}

/** A person with everything that was ever said of them. */
export interface PersonFile extends PersonOnFile {
  readonly facts: readonly Fact[];
  readonly reception: ReceptionRecord | undefined;
}

/** How somebody came on file at a counter; nothing for whom a register brought. */
export function readReception(tx: Transaction, personId: string): Promise<ReceptionRecord | undefined> {
  return tx.maybeOne<ReceptionRecord>(
    `SELECT to_char(received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, received_by AS "officerId", unit_id AS "unitId", source, basis,
       cardinality(compared) AS compared, not_same_reason AS "notSameReason", number_held_by IS NOT NULL AS "isNumberHeld"
     FROM person_reception WHERE person_id = $1`, [personId]);
}
