import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { importCatalogue, loadCatalogue, readPublishedDigests } from '@app/catalogue';
import { readAgencies, readAssumptions, readSources, type AgencyAddresses, type Configuration } from '@app/configuration';
import { createDataSource, Database, openDatabase, runMigrations, SYSTEM, type OpenDatabase } from '@app/database';
import { STAND_IN_FOLDER } from '@app/signing';
import { seedDemonstration } from '@app/demonstration';
import { assertVersionsInUse, DeadlineSweeper, ExchangeRunner, LaneRunner, ScheduledJobs, type LaneRules } from '@app/dossiers';
import { NationalSources, type SourceConnections } from '@app/exchange';
import { EXPORT_JOB, RegisterExports } from '@app/reports';
import type { Clock } from '@app/kernel';
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD, importUnits } from '@app/organisation';
import { demonstrationCitizens } from '@app/persons';
import { Contents, storageOptions } from '@app/storage';
import { DeskModule } from './desk.module.js';
import { createHttpApp } from './http/create-http-app.js';
import { Metrics } from './http/metrics.js';
import { startStandInAgencies } from './stand-in-agencies/start-stand-in-agencies.js';
import { startStandInIdentity } from './stand-in-identity/start-stand-in-identity.js';
import { startStandInSigning } from './stand-in-signing/start-stand-in-signing.js';
import { startStandInSources } from './stand-in-sources/start-stand-in-sources.js';

/** A desk that serves. */
export interface RunningDesk {
  readonly app: NestFastifyApplication;
  /** Stops requests, then effects, then the stand-in, then the database: each is no longer asked when it goes. */
  stop(): Promise<void>;
}

/** What a start may be told beside its configuration. */
export interface StartOptions {
  readonly clock: Clock;
  readonly log: (line: string) => void;
  readonly lanes?: Partial<LaneRules>;
  /** False leaves a demonstration without its seeded dossiers. */
  readonly seedDossiers?: boolean;
  /** The own systems of agencies, in the place of those configured. */
  readonly agencies?: AgencyAddresses;
  /** The national sources, in the place of those configured. */
  readonly sources?: SourceConnections;
}

/**
 * Starts the whole desk in this process: database, schema, catalogue, demonstration, HTTP, effects and deadlines.
 * @throws StartError in one sentence when something it needs is not there
 */
export async function startDesk(configuration: Configuration, options: StartOptions): Promise<RunningDesk> {
  const database = await openDatabase({
    applicationUrl: configuration.databaseUrl,
    migratorUrl: configuration.databaseMigratorUrl,
    folder: path.join(configuration.dataFolder, 'database'),
    port: configuration.databasePort,
    log: options.log,
  });
  const closers: Array<() => Promise<unknown>> = [() => database.stop()];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    await runMigrations(database.migratorUrl);
    await enterBaseData(configuration, database, options);
    if (configuration.mode === 'demonstration' && configuration.oidcStandInPort !== undefined) {
      const standIn = await startStandInIdentity(configuration, standInPeople());
      closers.push(() => standIn.close());
    }
    await startSigningServices(configuration, options, closers);
    const agencies = options.agencies ?? (await connectAgencies(configuration, options, closers));
    const app = await createHttpApp(DeskModule.register({
      configuration,
      databaseUrl: database.applicationUrl,
      clock: options.clock,
      agencies,
      sources: options.sources ?? (await connectSources(configuration, closers)),
      demonstrationAccounts: DEMONSTRATION_ACCOUNTS.map(({ login, name, title, unit }) => ({ login, who: `${name} – ${title.vi}`, unit: unit.vi, password: DEMONSTRATION_PASSWORD })),
      ...(options.lanes === undefined ? {} : { lanes: options.lanes }),
    }), configuration);
    app.get(Metrics).measureSources(app.get(NationalSources));
    app.get(Metrics).measureContents(app.get(Contents));
    closers.push(() => app.close());
    if (configuration.workerInProcess) {
      app.get(LaneRunner).start();
      app.get(DeadlineSweeper).start();
      app.get(ExchangeRunner).start();
      await app.get(ScheduledJobs).start(database.migratorUrl, { [EXPORT_JOB]: () => app.get(RegisterExports).work() });
    }
    await app.listen(configuration.port, configuration.host);
    return { app, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The systems that are configured; a demonstration brings stand-ins of its own. */
async function connectAgencies(configuration: Configuration, { clock }: StartOptions, closers: Array<() => Promise<unknown>>): Promise<AgencyAddresses> {
  const { mode, agenciesFile, agenciesStandInPort: port, host, dataFolder } = configuration;
  if (mode !== 'demonstration' || port === undefined) return readAgencies(agenciesFile, mode === 'demonstration');
  const standIns = await startStandInAgencies({ host, port, folder: path.join(dataFolder, 'stand-in-agencies'), now: () => clock.now().toString() });
  closers.push(() => standIns.close());
  return standIns.connections;
}

/** The national sources that are configured; a demonstration brings stand-ins of its own. */
async function connectSources({ mode, sourcesFile, sourcesStandInPort: port, host }: Configuration, closers: Array<() => Promise<unknown>>): Promise<SourceConnections> {
  if (mode !== 'demonstration' || port === undefined) return readSources(sourcesFile, mode === 'demonstration');
  const standIns = await startStandInSources({ host, port });
  closers.push(() => standIns.close());
  return standIns.connections;
}

/** A demonstration brings a time-stamping authority and a remote-signing service of its own. */
async function startSigningServices({ mode, signingStandInPort: port, host, dataFolder }: Configuration, { clock }: StartOptions, closers: Array<() => Promise<unknown>>): Promise<void> {
  if (mode !== 'demonstration' || port === undefined) return;
  const standIns = await startStandInSigning({ host, port, folder: path.join(dataFolder, STAND_IN_FOLDER), now: () => clock.now() });
  closers.push(() => standIns.close());
}

/** Units and procedures belong to every desk; people, officers and dossiers that are invented only to a demonstration. */
async function enterBaseData(configuration: Configuration, { migratorUrl, applicationUrl }: OpenDatabase, { clock, log, seedDossiers = true }: StartOptions): Promise<void> {
  const dataSource = await createDataSource({ url: migratorUrl, role: 'migrator' }).initialize();
  try {
    const asMigrator = new Database(dataSource);
    const published = await asMigrator.transaction(SYSTEM, readPublishedDigests);
    const catalogue = loadCatalogue({ assumed: readAssumptions(configuration.assumptionsFile), published });
    const { keptLocal } = await asMigrator.transaction(SYSTEM, async (tx) => {
      await importUnits(tx);
      return importCatalogue(tx, catalogue);
    });
    await assertVersionsInUse(asMigrator);
    for (const { code, version } of keptLocal) log(`Version ${version} of procedure ${code} was published in the web and stays; that of libs/procedures is not used.`);
    if (configuration.mode === 'demonstration') {
      const { publicUrl, hotline } = configuration;
      await seedDemonstration({ asMigrator, applicationUrl, now: clock.now(), ...storageOptions(configuration), keysFolder: path.join(configuration.dataFolder, 'keys'), publicUrl, hotline, log, dossiers: seedDossiers });
    }
  } finally {
    await dataSource.destroy();
  }
}

function standInPeople(): Parameters<typeof startStandInIdentity>[1] {
  return demonstrationCitizens().map(({ personalId, name, story }) => ({ personalId, name, note: story.vi }));
}
