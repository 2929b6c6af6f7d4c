import { Breaker, DEFAULT_BREAKER, type BreakerRules } from '../breaker.js';
import { ExchangeError } from '../exchange-error.js';
import { HttpSource } from './http-source.js';
import { SOURCES, type SourceKey, type SourceOutcome, type SourceQuestion, type SourceRecord } from './source.js';

/** Where a source is, the key shared with it, and for which procedures its owner lets this desk ask. */
export interface SourceConnection {
  readonly url: string;
  readonly key: string;
  /** The document that allows it, by procedure code. */
  readonly licences: Readonly<Record<string, string>>;
  /** For how long an answer may be used again for the same question; {@link VALID_MINUTES} when left out. */
  readonly validMinutes?: number;
  /** How long a person at the counter is let wait; {@link PATIENCE_MS} when left out. */
  readonly timeoutMs?: number;
}

export type SourceConnections = Readonly<Partial<Record<SourceKey, SourceConnection>>>;

/** After so long the counter goes on with what is on file: somebody stands and waits. */
export const PATIENCE_MS = 2000;

/** A person's data change seldom, a parcel may be sold within the hour. */
export const VALID_MINUTES: Readonly<Record<SourceKey, number>> = { 'population-register': 60, 'civil-status-register': 60, 'land-register': 15, 'social-insurance': 60, 'welfare-register': 60 };

const LONGEST_ANSWER = 200_000;

interface Connected {
  readonly connection: SourceConnection;
  readonly port: HttpSource;
  readonly breaker: Breaker;
}

/** A question that was sent, once it has ended: nothing of whom it was about. */
export interface AskedSource {
  readonly source: SourceKey;
  readonly outcome: SourceOutcome;
  readonly seconds: number;
}

/** The national sources this desk is connected to. */
export class NationalSources {
  private readonly watchers: Array<(asked: AskedSource) => void> = [];
  private readonly connected: ReadonlyMap<SourceKey, Connected>;

  constructor(connections: SourceConnections, breaker: BreakerRules = DEFAULT_BREAKER) {
    this.connected = new Map(SOURCES.flatMap((key): Array<[SourceKey, Connected]> => {
      const connection = connections[key];
      if (connection === undefined) return [];
      const http = { timeoutMs: connection.timeoutMs ?? PATIENCE_MS, mostBytes: LONGEST_ANSWER };
      return [[key, { connection, port: new HttpSource(connection.url.replace(/\/+$/u, ''), connection.key, http), breaker: new Breaker(breaker) }]];
    }));
  }

  /** The sources that are connected, in the order of the list. */
  get keys(): readonly SourceKey[] {
    return [...this.connected.keys()];
  }

  /** Under which document a procedure may ask a source; nothing where it may not, or the source is not connected. */
  licenceOf(source: SourceKey, procedureCode: string): string | undefined {
    const licences = this.connected.get(source)?.connection.licences ?? {};
    return Object.hasOwn(licences, procedureCode) ? licences[procedureCode] : undefined;
  }

  /** For how many minutes an answer may be used again. */
  validMinutesOf(source: SourceKey): number {
    return this.connected.get(source)?.connection.validMinutes ?? VALID_MINUTES[source];
  }

  /** Whether the source failed several times in a row and is left alone for a while. */
  isResting(source: SourceKey): boolean {
    return this.connected.get(source)?.breaker.isOpen ?? false;
  }

  /** Has each question told that ends from now on. */
  watch(watcher: (asked: AskedSource) => void): void {
    this.watchers.push(watcher);
  }

  /** Tells whoever watches how a question ended, as it was judged. */
  tell(asked: AskedSource): void {
    for (const watcher of this.watchers) watcher(asked);
  }

  /** Lets each source be asked again at once. */
  askAnew(): void {
    for (const { breaker } of this.connected.values()) breaker.close();
  }

  /** Asks a source. @throws ExchangeError; not-connected where no address is configured */
  ask(source: SourceKey, question: SourceQuestion): Promise<readonly SourceRecord[]> {
    const found = this.connected.get(source);
    if (found === undefined) return Promise.reject(new ExchangeError('not-connected', 'no address is configured for this source'));
    return found.breaker.call(() => found.port.ask(question));
  }
}
