import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource, Database, PUBLIC, startTestDatabase, SYSTEM, type ScratchDatabase, type TestDatabase } from '@app/database';
import { DomainError, StartError, type ProblemFields } from '@app/kernel';
import { CatalogueService } from './catalogue.service.js';
import { importCatalogue, type ImportOutcome } from './import-catalogue.js';
import { loadCatalogue, type LoadedCatalogue } from './load-catalogue.js';
import type { Procedure } from './procedure.js';

jest.setTimeout(60_000);

let server: TestDatabase;
let scratch: ScratchDatabase;
let connection: DataSource;
let database: Database;
const loaded = loadCatalogue();
const complete = loaded.procedures.length + loaded.groups.length;
const get = (code: string): Procedure => loaded.procedures.find((procedure) => procedure.code === code)!;
const birth = get('1.001193');

beforeAll(async () => {
  server = await startTestDatabase();
});
afterAll(() => server.stop());
beforeEach(async () => {
  scratch = await server.createScratch();
  connection = await createDataSource({ url: scratch.applicationUrl, role: 'application' }).initialize();
  database = new Database(connection);
});
afterEach(async () => {
  await connection.destroy();
  await scratch.drop();
});

const bring = (catalogue: LoadedCatalogue = loaded): Promise<ImportOutcome> => database.transaction(SYSTEM, (tx) => importCatalogue(tx, catalogue));
const count = async (where: string): Promise<number> =>
  (await database.transaction(SYSTEM, (tx) => tx.one<{ n: number }>(`SELECT count(*)::int AS n FROM procedure_version WHERE ${where}`))).n;
const changed = (edit: Partial<Procedure>): LoadedCatalogue => ({
  ...loaded,
  procedures: loaded.procedures.map((procedure) => (procedure === birth ? { ...procedure, ...edit } : procedure)),
});
/** The refusal of some work, as code and details. */
async function refusal(work: Promise<unknown>): Promise<{ code: string; details: ProblemFields }> {
  try {
    await work;
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, details: error.details };
    throw error;
  }
  throw new Error('it was not refused');
}

describe('importing the catalogue', () => {
  test('stores the skeletons and the published versions; a second time changes nothing', async () => {
    expect(await bring()).toEqual({ published: complete, skeletons: 549, keptLocal: [] });
    expect(await bring()).toEqual({ published: 0, skeletons: 0, keptLocal: [] });
    expect(await count("state = 'skeleton' AND version = 0")).toBe(549);
    expect(await count("state = 'published' AND effective_from = '2026-07-01' AND effective_until IS NULL AND code IN ('1.001193', '1.004873', '1.012786')")).toBe(3);
  });

  test('two processes that import at once store everything once', async () => {
    const outcomes = await Promise.all([bring(), bring()]);
    expect(outcomes.reduce((sum, { published }) => sum + published, 0)).toBe(complete);
    expect(await count('true')).toBe(549 + complete);
  });

  test('stores the text with the questions in their order, and its digest', async () => {
    await bring();
    const rows = await database.transaction(SYSTEM, (tx) =>
      tx.rows<{ code: string; same: boolean; document: string }>("SELECT code, digest = encode(sha256(convert_to(document, 'UTF8')), 'hex') AS same, document FROM procedure_version WHERE code IN ('1.001193', '1.004873', '1.012786') AND state = 'published' ORDER BY code"),
    );
    expect(rows.map(({ code, same }) => [code, same])).toEqual([['1.001193', true], ['1.004873', true], ['1.012786', true]]);
    const stored = JSON.parse(rows[0]!.document) as Procedure;
    expect(Object.keys(stored.declaration.properties)).toEqual(Object.keys(birth.declaration.properties));
  });

  test('finds a name by its folded form and its initials in the table, too', async () => {
    await bring();
    expect(await count("name_folded = 'thu tuc dang ky khai sinh' AND initials = 'ttdkks' AND field = 'Hộ tịch' AND version = 1")).toBe(1);
  });

  test('brings a skeleton up to date, and only that one', async () => {
    await bring();
    const [first, ...rest] = loaded.skeletons;
    expect(await bring({ ...loaded, skeletons: [{ ...first!, name: 'Tên mới' }, ...rest] })).toEqual({ published: 0, skeletons: 1, keptLocal: [] });
    expect(await count("name_vi = 'Tên mới'")).toBe(1);
  });

  test('refuses another content under a published number, and stores it under the next', async () => {
    await bring();
    const { code, details } = await refusal(bring(changed({ channels: ['counter'] })));
    expect(code).toBe('procedure.faulty');
    expect(details.params).toEqual({ code: '1.001193', fault: 'Phiên bản 1 đã được công bố với nội dung khác. Hãy tăng "version" rồi công bố phiên bản mới.' });
    expect(details.fields).toEqual([expect.objectContaining({ pointer: '/version', en: 'Version 1 is already published with another content. Raise "version" and publish a new one.' })]);
    expect(await bring(changed({ channels: ['counter'], version: 2 }))).toEqual({ published: 1, skeletons: 0, keptLocal: [] });
  });
});

describe('a published version', () => {
  test.each([
    ["UPDATE procedure_version SET digest = repeat('0', 64) WHERE version = 1", /published and cannot change/],
    ["UPDATE procedure_version SET effective_until = '2026-12-31' WHERE version = 1", /permission denied/],
    ['DELETE FROM procedure_version WHERE version = 1', /permission denied/],
    ['TRUNCATE procedure_version', /permission denied/],
    ["UPDATE procedure_version SET state = 'published' WHERE version = 0", /permission denied/],
  ])('cannot be changed by the application: %s', async (statement, reason) => {
    await bring();
    await expect(database.transaction(SYSTEM, (tx) => tx.execute(statement))).rejects.toThrow(reason);
  });

  test('not even the owner of the table changes or deletes it; a skeleton may go', async () => {
    await bring();
    const owner = await createDataSource({ url: scratch.migratorUrl, role: 'migrator' }).initialize();
    try {
      await expect(owner.query("UPDATE procedure_version SET document = '{}' WHERE version = 1")).rejects.toThrow(/version 1 of procedure 1\.\d+ is published and cannot change/);
      await expect(owner.query('DELETE FROM procedure_version WHERE version = 1')).rejects.toThrow(/published and cannot change/);
      await owner.query("DELETE FROM procedure_version WHERE code = '2.000884'");
      expect(await count("code = '2.000884'")).toBe(0);
    } finally {
      await owner.destroy();
    }
  });
});

describe('the service', () => {
  const service = async (): Promise<CatalogueService> => {
    const catalogue = new CatalogueService(database);
    await catalogue.onModuleInit();
    return catalogue;
  };

  test('refuses to start on an empty catalogue, and to answer before it was read', async () => {
    await expect(service()).rejects.toThrow(new StartError('The catalogue is empty: import it first (npm run -s admin -- import-catalogue).'));
    expect(() => new CatalogueService(database).catalogue).toThrow('the catalogue is asked before it was read; await refresh() first');
  });

  test('finds, describes and gives the version to receive by', async () => {
    await bring();
    const catalogue = await service();
    expect(catalogue.search('dkks', { limit: 1 }).map(({ code }) => code)).toEqual(['1.001193']);
    expect(catalogue.find('1.001193')?.versions).toHaveLength(1);
    expect(catalogue.find('9.999999')).toBeUndefined();
    expect(catalogue.versionInForce('1.012786', '2026-06-30')).toBeUndefined();
    expect(catalogue.describe('1.012786', '2026-11-23').limit.en).toBe('10 working days (not counted: the time of the public posting; the time the person takes to complete the dossier)');
    expect(catalogue.getReceivable('1.004873', '2026-11-23')).toEqual(get('1.004873'));
  });

  test('keeps a version as one object across a refresh, so that what was compiled for it is used again', async () => {
    await bring();
    const catalogue = await service();
    const before = await catalogue.getVersion('1.001193', 1);
    await catalogue.refresh();
    expect(await catalogue.getVersion('1.001193', 1)).toBe(before);
  });

  test('publishes a new version, which counts from its day on; the dossiers of the old one keep it', async () => {
    await bring();
    const catalogue = await service();
    const next: Procedure = { ...birth, version: 2, effective: { from: '2027-03-01' } };
    const stored = await database.transaction(SYSTEM, (tx) => catalogue.publish(tx, next));
    expect(stored).toMatchObject({ code: '1.001193', version: 2, isNew: true });
    expect(stored.digest).toMatch(/^[0-9a-f]{64}$/);
    await catalogue.refresh();
    expect(catalogue.versionInForce('1.001193', '2027-02-28')?.version).toBe(1);
    expect(catalogue.versionInForce('1.001193', '2027-03-01')?.version).toBe(2);
    expect((await catalogue.getVersion('1.001193', 1)).effective.from).toBe('2026-07-01');
  });

  test('finds a version another process published since it started, and says when there is none', async () => {
    await bring();
    const catalogue = await service();
    const elsewhere = await service();
    await database.transaction(SYSTEM, (tx) => elsewhere.publish(tx, { ...birth, version: 2 }));
    expect((await catalogue.getVersion('1.001193', 2)).version).toBe(2);
    expect(await refusal(catalogue.getVersion('1.001193', 3))).toEqual({ code: 'procedure.version-missing', details: { params: { code: '1.001193', version: 3 } } });
    expect(await refusal(catalogue.getVersion('2.000884', 0))).toMatchObject({ code: 'procedure.version-missing' });
  });

  test('does not publish a procedure that lacks a part, naming the part, and stores nothing', async () => {
    await bring();
    const catalogue = await service();
    const { timeLimit: _limit, result: _result, ...incomplete } = { ...birth, version: 2 };
    const { code, details } = await refusal(database.transaction(SYSTEM, (tx) => catalogue.publish(tx, incomplete)));
    expect(code).toBe('procedure.faulty');
    expect(details.params).toEqual({
      code: '1.001193',
      fault: 'Thiếu phần "thời hạn giải quyết" (timeLimit). Hãy bổ sung phần này. Thiếu phần "kết quả giải quyết" (result). Hãy bổ sung phần này.',
    });
    expect((await refusal(database.transaction(SYSTEM, (tx) => catalogue.publish(tx, null)))).details.params).toMatchObject({ code: '?' });
    expect(await count('version = 2')).toBe(0);
  });

  test('anyone may read it, signed in or not', async () => {
    await bring();
    const rows = await database.transaction(PUBLIC, (tx) => tx.rows('SELECT code FROM procedure_version WHERE version = 1'));
    expect(rows).toHaveLength(complete);
  });
});
