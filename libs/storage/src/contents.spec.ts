import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sha256Hex, type DomainError } from '@app/kernel';
import { ContentFolder } from './content-folder.js';
import type { ContentFault, Contents } from './contents.js';
import { copyContents } from './copy-contents.js';
import { ObjectContents } from './object-contents.js';
import { startStandInS3, type StandInS3 } from './testing/stand-in-s3.js';

const PAPERS = Array.from({ length: 7 }, (_, n) => Buffer.from(`%PDF-1.4 paper ${n}`));
const [FIRST] = PAPERS as [Buffer];
const DIGEST = sha256Hex(FIRST);
const TWO_DAYS_AGO = new Date(Date.now() - 2 * 86_400_000);

let folder: string;
let s3: StandInS3;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-contents-'));
  s3 = await startStandInS3();
});
afterEach(async () => {
  await s3.stop();
  rmSync(folder, { recursive: true });
});

const keyOf = (sha256: string) => `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: DomainError) => error.code);
const opened = async (contents: Contents) => codeOf(contents.open(DIGEST).then(buffer));
async function all(contents: Contents): Promise<string[]> {
  const digests: string[] = [];
  for await (const sha256 of contents.list()) digests.push(sha256);
  return digests;
}

/** What every place must do, and how a test gets behind its back. */
const PLACES = {
  'a folder': {
    open: (): Contents => new ContentFolder(folder),
    overwrite: (sha256: string, bytes: Buffer) => writeFileSync(path.join(folder, keyOf(sha256)), bytes),
    age: (sha256: string) => utimesSync(path.join(folder, keyOf(sha256)), TWO_DAYS_AGO, TWO_DAYS_AGO),
  },
  'an object storage': {
    open: (): Contents => new ObjectContents(s3.connection),
    overwrite: (sha256: string, bytes: Buffer) => void (s3.objects.get(keyOf(sha256))!.bytes = bytes),
    age: (sha256: string) => void (s3.objects.get(keyOf(sha256))!.at = TWO_DAYS_AGO),
  },
};

describe.each(Object.entries(PLACES))('%s', (_name, { open, overwrite, age }) => {
  let contents: Contents;
  let faults: ContentFault[];

  beforeEach(() => {
    contents = open();
    faults = [];
    contents.watch((fault) => faults.push(fault));
  });

  test('gives out what it keeps, under its digest', async () => {
    expect(await contents.keep(FIRST)).toBe(DIGEST);
    expect((await buffer(await contents.open(DIGEST))).equals(FIRST)).toBe(true);
    expect([await contents.has(DIGEST), await contents.isIntact(DIGEST), faults]).toEqual([true, true, []]);
  });

  test('keeps even an empty content', async () => {
    const empty = await contents.keep(new Uint8Array());
    expect((await buffer(await contents.open(empty))).length).toBe(0);
  });

  test('never serves bytes that are not what their name says, and tells', async () => {
    await contents.keep(FIRST);
    overwrite(DIGEST, PAPERS[1]!);
    expect(await opened(contents)).toBe('file.damaged');
    expect([await contents.has(DIGEST), await contents.isIntact(DIGEST), faults]).toEqual([true, false, [{ sha256: DIGEST, fault: 'damaged' }]]);
  });

  test('one byte more is damage too, and keeping the content again heals it', async () => {
    await contents.keep(FIRST);
    overwrite(DIGEST, Buffer.concat([FIRST, Buffer.from(' ')]));
    expect(await opened(contents)).toBe('file.damaged');
    await contents.keep(FIRST);
    expect(await opened(contents)).toBe('done');
  });

  test('what is not there is told apart', async () => {
    expect(await opened(contents)).toBe('file.damaged');
    expect([await contents.has(DIGEST), await contents.isIntact(DIGEST), await contents.read(DIGEST), faults]).toEqual([false, false, undefined, [{ sha256: DIGEST, fault: 'missing' }]]);
  });

  test('takes from a stream only what its digest says', async () => {
    expect(await contents.take(DIGEST, Readable.from([FIRST.subarray(0, 4), FIRST.subarray(4)]))).toBe(FIRST.length);
    const other = sha256Hex('another');
    expect([await contents.take(other, Readable.from([FIRST])), await contents.has(other)]).toEqual([undefined, false]);
  });

  test('lists everything in order, page after page', async () => {
    const digests: string[] = [];
    for (const paper of PAPERS) digests.push(await contents.keep(paper));
    expect(await all(contents)).toEqual(digests.toSorted());
  });

  test('holds nothing at first', async () => {
    expect(await all(contents)).toEqual([]);
  });

  test('forgets what was not kept within a day', async () => {
    await contents.keep(FIRST);
    expect([await contents.forget(DIGEST), await contents.has(DIGEST)]).toEqual([false, true]);
    age(DIGEST);
    expect([await contents.forget(DIGEST), await contents.has(DIGEST)]).toEqual([true, false]);
  });

  test('kept again is fresh again', async () => {
    await contents.keep(FIRST);
    age(DIGEST);
    await contents.keep(FIRST);
    expect(await contents.forget(DIGEST)).toBe(false);
  });

  test('takes away at once; what is gone already is no fault', async () => {
    await contents.keep(FIRST);
    await contents.remove(DIGEST);
    await contents.remove(DIGEST);
    expect(await contents.has(DIGEST)).toBe(false);
  });
});

describe('an object storage', () => {
  test('holds contents under the names of a folder, so that either is copied to the other', async () => {
    const [bucket, disk] = [new ObjectContents(s3.connection), new ContentFolder(folder)];
    for (const paper of PAPERS) await bucket.keep(paper);
    const { contents, damaged } = await copyContents({ from: bucket, to: disk, contents: bucket.list() });
    expect([contents.map(keyOf), damaged]).toEqual([[...s3.objects.keys()].toSorted(), []]);
    s3.objects.clear();
    await copyContents({ from: disk, to: bucket, contents: disk.list() });
    expect([...s3.objects.keys()].toSorted()).toEqual(contents.map(keyOf));
  });

  test('that fails for a moment is asked again', async () => {
    s3.failures = 2;
    expect(await codeOf(new ObjectContents(s3.connection).keep(FIRST))).toBe('done');
  });

  test.each(['down', 'failing', 'hanging'] as const)('that is %s refuses for now, and is no damage', async (fault) => {
    const contents = new ObjectContents(s3.connection, 2000);
    const faults: ContentFault[] = [];
    contents.watch((heard) => faults.push(heard));
    await contents.keep(FIRST);
    s3.fault = fault;
    const codes = await Promise.all([contents.open(DIGEST), contents.isIntact(DIGEST), contents.keep(FIRST), contents.forget(DIGEST), contents.list().next()].map(codeOf));
    expect([new Set(codes), faults]).toEqual([new Set(['file.storage-away']), []]);
    s3.fault = 'none';
    expect(await opened(contents)).toBe('done');
  });

  test('that is full says so', async () => {
    s3.fault = 'full';
    expect(await codeOf(new ObjectContents(s3.connection, 2000).keep(FIRST))).toBe('file.no-space');
  });

  test('with a wrong key is a fault of the configuration, which names no key', async () => {
    const contents = new ObjectContents({ ...s3.connection, secretKey: 'some-other-secret' });
    await expect(contents.keep(FIRST)).rejects.toThrow(`the bucket mot-cua-files at ${s3.connection.endpoint} answered PUT with 403`);
  });

  test('without the bucket is one too: a lost bucket must not look empty', async () => {
    const contents = new ObjectContents({ ...s3.connection, bucket: 'another' });
    await expect(contents.list().next()).rejects.toThrow('is not there');
  });
});
