import 'reflect-metadata';
import path from 'node:path';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfiguration, readAgencies, readEnvironment, type Configuration } from '@app/configuration';
import { Database, DatabaseModule, openDatabase } from '@app/database';
import { assertVersionsInUse, DeadlineSweeper, DossiersModule, ExchangeRunner, LaneRunner, ScheduledJobs } from '@app/dossiers';
import { StartError, systemClock } from '@app/kernel';
import { OrganisationModule } from '@app/organisation';
import { PersonsModule } from '@app/persons';
import { EXPORT_JOB, RegisterExports } from '@app/reports';
import { SigningModule, signingOptions } from '@app/signing';
import { storageOptions } from '@app/storage';

/** The worker: effects, deadlines and the systems of agencies beside a desk that was told `WORKER_IN_PROCESS=false`. It serves no requests. */
@Module({})
class WorkerModule {
  static register(configuration: Configuration, databaseUrl: string): DynamicModule {
    return {
      module: WorkerModule,
      providers: [RegisterExports],
      imports: [
        DatabaseModule.register({ url: databaseUrl }),
        OrganisationModule,
        PersonsModule,
        SigningModule.register(signingOptions(configuration)),
        DossiersModule.register({
          clock: systemClock,
          ...storageOptions(configuration),
          publicUrl: configuration.publicUrl,
          hotline: configuration.hotline,
          fetchedDays: configuration.fetchedValuesDays,
          agencies: readAgencies(configuration.agenciesFile, configuration.mode === 'demonstration'),
        }),
      ],
    };
  }
}

async function main(): Promise<void> {
  const configuration = loadConfiguration(readEnvironment());
  const database = await openDatabase({
    applicationUrl: configuration.databaseUrl,
    migratorUrl: configuration.databaseMigratorUrl,
    folder: path.join(configuration.dataFolder, 'database'),
    log: (line) => process.stdout.write(`${line}\n`),
    join: true,
  });
  const app = await NestFactory.createApplicationContext(WorkerModule.register(configuration, database.applicationUrl), { logger: ['error', 'warn'] });
  try {
    await assertVersionsInUse(app.get(Database));
  } catch (error) {
    await app.close();
    await database.stop();
    throw error;
  }
  app.get(LaneRunner).start();
  app.get(DeadlineSweeper).start();
  app.get(ExchangeRunner).start();
  await app.get(ScheduledJobs).start(database.migratorUrl, { [EXPORT_JOB]: () => app.get(RegisterExports).work() });
  process.stdout.write('Một Cửa worker: effects, deadlines and the systems of agencies. Ctrl-C stops it.\n');
  const stop = (): void => void app.close().then(() => database.stop()).then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
}

main().catch((error: unknown) => {
  process.exitCode = 1;
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
});
