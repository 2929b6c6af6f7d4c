import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { OfficerDirectory, type OfficerPrincipal } from '@app/access';
import { importCatalogue, loadCatalogue } from '@app/catalogue';
import { loadConfiguration } from '@app/configuration';
import { createDataSource, Database, runMigrations, startEmbeddedDatabase, SYSTEM } from '@app/database';
import { DeadlineSweeper, OutageAdministration, type FiledPerson } from '@app/dossiers';
import { dataPath, localDate, MovableClock } from '@app/kernel';
import { importOrganisation, importUnits, type DemonstrationProvince } from '@app/organisation';
import { seedPersons } from '@app/persons';
import { readFileSync } from 'node:fs';
import { DeskModule } from '../../apps/desk/src/desk.module.js';
import { judgeMonth, type Verdict } from './judge-month.js';
import { withMoreCommunes } from './offices.js';
import { randomFrom } from './random.js';
import { simulateMonth, WorkerPool, type Matter, type Month, type MonthReport } from './simulate-month.js';

const PROVINCE = '75';

/** What to open. */
export interface SimulationOptions {
  readonly communes: number;
  readonly seed: number;
  readonly workers: number;
  /** Whether the workers carry effects out too, papers and messages. */
  readonly effects: boolean;
  readonly matters: readonly Matter[];
}

/** A province on a database of its own, at the beginning of its month. */
export interface Simulation {
  play(month: Month, log: (line: string) => void): Promise<MonthReport>;
  /** Lets what is due fall, and judges. */
  judge(): Promise<Verdict>;
  stop(): Promise<void>;
}

const BEGINNING = '2026-11-02T07:00';

/** Starts a database, enters the province with so many staffed communes, and the workers. */
export async function openSimulation({ communes, seed, workers, effects, matters }: SimulationOptions): Promise<Simulation> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-month-'));
  await chmod(folder, 0o755);
  const server = await startEmbeddedDatabase({ folder: path.join(folder, 'database'), log: () => undefined, stopOnSignal: false });
  const closers: Array<() => Promise<unknown>> = [() => server.stop()];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  try {
    await runMigrations(server.migratorUrl);
    const owner = await createDataSource({ url: server.migratorUrl, role: 'migrator' }).initialize();
    closers.push(() => owner.destroy());
    const clock = new MovableClock('2026-11-02T00:00:00Z');
    clock.moveTo(BEGINNING);
    const ids = await enterProvince(new Database(owner), communes, localDate(clock.now()));
    const configuration = loadConfiguration({ MODE: 'demonstration', DATA_FOLDER: folder, LOG_LEVEL: 'fatal' });
    const app = await NestFactory.createApplicationContext(DeskModule.register({ configuration, databaseUrl: server.applicationUrl, clock }), { logger: false, abortOnError: false });
    closers.push(() => app.close());
    const pool = new WorkerPool({ DATABASE_URL: server.applicationUrl, DATA_FOLDER: folder, EFFECTS: effects ? 'on' : 'off' }, clock.now());
    closers.push(() => pool.stop());
    await pool.start(workers);
    const database = app.get(Database);
    const stage = {
      app, clock, random: randomFrom(seed), matters, communes: ids, workers: pool,
      officers: await readOfficers(database, clock),
      people: await database.transaction(SYSTEM, (tx) => tx.rows<FiledPerson>(
        `select id as "personId", full_name as "fullName", personal_id as "personalId", phone, email, permanent_address ->> 'text' as address
           from person where phone is not null and personal_id is not null order by personal_id limit 40`)),
    };
    return {
      play: (month, log) => simulateMonth(stage, month, log),
      judge: async () => {
        await app.get(DeadlineSweeper).sweep();
        await app.get(OutageAdministration).follow();
        await app.get(DeadlineSweeper).sweep();
        return judgeMonth(new Database(owner), clock.now());
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const readData = <T>(name: string): T => JSON.parse(readFileSync(dataPath(`libs/organisation/data/${name}`), 'utf8')) as T;

/** Enters nation, province and people; answers the communes that are staffed. */
async function enterProvince(database: Database, communes: number, today: string): Promise<string[]> {
  const codes = readData<Array<{ code: string; province: string }>>('communes.json').filter(({ province }) => province === PROVINCE).map(({ code }) => code);
  const demonstration = readData<DemonstrationProvince>('dong-nai.json');
  const staffed = demonstration.units.filter(({ kind }) => kind === 'commune').map(({ id }) => id.slice(1));
  const wanted = [...staffed, ...codes.filter((code) => !staffed.includes(code))].slice(0, communes);
  const province = withMoreCommunes(demonstration, wanted);
  await database.transaction(SYSTEM, async (tx) => {
    await importUnits(tx);
    await importCatalogue(tx, loadCatalogue());
    await importOrganisation(tx, province, { since: '2025-07-01', firstPassword: (login) => `${login}-simulation` });
    await seedPersons(tx, today);
  });
  return wanted.map((code) => `c${code}`);
}

async function readOfficers(database: Database, clock: MovableClock): Promise<Map<string, OfficerPrincipal[]>> {
  const directory = new OfficerDirectory(database, clock);
  const logins = await database.transaction(SYSTEM, (tx) => tx.rows<{ id: string }>('select id from officer order by login'));
  const byPlace = new Map<string, OfficerPrincipal[]>();
  for (const { id } of logins) {
    const principal = await directory.findPrincipal(id);
    for (const post of principal?.posts ?? []) byPlace.set(`${post.unitId}:${post.role}`, [...(byPlace.get(`${post.unitId}:${post.role}`) ?? []), principal!]);
  }
  return byPlace;
}
