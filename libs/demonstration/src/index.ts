export { seedDemonstration, type SeedOptions } from './seed-demonstration.js';
