import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource, Database, startTestDatabase, SYSTEM, type TestDatabase } from '@app/database';
import { MovableClock, newId, sha256Hex, type DomainError } from '@app/kernel';
import { ContentFolder } from './content-folder.js';
import { cleanFileName, FileStore } from './file-store.js';
import { EICAR, startStandInClamd } from './testing/stand-in-clamd.js';
import { VirusScanner } from './virus-scanner.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n');
const CLERK = { kind: 'officer', id: newId() } as const;

let server: TestDatabase;
let dataSource: DataSource;
let database: Database;
let folder: string;
let store: FileStore;

beforeAll(async () => {
  server = await startTestDatabase();
  dataSource = await createDataSource({ url: server.applicationUrl, role: 'application' }).initialize();
  database = new Database(dataSource);
}, 60_000);

afterAll(async () => {
  await dataSource?.destroy();
  await server?.stop();
}, 30_000);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-files-'));
  store = new FileStore(database, new ContentFolder(folder), new MovableClock('2026-11-23T02:00:00Z'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Every file below the folder, by its path within. */
const kept = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name);

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: DomainError) => error.code,
  );
}

test('what goes in comes out: the same bytes, with who, when and what for', async () => {
  const draftId = newId();
  const put = await store.put(SYSTEM, { content: Readable.from([PDF.subarray(0, 9), PDF.subarray(9)]), name: 'Giấy chứng sinh.PDF', uploadedBy: CLERK, draftId, componentKey: 'birth-notice' });
  expect(put).toEqual({
    id: expect.any(String),
    sha256: sha256Hex(PDF),
    size: PDF.length,
    mediaType: 'application/pdf',
    name: 'Giấy chứng sinh.pdf',
    createdAt: expect.stringMatching(/^2026-11-23T02:00:00(\.0+)?Z$/),
    uploadedBy: CLERK,
    dossierId: null,
    draftId,
    componentKey: 'birth-notice',
  });
  const { file, stream } = await store.open(SYSTEM, put.id);
  expect(file).toEqual(put);
  expect((await buffer(stream)).equals(PDF)).toBe(true);
});

test('equal contents lie on the disk once, as two files', async () => {
  const one = await store.put(SYSTEM, { content: PDF, name: 'a.pdf', uploadedBy: CLERK });
  const other = await store.put(SYSTEM, { content: PDF, name: 'b.pdf', uploadedBy: CLERK });
  expect(one.id).not.toBe(other.id);
  expect(kept()).toEqual([sha256Hex(PDF)]);
});

describe('what is refused leaves nothing behind', () => {
  const count = () => database.transaction(SYSTEM, (tx) => tx.one<{ n: number }>('SELECT count(*)::integer AS n FROM file'));

  test('a virus, and what could not be scanned', async () => {
    const clamd = await startStandInClamd();
    try {
      const guarded = new FileStore(database, new ContentFolder(folder), new MovableClock('2026-11-23T02:00:00Z'), { scanner: new VirusScanner(clamd.address) });
      const put = (content: Buffer) => codeOf(guarded.put(SYSTEM, { content, name: 'a.pdf', uploadedBy: CLERK }));
      const before = await count();
      expect([await put(Buffer.from(EICAR)), await put(Buffer.concat([PDF, Buffer.from(EICAR)]))]).toEqual(['file.infected', 'file.infected']);
      clamd.fault = 'dropping';
      expect(await put(PDF)).toBe('file.scanner-away');
      expect([kept(), await count()]).toEqual([[], before]);
      clamd.fault = 'none';
      expect(await put(PDF)).toBe('done');
    } finally {
      await clamd.stop();
    }
  });

  test('a file larger than its limit, which is named', async () => {
    const before = await count();
    const big = Readable.from((function* () {
      yield PDF;
      for (;;) yield Buffer.alloc(100_000);
    })());
    const refusal = await store.put(SYSTEM, { content: big, name: 'a.pdf', uploadedBy: CLERK, limitBytes: 2_000_000 }).catch((error: DomainError) => error);
    expect(refusal).toMatchObject({ code: 'file.too-large', details: { params: { limit: 2 } } });
    expect([kept(), await count()]).toEqual([[], before]);
  });

  test('a file exactly at its limit passes, one byte more does not', async () => {
    const put = (limitBytes: number) => codeOf(store.put(SYSTEM, { content: PDF, name: 'a.pdf', uploadedBy: CLERK, limitBytes }));
    expect([await put(PDF.length), await put(PDF.length - 1)]).toEqual(['done', 'file.too-large']);
  });

  test('more than a draft or a dossier may hold, also when it comes at once; what is taken out makes room', async () => {
    const small = new FileStore(database, new ContentFolder(folder), new MovableClock('2026-11-23T02:00:00Z'), { limits: { file: 1000 * PDF.length, total: 3 * PDF.length } });
    const draftId = newId();
    const put = () => codeOf(small.put(SYSTEM, { content: PDF, name: 'a.pdf', uploadedBy: CLERK, draftId, componentKey: 'x' }));
    expect((await Promise.all([put(), put(), put(), put(), put()])).toSorted()).toEqual(['done', 'done', 'done', 'file.quota', 'file.quota']);
    const [first] = await database.transaction(SYSTEM, (tx) => small.ofDraft(tx, draftId));
    await database.transaction(SYSTEM, (tx) => small.removeFromDraft(tx, first!.id));
    expect([await put(), await put()]).toEqual(['done', 'file.quota']);
  });

  test('no bytes, or another kind', async () => {
    const before = await count();
    expect(await codeOf(store.put(SYSTEM, { content: new Uint8Array(), name: 'a.pdf', uploadedBy: CLERK }))).toBe('file.empty');
    expect(await codeOf(store.put(SYSTEM, { content: Buffer.from('MZ\x90\x00 program', 'latin1'), name: 'a.pdf', uploadedBy: CLERK }))).toBe('file.kind');
    expect([kept(), await count()]).toEqual([[], before]);
  });

  test.each(['ENOSPC', 'EDQUOT'])('a disk that is full half-way (%s)', async (code) => {
    const full = new ContentFolder(folder, async (file, bytes) => {
      writeFileSync(file, bytes.subarray(0, 10));
      throw Object.assign(new Error('no space left on device'), { code });
    });
    expect(await codeOf(full.keep(PDF))).toBe('file.no-space');
    expect(kept()).toEqual([]);
  });

  test('any other failure of the disk is no refusal, but a fault', async () => {
    const broken = new ContentFolder(folder, () => Promise.reject(Object.assign(new Error('broken'), { code: 'EIO' })));
    await expect(broken.keep(PDF)).rejects.toMatchObject({ code: 'EIO' });
    expect(kept()).toEqual([]);
  });
});

describe('the files of a draft', () => {
  test('go over to the dossier it became', async () => {
    const [draftId, dossierId] = [newId(), newId()];
    const { id } = await store.put(SYSTEM, { content: PDF, name: 'a.pdf', uploadedBy: CLERK, draftId });
    const moved = await database.transaction(SYSTEM, (tx) => store.moveToDossier(tx, draftId, dossierId));
    const [ofDraft, ofDossier] = await database.transaction(SYSTEM, (tx) => Promise.all([store.ofDraft(tx, draftId), store.ofDossier(tx, dossierId)]));
    expect([moved, ofDraft, ofDossier.map((file) => file.id)]).toEqual([1, [], [id]]);
  });

  test('may be taken back; those of a dossier may not', async () => {
    const draftId = newId();
    const { id } = await store.put(SYSTEM, { content: PDF, name: 'a.pdf', uploadedBy: CLERK, draftId });
    const { id: filed } = await store.put(SYSTEM, { content: PDF, name: 'a.pdf', uploadedBy: CLERK, dossierId: newId() });
    const remove = (file: string) => codeOf(database.transaction(SYSTEM, (tx) => store.removeFromDraft(tx, file)));
    expect([await remove(id), await remove(id), await remove(filed)]).toEqual(['done', 'not-found', 'not-found']);
  });
});

test('a file nobody knows is not found', async () => {
  expect(await codeOf(store.open(SYSTEM, newId()))).toBe('not-found');
});

describe('a file name', () => {
  test.each([
    ['Giấy khai sinh.pdf', 'Giấy khai sinh.pdf'],
    ['C:\\Users\\be\\scan 1.PDF', 'scan 1.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['ảnh.exe', 'ảnh.pdf'],
    ['gpj\u202efdp.exe', 'gpjfdp.pdf'],
    ['a\u0000b"<>|:*?.pdf', 'ab.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['   ', 'tep.pdf'],
    [`${'d'.repeat(300)}.pdf`, `${'d'.repeat(120)}.pdf`],
  ])('%j becomes %j', (given, cleaned) => {
    expect(cleanFileName(given.normalize('NFD'), 'application/pdf')).toBe(cleaned.normalize('NFC'));
  });
});
