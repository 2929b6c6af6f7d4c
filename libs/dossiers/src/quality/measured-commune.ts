import type { Transaction } from '@app/database';
import type { MeasuredCommune } from '@app/persons';

/** A commune with those that were merged into it: their people are its people, whatever commune their address still names. */
export async function measuredCommune(tx: Transaction, code: string): Promise<MeasuredCommune> {
  const before = await tx.rows<{ code: string }>(
    `with recursive old (id) as (
       select id from unit where successor_id = 'c' || $1 and kind = 'commune'
       union select unit.id from old join unit on unit.successor_id = old.id and unit.kind = 'commune')
     select substring(id from 2) as code from old order by 1`, [code]);
  return { code, before: before.map((each) => each.code) };
}
