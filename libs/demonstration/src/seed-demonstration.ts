import { Database, SYSTEM } from '@app/database';
import { localDate } from '@app/kernel';
import { seedOrganisation } from '@app/organisation';
import { seedPersons } from '@app/persons';
import { seedDossiers } from './seed-dossiers.js';

/** What the demonstration needs to be told. */
export interface SeedOptions {
  /** As the owner of the schema: units, officers and people are base data, entered once. */
  readonly asMigrator: Database;
  /** Dossiers come into being as the application's restricted role, through their acts. */
  readonly applicationUrl: string;
  /** Everything seeded lies before this moment. */
  readonly now: Temporal.Instant;
  readonly filesFolder: string;
  readonly publicUrl: string;
  readonly hotline: string;
  readonly log: (line: string) => void;
  /** False leaves the desk empty, for a story that brings its own dossiers. */
  readonly dossiers?: boolean;
}

/** Enters the demonstration province once: offices and officers, citizens, and dossiers at every stage. A second call finds everything as it was. */
export async function seedDemonstration(options: SeedOptions): Promise<void> {
  const seeded = await options.asMigrator.transaction(SYSTEM, async (tx) => (await tx.rows<{ id: string }>('select id from officer limit 1')).length > 0);
  if (!seeded) {
    options.log('Seeding the demonstration province …');
    await options.asMigrator.transaction(SYSTEM, async (tx) => {
      await seedOrganisation(tx);
      await seedPersons(tx, localDate(options.now));
    });
  }
  if (options.dossiers ?? true) await seedDossiers(options);
}
