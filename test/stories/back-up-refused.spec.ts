import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createDataSource, Database, SYSTEM } from '@app/database';
import { purgeDrafts } from '@app/dossiers';
import { newId } from '@app/kernel';
import { ContentFolder } from '@app/storage';
import { placeOf } from '../../apps/admin/src/back-up/file-list.js';
import { openManifest, sealManifest, type Manifest } from '../../apps/admin/src/back-up/manifest.js';
import { filesOf, leftIn, startBackUpPlace, UPLOADED, type BackUpPlace } from '../support/back-up-place.js';
import { PEOPLE } from '../support/steps.js';

jest.setTimeout(120_000);

let place: BackUpPlace;

beforeAll(async () => {
  place = await startBackUpPlace();
});
afterAll(() => place?.stop());

describe('a back-up is not believed', () => {
  beforeAll(() => place.back('sound'));

  /** Spoils a copy of the sound back-up; answers the copy's name. */
  const spoiled = (spoil: (folder: string) => void): string => {
    const name = `spoiled-${newId()}`;
    cpSync(path.join(place.folder, 'sound'), path.join(place.folder, name), { recursive: true });
    spoil(path.join(place.folder, name));
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
    ['a file missing', (folder) => rmSync(path.join(folder, 'files', someFile(folder))), () => `files/${someFile(path.join(place.folder, 'sound'))} is missing.`],
    ['one bit of the list of files flipped', (folder) => flip(path.join(folder, 'files.sha256')), () => 'files.sha256 differs from its manifest.'],
    ['one bit of the manifest flipped', (folder) => flip(path.join(folder, 'manifest.json')), () => 'manifest.json differs from its seal.'],
  ])('with %s it is refused by the name of the part, and nothing is restored', async (_what, spoil, part) => {
    const name = spoiled(spoil);
    const target = await place.newTarget();
    await expect(place.restore(name, target)).rejects.toMatchObject({ name: 'StartError', message: `The back-up in ${path.join(place.folder, name)} is damaged: ${part(path.join(place.folder, name))} Nothing was restored; take another back-up.` });
    expect(await leftIn(target)).toEqual([0, 0]);
  });

  test('what fails while tables are loaded undoes all of it, schema and files too; the sound one then goes in', async () => {
    const name = spoiled((folder) => reseal(folder, (manifest) => ({
      ...manifest, database: { ...manifest.database, tables: manifest.database.tables.map((table) => (table.name === 'paper' ? { ...table, rows: table.rows + 1 } : table)) },
    })));
    const target = await place.newTarget();
    await expect(place.restore(name, target)).rejects.toThrow(/^database\/paper\.copy\.zst gave \d+ rows, but the back-up says \d+\.$/);
    expect(await leftIn(target)).toEqual([0, 0]);
    expect((await place.restore('sound', target)).journal.faults).toEqual([]);
  });

  test('of a version to come, it is refused', async () => {
    const name = spoiled((folder) => reseal(folder, (manifest) => ({ ...manifest, database: { ...manifest.database, migrations: [...manifest.database.migrations, 'Tomorrow1900000000000'] } })));
    await expect(place.restore(name, await place.newTarget())).rejects.toThrow('this program does not know the change "Tomorrow1900000000000" of the schema');
  });

  test('a journal that was tampered with before is restored as it was, and told', async () => {
    const tamper = (how: string): Promise<number> => place.desk.asOwner.transaction(SYSTEM, (tx) => tx.execute(`update journal set at = at ${how} interval '1 minute' where dossier_id = '${place.returned}' and seq = 3`));
    await tamper('-');
    await place.back('tampered');
    await tamper('+');
    const report = await place.restore('tampered', await place.newTarget());
    expect([report.journal.faults, report.anchored]).toEqual([[{ dossier: place.returned, seq: 3, fault: 'the columns differ from the sealed text' }], true]);
  });
});

describe('what must not be lost by accident', () => {
  test('a database or a folder that holds something is not restored into', async () => {
    await place.back('once');
    const over = { database: place.desk.scratch, folder: mkdtempSync(path.join(place.folder, 'desk-')) };
    await expect(place.restore('once', over)).rejects.toThrow('The database is not empty: "act_detail" has rows. Restore into an empty one, or say --replace everything to lose what it holds.');
    // A desk that nobody uses lets its connections go after a while; this one is held.
    const application = await createDataSource({ url: place.desk.scratch.applicationUrl, role: 'application' }).initialize();
    const held = application.createQueryRunner();
    await held.connect();
    await expect(place.restore('once', over, true)).rejects.toThrow(/^The database is in use by \d+ other connections; stop every desk and worker before replacing what it holds\.$/);
    await held.release();
    await application.destroy();
    const target = await place.newTarget();
    await new ContentFolder(filesOf(target.folder)).keep(Buffer.from('something else'));
    await expect(place.restore('once', target)).rejects.toThrow('holds files that are not of the back-up.');
    expect(await leftIn(target)).toEqual([0, 1]);
  });

  test('asked for by its word, it is replaced whole', async () => {
    const target = await place.newTarget();
    await place.restore('once', target);
    await new ContentFolder(filesOf(target.folder)).keep(Buffer.from('something else'));
    const report = await place.restore('once', target, true);
    expect([report.journal.faults, (await leftIn(target))[1]]).toEqual([[], report.files]);
  });

  test('a back-up is not written over', async () => {
    const before = readFileSync(path.join(place.folder, 'once', 'manifest.json'), 'utf8');
    await expect(place.back('once')).rejects.toThrow(`${path.join(place.folder, 'once')} holds something already; name a new folder for each back-up, such as ${path.join(place.folder, 'once', 'monday')}.`);
    expect(readFileSync(path.join(place.folder, 'once', 'manifest.json'), 'utf8')).toBe(before);
  });

  test('a file that is damaged comes from an earlier back-up beside the new one', async () => {
    const restoreFile = damageUploaded((file) => writeFileSync(file, readFileSync(file).subarray(1)));
    const { missing } = await place.back('healed').finally(restoreFile);
    expect(missing).toEqual([]);
    expect(readFileSync(path.join(place.folder, 'healed', placeOf(place.uploaded.sha256)))).toEqual(Buffer.from(UPLOADED));
  });

  test.each<[string, (file: string) => void]>([
    ['damaged', (file) => writeFileSync(file, readFileSync(file).subarray(1))],
    ['lost', (file) => rmSync(file)],
  ])('without one, a file that is %s is told, and all else is backed up and restored', async (what, damage) => {
    const lines: string[] = [];
    const restoreFile = damageUploaded(damage);
    const { missing } = await place.back(`${what}/alone`, (line) => lines.push(line)).finally(restoreFile);
    expect(missing).toEqual([place.uploaded.sha256]);
    expect(lines).toContain(`file ${place.uploaded.sha256} is named by the database, but lost or damaged`);
    const report = await place.restore(`${what}/alone`, await place.newTarget());
    expect([report.missing, report.journal.faults]).toEqual([[place.uploaded.sha256], []]);
  });
});

/** Does something to the file that was uploaded; answers how to undo it. */
function damageUploaded(damage: (file: string) => void): () => void {
  const file = path.join(place.desk.folder, placeOf(place.uploaded.sha256));
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
      env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: place.desk.scratch.applicationUrl, DATABASE_MIGRATOR_URL: place.desk.scratch.migratorUrl, DATA_FOLDER: place.desk.folder }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (told += text.toString()));
    return { child, told: () => told, ended: new Promise((resolve) => child.once('close', resolve)) };
  };

  test('the command says what it did, in words and as one object', async () => {
    const words = command('', 'back-up', '--to', path.join(place.folder, 'words'));
    expect(await words.ended).toBe(0);
    expect(words.told()).toMatch(/\d+ rows of \d+ tables and \d+ files as of 20\d\d-\S+Z, \d+ bytes written in [\d.]+ s\.\nThe journal has \d+ rows of \d+ dossiers and ends with [0-9a-f]{64}\.\n$/);
    const object = command('', 'back-up', '--json', '--to', path.join(place.folder, 'object'));
    expect(await object.ended).toBe(0);
    expect(JSON.parse(object.told().split('\n').at(-2)!)).toMatchObject({ folder: path.join(place.folder, 'object'), missing: [], journal: { anchor: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect([PEOPLE.mother.name, PEOPLE.mother.personalId, 'xác nhận cư trú'].filter((each) => words.told().includes(each))).toEqual([]);
  });

  test('a full disk is told in one sentence, and leaves nothing', async () => {
    const { ended, told } = command('ulimit -f 40;', 'back-up', '--to', path.join(place.folder, 'too-big'));
    expect(await ended).toBe(1);
    expect(told().trim().split('\n').at(-1)).toBe(`There is no room for the back-up in ${place.folder}; make some, or name a folder on another disk. Nothing of it was left there.`);
    expect(readdirSync(place.folder).filter((name) => name.startsWith('too-big'))).toEqual([]);
  });

  test('killed half-way, it leaves nothing that restore takes for a back-up', async () => {
    // A pipe that nobody writes to: the back-up stops at this file.
    const sha256 = 'f'.repeat(64);
    const pipe = path.join(filesOf(place.desk.folder), 'ff', 'ff', sha256);
    mkdirSync(path.dirname(pipe), { recursive: true });
    execFileSync('mkfifo', [pipe]);
    const { child, ended, told } = command('', 'back-up', '--to', path.join(place.folder, 'half'));
    const files = (): number => readdirSync(place.folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.startsWith('half.unfinished-') && /[0-9a-f]{64}$/.test(name)).length;
    while (files() < 5) await pause(20);
    child.kill('SIGKILL');
    await ended;
    rmSync(pipe);
    expect(told()).toContain('journal: ');
    const [half] = readdirSync(place.folder).filter((name) => name.startsWith('half'));
    expect(half).toMatch(/^half\.unfinished-/);
    const target = await place.newTarget();
    await expect(place.restore(half!, target)).rejects.toThrow(`${path.join(place.folder, half!)} holds no whole back-up: it has no manifest.json, which is written last.`);
    await expect(place.restore('half', target)).rejects.toThrow('holds no whole back-up');
    expect(await leftIn(target)).toEqual([0, 0]);
  });

  test('stale drafts that go meanwhile wait with their files until it has them', async () => {
    const file = path.join(place.desk.folder, placeOf(place.uploaded.sha256));
    utimesSync(file, 0, 0);
    await place.desk.asOwner.transaction(SYSTEM, (tx) => tx.execute(`update draft set saved_at = now() - interval '31 days' where id = $1`, [place.draft]));
    const application = await createDataSource({ url: place.desk.scratch.applicationUrl, role: 'application' }).initialize();
    let purge: Promise<number> | undefined;
    const report = await place.back('night', (line) => {
      // The tables are done when the first of them is told; the files are not.
      purge ??= line.startsWith('act_detail') ? purgeDrafts(new Database(application), new ContentFolder(filesOf(place.desk.folder))) : undefined;
    });
    expect([await purge, existsSync(file), report.missing]).toEqual([1, false, []]);
    await application.destroy();
    expect((await place.restore('night', await place.newTarget())).missing).toEqual([]);
  });
});
