import type { Transaction } from '@app/database';
import { digestOf } from '@app/kernel';
import type { SourceKey, SourceOutcome, SourceValue } from '@app/exchange';

/** One question as the log has it. */
export interface QueryRow {
  readonly id: string;
  readonly source: SourceKey;
  readonly case_id: string;
  readonly person_id: string;
  readonly procedure_code: string;
  readonly wanted: readonly string[];
  readonly outcome: SourceOutcome | null;
  readonly asked_at: string;
  readonly answered_at: string | null;
  readonly reused: string | null;
}

/** A match that is still kept: its values by path. */
export interface KeptAnswer {
  readonly queryId: string;
  readonly source: SourceKey;
  readonly answeredAt: string;
  readonly values: Readonly<Record<string, SourceValue>>;
}

const COLUMNS = 'id, source, case_id, person_id, procedure_code, wanted, outcome, asked_at, answered_at, reused';

export function findQuery(tx: Transaction, id: string): Promise<QueryRow | undefined> {
  return tx.maybeOne<QueryRow>(`select ${COLUMNS} from source_query where id = $1`, [id]);
}

/** What a matched question brought, while it is kept. */
export async function valuesOf(tx: Transaction, queryId: string): Promise<KeptAnswer['values'] | undefined> {
  return (await tx.maybeOne<{ body: KeptAnswer['values'] }>('select body from source_answer where query_id = $1', [queryId]))?.body;
}

/** The last question of a case to each source about a person. */
export function lastQueries(tx: Transaction, caseId: string, personId: string): Promise<QueryRow[]> {
  return tx.rows<QueryRow>(
    `select distinct on (source) ${COLUMNS} from source_query where case_id = $1 and person_id = $2 and outcome is not null order by source, number desc`, [caseId, personId]);
}

/**
 * The matches of a case about a person, the latest last. A source that has since said that nothing is in force, or that it is
 * somebody else, takes its earlier answer back; one that merely did not answer does not.
 */
export function keptAnswers(tx: Transaction, caseId: string, personId: string): Promise<KeptAnswer[]> {
  return tx.rows<KeptAnswer>(
    `select q.id as "queryId", q.source, q.answered_at as "answeredAt", a.body as values
       from source_query q join source_answer a on a.query_id = q.id
      where q.case_id = $1 and q.person_id = $2 and not exists (
        select 1 from source_query l where l.case_id = q.case_id and l.person_id = q.person_id and l.source = q.source and l.number > q.number
           and l.outcome in ('no-match', 'several-matches', 'expired', 'revoked', 'wrong-person', 'declined'))
      order by q.number`, [caseId, personId]);
}

/** A match about the same person for the same procedure that is still good and says all that is wanted. Asked as the program: it may be another officer's. */
export function reusableAnswer(tx: Transaction, { source, person_id, procedure_code, wanted }: Pick<QueryRow, 'source' | 'person_id' | 'procedure_code' | 'wanted'>, now: string): Promise<KeptAnswer | undefined> {
  return tx.maybeOne<KeptAnswer>(
    `select q.id as "queryId", q.source, q.answered_at as "answeredAt", a.body as values
       from source_query q join source_answer a on a.query_id = q.id
      where q.source = $1 and q.person_id = $2 and q.procedure_code = $3 and q.wanted @> $4::text[] and q.reused is null and a.good_until > $5
      order by q.number desc limit 1`, [source, person_id, procedure_code, wanted, now]);
}

export interface Ending {
  readonly outcome: SourceOutcome;
  readonly at: string;
  readonly values?: Readonly<Record<string, SourceValue>>;
  readonly goodUntil?: string;
  readonly reused?: string;
}

/** Writes how a question ended, once; a second ending changes nothing. The log keeps the digest of a match, the values lie apart. */
export async function endQuery(tx: Transaction, id: string, { outcome, at, values, goodUntil, reused }: Ending): Promise<void> {
  const ended = await tx.execute('update source_query set outcome = $2, answered_at = $3, reused = $4, answer_sha256 = $5 where id = $1 and outcome is null',
    [id, outcome, at, reused ?? null, values === undefined ? null : digestOf(values)]);
  if (ended > 0 && values !== undefined) {
    await tx.execute('insert into source_answer (query_id, body, good_until) values ($1, $2, $3)', [id, JSON.stringify(values), goodUntil ?? at]);
  }
}

/** Answers that are no longer good go, unless a draft still uses them; how many. */
export function purgeAnswers(tx: Transaction, now: string): Promise<number> {
  return tx.execute(
    `delete from source_answer a using source_query q
      where q.id = a.query_id and a.good_until <= $1 and not exists (select 1 from draft d where d.id = q.case_id)`, [now]);
}
