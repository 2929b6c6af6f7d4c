export * from './process-definition.js';
export * from './events.js';
export * from './status.js';
export * from './effects.js';
export type { StateMeta, PauseCause } from './state-meta.js';
export type { DossierContext } from './language.js';
export { compile, stateList, type DossierMachine } from './compile.js';
export { MachineCache } from './machine-cache.js';
export { begin, decide, describe, possible, statePath, type Decision, type Stored, type StoredValue } from './decide.js';
