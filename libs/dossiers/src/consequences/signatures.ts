import { newId } from '@app/kernel';
import type { ConsequenceParams } from '@app/workflow';
import type { ActScope } from '../act-scope.js';
import { insertRevision } from '../signing/paper-revisions.js';

/** The paper as it is once signed or sealed; with the seal it is the one that is issued. */
export async function keepSignature(scope: ActScope, { place, form }: ConsequenceParams['keepSignature']): Promise<void> {
  const { tx, dossier, data } = scope;
  if (data.signed === undefined) throw new Error(`${scope.event} came without what was signed`);
  const { effectId, title, sha256, size, pages, templateVersion, keyId, signer } = data.signed;
  // The paper belongs to the act of the person, which came before this one.
  const { seq, at } = await tx.one<{ seq: number; at: string }>(
    'select e.seq, j.at from effect e join journal j on j.dossier_id = e.dossier_id and j.seq = e.seq where e.id = $1 and e.dossier_id = $2', [effectId, dossier.id]);
  await insertRevision(tx, { id: newId(), dossierId: dossier.id, effectId, seq, kind: place, form, title, sha256, size, pages, template_version: templateVersion, keyId, signer, at });
  if (place !== 'seal') return;
  await tx.execute(
    `insert into paper (id, dossier_id, seq, effect_id, form, title, template_version, number, sha256, size, pages, created_at)
     select $1, $2, $3, $4, $5, $6, $7, r.number, $8, $9, $10, $11 from result r where r.dossier_id = $2 and r.revision = $12 on conflict (effect_id) do nothing`,
    [newId(), dossier.id, seq, effectId, form, JSON.stringify(title), templateVersion, sha256, size, pages, at, dossier.result_revision]);
}
