import type { Transaction } from '@app/database';

/** A published version, where it came from, and how many dossiers still run on it. */
export interface PublishedVersion {
  readonly version: number;
  readonly from: string;
  readonly until?: string;
  /** Dossiers that are not closed: they follow this version to their end. */
  readonly running: number;
  /** How it was published in the web; absent for a version that came with the program. */
  readonly decision?: { readonly number: string; readonly date: string; readonly proposedBy: string; readonly approvedBy: string };
}

interface VersionRow {
  readonly version: number;
  readonly from: string;
  readonly until: string | null;
  readonly running: string;
  readonly number: string | null;
  readonly date: string;
  readonly proposed_by: string;
  readonly approved_by: string;
}

/** The published versions of a procedure, newest first. */
export async function readVersions(tx: Transaction, code: string): Promise<PublishedVersion[]> {
  const rows = await tx.rows<VersionRow>(
    `select v.version, v.effective_from::text as from, least(e.last_day, v.effective_until)::text as until, coalesce(r.running, 0) as running,
       p.decision_number as number, p.decision_date::text as date, a.full_name as proposed_by, b.full_name as approved_by
     from procedure_version v
     left join procedure_end e using (code, version)
     left join running_dossiers($1) r on r.version = v.version
     left join procedure_proposal p on p.id = v.proposal_id left join officer a on a.id = p.proposed_by left join officer b on b.id = p.decided_by
     where v.code = $1 and v.state = 'published' order by v.version desc`, [code]);
  return rows.map(({ version, from, until, running, number, date, proposed_by: proposedBy, approved_by: approvedBy }) => ({
    version, from, ...(until !== null && { until }), running: Number(running), ...(number !== null && { decision: { number, date, proposedBy, approvedBy } }),
  }));
}
