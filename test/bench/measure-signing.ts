import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { OfficerDirectory, type OfficerPrincipal } from '@app/access';
import { createDataSource, Database, SYSTEM } from '@app/database';
import { seedKeys } from '@app/demonstration';
import { judgePaper } from '@app/documents';
import { ActOnMany, Acts } from '@app/dossiers';
import { newId, systemClock } from '@app/kernel';
import { SigningKeys } from '@app/signing';
import { Contents } from '@app/storage';
import type { BenchOffice } from './bench-office.js';
import { COMMUNES, loginOf, type BenchCommune } from './life.js';
import { rounded, runSideBySide } from './statistics.js';

/** Papers signed, numbered and sealed together, with the worker killed in the middle of the signatures and of the seals. */
export interface SigningFigures {
  readonly papers: number;
  /** How many workers were killed with a lane in hand. */
  readonly kills: number;
  /** Judged genuine, and how many different papers that are. */
  readonly genuine: number;
  readonly distinct: number;
  /** From the press of the leader to the last signature, and of the records clerk to the last seal; with the killing. */
  readonly signedPerSecond: number;
  readonly sealedPerSecond: number;
}

const COMMUNE: BenchCommune = COMMUNES[0];
const CAP = 500;

/** @throws Error when a paper is not genuine, or there twice */
export async function measureSigning(office: BenchOffice, papers: number, say: (line: string) => void): Promise<SigningFigures> {
  const owner = await createDataSource({ url: office.migratorUrl, role: 'migrator' }).initialize();
  const asOwner = new Database(owner);
  try {
    await seedKeys({ asMigrator: asOwner, keysFolder: path.join(office.folder, 'keys'), now: systemClock.now(), units: [COMMUNE.id] });
    const desk = await officers(office);
    const ids = await toApproval(office, desk, papers);
    const count = async (sql: string): Promise<number> => (await asOwner.transaction(SYSTEM, (tx) => tx.one<{ n: number }>(`select count(*)::int as n from ${sql}`))).n;
    // Receipts and slips of the way here are not what is measured.
    const worker = await startWorker(office);
    while ((await count('lane')) > 0) await pause(50);
    worker.kill('SIGKILL');
    say(`${papers} drafts wait for their leader …`);

    let begun = performance.now();
    await together(office, asOwner, 'approveAndSign', ids, desk.leader);
    const signKills = await carryOut(office, () => count(`paper_revision where kind = 'signature'`), papers, () => count('lane'));
    const signedSeconds = (performance.now() - begun) / 1000;
    await together(office, asOwner, 'number', ids, desk.records);
    begun = performance.now();
    await together(office, asOwner, 'seal', ids, desk.records);
    const sealKills = await carryOut(office, () => count(`paper_revision where kind = 'seal'`), papers, () => count('lane'));
    const sealedSeconds = (performance.now() - begun) / 1000;

    const trusted = await office.app.get(SigningKeys).authorities();
    const rows = await asOwner.transaction(SYSTEM, (tx) => tx.rows<{ dossier_id: string; sha256: string; number: string }>(`select dossier_id, sha256, number from paper where form = 'result' and dossier_id = any ($1)`, [ids]));
    let genuine = 0;
    for (const { sha256 } of rows) if ((await judgePaper(await buffer(await office.app.get(Contents).open(sha256)), trusted)).verdict === 'genuine') genuine += 1;
    const distinct = new Set(rows.map(({ sha256 }) => sha256)).size;
    if (rows.length !== papers || genuine !== papers || distinct !== papers || new Set(rows.map(({ number }) => number)).size !== papers) {
      throw new Error(`of ${papers} papers ${rows.length} were issued, ${genuine} are genuine and ${distinct} different`);
    }
    return { papers, kills: signKills + sealKills, genuine, distinct, signedPerSecond: rounded(papers / signedSeconds, 1), sealedPerSecond: rounded(papers / sealedSeconds, 1) };
  } finally {
    await owner.destroy();
  }
}

type Officers = Readonly<Record<'clerk' | 'officer' | 'leader' | 'records', OfficerPrincipal>>;

/** Read once the keys are there: who has one is a matter of the principal. */
async function officers(office: BenchOffice): Promise<Officers> {
  const directory = new OfficerDirectory(office.app.get(Database), systemClock);
  const find = async (by: keyof Officers): Promise<OfficerPrincipal> => {
    const account = await directory.findAccount(loginOf(COMMUNE, by));
    const principal = account && (await directory.findPrincipal(account.id));
    if (!principal) throw new Error(`there is no ${by}`);
    return principal;
  };
  const [clerk, officer, leader, records] = await Promise.all([find('clerk'), find('officer'), find('leader'), find('records')]);
  return { clerk, officer, leader, records };
}

async function toApproval(office: BenchOffice, { clerk, officer }: Officers, papers: number): Promise<string[]> {
  const mine = await office.prepare(papers, [COMMUNE]);
  const acts = office.app.get(Acts);
  await runSideBySide(mine, 8, async ({ id }) => {
    let version = 1;
    for (const [principal, event, data] of [[clerk, 'handOver', {}], [officer, 'acknowledge', {}], [officer, 'examine', { meets: true, note: 'Đủ điều kiện' }], [officer, 'submitForApproval', { draft: {} }]] as const) {
      ({ version } = await acts.act({ id: newId(), dossierId: id, expectedVersion: version, event, data }, principal));
    }
  });
  return mine.map(({ id }) => id);
}

/** One press for all of them, as the list gives it: at most 500. */
async function together(office: BenchOffice, asOwner: Database, event: string, ids: readonly string[], principal: OfficerPrincipal): Promise<void> {
  const versions = await asOwner.transaction(SYSTEM, (tx) => tx.rows<{ id: string; version: number }>('select id, version from dossier where id = any ($1)', [ids]));
  for (let from = 0; from < versions.length; from += CAP) {
    const items = versions.slice(from, from + CAP).map(({ id, version }) => ({ dossierId: id, commandId: newId(), expectedVersion: version }));
    const refused = (await office.app.get(ActOnMany).act(event, items, {}, principal)).filter(({ done }) => !done);
    if (refused.length > 0) throw new Error(`${refused.length} were refused ${event}: ${JSON.stringify(refused[0])}`);
  }
}

/** A worker that is killed when half is done, and one that finishes. Answers how many were killed at work. */
async function carryOut(office: BenchOffice, done: () => Promise<number>, wanted: number, lanes: () => Promise<number>): Promise<number> {
  const first = await startWorker(office);
  while ((await done()) < wanted / 2) await pause(5);
  const gone = new Promise((resolve) => first.once('exit', resolve));
  first.kill('SIGKILL');
  await gone;
  const left = wanted - (await done());
  const second = await startWorker(office);
  while ((await lanes()) > 0) await pause(20);
  second.kill('SIGKILL');
  return left > 0 ? 1 : 0;
}

async function startWorker({ applicationUrl, folder }: BenchOffice): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', './test/support/source-loader.mjs', 'test/support/lane-worker.ts'], {
    env: { ...process.env, DATABASE_URL: applicationUrl, DATA_FOLDER: folder, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => text.toString().includes('ready') && resolve());
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)));
  });
  return child;
}
