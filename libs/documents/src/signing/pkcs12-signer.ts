import { P12Signer, SignerError } from '@libpdf/core';
import { SigningError, type Signer } from './signer.js';

/**
 * A key in a PKCS #12 file (.p12, .pfx), as certification authorities hand them out for servers. The key is opened in
 * memory and stays there.
 * @throws SigningError key-refused for a wrong password or a file without a key
 */
export async function openPkcs12(file: Uint8Array, password: string): Promise<Signer> {
  const opened = await open(file, password);
  return {
    certificate: opened.certificate,
    chain: opened.certificateChain ?? [],
    algorithm: opened.keyType === 'EC' ? 'ecdsa-sha256' : 'rsa-sha256',
    sign: (bytes) => opened.sign(bytes, 'SHA-256'),
  };
}

async function open(file: Uint8Array, password: string): Promise<P12Signer> {
  try {
    return await P12Signer.create(file, password);
  } catch (cause) {
    if (cause instanceof SignerError) throw new SigningError('key-refused', 'the key file does not open', { cause });
    throw cause;
  }
}
