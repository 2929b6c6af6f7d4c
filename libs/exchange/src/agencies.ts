import type { AgencyPort } from './agency-port.js';
import { Breaker, DEFAULT_BREAKER, type BreakerRules } from './breaker.js';
import { ExchangeError } from './exchange-error.js';
import { HttpAgency } from './http-agency.js';
import { DEFAULT_HTTP, type HttpRules } from './signed-http.js';

/** Where an agency's system is, and the key shared with it. */
export interface AgencyConnection {
  readonly url: string;
  readonly key: string;
}

/** The systems of agencies the desk is connected to, by the name processes call them. */
export class Agencies {
  private readonly ports: ReadonlyMap<string, AgencyPort>;
  private readonly breakers: Breaker[] = [];

  constructor(connections: Readonly<Record<string, AgencyConnection>>, rules: { readonly http?: HttpRules; readonly breaker?: BreakerRules } = {}) {
    this.ports = new Map(Object.entries(connections).map(([system, { url, key }]) => {
      const breaker = new Breaker(rules.breaker ?? DEFAULT_BREAKER);
      this.breakers.push(breaker);
      return [system, withBreaker(new HttpAgency(url.replace(/\/+$/u, ''), key, rules.http ?? DEFAULT_HTTP), breaker)];
    }));
  }

  /** The systems that are connected, in the order of the configuration. */
  get systems(): readonly string[] {
    return [...this.ports.keys()];
  }

  /** Lets each system be asked again at once, also one that was away a moment ago. */
  askAnew(): void {
    for (const breaker of this.breakers) breaker.close();
  }

  /** @throws ExchangeError not-connected */
  get(system: string): AgencyPort {
    const port = this.ports.get(system);
    if (port === undefined) throw new ExchangeError('not-connected', 'no address is configured for this system');
    return port;
  }
}

function withBreaker(port: AgencyPort, breaker: Breaker): AgencyPort {
  return {
    send: (message) => breaker.call(() => port.send(message)),
    sendFile: (sha256, bytes) => breaker.call(() => port.sendFile(sha256, bytes)),
    events: (after) => breaker.call(() => port.events(after)),
    fetchResult: (result) => breaker.call(() => port.fetchResult(result)),
  };
}
