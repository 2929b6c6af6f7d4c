import { ExchangeError } from './exchange-error.js';
import { SIGNATURE_HEADER, TIME_HEADER, signatureOf } from './sign.js';

export interface HttpRules {
  /** How long one request may take with its answer. */
  readonly timeoutMs: number;
  /** The longest answer that is read. */
  readonly mostBytes: number;
}

export const DEFAULT_HTTP: HttpRules = { timeoutMs: 10_000, mostBytes: 25_000_000 };

/** Too many requests, or come back later: no answer to the matter. */
const LATER: ReadonlySet<number> = new Set([408, 425, 429]);

export interface Call {
  readonly method: 'GET' | 'PUT';
  readonly path: string;
  readonly body?: Uint8Array | string;
  readonly type?: string;
}

/** Signed HTTP with a system of somebody else: no request is waited for longer than agreed, no answer read that is longer. */
export class SignedHttp {
  /** @param address where its paths begin, without a slash at the end; @param key shared with that system */
  constructor(
    private readonly address: string,
    private readonly key: string,
    private readonly rules: HttpRules = DEFAULT_HTTP,
  ) {}

  /** @throws ExchangeError unreachable, refused, malformed */
  async call({ method, path, body = '', type }: Call): Promise<Uint8Array> {
    const url = new URL(`${this.address}${path}`);
    const time = new Date().toISOString();
    try {
      const response = await fetch(url, {
        method,
        redirect: 'error',
        signal: AbortSignal.timeout(this.rules.timeoutMs),
        headers: {
          [TIME_HEADER]: time,
          [SIGNATURE_HEADER]: signatureOf({ method, path: url.pathname + url.search, time, body }, this.key),
          ...(type === undefined ? {} : { 'content-type': type }),
        },
        ...(method === 'GET' ? {} : { body: body as string }),
      });
      if (response.status >= 500 || LATER.has(response.status)) throw new ExchangeError('unreachable', `HTTP ${response.status}`);
      if (!response.ok) throw new ExchangeError('refused', `HTTP ${response.status}`);
      return await this.read(response);
    } catch (error) {
      if (error instanceof ExchangeError) throw error;
      const { name, cause } = error as { name?: string; cause?: { code?: string } };
      throw new ExchangeError('unreachable', cause?.code ?? name ?? 'no answer', { cause: error });
    }
  }

  private async read(response: Response): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body ?? []) {
      size += part.length;
      if (size > this.rules.mostBytes) throw new ExchangeError('malformed', 'the answer is too long');
      parts.push(part);
    }
    return Buffer.concat(parts);
  }
}
