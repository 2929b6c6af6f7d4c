export { readAuthorities } from './authorities.js';
export type { KeyOwner } from './key-owner.js';
export { KeyPlaces } from './key-places.js';
export { KEY_PROVIDERS, type KeyProviderName } from './key-provider.js';
export { KeyRegistry, type NewKey, type RegisteredKey } from './key-registry.js';
export { SigningKeys, type OpenKey } from './signing-keys.js';
export { SigningModule } from './signing.module.js';
export { signingOptions, type SigningOptions } from './signing-options.js';
