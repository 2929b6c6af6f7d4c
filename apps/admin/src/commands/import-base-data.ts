import { importCatalogue, loadCatalogue } from '@app/catalogue';
import { loadConfiguration, readAssumptions, readEnvironment } from '@app/configuration';
import { SYSTEM } from '@app/database';
import { importUnits } from '@app/organisation';
import { withDatabase } from '../with-database.js';

/** Enters units and procedures from the files; importing twice changes nothing. */
export async function importBaseData(): Promise<boolean> {
  const { assumptionsFile } = loadConfiguration(readEnvironment());
  const catalogue = loadCatalogue({ assumed: readAssumptions(assumptionsFile) });
  const { published, skeletons, keptLocal } = await withDatabase('migrator', (database) => database.transaction(SYSTEM, async (tx) => {
    await importUnits(tx);
    return importCatalogue(tx, catalogue);
  }));
  process.stdout.write(`${published} new versions, ${skeletons} skeletons added or brought up to date.\n`);
  for (const { code, version } of keptLocal) process.stdout.write(`Version ${version} of ${code} was published in the web and stays; that of libs/procedures is not used.\n`);
  return true;
}
