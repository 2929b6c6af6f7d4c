import { canonicalText, fold, initialsOf, sha256Hex } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { LoadedCatalogue } from './load-catalogue.js';
import { importNonBoundaryLists } from './non-boundary/shipped-lists.js';
import type { Skeleton } from './procedure.js';
import { publishProcedure } from './publish.js';

/** What an import changed. */
export interface ImportOutcome {
  /** Published versions that are new. */
  readonly published: number;
  /** Skeletons added or brought up to date. */
  readonly skeletons: number;
  /** Versions that were published in the web under a number the files also use: what was decided here stays. */
  readonly keptLocal: ReadonlyArray<{ readonly code: string; readonly version: number }>;
}

/**
 * Stores the catalogue of the files. Importing twice changes nothing. A version that was published in the web under the same
 * number stays: the desk must start after an upgrade that brings the same procedure as a folder.
 * @throws DomainError procedure.faulty when a published version's content differs from what is stored under its number
 */
export async function importCatalogue(tx: Transaction, { procedures: single, groups, skeletons }: LoadedCatalogue): Promise<ImportOutcome> {
  const changed = await storeSkeletons(tx, skeletons);
  // Groups last: their members must be there.
  const procedures = [...single, ...groups];
  let published = 0;
  const local = await tx.rows<{ code: string; version: number }>('SELECT code, version FROM procedure_version WHERE proposal_id IS NOT NULL ORDER BY code, version');
  const keptLocal = local.filter(({ code, version }) => procedures.some((procedure) => procedure.code === code && procedure.version === version));
  for (const procedure of procedures) {
    if (keptLocal.some(({ code, version }) => procedure.code === code && procedure.version === version)) continue;
    const { isNew } = await publishProcedure(tx, procedure);
    if (isNew) published += 1;
  }
  await importNonBoundaryLists(tx);
  return { published, skeletons: changed, keptLocal };
}

/** All skeletons in one statement; rows that already say the same are left alone. */
async function storeSkeletons(tx: Transaction, skeletons: readonly Skeleton[]): Promise<number> {
  return tx.execute(
    `INSERT INTO procedure_version (code, version, state, document, digest, name_vi, name_folded, initials, field, handled_by, decided_at)
     SELECT code, 0, 'skeleton', document, digest, name_vi, name_folded, initials, field, handled_by, decided_at
     FROM json_to_recordset($1::json) AS row (code text, document text, digest text, name_vi text, name_folded text, initials text, field text, handled_by text, decided_at text)
     ON CONFLICT (code, version) DO UPDATE SET document = excluded.document, digest = excluded.digest, name_vi = excluded.name_vi,
       name_folded = excluded.name_folded, initials = excluded.initials, field = excluded.field, handled_by = excluded.handled_by, decided_at = excluded.decided_at
     WHERE procedure_version.digest <> excluded.digest`,
    [JSON.stringify(skeletons.map(skeletonRow))],
  );
}

function skeletonRow(skeleton: Skeleton): Record<string, string> {
  const document = canonicalText(skeleton);
  const name = skeleton.name.normalize('NFC');
  return {
    code: skeleton.code,
    document,
    digest: sha256Hex(document),
    name_vi: name,
    name_folded: fold(name),
    initials: initialsOf(name),
    field: skeleton.field,
    handled_by: skeleton.handledBy,
    decided_at: skeleton.decidedAt,
  };
}
