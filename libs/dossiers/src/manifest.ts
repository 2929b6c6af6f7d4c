import type { Localized } from '@app/kernel';
import type { ActScope } from './act-scope.js';

/** One line of a handover's manifest: a paper, its digest, and where its original is. */
export interface ManifestLine {
  readonly key: string;
  readonly name: Localized;
  /** SHA-256 of the file, absent where only the paper exists. */
  readonly sha256?: string;
  readonly fileName?: string;
  readonly originals: number;
  readonly copies: number;
  readonly original: 'travels' | 'stays' | 'electronic';
  /** The unit where the original is once the handover is acknowledged. */
  readonly location: string;
}

/**
 * What goes with a handover: every component with its files' digests, and every paper the desk has issued. Originals
 * travel when the sender says so; otherwise the procedure's own rule for that paper decides.
 */
export async function buildManifest(scope: ActScope, from: string, to: string): Promise<ManifestLine[]> {
  const [components, papers] = await Promise.all([
    scope.tx.rows<{ key: string; name: Localized; kind: string; originals: number; copies: number; location: string | null; origin: string; file_name: string | null; sha256: string | null }>(
      `select c.key, c.name, c.kind, c.originals, c.copies, c.location, c.origin, f.name as file_name, coalesce(f.sha256, c.paper_digest) as sha256
         from dossier_component c left join file f on f.dossier_id = c.dossier_id and f.component_key = c.key
        where c.dossier_id = $1 and c.origin <> 'absent' order by c.position, f.created_at`, [scope.dossier.id]),
    scope.tx.rows<{ form: string; title: Localized; sha256: string }>(
      'select form, title, sha256 from paper where dossier_id = $1 order by created_at', [scope.dossier.id]),
  ]);
  // Who is told no, or whose dossier stops, gets the originals back, whatever the procedure keeps of a granted one.
  const goesBack = scope.decision.context.outcome === 'refused' || scope.decision.consequences.some(({ type }) => type === 'closeDossier');
  const asked = new Map((scope.data.originals ?? []).map((each) => [each.key, each.travels]));
  const fate = new Map(scope.procedure.components.map((component) => [component.key, component.fate]));
  const componentLines = components.map((row): ManifestLine => {
    const electronic = row.kind === 'electronic' || row.location === null;
    const travels = !electronic && row.location === from && (asked.get(row.key) ?? (goesBack || fate.get(row.key) === 'travels'));
    return {
      key: row.key,
      name: row.name,
      ...(row.sha256 === null ? {} : { sha256: row.sha256 }),
      ...(row.file_name === null ? {} : { fileName: row.file_name }),
      originals: row.originals,
      copies: row.copies,
      original: electronic ? 'electronic' : travels ? 'travels' : 'stays',
      location: travels ? to : (row.location ?? from),
    };
  });
  const paperLines = papers.map((row): ManifestLine => ({
    key: `paper:${row.form}`, name: row.title, sha256: row.sha256, originals: 0, copies: 0, original: 'electronic', location: from,
  }));
  return [...componentLines, ...paperLines];
}
