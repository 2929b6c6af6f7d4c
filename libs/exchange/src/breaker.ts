import { ExchangeError } from './exchange-error.js';

export interface BreakerRules {
  /** After so many failures in a row nobody calls for a while. */
  readonly failures: number;
  /** How long nobody calls; then one call is let through to see. */
  readonly restMs: number;
}

export const DEFAULT_BREAKER: BreakerRules = { failures: 3, restMs: 15_000 };

/**
 * Keeps a desk from waiting at a server that does not answer: after a few failures in a row it refuses at once, and lets a single
 * call through after a rest. Only what may pass by itself counts as a failure of the server.
 */
export class Breaker {
  private failed = 0;
  private openUntil = 0;
  private trying = false;

  /** @param now milliseconds; a test lets them pass */
  constructor(
    private readonly rules: BreakerRules = DEFAULT_BREAKER,
    private readonly now: () => number = Date.now,
  ) {}

  /** Whether a call would be refused at once. */
  get isOpen(): boolean {
    return this.failed >= this.rules.failures && (this.trying || this.now() < this.openUntil);
  }

  /** Forgets the failures: the next call is let through. */
  close(): void {
    this.failed = 0;
  }

  /** @throws ExchangeError unreachable while it is open; else what the call throws */
  async call<T>(work: () => Promise<T>): Promise<T> {
    if (this.isOpen) throw new ExchangeError('unreachable', 'not called after several failures in a row');
    this.trying = this.failed >= this.rules.failures;
    try {
      const answer = await work();
      this.failed = 0;
      return answer;
    } catch (error) {
      if (error instanceof ExchangeError && error.fault === 'unreachable') {
        this.failed += 1;
        this.openUntil = this.now() + this.rules.restMs;
      } else {
        this.failed = 0;
      }
      throw error;
    } finally {
      this.trying = false;
    }
  }
}
