import { approveImported, baseOf, insertLocalRule, isLinkedGroup, type LinkedGroup, type LocalRuleBody, type Procedure } from '@app/catalogue';
import type { Transaction } from '@app/database';
import { findOfficerByLogin } from '@app/organisation';

/** Invented, and its number says so: the fees a provincial council sets are known for no province here. */
const RESOLUTION = { number: '05/2026/NQ-HĐND (trình diễn, không có thật)', date: '2026-06-15', issuedBy: 'HĐND thành phố Đồng Nai' };
const SINCE = '2026-07-01';

/**
 * Makes the assumed amounts of the procedures whose fee a provincial council sets a rule of the demonstration's province: as
 * assumed at the counter and by post, nothing online. One administrator proposes, the other approves.
 */
export async function seedLocalRules(tx: Transaction, now: Temporal.Instant): Promise<void> {
  const [proposer, approver] = await Promise.all(['quantri', 'quantri2'].map((login) => findOfficerByLogin(tx, login)));
  if (proposer === undefined || approver === undefined) throw new Error('the demonstration has two administrators');
  const rows = await tx.rows<{ document: string }>("select distinct on (code) document from procedure_version where state = 'published' order by code, version desc");
  for (const national of rows.map(({ document }) => JSON.parse(document) as Procedure | LinkedGroup)) {
    // The fees of a linked group are those of its members.
    if (isLinkedGroup(national)) continue;
    if (national.fee.setBy !== 'provincial-council' || national.fee.lines.length === 0) continue;
    const body = feesOf(national);
    const { id } = await insertLocalRule(tx, {
      kind: 'set', layer: 'province', unitId: 'p75', code: national.code, communes: [], decision: RESOLUTION, from: SINCE, body, base: baseOf(national, body),
    }, { officerId: proposer.id, now });
    await approveImported(tx, id, { officerId: approver.id, now });
  }
}

/** Each line as the national version assumes it, for the ways of filing that cost something; online it is free. */
function feesOf({ fee, channels }: Procedure): LocalRuleBody {
  return {
    fees: fee.lines.flatMap(({ key, amount, channels: due = channels }) => {
      const paid = due.filter((channel) => channel !== 'online' && channels.includes(channel));
      const free = due.filter((channel) => channel === 'online' && channels.includes(channel));
      return [...(paid.length > 0 ? [{ line: key, channels: paid, amount }] : []), ...(free.length > 0 ? [{ line: key, channels: free, amount: 0 }] : [])];
    }),
  };
}
