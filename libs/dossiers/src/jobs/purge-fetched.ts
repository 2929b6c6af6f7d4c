import { SYSTEM, type Database } from '@app/database';

/** Where the rules about drafts are kept. */
export const DRAFT_RULES = Symbol('draft rules');

export interface DraftRules {
  /** After how many days values from sources go out of a draft that was not filed. */
  readonly fetchedDays: number;
}

export const DEFAULT_DRAFT_RULES: DraftRules = { fetchedDays: 3 };

/**
 * Takes out of drafts not touched for some days the values that came from the file or a national source, and throws the sources' answers
 * for them away; what the person typed stays, and the form offers anew. Answers how many drafts lost something.
 */
export async function purgeFetched(database: Database, { now, fetchedDays }: DraftRules & { readonly now: Temporal.Instant }): Promise<number> {
  const before = now.subtract({ hours: fetchedDays * 24 }).toString();
  return database.transaction(SYSTEM, async (tx) => {
    await tx.execute('delete from source_answer a using source_query q, draft d where q.id = a.query_id and d.id = q.case_id and d.saved_at < $1', [before]);
    const drafts = await tx.rows<{ id: string; data: Record<string, unknown> }>(
      'select id, data from draft where saved_at < $1 and (fetched_removed_at is null or fetched_removed_at < saved_at) for update skip locked', [before]);
    let purged = 0;
    for (const { id, data } of drafts) {
      const left = withoutFetched(data);
      if (left !== undefined) purged += 1;
      // The day of the last touch stays: the draft itself goes when it would have gone.
      await tx.execute('update draft set data = $2, fetched_removed_at = $3 where id = $1', [id, JSON.stringify(left ?? data), now.toString()]);
    }
    return purged;
  });
}

/**
 * A draft as the screens keep it (answers, and what was said to each offer by pointer) without the answers that are agreed offers;
 * nothing where there are none.
 */
export function withoutFetched(data: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined {
  let found = false;
  const left = Object.fromEntries(Object.entries(data).map(([part, held]) => {
    if (!isObject(held) || !isObject(held['answers']) || !isObject(held['decisions'])) return [part, held];
    const { decisions } = held;
    const fetched = new Set(Object.keys(decisions).filter((pointer) => decisions[pointer] === true));
    found ||= fetched.size > 0;
    return [part, {
      ...held,
      answers: Object.fromEntries(Object.entries(held['answers']).filter(([name]) => !fetched.has(`/${name}`))),
      decisions: Object.fromEntries(Object.entries(decisions).filter(([pointer]) => !fetched.has(pointer))),
    }];
  }));
  return found ? left : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
