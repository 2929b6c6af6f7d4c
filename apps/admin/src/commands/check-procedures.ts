import { loadCatalogue } from '@app/catalogue';
import { findUnmetLevels } from '@app/dossiers';
import { localDate, systemClock } from '@app/kernel';
import { shippedAuthorityRules } from '@app/organisation';

/**
 * Reads and checks every procedure folder; each fault is one sentence with its file and cure. A warning, which stops nothing, where a
 * rule of authority that ships with the program sends dossiers to a level at which the process has no way.
 */
export function checkProcedures(): Promise<boolean> {
  const { procedures, skeletons } = loadCatalogue();
  const today = localDate(systemClock.now());
  for (const procedure of procedures) {
    for (const { level, basis, from } of findUnmetLevels(procedure, shippedAuthorityRules(), today)) {
      process.stdout.write(`Warning: ${procedure.code} has no way at the level of the ${level}, which ${basis.number} asks for from ${from}. Give it steps of that level, or end the rule.\n`);
    }
  }
  process.stdout.write(`${procedures.length} complete procedures and ${skeletons.length} skeletons are sound.\n`);
  return Promise.resolve(true);
}
