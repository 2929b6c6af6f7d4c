/**
 * Why an exchange with an agency's system came to nothing.
 *
 * - `not-connected`: no address is configured for this system
 * - `unreachable`: no answer in time, no connection, or a fault of the server; it may pass by itself
 * - `refused`: the system understood and said no; asking again changes nothing
 * - `malformed`: an answer that is not what was agreed, such as an empty one
 * - `wrong-digest`: bytes or a receipt with another digest than announced
 */
export type ExchangeFault = 'not-connected' | 'unreachable' | 'refused' | 'malformed' | 'wrong-digest';

/** An exchange that came to nothing; its message holds no personal data. */
export class ExchangeError extends Error {
  constructor(
    readonly fault: ExchangeFault,
    detail: string,
    options?: { readonly cause?: unknown },
  ) {
    super(`${fault}: ${detail}`, options);
    this.name = 'ExchangeError';
  }

  /** Whether the answer was waited for in vain, which a person is told otherwise than that nobody is there. */
  get isLate(): boolean {
    return this.fault === 'unreachable' && (this.cause as { name?: unknown } | undefined)?.name === 'TimeoutError';
  }
}
