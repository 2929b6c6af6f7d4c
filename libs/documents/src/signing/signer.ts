/** How a key signs: RSA with PKCS #1 padding, or an elliptic curve; both over SHA-256. */
export type SignatureAlgorithm = 'rsa-sha256' | 'ecdsa-sha256';

/**
 * A key that signs, wherever it lies: a file, a token, a module in a rack, a service. The key itself never passes this port.
 */
export interface Signer {
  /** The certificate of the key, DER. */
  readonly certificate: Uint8Array;
  /** The certificates above it up to the root's child or the root, DER. */
  readonly chain: readonly Uint8Array[];
  readonly algorithm: SignatureAlgorithm;
  /**
   * Signs bytes (not a digest of them).
   * @returns the raw RSA signature, or the DER form of an ECDSA one
   * @throws SigningError
   */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** Gives a signed token for the digest of a signature: what time it certainly existed by (RFC 3161). */
export interface TimeStamper {
  /** @param digest SHA-256 of the signature value. @returns the token, DER. @throws SigningError */
  stamp(digest: Uint8Array): Promise<Uint8Array>;
}

/**
 * Why a paper could not be signed.
 * - `key-refused`: wrong secret, no key, or the key's owner declined
 * - `unreachable`: the token, module or service does not answer
 * - `field-missing`, `field-signed`: the paper has no such place, or it is taken
 * - `too-long`: certificates and time stamp do not fit into the room that was kept
 * - `value-missing`: the paper lacks what it cannot do without, so there is nothing to sign
 */
export type SigningFault = 'key-refused' | 'unreachable' | 'field-missing' | 'field-signed' | 'too-long' | 'value-missing';

export class SigningError extends Error {
  constructor(
    readonly fault: SigningFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'SigningError';
  }
}
