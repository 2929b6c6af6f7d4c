import { resultOf } from '@app/catalogue';
import type { ConsequenceParams } from '@app/workflow';
import { REFUSAL_SYMBOL } from '../papers/refusal.js';
import type { ActScope } from '../act-scope.js';
import { nextDocumentNumber, nextDossierCode } from '../codes.js';
import { readDeclaration } from '../declaration.js';

/** The one code of the dossier, at receipt, wherever its clock starts. A re-route never issues a second one. */
export async function allocateCode(scope: ActScope): Promise<void> {
  const unit = await scope.unitAt(scope.procedure.process.receive.unit);
  if (unit.codeSegment === null) throw new Error(`unit ${unit.id} has no code segment and cannot receive`);
  scope.changes.received_at = scope.now.toString();
  scope.changes.code = await nextDossierCode(scope.tx, { id: unit.id, codeSegment: unit.codeSegment }, scope.now);
}

/** The number of the outgoing paper, in the register of the unit that gives it; numbering and signing are separate acts. */
export async function allocateNumber(scope: ActScope, { form }: ConsequenceParams['allocateNumber']): Promise<void> {
  const result = resultOf(scope.procedure, (await readDeclaration(scope.tx, scope.dossier.id)).data);
  const symbol = form === 'result' ? result.symbol : REFUSAL_SYMBOL;
  const kind = form === 'result' ? result.code : 'refusal';
  const number = await nextDocumentNumber(scope.tx, { unitId: scope.dossier.holder_unit, kind, symbol }, scope.now);
  await scope.tx.execute('update result set number = $3, numbered_at = $4 where dossier_id = $1 and revision = $2', [scope.dossier.id, scope.dossier.result_revision, number, scope.now.toString()]);
}
