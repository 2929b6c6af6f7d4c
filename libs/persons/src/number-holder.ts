import type { Transaction } from '@app/database';

/** Who on file has a personal ID. Nothing else is read, so nothing is logged. */
export async function findHolder(tx: Transaction, personalId: string): Promise<string | undefined> {
  return (await tx.maybeOne<{ id: string }>('SELECT id FROM person WHERE personal_id = $1', [personalId]))?.id;
}
