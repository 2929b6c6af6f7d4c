import type { Transaction } from '@app/database';

/** Every column that may name a stored content. What stands in one of them is kept. */
export const NAMING_COLUMNS = [
  'dossier_component.paper_digest', 'elsewhere_case.result_sha256', 'file.sha256', 'linked_passing.sha256', 'paper.sha256', 'paper_on_file.sha256', 'paper_revision.sha256', 'register_export.sha256',
] as const;

const UNNAMED = `select distinct u.sha256 from unnest($1::text[]) as u (sha256)
  where ${NAMING_COLUMNS.map((column) => column.split('.')).map(([table, column]) => `not exists (select 1 from ${table} t where t.${column} = u.sha256)`).join(' and ')}
    and not exists (select 1 from elsewhere_message m where u.sha256 = any (m.files))`;

/** Those of some digests that no row names. */
export async function unnamedContents(tx: Transaction, digests: readonly string[]): Promise<string[]> {
  return (await tx.rows<{ sha256: string }>(UNNAMED, [digests])).map(({ sha256 }) => sha256).toSorted();
}
