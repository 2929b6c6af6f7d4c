import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createDataSource, Database, SYSTEM } from '@app/database';
import { verifyJournal } from '@app/dossiers';
import { sha256Hex } from '@app/kernel';
import { placeOf } from '../../apps/admin/src/back-up/file-list.js';
import type { RestoreReport } from '../../apps/admin/src/back-up/restore-back-up.js';
import type { BackUpReport } from '../../apps/admin/src/back-up/take-back-up.js';
import { startBackUpPlace, UPLOADED, type BackUpPlace } from '../support/back-up-place.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { prepare, toApproval } from '../support/prepare.js';
import { BIRTH, PEOPLE } from '../support/steps.js';

jest.setTimeout(120_000);

const CLERK = 'tiepnhan.bienhoa';
let place: BackUpPlace;
const rows = <T>(database: Database, sql: string): Promise<T[]> => database.transaction(SYSTEM, (tx) => tx.rows<T>(sql));

beforeAll(async () => {
  place = await startBackUpPlace();
});
afterAll(() => place?.stop());

describe('the machine burns down while the desk is at work', () => {
  let report: BackUpReport;
  let restored: RestoreReport;
  let second: TestDesk;
  let liveRows: Array<{ dossier_id: string; seq: number; hash: string }>;

  beforeAll(async () => {
    let over = false;
    const work = async (commune: string): Promise<void> => {
      do {
        const id = await place.preparation.receive(commune);
        await place.preparation.go(id, toApproval(commune));
        await place.desk.drain();
      } while (!over);
    };
    const counters = ['bienhoa', 'trangbom'].map(work);
    await pause(200);
    report = await place.back('monday').finally(() => {
      over = true;
    });
    await Promise.all(counters);
    liveRows = await rows(place.desk.asOwner, 'select dossier_id, seq, hash from journal');
    const target = await place.newTarget();
    restored = await place.restore('monday', target);
    second = await startTestDesk('2026-11-23T09:30', { on: target });
  });
  afterAll(() => second?.stop());

  const both = async <T>(sql: string): Promise<[T[], T[]]> => [await rows<T>(place.desk.asOwner, sql), await rows<T>(second.asOwner, sql)];

  test('the back-up is one folder for its owner alone, and says what it holds', () => {
    const folder = path.join(place.folder, 'monday');
    expect(report).toMatchObject({ folder, shared: 0, missing: [] });
    expect(readdirSync(place.folder).filter((name) => name.startsWith('monday'))).toEqual(['monday']);
    expect(readdirSync(folder).toSorted()).toEqual(['database', 'files', 'files.sha256', 'manifest.json']);
    const modes = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => statSync(path.join(entry.parentPath, entry.name)).mode & 0o777);
    expect([statSync(folder).mode & 0o777, new Set(modes)]).toEqual([0o700, new Set([0o600])]);
  });

  test('its list of files is one that sha256sum can check', () => {
    const lines = readFileSync(path.join(place.folder, 'monday', 'files.sha256'), 'utf8').split('\n').slice(0, -1);
    expect(lines).toHaveLength(report.files);
    for (const line of lines) {
      const [sha256 = '', file = ''] = line.split('  ');
      expect(sha256Hex(readFileSync(path.join(place.folder, 'monday', file)))).toBe(sha256);
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
      const [live, there] = await both<object>(`select * from ${table} where ${table === 'dossier' ? 'id' : 'dossier_id'} = '${place.returned}' order by 1, 2, 3`);
      expect(there).toEqual(live);
      expect(live.length).toBeGreaterThan(0);
    }
  });

  test('every paper and file that a row names opens, to the byte', async () => {
    const named = await rows<{ sha256: string }>(second.asOwner, 'select sha256 from paper union select sha256 from file');
    expect(named.length).toBeGreaterThan(5);
    for (const { sha256 } of named) expect(sha256Hex(readFileSync(path.join(second.folder, placeOf(sha256))))).toBe(sha256);
    const [{ id }] = (await rows<{ id: string }>(second.asOwner, `select id from paper where dossier_id = '${place.returned}' and form = 'result'`)) as [{ id: string }];
    const papers = await Promise.all([place.desk, second].map((each) => each.officer(CLERK).bytes(`/api/dossiers/${place.returned}/papers/${id}.pdf`)));
    expect(papers.map(({ status }) => status)).toEqual([200, 200]);
    expect(papers[1]!.body).toEqual(papers[0]!.body);
    const file = await second.citizen(PEOPLE.single.personalId).bytes(`/api/citizen/files/${place.uploaded.id}`);
    expect([file.status, Buffer.from(file.body)]).toEqual([200, Buffer.from(UPLOADED)]);
  });

  test('sessions of before are gone; officers sign in with their passwords and go on', async () => {
    const takenOver = await rows(second.asOwner, `select 1 from session s where s.created_at < timestamptz '2026-11-23T09:30+07'`);
    expect(takenOver).toEqual([]);
    const { status, body } = await second.officer(CLERK).get<{ code: string }>(`/api/dossiers/${place.returned}`);
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
    const tuesday = await place.back('tuesday');
    expect(tuesday.shared).toBeGreaterThanOrEqual(report.files);
    const [sha256] = readdirSync(path.join(place.folder, 'monday', 'files'), { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 64);
    expect(statSync(path.join(place.folder, 'tuesday', 'files', sha256!)).ino).toBe(statSync(path.join(place.folder, 'monday', 'files', sha256!)).ino);
  });
});
