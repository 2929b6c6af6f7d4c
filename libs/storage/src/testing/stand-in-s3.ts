import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { ObjectStorage } from '@app/configuration';

/** What the stand-in may be made to suffer from. */
export type StorageFault = 'none' | 'down' | 'failing' | 'hanging' | 'full';

interface StoredObject {
  bytes: Buffer;
  at: Date;
}

/** A running stand-in for an S3-compatible storage. */
export interface StandInS3 {
  readonly connection: ObjectStorage;
  /** What lies in the bucket, by key; a test may change it behind the desk's back. */
  readonly objects: Map<string, StoredObject>;
  fault: StorageFault;
  /** How many of the next requests fail before it is well again. */
  failures: number;
  stop(): Promise<void>;
}

/** Small, so that a test sees a second page. */
const PAGE = 3;

const SECRET = 'stand-in-secret-key';
const BUCKET = 'mot-cua-files';
const REGION = 'vn-south-1';

/** Starts a real HTTP server that keeps objects in memory, checks every signature (AWS Signature Version 4) and every digest. */
export async function startStandInS3(): Promise<StandInS3> {
  const objects = new Map<string, StoredObject>();
  const server = createServer((request, response) => void answer(request, response));
  const standIn: StandInS3 = {
    connection: { endpoint: '', bucket: BUCKET, region: REGION, accessKey: 'stand-in', secretKey: SECRET },
    objects, fault: 'none', failures: 0,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request);
    if (standIn.fault === 'down') return void request.socket.destroy();
    if (standIn.fault === 'hanging') return;
    if (standIn.fault === 'full') return void response.writeHead(507).end();
    if (standIn.fault === 'failing' || standIn.failures > 0) {
      standIn.failures -= 1;
      return void response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>');
    }
    if (!isSigned(request)) return void response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
    serve(objects, request, body, response);
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return Object.assign(standIn, { connection: { ...standIn.connection, endpoint: `http://127.0.0.1:${port}` } });
}

function serve(objects: Map<string, StoredObject>, { method, url = '', headers }: IncomingMessage, body: Buffer, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(url, 'http://stand-in');
  const [, bucket, ...rest] = pathname.split('/');
  if (bucket !== BUCKET) return void response.writeHead(404).end('<Error><Code>NoSuchBucket</Code></Error>');
  const key = rest.join('/');
  if (searchParams.get('list-type') === '2') return void response.writeHead(200, { 'content-type': 'application/xml' }).end(list([...objects.keys()].toSorted(), searchParams.get('continuation-token')));
  if (method === 'PUT') {
    if (createHash('sha256').update(body).digest('hex') !== headers['x-amz-content-sha256']) return void response.writeHead(400).end('<Error><Code>XAmzContentSHA256Mismatch</Code></Error>');
    objects.set(key, { bytes: body, at: new Date() });
    return void response.writeHead(200).end();
  }
  if (method === 'DELETE') {
    objects.delete(key);
    return void response.writeHead(204).end();
  }
  const found = objects.get(key);
  if (found === undefined) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-length': found.bytes.length, 'last-modified': found.at.toUTCString() }).end(method === 'HEAD' ? undefined : found.bytes);
}

/** One page of the listing, with a token that needs escaping as real ones do. */
function list(keys: readonly string[], token: string | null): string {
  const from = token === null ? 0 : Number(token.split('&')[1]);
  const more = from + PAGE < keys.length;
  const next = more ? `<NextContinuationToken>next&amp;${from + PAGE}</NextContinuationToken>` : '';
  const contents = keys.slice(from, from + PAGE).map((key) => `<Contents><Key>${key}</Key></Contents>`).join('');
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${contents}</ListBucketResult>`;
}

/** Whether the request was signed with the secret key: worked out anew from what arrived. */
function isSigned({ method = '', url = '', headers }: IncomingMessage): boolean {
  const parts = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(headers.authorization ?? '');
  if (parts === null) return false;
  const [, , day = '', region = '', signedHeaders = '', signature] = parts;
  const { pathname, searchParams } = new URL(url, 'http://stand-in');
  searchParams.sort();
  const query = [...searchParams].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  const head = signedHeaders.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`).join('');
  const canonical = [method, pathname, query, head, signedHeaders, headers['x-amz-content-sha256']].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${SECRET}`);
  return region === REGION && hmac(key, toSign).toString('hex') === signature;
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
