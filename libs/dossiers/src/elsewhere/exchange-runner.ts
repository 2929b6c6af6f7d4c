import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database, SYSTEM } from '@app/database';
import { Agencies, ExchangeError } from '@app/exchange';
import { ReadFeed } from './read-feed.js';
import { SendMessages } from './send-messages.js';

const EVERY_MS = 2000;
/** A system whose runner died is free again after this long; longer than one request may take. */
const LEASE_SECONDS = 60;

/**
 * Goes the rounds of the agencies' systems: sends what waits for each and reads what it has to tell. One round at a time for each
 * system, whichever process makes it; one that is away is asked again later and later, at most once a minute.
 */
@Injectable()
export class ExchangeRunner implements BeforeApplicationShutdown {
  private readonly log = new Logger(ExchangeRunner.name);
  private readonly stopped = new AbortController();
  private loop: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
    private readonly messages: SendMessages,
    private readonly feed: ReadFeed,
  ) {}

  start(): void {
    this.loop ??= this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped.abort();
    await this.loop;
  }

  private async run(): Promise<void> {
    while (!this.stopped.signal.aborted) {
      await this.round().catch((error: unknown) => this.log.error({ msg: 'the agencies could not be gone round', error: (error as Error).name }));
      await pause(EVERY_MS, undefined, { signal: this.stopped.signal }).catch(() => undefined);
    }
  }

  /**
   * Goes round all systems once.
   * @param ignoreBackOff also those that were away a moment ago: for commands and tests
   * @returns how much was sent and heard
   */
  async round({ ignoreBackOff = false } = {}): Promise<number> {
    if (ignoreBackOff) this.agencies.askAnew();
    const done = await Promise.all(this.agencies.systems.map((system) => this.visit(system, ignoreBackOff)));
    return done.reduce((sum, each) => sum + each, 0);
  }

  private async visit(system: string, ignoreBackOff: boolean): Promise<number> {
    const lease = randomUUID();
    const claimed = await this.database.transaction(SYSTEM, async (tx) => {
      await tx.execute('insert into exchange_cursor (system) values ($1) on conflict do nothing', [system]);
      return tx.execute(
        `update exchange_cursor set lease = $2, leased_until = now() + make_interval(secs => $3)
          where system = (select system from exchange_cursor where system = $1 and ($4 or ready_at <= now()) and (leased_until is null or leased_until < now()) for update skip locked)`,
        [system, lease, LEASE_SECONDS, ignoreBackOff]);
    });
    if (claimed === 0) return 0;
    try {
      const sent = await this.messages.send(system, ignoreBackOff);
      const heard = await this.feed.read(system);
      await this.release(system, lease);
      return sent + heard;
    } catch (error) {
      await this.release(system, lease, error);
      return 0;
    }
  }

  private async release(system: string, lease: string, error?: unknown): Promise<void> {
    if (error === undefined) {
      await this.database.transaction(SYSTEM, (tx) => tx.execute(
        'update exchange_cursor set lease = null, leased_until = null, failures = 0, last_error = null, failing_since = null, heard_at = now(), ready_at = now() where system = $1 and lease = $2', [system, lease]));
      return;
    }
    const sentence = error instanceof ExchangeError ? error.message.slice(0, 200) : (error as Error).name;
    this.log.warn({ msg: 'a system of an agency could not be served', system, error: sentence });
    await this.database.transaction(SYSTEM, (tx) => tx.execute(
      `update exchange_cursor set lease = null, leased_until = null, failures = failures + 1, last_error = $3, failing_since = coalesce(failing_since, now()),
         ready_at = now() + make_interval(secs => least(60, power(2, least(failures, 6))) * (0.75 + random() / 2)) where system = $1 and lease = $2`, [system, lease, sentence]));
  }
}
