export { Configuration, DEMONSTRATION_SECRET, LOG_LEVELS, MODES, VARIABLES } from './configuration.js';
export { loadConfiguration, readEnvironment, type Environment } from './load-configuration.js';
export { readAssumptions, type Assumptions } from './read-assumptions.js';
export { readObjectStorage, type ObjectStorage } from './read-object-storage.js';
export { readSources, type SourceAddresses } from './read-sources.js';
export { readAgencies, type AgencyAddresses } from './read-agencies.js';
export { readRemoteSigning, type RemoteSigningServices } from './read-remote-signing.js';
