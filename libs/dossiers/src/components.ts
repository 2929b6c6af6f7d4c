import { DomainError, type Localized } from '@app/kernel';
import type { Transaction } from '@app/database';
import { requiredComponents, type Declaration, type Procedure } from '@app/catalogue';
import type { ActScope } from './act-scope.js';
import type { SuppliedComponent } from './act-command.js';
import { keepScore } from './once-only/keep-score.js';

interface ComponentRow {
  readonly key: string;
  readonly name: Localized;
  readonly required: boolean;
  readonly state: 'unchecked' | 'passed' | 'failed';
  readonly origin: string;
}

/** Where a component came from, as the checklist shows it. */
function originOf(supplied: SuppliedComponent | undefined): 'brought' | 'on-file' | 'uploaded' | 'absent' {
  if (supplied === undefined) return 'absent';
  if (supplied.paperOnFileId !== undefined) return 'on-file';
  if ((supplied.fileIds ?? []).length > 0) return 'uploaded';
  return supplied.state === 'passed' ? 'brought' : 'absent';
}

/**
 * Writes the checklist of a new dossier: every component the declaration calls for, with what was supplied for it.
 * @param at the unit where a brought original lies
 * @param passed results of other members of a linked group: component → SHA-256
 * @param offered the components for which a paper on file could have been used
 */
export async function writeComponents(
  tx: Transaction,
  dossierId: string,
  procedure: Procedure,
  declaration: Declaration,
  supplied: readonly SuppliedComponent[],
  at: string,
  papers: ReadonlyMap<string, string>,
  passed: ReadonlyMap<string, string> = new Map(),
  offered: readonly string[] = [],
): Promise<void> {
  const byKey = new Map(supplied.map((each) => [each.key, each]));
  const rows = requiredComponents(procedure, declaration).map(({ key, name, required, why, component }, position) => {
    const given = byKey.get(key);
    const origin = passed.has(key) ? 'linked' : originOf(given);
    const kind = given?.kind ?? (origin === 'uploaded' || origin === 'on-file' || origin === 'linked' ? 'electronic' : component.kinds[0]);
    return {
      key, position, name, required, why, kind, origin,
      // Its digest was compared with that of the issued result: nobody has to look at it again.
      state: passed.has(key) ? 'passed' : (given?.state ?? 'unchecked'),
      originals: component.originals,
      copies: component.copies,
      paper_on_file_id: given?.paperOnFileId ?? null,
      paper_digest: passed.get(key) ?? (given?.paperOnFileId === undefined ? null : (papers.get(given.paperOnFileId) ?? null)),
      note: given?.note ?? null,
      offered: offered.includes(key),
      location: origin === 'brought' && kind === 'original' ? at : null,
    };
  });
  await tx.execute(
    `insert into dossier_component (dossier_id, key, position, name, required, why, state, kind, originals, copies, origin, paper_on_file_id, paper_digest, note, location, offered)
     select $1, key, position, name, required, why, state, kind, originals, copies, origin, paper_on_file_id, paper_digest, note, location, offered
       from jsonb_to_recordset($2::jsonb) as r (key text, position integer, name jsonb, required boolean, why jsonb, state text, kind text, originals integer,
         copies integer, origin text, paper_on_file_id uuid, paper_digest text, note text, location text, offered boolean)`,
    [dossierId, JSON.stringify(rows)]);
}

/** Attaches uploaded files to their component; only files of the dossier or of its own draft. */
export async function attachFiles(tx: Transaction, dossierId: string, supplied: readonly SuppliedComponent[], draftId?: string): Promise<void> {
  const pairs = supplied.flatMap(({ key, fileIds = [] }) => fileIds.map((id) => ({ id, key })));
  if (pairs.length === 0) return;
  const changed = await tx.execute(
    `update file f set dossier_id = $1, draft_id = null, component_key = r.key
       from jsonb_to_recordset($2::jsonb) as r (id uuid, key text)
      where f.id = r.id and (f.dossier_id = $1 or (f.dossier_id is null and f.draft_id = $3))`,
    [dossierId, JSON.stringify(pairs), draftId ?? dossierId]);
  if (changed !== pairs.length) throw new DomainError('not-found');
}

/**
 * What the receiving clerk ticked. Receiving says that the dossier is complete and correct (Decree 118/2025
 * Art. 17(3)), so a required component that is absent, unchecked or failed stops it here, not only on the screen.
 */
export async function tickComponents(scope: ActScope): Promise<void> {
  const ticks = scope.data.components ?? [];
  if (ticks.length > 0) {
    await scope.tx.execute(
      `update dossier_component c
          set state = r.state, kind = coalesce(r.kind, c.kind), note = coalesce(r.note, c.note),
              origin = case when c.origin = 'absent' and r.state = 'passed' then 'brought' else c.origin end,
              location = case when c.origin = 'absent' and r.state = 'passed' and coalesce(r.kind, c.kind) = 'original' then $3 else c.location end
         from jsonb_to_recordset($2::jsonb) as r (key text, state text, kind text, note text)
        where c.dossier_id = $1 and c.key = r.key`,
      [scope.dossier.id, JSON.stringify(ticks), scope.dossier.receiving_unit]);
  }
  await refuseIncomplete(scope.tx, scope.dossier.id);
  if (ticks.length > 0) await keepScore(scope.tx, scope.procedure, scope.dossier.id);
}

async function refuseIncomplete(tx: Transaction, dossierId: string): Promise<void> {
  const missing = await tx.rows<ComponentRow>(
    `select key, name, required, state, origin from dossier_component where dossier_id = $1 and required and (state <> 'passed' or origin = 'absent') order by position`,
    [dossierId]);
  if (missing.length === 0) return;
  throw new DomainError('components.missing', {
    params: { names: { vi: missing.map(({ name }) => name.vi).join('; '), en: missing.map(({ name }) => name.en).join('; ') } },
    fields: missing.map((each) => ({
      pointer: `/components/${each.key}`,
      vi: each.state === 'failed' ? `"${each.name.vi}" chưa đạt.` : `"${each.name.vi}" chưa có hoặc chưa được kiểm tra.`,
      en: each.state === 'failed' ? `"${each.name.en}" did not pass.` : `"${each.name.en}" is absent or unchecked.`,
    })),
    facts: { keys: missing.map((each) => each.key) },
  });
}
