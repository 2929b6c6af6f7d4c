import { Inject, Injectable, Logger } from '@nestjs/common';
import { systemPrincipal } from '@app/access';
import { Database, SYSTEM } from '@app/database';
import { Agencies, ExchangeError, type AgencyEvent, type AgencyPort } from '@app/exchange';
import { DomainError, idOf, type Clock } from '@app/kernel';
import { Contents, checkContent } from '@app/storage';
import { describe } from '@app/workflow';
import type { ActData, ToldElsewhere } from '../act-command.js';
import { Acts } from '../acts.js';
import { CLOCK } from '../clock-token.js';
import { getDossier, storedOf } from '../dossier-row.js';
import { DossierWorld } from '../dossier-world.js';
import { actOfEvent } from './acts-of-event.js';

/** After so many tries an event that cannot be carried out is parked where an operator sees it, and the others go on. */
const TRIES = 8;

type Settled = { readonly state: 'applied' | 'refused' | 'parked'; readonly error?: string };

/**
 * Reads the feed of an agency's system from where it was read to, and turns each event into an act of the system: in order, each
 * exactly once. What comes twice, in another order or with gaps changes nothing: an event is taken when all before it are settled.
 */
@Injectable()
export class ReadFeed {
  private readonly log = new Logger(ReadFeed.name);

  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
    private readonly acts: Acts,
    private readonly world: DossierWorld,
    private readonly folder: Contents,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many events were settled @throws ExchangeError when the feed or a paper could not be had: then it is read again later */
  async read(system: string): Promise<number> {
    const port = this.agencies.get(system);
    let settled = await this.retryParked(system, port);
    for (;;) {
      const { read_to: before } = await this.database.transaction(SYSTEM, (tx) => tx.one<{ read_to: number }>('select read_to::int from exchange_cursor where system = $1', [system]));
      const next = inOrder(await port.events(before), before);
      if (next.length === 0) return settled;
      for (const event of next) {
        await this.settle(system, event, await this.carryOutOrPark(system, port, event));
        settled += 1;
      }
    }
  }

  /** Events an operator wants tried again; the feed keeps them. */
  private async retryParked(system: string, port: AgencyPort): Promise<number> {
    const wanted = await this.database.transaction(SYSTEM, (tx) => tx.rows<{ number: number }>(
      `select number::int from elsewhere_event where system = $1 and state = 'parked' and error = 'retry' order by number`, [system]));
    for (const { number } of wanted) {
      const event = (await port.events(number - 1)).find((each) => each.number === number);
      if (event !== undefined) await this.record(system, event, await this.carryOut(system, port, event));
    }
    return wanted.length;
  }

  /** @throws what may pass by itself, until it has happened too often */
  private async carryOutOrPark(system: string, port: AgencyPort, event: AgencyEvent): Promise<Settled> {
    try {
      return await this.carryOut(system, port, event);
    } catch (error) {
      // A server that is away costs no try: nothing is known of the event itself.
      if (error instanceof ExchangeError && error.fault === 'unreachable') throw error;
      const { tries } = await this.database.transaction(SYSTEM, (tx) => tx.one<{ tries: number }>('update exchange_cursor set tries = tries + 1 where system = $1 returning tries', [system]));
      if (tries < TRIES) throw error;
      this.log.error({ msg: 'an event of an agency is parked', system, number: event.number, kind: event.kind });
      return { state: 'parked', error: sentenceOf(error) };
    }
  }

  /** @throws ExchangeError when a paper cannot be had, and whatever is no refusal */
  private async carryOut(system: string, port: AgencyPort, event: AgencyEvent): Promise<Settled> {
    const known = await this.database.transaction(SYSTEM, (tx) => tx.maybeOne<{ waits: boolean }>(
      `select exists (select 1 from elsewhere_event e where e.dossier_id = c.dossier_id and e.system = $2 and e.state = 'parked' and e.number < $3) as waits
         from elsewhere_case c where c.dossier_id = $1 and c.system = $2`, [event.caseId, system, event.number]));
    // A system tells of its own cases only.
    if (known === undefined) return { state: 'refused', error: 'case.unknown' };
    if (known.waits) return { state: 'parked', error: 'waits for the one before' };
    try {
      await this.act(system, port, event);
      return { state: 'applied' };
    } catch (error) {
      if (error instanceof DomainError) return { state: 'refused', error: error.code };
      throw error;
    }
  }

  private async act(system: string, port: AgencyPort, event: AgencyEvent): Promise<void> {
    const { dossier, procedure, machine } = await this.database.transaction(SYSTEM, async (tx) => {
      const row = await getDossier(tx, event.caseId);
      return { dossier: row, ...(await this.world.procedure(row.procedure_code, row.procedure_version)) };
    });
    const paper = event.result === undefined ? undefined : await this.fetch(port, event.result);
    const { event: act, data } = actOfEvent(event, procedure, paper);
    const isDecision = act === 'grantedElsewhere' || act === 'refusedElsewhere';
    // Who decides although the citizen asked to withdraw has declined the wish.
    if (isDecision && describe(machine, storedOf(dossier)).status === 7) await this.send(system, `${event.id}:withdrawal`, event.caseId, 'withdrawalDeclinedElsewhere', { elsewhere: { at: event.at } });
    await this.send(system, event.id, event.caseId, act, data);
  }

  /** The event's id is the command's: heard twice, it acts once. */
  private async send(system: string, id: string, dossierId: string, event: string, data: ActData): Promise<void> {
    await this.acts.act({ id: idOf(`${system}:${id}`), dossierId, expectedVersion: null, event, data }, systemPrincipal(`agency:${system}`));
  }

  /** Keeps the bytes of the agency's paper; they are what was announced, and a PDF. */
  private async fetch(port: AgencyPort, result: NonNullable<AgencyEvent['result']>): Promise<NonNullable<ToldElsewhere['paper']>> {
    const bytes = await port.fetchResult(result);
    const kind = await checkContent(bytes).catch(() => undefined);
    if (kind !== 'application/pdf') throw new ExchangeError('malformed', 'the paper is no PDF');
    const sha256 = await this.folder.keep(bytes);
    return { sha256, size: bytes.length, pages: pagesOf(bytes), number: result.number, issuedOn: result.issuedOn };
  }

  private async settle(system: string, event: AgencyEvent, settled: Settled): Promise<void> {
    await this.record(system, event, settled);
    await this.database.transaction(SYSTEM, (tx) => tx.execute('update exchange_cursor set read_to = $2, tries = 0 where system = $1 and read_to = $2 - 1', [system, event.number]));
  }

  private async record(system: string, event: AgencyEvent, { state, error }: Settled): Promise<void> {
    await this.database.transaction(SYSTEM, (tx) => tx.execute(
      `insert into elsewhere_event (system, number, event_id, dossier_id, kind, at, seen_at, state, error)
       select $1, $2, $3, (select dossier_id from elsewhere_case where dossier_id = $4 and system = $1), $5, $6, $7, $8, $9
       on conflict (system, number) do update set state = excluded.state, error = excluded.error, seen_at = excluded.seen_at`,
      [system, event.number, event.id, event.caseId, event.kind, event.at, this.clock.now().toString(), state, error ?? null]));
  }
}

/** The events that follow on one settled without a gap, each once, in their order. */
export function inOrder(events: readonly AgencyEvent[], after: number): AgencyEvent[] {
  const byNumber = new Map(events.map((event) => [event.number, event]));
  const next: AgencyEvent[] = [];
  for (let event = byNumber.get(after + 1); event !== undefined; event = byNumber.get(event.number + 1)) next.push(event);
  return next;
}

/** How many pages a PDF says it has; one where its objects are packed. */
function pagesOf(bytes: Uint8Array): number {
  return Math.max(1, Buffer.from(bytes).toString('latin1').match(/\/Type\s*\/Page(?![a-zA-Z])/gu)?.length ?? 0);
}

function sentenceOf(error: unknown): string {
  return error instanceof ExchangeError ? error.message.slice(0, 200) : error instanceof Error ? error.name : 'unknown';
}
