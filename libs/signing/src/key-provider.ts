import type { Signer } from '@app/documents';

/** Where keys lie: a file on this machine, a token or module beside it, a service far away. */
export const KEY_PROVIDERS = ['pkcs12', 'pkcs11', 'remote'] as const;
export type KeyProviderName = (typeof KEY_PROVIDERS)[number];

/** One key as its provider knows it. */
export interface KeyPlace {
  /** What the provider finds it by. */
  readonly reference: string;
  /** What opens it: a password, a PIN. */
  readonly secret: string;
  /** Its certificate and those above it, DER, for a place that may hold the key alone. */
  readonly certificates?: readonly Uint8Array[];
}

/** A place where keys lie. The key never leaves it: what comes out are signatures. */
export interface KeyProvider {
  /**
   * Opens a key, so that it can sign with the certificate that lies beside it.
   * @throws SigningError key-refused, unreachable
   */
  open(key: KeyPlace): Promise<Signer>;
}
