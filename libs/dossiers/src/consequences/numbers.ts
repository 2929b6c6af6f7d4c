import { resultOf } from '@app/catalogue';
import type { ConsequenceParams } from '@app/workflow';
import { REFUSAL_SYMBOL } from '../papers/refusal.js';
import type { ActScope } from '../act-scope.js';
import { nextDocumentNumber, nextDossierCode, nextEntries, type NumberedAct } from '../numbers/codes.js';
import { readDeclaration } from '../declaration.js';

/** The one code of the dossier, at receipt, wherever its clock starts. A re-route never issues a second one. */
export async function allocateCode(scope: ActScope): Promise<void> {
  const unit = await scope.unitAt(scope.procedure.process.receive.unit);
  if (unit.codeSegment === null) throw new Error(`unit ${unit.id} has no code segment and cannot receive`);
  scope.changes.received_at = scope.now.toString();
  scope.changes.code = await nextDossierCode(scope.tx, { id: unit.id, codeSegment: unit.codeSegment }, actOf(scope));
}

/** The numbers of a book for the rows of the declaration, taken together: side by side, and none without the others. */
export async function allocateEntries(scope: ActScope, { book, rows }: ConsequenceParams['allocateEntries']): Promise<void> {
  const { data } = await readDeclaration(scope.tx, scope.dossier.id);
  const list = data[rows];
  if (!Array.isArray(list) || list.length === 0) throw new Error(`the declaration of dossier ${scope.dossier.id} has no rows in ${rows}`);
  const unit = await scope.unitAt(scope.procedure.process.receive.unit);
  await nextEntries(scope.tx, { unitId: unit.id, book }, list.length, actOf(scope));
}

/** The number of the outgoing paper, in the register of the unit that gives it; numbering and signing are separate acts. */
export async function allocateNumber(scope: ActScope, { form }: ConsequenceParams['allocateNumber']): Promise<void> {
  const result = resultOf(scope.procedure, (await readDeclaration(scope.tx, scope.dossier.id)).data);
  const symbol = form === 'result' ? result.symbol : REFUSAL_SYMBOL;
  const kind = form === 'result' ? result.code : 'refusal';
  const entries = form === 'result' ? await readEntries(scope) : [];
  // What has its numbers in a book already takes none of another series.
  const number = entries.length > 0 ? entriesText(entries, symbol) : await nextDocumentNumber(scope.tx, { unitId: scope.dossier.holder_unit, kind, symbol }, actOf(scope));
  await scope.tx.execute('update result set number = $3, numbered_at = $4 where dossier_id = $1 and revision = $2', [scope.dossier.id, scope.dossier.result_revision, number, scope.now.toString()]);
}

/** The numbers the dossier has in a book, as they are written; void ones are no longer its own. */
async function readEntries({ tx, dossier }: ActScope): Promise<string[]> {
  const rows = await tx.rows<{ label: string }>(
    `select label from issued_number n where dossier_id = $1 and series like 'register:%'
        and not exists (select 1 from void_number v where (v.series, v.unit_id, v.period, v.value) = (n.series, n.unit_id, n.period, n.value) and v.decision = 'approved')
      order by n.entry`, [dossier.id]);
  return rows.map(({ label }) => label);
}

/** "01–03/SCT-BS" where they are side by side, each by itself where one between them is void. */
function entriesText(labels: readonly string[], symbol: string): string {
  const [first = '', last = ''] = [labels[0], labels.at(-1)];
  const isRow = Number(last) - Number(first) === labels.length - 1;
  return `${labels.length === 1 ? first : isRow ? `${first}–${last}` : labels.join(', ')}/${symbol}`;
}

const actOf = ({ dossier, seq, now }: ActScope): NumberedAct => ({ dossierId: dossier.id, seq, at: now });
