import type { Transaction } from '@app/database';
import { rolesFulfilling } from '../roles.js';

/** The work of one process role in one unit. */
export interface Lane {
  readonly unitId: string;
  readonly role: string;
}

/**
 * Whether somebody does the work of a lane at a moment: in a post of their own, standing in for whoever is away, or signing by a
 * document. The database knows the rule (`lane_served`), so that an entry and its check are one transaction.
 * @param procedure only for this one; left out: an absence for some procedures leaves the officer there
 */
export async function isLaneServed(tx: Transaction, { unitId, role }: Lane, at: Temporal.Instant, procedure?: string): Promise<boolean> {
  const { served } = await tx.one<{ served: boolean }>('select lane_served($1, $2, $3, $4) as served', [unitId, rolesFulfilling(role), at.toString(), procedure ?? null]);
  return served;
}
