import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import type { ObjectStorage } from '@app/configuration';
import { DomainError, sha256Hex } from '@app/kernel';
import { Contents } from './contents.js';

/** How long one request may take, its body included. */
const TIME_OUT_MS = 60_000;

/** A storage behind a busy proxy answers 5xx for a moment. */
const TRIES = { retries: 2, initRetryMs: 100 };

/**
 * Contents in a bucket of an S3-compatible storage, under the same names as in a folder: `ab/cd/abcd…`, so that either is
 * copied to the other by any tool. A content appears whole or not at all, since the storage itself compares what arrives with the digest that is signed.
 */
export class ObjectContents extends Contents {
  readonly place: string;
  private readonly client: AwsClient;
  private readonly bucket: string;

  /** @param timeOutMs how long one request may take */
  constructor({ endpoint, bucket, region, accessKey, secretKey }: ObjectStorage, private readonly timeOutMs = TIME_OUT_MS) {
    super();
    this.bucket = `${endpoint.replace(/\/+$/, '')}/${bucket}`;
    this.place = `the bucket ${bucket} at ${endpoint}`;
    this.client = new AwsClient({ accessKeyId: accessKey, secretAccessKey: secretKey, service: 's3', region, ...TRIES });
  }

  async keep(bytes: Uint8Array): Promise<string> {
    const sha256 = sha256Hex(bytes);
    await discard(await this.ask('PUT', keyOf(sha256), { bytes, sha256 }));
    return sha256;
  }

  async take(sha256: string, content: Readable): Promise<number | undefined> {
    const chunks: Buffer[] = [];
    for await (const chunk of content as AsyncIterable<Buffer>) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    if (sha256Hex(bytes) !== sha256) return undefined;
    await this.keep(bytes);
    return bytes.length;
  }

  async read(sha256: string): Promise<Readable | undefined> {
    const answer = await this.ask('GET', keyOf(sha256));
    if (answer.status === 404) return discard(answer);
    if (answer.body === null) return Readable.from([]);
    // Whoever reads hears of a broken line; a stream that nobody reads any more must not end the process.
    return Readable.fromWeb(answer.body).on('error', () => undefined);
  }

  async keptAt(sha256: string): Promise<Temporal.Instant | undefined> {
    const answer = await this.ask('HEAD', keyOf(sha256));
    if (answer.status === 404) return undefined;
    return Temporal.Instant.fromEpochMilliseconds(Date.parse(answer.headers.get('last-modified') ?? ''));
  }

  async *list(): AsyncGenerator<string> {
    for (let token: string | undefined = ''; token !== undefined;) {
      const answer = await this.ask('GET', `?list-type=2${token === '' ? '' : `&continuation-token=${encodeURIComponent(token)}`}`);
      if (answer.status === 404) throw new Error(`${this.place} is not there`);
      const page = await answer.text();
      // Keys of ours need no unescaping, and other ones are not ours.
      for (const [, sha256] of page.matchAll(/<Key>[0-9a-f]{2}\/[0-9a-f]{2}\/([0-9a-f]{64})<\/Key>/g)) yield sha256!;
      token = /<IsTruncated>true</.test(page) ? unescape(/<NextContinuationToken>([^<]+)</.exec(page)?.[1]) : undefined;
    }
  }

  async remove(sha256: string): Promise<void> {
    await discard(await this.ask('DELETE', keyOf(sha256)));
  }

  /** An answer of the storage: 2xx, or 404 where that tells something. */
  private async ask(method: 'DELETE' | 'GET' | 'HEAD' | 'PUT', what: string, body?: { readonly bytes: Uint8Array; readonly sha256: string }): Promise<Response> {
    const answer = await this.client.fetch(`${this.bucket}${what}`, {
      method, signal: AbortSignal.timeout(this.timeOutMs),
      ...(body && { body: Buffer.from(body.bytes), headers: { 'x-amz-content-sha256': body.sha256 } }),
    }).catch((error: unknown) => {
      throw away(error);
    });
    if (answer.ok || (answer.status === 404 && method !== 'PUT')) return answer;
    await discard(answer);
    if (answer.status === 507) throw new DomainError('file.no-space');
    const cause = new Error(`${this.place} answered ${method} with ${answer.status}`);
    throw answer.status >= 500 || answer.status === 429 ? away(cause) : cause;
  }
}

const keyOf = (sha256: string): string => `/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;

/** Reads to the end what nobody wants, so that the connection is free again. */
async function discard(answer: Response): Promise<undefined> {
  await answer.arrayBuffer().catch(() => undefined);
}

const unescape = (text: string | undefined): string | undefined =>
  text?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

function away(cause: unknown): DomainError {
  const refusal = new DomainError('file.storage-away');
  refusal.cause = cause;
  return refusal;
}
