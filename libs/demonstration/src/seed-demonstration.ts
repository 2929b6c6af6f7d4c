import { SYSTEM } from '@app/database';
import { localDate } from '@app/kernel';
import { seedOrganisation } from '@app/organisation';
import { seedPersons } from '@app/persons';
import { seedLocalRules } from './seed-local-rules.js';
import { seedKeys } from './seed-keys.js';
import { seedDossiers } from './seed-dossiers.js';
import type { SeedOptions } from './seed-options.js';

/** Enters the demonstration province once: offices and officers, citizens, signing keys, and dossiers at every stage. A second call finds everything as it was. */
export async function seedDemonstration(options: SeedOptions): Promise<void> {
  const seeded = await options.asMigrator.transaction(SYSTEM, async (tx) => (await tx.rows<{ id: string }>('select id from officer limit 1')).length > 0);
  if (!seeded) {
    options.log('Seeding the demonstration province …');
    await options.asMigrator.transaction(SYSTEM, async (tx) => {
      await seedOrganisation(tx);
      await seedPersons(tx, localDate(options.now));
      await seedLocalRules(tx, options.now);
    });
  }
  if (!(options.dossiers ?? true)) return;
  const made = await seedKeys(options);
  if (made > 0) options.log(`${made} signing keys of the demonstration were made.`);
  await seedDossiers(options);
}
