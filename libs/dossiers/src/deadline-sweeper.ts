import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { systemPrincipal } from '@app/access';
import { Database, SYSTEM } from '@app/database';
import { DomainError, type Clock } from '@app/kernel';
import type { ActData } from './act-command.js';
import { Acts, DEADLINE } from './acts.js';
import { CLOCK } from './clock-token.js';

const SWEEP_EVERY_MS = 5000;
const BATCH = 100;

interface DueRow {
  readonly id: string;
  readonly dossier_id: string;
  readonly event: string;
  /** Which record it is about: the act's data. */
  readonly params: ActData;
}

/**
 * Turns deadline rows whose time has come into ordinary acts of the system. It looks at due rows, however old, not at
 * recently changed dossiers, so a long wait ends too; one that fails never stops the others.
 */
@Injectable()
export class DeadlineSweeper implements BeforeApplicationShutdown {
  private readonly log = new Logger(DeadlineSweeper.name);
  private readonly stopped = new AbortController();
  private loop: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly acts: Acts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  start(): void {
    this.loop ??= this.run();
  }

  /** Before the connections go, which `onApplicationShutdown` closes. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped.abort();
    await this.loop;
  }

  private async run(): Promise<void> {
    while (!this.stopped.signal.aborted) {
      await this.sweep().catch((error: unknown) => this.log.error({ msg: 'deadlines could not be swept', error: String((error as Error).name) }));
      await pause(SWEEP_EVERY_MS, undefined, { signal: this.stopped.signal }).catch(() => undefined);
    }
  }

  /** Fires every deadline due by now; answers how many became acts. */
  async sweep(): Promise<number> {
    const tried: string[] = [];
    let fired = 0;
    for (;;) {
      const due = await this.claim(tried);
      if (due.length === 0) return fired;
      for (const row of due) fired += (await this.fire(row)) ? 1 : 0;
      tried.push(...due.map(({ id }) => id));
    }
  }

  /** Takes the next due rows that no other sweeper has in hand; those of one that was killed are free again after a minute. */
  private claim(tried: readonly string[]): Promise<DueRow[]> {
    return this.database.transaction(SYSTEM, (tx) => tx.rows<DueRow>(
      `with claimed as (
         update deadline set claimed_until = now() + interval '1 minute'
          where id in (
            select id from deadline where state = 'armed' and due_at <= $1 and id <> all ($2) and (claimed_until is null or claimed_until < now())
             order by due_at limit $3 for update skip locked)
         returning id, dossier_id, event, params, due_at)
       select id, dossier_id, event, params from claimed order by due_at`,
      [this.clock.now().toString(), tried, BATCH]));
  }

  /** The deadline's id is the command's: fired twice, it acts once. */
  private async fire(row: DueRow): Promise<boolean> {
    try {
      await this.acts.act({ id: row.id, dossierId: row.dossier_id, expectedVersion: null, event: row.event, data: row.params }, systemPrincipal(DEADLINE));
      return true;
    } catch (error) {
      await this.giveUpOrWait(row, error);
      return false;
    }
  }

  /**
   * An act no longer possible means the dossier went on without waiting. Another refusal needs an operator. A fault, such as a
   * lost connection, may pass: the row stays armed for the next sweep.
   */
  private async giveUpOrWait(row: DueRow, error: unknown): Promise<void> {
    if (error instanceof DomainError) {
      await this.settle(row.id, error.code === 'act.impossible' ? 'cancelled' : 'failed', error.code);
    } else {
      await this.database.transaction(SYSTEM, (tx) => tx.execute('update deadline set claimed_until = null where id = $1', [row.id])).catch(() => undefined);
      this.log.error({ msg: 'a deadline could not fall', dossier: row.dossier_id, event: row.event, error: (error as Error).name });
    }
  }

  private async settle(id: string, state: 'cancelled' | 'failed', error: string): Promise<void> {
    await this.database.transaction(SYSTEM, (tx) => tx.execute(`update deadline set state = $2, last_error = $3 where id = $1 and state = 'armed'`, [id, state, error]));
  }
}
