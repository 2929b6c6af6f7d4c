import { sha256Hex } from '@app/kernel';
import type { AgencyEvent, AgencyMessage, AgencyPort, AgencyResult, Receipt } from './agency-port.js';
import { readEvents, readReceipt } from './answers.js';
import { ExchangeError } from './exchange-error.js';
import { DEFAULT_HTTP, SignedHttp, type HttpRules } from './signed-http.js';

/** An agency's system reached over HTTP: each request signed, none waited for longer than agreed. */
export class HttpAgency implements AgencyPort {
  private readonly http: SignedHttp;

  /** @param address where its paths begin, without a slash at the end; @param key shared with the agency */
  constructor(address: string, key: string, rules: HttpRules = DEFAULT_HTTP) {
    this.http = new SignedHttp(address, key, rules);
  }

  async send({ id, body }: AgencyMessage): Promise<Receipt> {
    const answer = await this.http.call({ method: 'PUT', path: `/messages/${encodeURIComponent(id)}`, body, type: 'application/json' });
    return readReceipt(text(answer), { id, sha256: sha256Hex(body) });
  }

  async sendFile(sha256: string, bytes: Uint8Array): Promise<Receipt> {
    const answer = await this.http.call({ method: 'PUT', path: `/files/${sha256}`, body: bytes, type: 'application/octet-stream' });
    return readReceipt(text(answer), { id: sha256, sha256 });
  }

  async events(after: number): Promise<readonly AgencyEvent[]> {
    return readEvents(text(await this.http.call({ method: 'GET', path: `/events?after=${after}` })));
  }

  async fetchResult({ id, sha256 }: Pick<AgencyResult, 'id' | 'sha256'>): Promise<Uint8Array> {
    const bytes = await this.http.call({ method: 'GET', path: `/results/${encodeURIComponent(id)}` });
    if (sha256Hex(bytes) !== sha256) throw new ExchangeError('wrong-digest', 'the paper is not what was announced');
    return bytes;
  }
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
