export { dossierIdOf } from './ids.js';
export { PLANNED_DOSSIERS } from './planned-dossiers.js';
export { PLANNED_GROUPS } from './planned-groups.js';
export { seedDemonstration } from './seed-demonstration.js';
export { seedKeys, type SeedKeysOptions } from './seed-keys.js';
export { type SeedOptions } from './seed-options.js';
