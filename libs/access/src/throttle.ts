import { DomainError, sha256Hex, type Clock } from '@app/kernel';
import { SYSTEM, type Database, type Transaction } from '@app/database';

/** How many attempts are free, in which stretch of time, and so how long the wait is at most. */
export interface ThrottleRule {
  /** What is guarded: part of the key, so that two rules never share a count. */
  readonly name: string;
  readonly attempts: number;
  readonly minutes: number;
}

/** Five misses, then a quarter of an hour: officers signing in, per account and address. */
export const SIGN_IN_RULE: ThrottleRule = { name: 'sign-in', attempts: 5, minutes: 15 };

/** Guessing one password over many accounts: per address alone, wide enough for a whole office behind one line. */
export const SIGN_IN_ADDRESS_RULE: ThrottleRule = { name: 'sign-in-address', attempts: 60, minutes: 15 };

/** Five misses, then a quarter of an hour: the public look-up by code and secret, per address. */
export const LOOK_UP_RULE: ThrottleRule = { name: 'look-up', attempts: 5, minutes: 15 };

/** Thirty files, then a quarter of an hour: judging papers anybody holds, per address. */
export const CHECK_FILE_RULE: ThrottleRule = { name: 'check-file', attempts: 30, minutes: 15 };

/**
 * Counts attempts in the database, so that it holds over every process and restart.
 *
 * An attempt is counted *before* it is judged and given back when it succeeds. Counting only failures afterwards
 * would let a hundred guesses sent at once all pass the check.
 */
export class Throttle {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts one attempt. Throws `request.too-many`, with the minutes to wait, when too many were made; a refused
   * attempt does not lengthen the wait.
   *
   * @param subject what the count is kept for (account and address, say); stored as a digest only
   */
  async take(rule: ThrottleRule, subject: string): Promise<void> {
    const now = this.clock.now();
    const until = now.add({ minutes: rule.minutes });
    const row = await this.database.transaction(SYSTEM, async (tx) => {
      await forgetOld(tx, now);
      return tx.one<{ attempts: number; until: string }>(
        `INSERT INTO throttle AS t (key, attempts, since, until) VALUES ($1, 1, $2, $3)
         ON CONFLICT (key) DO UPDATE SET
           attempts = CASE WHEN t.until <= $2 THEN 1 ELSE t.attempts + 1 END,
           since = CASE WHEN t.until <= $2 THEN $2 ELSE t.since END,
           until = CASE WHEN t.until <= $2 OR t.attempts < $4 THEN $3 ELSE t.until END
         RETURNING attempts, until`,
        [keyOf(rule, subject), now.toString(), until.toString(), rule.attempts],
      );
    });
    if (row.attempts <= rule.attempts) return;
    const minutes = Math.max(1, Math.ceil(now.until(row.until).total('minutes')));
    throw new DomainError('request.too-many', { params: { minutes }, facts: { minutes } });
  }

  /** Gives one attempt back: it was no miss. */
  async giveBack(rule: ThrottleRule, subject: string): Promise<void> {
    await this.database.transaction(SYSTEM, async (tx) => {
      await tx.execute('DELETE FROM throttle WHERE key = $1 AND attempts = 1', [keyOf(rule, subject)]);
      await tx.execute('UPDATE throttle SET attempts = attempts - 1 WHERE key = $1 AND attempts > 1', [keyOf(rule, subject)]);
    });
  }

  /** Forgets all misses: the right person has shown who they are. */
  async forgive(rule: ThrottleRule, subject: string): Promise<void> {
    await this.database.transaction(SYSTEM, (tx) => tx.execute('DELETE FROM throttle WHERE key = $1', [keyOf(rule, subject)]));
  }
}

function keyOf(rule: ThrottleRule, subject: string): string {
  return sha256Hex(`${rule.name}\n${subject}`);
}

/** Rows that no longer hold anyone back go, a few at a time, so the table stays as small as the last quarter of an hour. */
async function forgetOld(tx: Transaction, now: Temporal.Instant): Promise<void> {
  await tx.execute(
    'DELETE FROM throttle WHERE key IN (SELECT key FROM throttle WHERE until <= $1 LIMIT 20 FOR UPDATE SKIP LOCKED)',
    [now.subtract({ minutes: 1 }).toString()],
  );
}
