import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createDataSource, Database, SYSTEM, type ScratchDatabase } from '@app/database';
import { purgeDrafts, verifyJournal } from '@app/dossiers';
import { newId, sha256Hex } from '@app/kernel';
import { ContentFolder } from '@app/storage';
import { placeOf } from '../../apps/admin/src/back-up/file-list.js';
import { openManifest, sealManifest, type Manifest } from '../../apps/admin/src/back-up/manifest.js';
import { restoreBackUp, type RestoreReport } from '../../apps/admin/src/back-up/restore-back-up.js';
import { takeBackUp, type BackUpReport } from '../../apps/admin/src/back-up/take-back-up.js';
import type { FileDto } from '../../apps/desk/src/dossiers/dossier.dto.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { createEmptyDatabase } from '../support/empty-database.js';
import { prepare, toApproval, toReturn, type Preparation } from '../support/prepare.js';
import { BIRTH, MARITAL_STATUS, PEOPLE, smallPdf } from '../support/steps.js';

jest.setTimeout(120_000);

/** Where this test's back-ups and restored folders lie. */
const place = mkdtempSync(path.join(tmpdir(), 'mot-cua-back-ups-'));
const DRAFT = newId();
const CLERK = 'tiepnhan.bienhoa';

let desk: TestDesk;
let preparation: Preparation;
let returned: string;
let uploaded: FileDto;
const empties: ScratchDatabase[] = [];

const filesOf = (folder: string): string => path.join(folder, 'files');
const silently = (): void => undefined;
const rows = <T>(database: Database, sql: string): Promise<T[]> => database.transaction(SYSTEM, (tx) => tx.rows<T>(sql));
const back = (to: string, log: (line: string) => void = silently): Promise<BackUpReport> =>
  takeBackUp({ migratorUrl: desk.scratch.migratorUrl, filesFolder: filesOf(desk.folder), to: path.join(place, to), log });

async function newTarget(): Promise<{ database: ScratchDatabase; folder: string }> {
  empties.push(await createEmptyDatabase());
  return { database: empties.at(-1)!, folder: mkdtempSync(path.join(place, 'desk-')) };
}
const restore = (from: string, { database, folder }: Awaited<ReturnType<typeof newTarget>>, replace = false): Promise<RestoreReport> =>
  restoreBackUp({ migratorUrl: database.migratorUrl, filesFolder: filesOf(folder), from: path.join(place, from), replace, log: silently });

/** What a restore that came to nothing has left: tables and files. */
async function leftIn({ database, folder }: Awaited<ReturnType<typeof newTarget>>): Promise<[tables: number, files: number]> {
  const dataSource = await createDataSource({ url: database.migratorUrl, role: 'migrator' }).initialize();
  const [{ n }] = (await rows<{ n: number }>(new Database(dataSource), `select count(*)::int as n from pg_tables where schemaname = 'public'`)) as [{ n: number }];
  await dataSource.destroy();
  const files = existsSync(filesOf(folder)) ? readdirSync(filesOf(folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length : 0;
  return [n, files];
}

beforeAll(async () => {
  desk = await startTestDesk();
  preparation = await prepare(desk, BIRTH);
  returned = await preparation.receive();
  await preparation.go(returned, [...toApproval(), ['chutich.bienhoa', 'approve'], ...toReturn()]);
  for (const commune of ['bienhoa', 'trangbom', 'bienhoa']) await preparation.receive(commune);
  await desk.drain();
  const citizen = desk.citizen(PEOPLE.single.personalId);
  await citizen.put(`/api/citizen/drafts/${DRAFT}`, { procedureCode: MARITAL_STATUS, data: { purpose: 'loan' } });
  uploaded = (await citizen.upload<FileDto>(`/api/citizen/files?draft=${DRAFT}&component=residence-proof`, 'xác nhận cư trú.pdf', smallPdf('ở đây'))).body;
});
afterAll(async () => {
  await desk?.stop();
  for (const empty of empties) await empty.drop().catch(silently);
  rmSync(place, { recursive: true, force: true });
});

describe('the machine burns down while the desk is at work', () => {
  let report: BackUpReport;
  let restored: RestoreReport;
  let second: TestDesk;
  let liveRows: Array<{ dossier_id: string; seq: number; hash: string }>;

  beforeAll(async () => {
    let over = false;
    const work = async (commune: string): Promise<void> => {
      do {
        const id = await preparation.receive(commune);
        await preparation.go(id, toApproval(commune));
        await desk.drain();
      } while (!over);
    };
    const counters = ['bienhoa', 'trangbom'].map(work);
    await pause(200);
    report = await back('monday').finally(() => {
      over = true;
    });
    await Promise.all(counters);
    liveRows = await rows(desk.asOwner, 'select dossier_id, seq, hash from journal');
    const target = await newTarget();
    restored = await restore('monday', target);
    second = await startTestDesk('2026-11-23T09:30', { on: target });
  });
  afterAll(() => second?.stop());

  const both = async <T>(sql: string): Promise<[T[], T[]]> => [await rows<T>(desk.asOwner, sql), await rows<T>(second.asOwner, sql)];

  test('the back-up is one folder for its owner alone, and says what it holds', () => {
    const folder = path.join(place, 'monday');
    expect(report).toMatchObject({ folder, shared: 0, missing: [] });
    expect(readdirSync(place).filter((name) => name.startsWith('monday'))).toEqual(['monday']);
    expect(readdirSync(folder).toSorted()).toEqual(['database', 'files', 'files.sha256', 'manifest.json']);
    const modes = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => statSync(path.join(entry.parentPath, entry.name)).mode & 0o777);
    expect([statSync(folder).mode & 0o777, new Set(modes)]).toEqual([0o700, new Set([0o600])]);
  });

  test('its list of files is one that sha256sum can check', () => {
    const lines = readFileSync(path.join(place, 'monday', 'files.sha256'), 'utf8').split('\n').slice(0, -1);
    expect(lines).toHaveLength(report.files);
    for (const line of lines) {
      const [sha256 = '', file = ''] = line.split('  ');
      expect(sha256Hex(readFileSync(path.join(place, 'monday', file)))).toBe(sha256);
    }
  });

  test('all of its moment is restored, and nothing after it: every journal verifies and ends at its dossier’s version', async () => {
    expect(restored).toMatchObject({ takenAt: report.takenAt, tables: report.tables, rows: report.rows, files: report.files, migrated: [], missing: [], anchored: true });
    expect(restored.journal).toEqual({ dossiers: report.journal.dossiers, rows: report.journal.rows, faults: [] });
    const there = await rows<{ dossier_id: string; seq: number; hash: string }>(second.asOwner, 'select dossier_id, seq, hash from journal');
    const live = new Map(liveRows.map(({ dossier_id, seq, hash }) => [`${dossier_id} ${seq}`, hash]));
    expect(there.filter(({ dossier_id, seq, hash }) => live.get(`${dossier_id} ${seq}`) !== hash)).toEqual([]);
    expect(there.length).toBe(report.journal.rows);
    expect(liveRows.length).toBeGreaterThan(there.length);
  });

  test('the application’s own role finds the same', async () => {
    const dataSource = await createDataSource({ url: second.scratch.applicationUrl, role: 'application' }).initialize();
    expect((await verifyJournal(new Database(dataSource))).faults).toEqual([]);
    await dataSource.destroy();
  });

  test('a dossier that was closed before is there as it was, in every table', async () => {
    for (const table of ['dossier', 'dossier_person', 'dossier_declaration', 'dossier_component', 'handover', 'clock_entry', 'result', 'effect', 'act_detail']) {
      const [live, there] = await both<object>(`select * from ${table} where ${table === 'dossier' ? 'id' : 'dossier_id'} = '${returned}' order by 1, 2, 3`);
      expect(there).toEqual(live);
      expect(live.length).toBeGreaterThan(0);
    }
  });

  test('every paper and file that a row names opens, to the byte', async () => {
    const named = await rows<{ sha256: string }>(second.asOwner, 'select sha256 from paper union select sha256 from file');
    expect(named.length).toBeGreaterThan(5);
    for (const { sha256 } of named) expect(sha256Hex(readFileSync(path.join(second.folder, placeOf(sha256))))).toBe(sha256);
    const [{ id }] = (await rows<{ id: string }>(second.asOwner, `select id from paper where dossier_id = '${returned}' and form = 'result'`)) as [{ id: string }];
    const papers = await Promise.all([desk, second].map((each) => each.officer(CLERK).bytes(`/api/dossiers/${returned}/papers/${id}.pdf`)));
    expect(papers.map(({ status }) => status)).toEqual([200, 200]);
    expect(papers[1]!.body).toEqual(papers[0]!.body);
    const file = await second.citizen(PEOPLE.single.personalId).bytes(`/api/citizen/files/${uploaded.id}`);
    expect([file.status, Buffer.from(file.body)]).toEqual([200, Buffer.from(smallPdf('ở đây'))]);
  });

  test('sessions of before are gone; officers sign in with their passwords and go on', async () => {
    const takenOver = await rows(second.asOwner, `select 1 from session s where s.created_at < timestamptz '2026-11-23T09:30+07'`);
    expect(takenOver).toEqual([]);
    const { status, body } = await second.officer(CLERK).get<{ code: string }>(`/api/dossiers/${returned}`);
    expect([status, body.code]).toEqual([200, 'H19.26.01-261123-0001']);
  });

  test('the next dossier has the next number', async () => {
    const codes = async (): Promise<string[]> => (await rows<{ code: string }>(second.asOwner, `select code from dossier where code like 'H19.26.01-%' order by code`)).map(({ code }) => code);
    const before = await codes();
    await (await prepare(second, BIRTH)).receive();
    expect(await codes()).toEqual(Array.from({ length: before.length + 1 }, (_, index) => `H19.26.01-261123-${String(index + 1).padStart(4, '0')}`));
    expect((await verifyJournal(second.asOwner)).faults).toEqual([]);
  });

  test('effects that had not run when the back-up was taken run now', async () => {
    // What the burnt machine had in hand is free again after its lease; the test does not wait for that.
    await second.asOwner.transaction(SYSTEM, (tx) => tx.execute('update lane set leased_until = now()'));
    await second.drain();
    expect(await rows(second.asOwner, 'select 1 from effect where done_at is null')).toEqual([]);
  });

  test('a further back-up beside it shares its files instead of writing them again', async () => {
    const tuesday = await back('tuesday');
    expect(tuesday.shared).toBeGreaterThanOrEqual(report.files);
    const [sha256] = readdirSync(path.join(place, 'monday', 'files'), { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 64);
    expect(statSync(path.join(place, 'tuesday', 'files', sha256!)).ino).toBe(statSync(path.join(place, 'monday', 'files', sha256!)).ino);
  });
});

describe('a back-up is not believed', () => {
  beforeAll(() => back('sound'));

  /** Spoils a copy of the sound back-up; answers the copy's name. */
  const spoiled = (spoil: (folder: string) => void): string => {
    const name = `spoiled-${newId()}`;
    cpSync(path.join(place, 'sound'), path.join(place, name), { recursive: true });
    spoil(path.join(place, name));
    return name;
  };
  const flip = (file: string): void => {
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(file, bytes);
  };
  const reseal = (folder: string, change: (manifest: Manifest) => Manifest): void => {
    const file = path.join(folder, 'manifest.json');
    writeFileSync(file, sealManifest(change(openManifest(readFileSync(file, 'utf8'), folder))));
  };
  const someFile = (folder: string): string => readdirSync(path.join(folder, 'files'), { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 64).toSorted().at(-1)!;

  test.each<[string, (folder: string) => void, (folder: string) => string]>([
    ['one bit of a table flipped', (folder) => flip(path.join(folder, 'database', 'journal.copy.zst')), () => 'database/journal.copy.zst differs from its digest.'],
    ['a table missing', (folder) => rmSync(path.join(folder, 'database', 'unit.copy.zst')), () => 'database/unit.copy.zst is missing.'],
    ['one bit of a file flipped', (folder) => flip(path.join(folder, 'files', someFile(folder))), (folder) => `files/${someFile(folder)} differs from its digest.`],
    ['a file missing', (folder) => rmSync(path.join(folder, 'files', someFile(folder))), () => `files/${someFile(path.join(place, 'sound'))} is missing.`],
    ['one bit of the list of files flipped', (folder) => flip(path.join(folder, 'files.sha256')), () => 'files.sha256 differs from its manifest.'],
    ['one bit of the manifest flipped', (folder) => flip(path.join(folder, 'manifest.json')), () => 'manifest.json differs from its seal.'],
  ])('with %s it is refused by the name of the part, and nothing is restored', async (_what, spoil, part) => {
    const name = spoiled(spoil);
    const target = await newTarget();
    await expect(restore(name, target)).rejects.toMatchObject({ name: 'StartError', message: `The back-up in ${path.join(place, name)} is damaged: ${part(path.join(place, name))} Nothing was restored; take another back-up.` });
    expect(await leftIn(target)).toEqual([0, 0]);
  });

  test('what fails while tables are loaded undoes all of it, schema and files too; the sound one then goes in', async () => {
    const name = spoiled((folder) => reseal(folder, (manifest) => ({
      ...manifest, database: { ...manifest.database, tables: manifest.database.tables.map((table) => (table.name === 'paper' ? { ...table, rows: table.rows + 1 } : table)) },
    })));
    const target = await newTarget();
    await expect(restore(name, target)).rejects.toThrow(/^database\/paper\.copy\.zst gave \d+ rows, but the back-up says \d+\.$/);
    expect(await leftIn(target)).toEqual([0, 0]);
    expect((await restore('sound', target)).journal.faults).toEqual([]);
  });

  test('of a version to come, it is refused', async () => {
    const name = spoiled((folder) => reseal(folder, (manifest) => ({ ...manifest, database: { ...manifest.database, migrations: [...manifest.database.migrations, 'Tomorrow1900000000000'] } })));
    await expect(restore(name, await newTarget())).rejects.toThrow('this program does not know the change "Tomorrow1900000000000" of the schema');
  });

  test('a journal that was tampered with before is restored as it was, and told', async () => {
    const tamper = (how: string): Promise<number> => desk.asOwner.transaction(SYSTEM, (tx) => tx.execute(`update journal set at = at ${how} interval '1 minute' where dossier_id = '${returned}' and seq = 3`));
    await tamper('-');
    await back('tampered');
    await tamper('+');
    const report = await restore('tampered', await newTarget());
    expect([report.journal.faults, report.anchored]).toEqual([[{ dossier: returned, seq: 3, fault: 'the columns differ from the sealed text' }], true]);
  });
});

describe('what must not be lost by accident', () => {
  test('a database or a folder that holds something is not restored into', async () => {
    await back('once');
    const over = { database: desk.scratch, folder: mkdtempSync(path.join(place, 'desk-')) };
    await expect(restore('once', over)).rejects.toThrow('The database is not empty: "act_detail" has rows. Restore into an empty one, or say --replace everything to lose what it holds.');
    await expect(restore('once', over, true)).rejects.toThrow(/^The database is in use by \d+ other connections; stop every desk and worker before replacing what it holds\.$/);
    const target = await newTarget();
    await new ContentFolder(filesOf(target.folder)).keep(Buffer.from('something else'));
    await expect(restore('once', target)).rejects.toThrow('holds files that are not of the back-up.');
    expect(await leftIn(target)).toEqual([0, 1]);
  });

  test('asked for by its word, it is replaced whole', async () => {
    const target = await newTarget();
    await restore('once', target);
    await new ContentFolder(filesOf(target.folder)).keep(Buffer.from('something else'));
    const report = await restore('once', target, true);
    expect([report.journal.faults, (await leftIn(target))[1]]).toEqual([[], report.files]);
  });

  test('a back-up is not written over', async () => {
    const before = readFileSync(path.join(place, 'once', 'manifest.json'), 'utf8');
    await expect(back('once')).rejects.toThrow(`${path.join(place, 'once')} holds something already; name a new folder for each back-up, such as ${path.join(place, 'once', 'monday')}.`);
    expect(readFileSync(path.join(place, 'once', 'manifest.json'), 'utf8')).toBe(before);
  });

  test('a file that is damaged comes from an earlier back-up beside the new one', async () => {
    const restoreFile = damageUploaded((file) => writeFileSync(file, readFileSync(file).subarray(1)));
    const { missing } = await back('healed').finally(restoreFile);
    expect(missing).toEqual([]);
    expect(readFileSync(path.join(place, 'healed', placeOf(uploaded.sha256)))).toEqual(Buffer.from(smallPdf('ở đây')));
  });

  test.each<[string, (file: string) => void]>([
    ['damaged', (file) => writeFileSync(file, readFileSync(file).subarray(1))],
    ['lost', (file) => rmSync(file)],
  ])('without one, a file that is %s is told, and all else is backed up and restored', async (what, damage) => {
    const lines: string[] = [];
    const restoreFile = damageUploaded(damage);
    const { missing } = await back(`${what}/alone`, (line) => lines.push(line)).finally(restoreFile);
    expect(missing).toEqual([uploaded.sha256]);
    expect(lines).toContain(`file ${uploaded.sha256} is named by the database, but lost or damaged`);
    const report = await restore(`${what}/alone`, await newTarget());
    expect([report.missing, report.journal.faults]).toEqual([[uploaded.sha256], []]);
  });
});

/** Does something to the file that was uploaded; answers how to undo it. */
function damageUploaded(damage: (file: string) => void): () => void {
  const file = path.join(desk.folder, placeOf(uploaded.sha256));
  const bytes = readFileSync(file);
  damage(file);
  return () => writeFileSync(file, bytes);
}

describe('on a machine that fails', () => {
  const children: ChildProcess[] = [];
  afterAll(() => children.forEach((child) => child.kill('SIGKILL')));

  /** The command as an operator runs it. */
  const command = (before: string, ...args: string[]): { child: ChildProcess; told: () => string; ended: Promise<number | null> } => {
    let told = '';
    const child = spawn('sh', ['-c', `${before} exec "$0" --import ./test/support/source-loader.mjs apps/admin/src/main.ts "$@"`, process.execPath, ...args], {
      env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: desk.scratch.applicationUrl, DATABASE_MIGRATOR_URL: desk.scratch.migratorUrl, DATA_FOLDER: desk.folder }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (told += text.toString()));
    return { child, told: () => told, ended: new Promise((resolve) => child.once('close', resolve)) };
  };

  test('the command says what it did, in words and as one object', async () => {
    const words = command('', 'back-up', '--to', path.join(place, 'words'));
    expect(await words.ended).toBe(0);
    expect(words.told()).toMatch(/\d+ rows of \d+ tables and \d+ files as of 20\d\d-\S+Z, \d+ bytes written in [\d.]+ s\.\nThe journal has \d+ rows of \d+ dossiers and ends with [0-9a-f]{64}\.\n$/);
    const object = command('', 'back-up', '--json', '--to', path.join(place, 'object'));
    expect(await object.ended).toBe(0);
    expect(JSON.parse(object.told().split('\n').at(-2)!)).toMatchObject({ folder: path.join(place, 'object'), missing: [], journal: { anchor: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect([PEOPLE.mother.name, PEOPLE.mother.personalId, 'xác nhận cư trú'].filter((each) => words.told().includes(each))).toEqual([]);
  });

  test('a full disk is told in one sentence, and leaves nothing', async () => {
    const { ended, told } = command('ulimit -f 40;', 'back-up', '--to', path.join(place, 'too-big'));
    expect(await ended).toBe(1);
    expect(told().trim().split('\n').at(-1)).toBe(`There is no room for the back-up in ${place}; make some, or name a folder on another disk. Nothing of it was left there.`);
    expect(readdirSync(place).filter((name) => name.startsWith('too-big'))).toEqual([]);
  });

  test('killed half-way, it leaves nothing that restore takes for a back-up', async () => {
    // A pipe that nobody writes to: the back-up stops at this file.
    const sha256 = 'f'.repeat(64);
    const pipe = path.join(filesOf(desk.folder), 'ff', 'ff', sha256);
    mkdirSync(path.dirname(pipe), { recursive: true });
    execFileSync('mkfifo', [pipe]);
    const { child, ended, told } = command('', 'back-up', '--to', path.join(place, 'half'));
    const files = (): number => readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) => name.startsWith('half.unfinished-') && /[0-9a-f]{64}$/.test(name)).length;
    while (files() < 5) await pause(20);
    child.kill('SIGKILL');
    await ended;
    rmSync(pipe);
    expect(told()).toContain('journal: ');
    const [half] = readdirSync(place).filter((name) => name.startsWith('half'));
    expect(half).toMatch(/^half\.unfinished-/);
    const target = await newTarget();
    await expect(restore(half!, target)).rejects.toThrow(`${path.join(place, half!)} holds no whole back-up: it has no manifest.json, which is written last.`);
    await expect(restore('half', target)).rejects.toThrow('holds no whole back-up');
    expect(await leftIn(target)).toEqual([0, 0]);
  });

  test('stale drafts that go meanwhile wait with their files until it has them', async () => {
    const file = path.join(desk.folder, placeOf(uploaded.sha256));
    utimesSync(file, 0, 0);
    await desk.asOwner.transaction(SYSTEM, (tx) => tx.execute(`update draft set saved_at = now() - interval '31 days' where id = $1`, [DRAFT]));
    const application = await createDataSource({ url: desk.scratch.applicationUrl, role: 'application' }).initialize();
    let purge: Promise<number> | undefined;
    const report = await back('night', (line) => {
      // The tables are done when the first of them is told; the files are not.
      purge ??= line.startsWith('act_detail') ? purgeDrafts(new Database(application), new ContentFolder(filesOf(desk.folder))) : undefined;
    });
    expect([await purge, existsSync(file), report.missing]).toEqual([1, false, []]);
    await application.destroy();
    expect((await restore('night', await newTarget())).missing).toEqual([]);
  });
});
