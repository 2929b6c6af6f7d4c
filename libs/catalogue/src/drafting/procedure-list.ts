import type { Localized } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { Catalogue } from '../catalogue.js';
import { findReferral, findVersionInForce, headingOf, type CatalogueEntry } from '../entry.js';
import type { DecidedAt } from '../procedure.js';

/** What a list of procedures is narrowed to. */
export const PROCEDURE_FILTERS = ['all', 'receivable', 'skeleton', 'draft', 'proposed', 'referred'] as const;
export type ProcedureFilter = (typeof PROCEDURE_FILTERS)[number];

/** Who did something, and when. */
export interface ByWhom {
  readonly who: string;
  readonly at: string;
}

/** A procedure as administrators list it. */
export interface ProcedureListRow {
  readonly code: string;
  readonly name: Localized;
  readonly field: Localized;
  readonly decidedAt: DecidedAt;
  /** Whether it can be received today, is only guided, or belongs to another agency's desk. */
  readonly state: 'receivable' | 'skeleton' | 'referred';
  readonly referral?: Localized;
  readonly version?: number;
  /** The next version that is published but not yet in force. */
  readonly upcoming?: { readonly version: number; readonly from: string };
  /** Last day of the version in force, when it ends. */
  readonly until?: string;
  readonly draft?: ByWhom;
  readonly proposal?: ByWhom & { readonly kind: 'publish' | 'end' };
}

export interface ProcedureList {
  readonly rows: readonly ProcedureListRow[];
  /** How many the filter leaves. */
  readonly total: number;
  readonly counts: Readonly<Record<ProcedureFilter, number>>;
}

/** What is looked for. `day`: the local day, `YYYY-MM-DD`. */
export interface ProcedureListQuery {
  readonly text: string;
  readonly filter: ProcedureFilter;
  readonly offset: number;
  readonly limit: number;
  readonly day: string;
}

/** Lists the procedures of the catalogue with their drafts and proposals; the best matches first, else by code. */
export async function listProcedures(tx: Transaction, catalogue: Catalogue, { text, filter, offset, limit, day }: ProcedureListQuery): Promise<ProcedureList> {
  const [drafts, proposals] = await Promise.all([
    tx.rows<{ code: string; who: string; at: string }>('select d.code, o.full_name as who, d.saved_at as at from procedure_draft d join officer o on o.id = d.saved_by'),
    tx.rows<{ code: string; who: string; at: string; kind: 'publish' | 'end' }>(
      'select p.code, o.full_name as who, p.proposed_at as at, p.kind from procedure_proposal p join officer o on o.id = p.proposed_by where p.outcome is null'),
  ]);
  const draftOf = new Map(drafts.map(({ code, who, at }) => [code, { who, at: at }]));
  const proposalOf = new Map(proposals.map(({ code, who, at, kind }) => [code, { who, at: at, kind }]));
  const entries = text.trim() === '' ? catalogue.all() : catalogue.search(text, { limit: catalogue.size });
  const rows = entries.map((entry): ProcedureListRow => {
    const draft = draftOf.get(entry.code);
    const proposal = proposalOf.get(entry.code);
    // While a proposal waits, its working copy rests: that is one thing, not two.
    return { ...rowOf(entry, day), ...(draft && !proposal && { draft }), ...(proposal && { proposal }) };
  });
  const fits = (row: ProcedureListRow, wanted: ProcedureFilter): boolean => {
    if (wanted === 'draft') return row.draft !== undefined;
    if (wanted === 'proposed') return row.proposal !== undefined;
    return wanted === 'all' || row.state === wanted;
  };
  const found = rows.filter((row) => fits(row, filter));
  const counts = Object.fromEntries(PROCEDURE_FILTERS.map((each) => [each, rows.filter((row) => fits(row, each)).length])) as Record<ProcedureFilter, number>;
  return { rows: found.slice(offset, offset + limit), total: found.length, counts };
}

function rowOf(entry: CatalogueEntry, day: string): ProcedureListRow {
  const { code, name, field, decidedAt } = headingOf(entry, day);
  const inForce = findVersionInForce(entry, day);
  const referral = findReferral(entry, day);
  const upcoming = entry.versions.filter(({ effective }) => effective.from > day).at(-1);
  return {
    code, name, field, decidedAt,
    state: referral ? 'referred' : inForce ? 'receivable' : 'skeleton',
    ...(referral && { referral }),
    ...(inForce && { version: inForce.version }),
    ...(inForce?.effective.until !== undefined && { until: inForce.effective.until }),
    ...(upcoming && { upcoming: { version: upcoming.version, from: upcoming.effective.from } }),
  };
}
