import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { OfficerDirectory, type OfficerPrincipal } from '@app/access';
import { importCatalogue, loadCatalogue } from '@app/catalogue';
import { createDataSource, Database, DatabaseModule, runMigrations, startEmbeddedDatabase, SYSTEM } from '@app/database';
import { DossiersModule, FileDossier, type FiledPerson } from '@app/dossiers';
import { localDate, newId, systemClock } from '@app/kernel';
import { importUnits, OrganisationModule, seedOrganisation } from '@app/organisation';
import { PersonsModule, seedPersons } from '@app/persons';
import { SigningModule } from '@app/signing';
import { COMMUNES, loginOf, type BenchCommune, type LifeAct } from './life.js';
import { runSideBySide } from './statistics.js';

const MARITAL = '1.004873';

/** A received dossier, at version 1. */
export interface PreparedDossier {
  readonly id: string;
  readonly commune: BenchCommune;
}

/** The demonstration's offices and people on a database of their own, with the disk settings of real use. */
export interface BenchOffice {
  readonly app: INestApplicationContext;
  readonly applicationUrl: string;
  readonly migratorUrl: string;
  readonly folder: string;
  officer(commune: BenchCommune, by: LifeAct['by']): OfficerPrincipal;
  /** Receives so many dossiers at the counters of the communes in turn; all four when left out. */
  prepare(count: number, communes?: readonly BenchCommune[]): Promise<PreparedDossier[]>;
  /** Lets the server learn how large its tables are, as it would by itself after a while. */
  analyse(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the database and enters units, procedures, officers and people. Nothing about the server is made faster: fsync and synchronous commit are on. */
export async function openBenchOffice(): Promise<BenchOffice> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-bench-'));
  await chmod(folder, 0o755);
  const server = await startEmbeddedDatabase({ folder: path.join(folder, 'database'), log: () => undefined, stopOnSignal: false });
  const closers: Array<() => Promise<unknown>> = [() => server.stop()];
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  // An exit in the middle ends the server too, and leaves nothing behind.
  process.once('exit', remove);
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
    remove();
  };
  try {
    await runMigrations(server.migratorUrl);
    const owner = await createDataSource({ url: server.migratorUrl, role: 'migrator' }).initialize();
    closers.push(() => owner.destroy());
    await refuseFastDisk(new Database(owner));
    await enterBaseData(new Database(owner));
    const app = await NestFactory.createApplicationContext({
      module: class BenchModule {},
      imports: [
        DatabaseModule.register({ url: server.applicationUrl, applicationName: 'mot-cua bench' }), OrganisationModule, PersonsModule,
        SigningModule.register({ keysFolder: path.join(folder, 'keys') }),
        DossiersModule.register({ clock: systemClock, filesFolder: path.join(folder, 'files'), publicUrl: 'http://localhost:3000', hotline: '1900 0000' }),
      ],
    }, { logger: false, abortOnError: false });
    closers.push(() => app.close());
    const officers = await readOfficers(app.get(Database));
    const officer = (commune: BenchCommune, by: LifeAct['by']): OfficerPrincipal => officers.get(loginOf(commune, by))!;
    return {
      app, applicationUrl: server.applicationUrl, migratorUrl: server.migratorUrl, folder, officer, stop,
      prepare: (count, communes = COMMUNES) => prepare(app, officer, count, communes),
      analyse: async () => void (await owner.query('analyze')),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function refuseFastDisk(database: Database): Promise<void> {
  const { fsync, commit } = await database.transaction(SYSTEM, (tx) =>
    tx.one<{ fsync: string; commit: string }>(`select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`));
  if (fsync !== 'on' || commit !== 'on') throw new Error('a measurement without fsync says nothing');
}

async function enterBaseData(database: Database): Promise<void> {
  await database.transaction(SYSTEM, async (tx) => {
    await importUnits(tx);
    await importCatalogue(tx, loadCatalogue());
    await seedOrganisation(tx);
    await seedPersons(tx, localDate(systemClock.now()));
  });
}

async function readOfficers(database: Database): Promise<Map<string, OfficerPrincipal>> {
  const directory = new OfficerDirectory(database, systemClock);
  const logins = COMMUNES.flatMap((commune) => (['clerk', 'officer', 'leader', 'records'] as const).map((by) => loginOf(commune, by)));
  return new Map(await Promise.all(logins.map(async (login) => {
    const account = await directory.findAccount(login);
    const principal = account && (await directory.findPrincipal(account.id));
    if (!principal) throw new Error(`there is no officer ${login}`);
    return [login, principal] as const;
  })));
}

async function prepare(app: INestApplicationContext, officer: BenchOffice['officer'], count: number, communes: readonly BenchCommune[]): Promise<PreparedDossier[]> {
  const owners = await app.get(Database).transaction(SYSTEM, (tx) => tx.rows<FiledPerson>(
    `select id as "personId", full_name as "fullName", personal_id as "personalId", phone, email, permanent_address ->> 'text' as address
       from person where phone is not null and personal_id is not null order by personal_id limit 16`));
  const dossiers = Array.from({ length: count }, (_, index) => ({ id: newId(), commune: communes[index % communes.length]!, owner: owners[index % owners.length]! }));
  await runSideBySide(dossiers, 8, async ({ id, commune, owner }) => {
    await app.get(FileDossier).file({
      commandId: newId(), dossierId: id, procedureCode: MARITAL, channel: 'counter', delivery: 'counter', communeId: commune.id, owner,
      declaration: {
        requesterRelation: 'self', personName: owner.fullName, personBirthDate: '1990', personSex: 'female', personPersonalId: owner.personalId, personNationality: 'Việt Nam',
        personAddress: owner.address, maritalStatus: 'single', certifiedFor: 'now', purpose: 'loan', issuedBefore: false, feeExemption: 'none',
      },
      origins: {}, components: [], paperDigests: new Map(), event: 'receive', data: { feePaid: true },
    }, officer(commune, 'clerk'));
  });
  return dossiers.map(({ id, commune }) => ({ id, commune }));
}
