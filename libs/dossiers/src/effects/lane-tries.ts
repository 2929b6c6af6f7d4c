import type { Transaction } from '@app/database';

/** How often the first effect that waits in a dossier's lane has failed: a deed that asks another service may give up in its own way. */
export async function laneTries(tx: Transaction, dossierId: string): Promise<number> {
  return (await tx.maybeOne<{ tries: number }>('select tries from lane where dossier_id = $1', [dossierId]))?.tries ?? 0;
}
