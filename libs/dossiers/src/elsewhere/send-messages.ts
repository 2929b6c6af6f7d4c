import { buffer } from 'node:stream/consumers';
import { Injectable, Inject } from '@nestjs/common';
import { systemPrincipal } from '@app/access';
import { Database, SYSTEM } from '@app/database';
import { Agencies, ExchangeError, type AgencyPort } from '@app/exchange';
import { DomainError, type Clock } from '@app/kernel';
import { Contents } from '@app/storage';
import { Acts } from '../acts.js';
import { CLOCK } from '../clock-token.js';

/** After so many answers that were none, a message is parked where an operator sees it. */
const TRIES = 8;
const MOST = 200;

interface Queued {
  readonly id: string;
  readonly dossier_id: string;
  readonly message: string;
  readonly body: string;
  readonly files: readonly string[];
  readonly queued_at: string;
}

/**
 * Empties the outbox of one system. Messages of one dossier go in their order; one that the system refuses, or answers with
 * nothing of meaning, holds up only its own dossier. A system that cannot be reached costs no try.
 */
@Injectable()
export class SendMessages {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
    private readonly acts: Acts,
    private readonly folder: Contents,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many were received @throws ExchangeError unreachable, not-connected: then the rest waits */
  async send(system: string, ignoreBackOff = false): Promise<number> {
    let received = 0;
    const tried: string[] = [];
    for (;;) {
      const next = await this.next(system, tried, ignoreBackOff);
      if (next.length === 0) return received;
      const port = this.agencies.get(system);
      for (const message of next) {
        tried.push(message.id);
        received += (await this.sendOne(port, system, message)) ? 1 : 0;
      }
    }
  }

  /** The first message of each dossier that has one and is not parked. */
  private next(system: string, tried: readonly string[], ignoreBackOff: boolean): Promise<Queued[]> {
    return this.database.transaction(SYSTEM, (tx) => tx.rows<Queued>(
      `select m.id, m.dossier_id, m.message, m.body, m.files, m.queued_at from elsewhere_message m
        where m.system = $1 and m.state = 'queued' and m.id <> all ($2) and ($3 or m.ready_at <= now())
          and not exists (select 1 from elsewhere_message before where before.dossier_id = m.dossier_id and before.state <> 'received' and (before.seq, before.n) < (m.seq, m.n))
        order by m.queued_at, m.id limit $4`, [system, tried, ignoreBackOff, MOST]));
  }

  private async sendOne(port: AgencyPort, system: string, message: Queued): Promise<boolean> {
    try {
      for (const sha256 of message.files) await this.sendFile(port, sha256);
      const { at } = await port.send({ id: message.id, body: message.body });
      if (message.message === 'case') await this.noteSent(system, message, at);
      await this.database.transaction(SYSTEM, (tx) => tx.execute(
        `update elsewhere_message set state = 'received', body = null, last_error = null, received_at = $2 where id = $1`, [message.id, this.clock.now().toString()]));
      return true;
    } catch (error) {
      if (!(error instanceof ExchangeError) || error.fault === 'unreachable' || error.fault === 'not-connected') throw error;
      await this.putBack(message.id, error);
      return false;
    }
  }

  /** A paper on file whose bytes lie in another archive goes by its digest alone. */
  private async sendFile(port: AgencyPort, sha256: string): Promise<void> {
    if (!(await this.folder.has(sha256))) return;
    await port.sendFile(sha256, await buffer(await this.folder.open(sha256)));
  }

  /** The agency may have acknowledged before its receipt reached us: then there is nothing left to say. */
  private async noteSent(system: string, { id, dossier_id }: Queued, at: string): Promise<void> {
    try {
      await this.acts.act({ id, dossierId: dossier_id, expectedVersion: null, event: 'sentElsewhere', data: { elsewhere: { at } } }, systemPrincipal(`agency:${system}`));
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'act.impossible') throw error;
    }
  }

  private async putBack(id: string, error: ExchangeError): Promise<void> {
    await this.database.transaction(SYSTEM, (tx) => tx.execute(
      `update elsewhere_message set tries = tries + 1, last_error = $2, state = case when $3 or tries + 1 >= $4 then 'parked' else state end,
         ready_at = now() + make_interval(secs => least(600, power(2, tries)) * (0.75 + random() / 2)) where id = $1`,
      [id, error.message.slice(0, 200), error.fault === 'refused', TRIES]));
  }
}
