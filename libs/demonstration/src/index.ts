export { dossierIdOf } from './ids.js';
export { PLANNED_DOSSIERS } from './planned-dossiers.js';
export { seedDemonstration, type SeedOptions } from './seed-demonstration.js';
