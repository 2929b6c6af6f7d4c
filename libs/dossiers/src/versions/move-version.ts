import { canonicalText } from '@app/kernel';
import type { ActScope } from '../act-scope.js';
import { writeDeclaration } from '../declaration.js';
import { keepScore } from '../once-only/keep-score.js';
import type { VersionMove } from './plan-version-move.js';

/**
 * Writes what a move to another version changes beside the state: the answers and papers as the later version calls them. The limit
 * frozen at receipt, the ledger, the fee and what was brought stay. A paper no longer called for is kept, since its owner gets it back.
 */
export async function moveVersion(scope: ActScope): Promise<void> {
  const { versionMove: move, dossier, tx, now } = scope;
  if (move === undefined) throw new Error(`dossier ${dossier.id} is moved without a plan`);
  scope.changes.procedure_version = move.to.procedure.version;
  const { before, after, origins } = move.declaration;
  const hasNewAnswers = canonicalText(before.data) !== canonicalText(after) || canonicalText(before.origins) !== canonicalText(origins);
  await Promise.all([
    hasNewAnswers ? writeDeclaration(tx, dossier.id, before.revision + 1, after, origins, now) : undefined,
    renameComponents(scope, move),
  ]);
  await fitComponents(scope, move);
  await keepScore(tx, move.to.procedure, dossier.id);
}

async function renameComponents({ tx, dossier }: ActScope, { migration: { components = {} } }: VersionMove): Promise<void> {
  const renamed = Object.entries(components).map(([from, to]) => ({ from, to }));
  if (renamed.length === 0) return;
  const both = [dossier.id, JSON.stringify(renamed)];
  await Promise.all(['dossier_component c set key', 'file c set component_key'].map((what) => {
    const column = what.endsWith('component_key') ? 'component_key' : 'key';
    return tx.execute(`update ${what} = r."to" from jsonb_to_recordset($2::jsonb) as r ("from" text, "to" text) where c.dossier_id = $1 and c.${column} = r."from"`, both);
  }));
}

async function fitComponents({ tx, dossier }: ActScope, { components }: VersionMove): Promise<void> {
  const rows = components.map(({ key, name, required, why, component }, position) => ({
    key, position, name, required, why, kind: component.kinds[0], originals: component.originals, copies: component.copies,
  }));
  const fields = 'key text, position integer, name jsonb, required boolean, why jsonb, kind text, originals integer, copies integer';
  await tx.execute(
    `update dossier_component set required = false, position = position + 1000
      where dossier_id = $1 and key not in (select key from jsonb_to_recordset($2::jsonb) as r (key text))`, [dossier.id, JSON.stringify(rows)]);
  await tx.execute(
    `insert into dossier_component (dossier_id, key, position, name, required, why, state, kind, originals, copies, origin)
     select $1, key, position, name, required, why, 'unchecked', kind, originals, copies, 'absent' from jsonb_to_recordset($2::jsonb) as r (${fields})
     on conflict (dossier_id, key) do update set position = excluded.position, name = excluded.name, required = excluded.required, why = excluded.why`,
    [dossier.id, JSON.stringify(rows)]);
}
