import { verify, X509Certificate } from 'node:crypto';
import { SigningError, type Signer } from '@app/documents';

/** A signer whose every signature is compared with its certificate before anybody accepts it: a broken module or a wrong service is found here, not by the citizen. */
export function checkedSigner(signer: Signer): Signer {
  const { publicKey } = new X509Certificate(signer.certificate);
  return {
    ...signer,
    async sign(bytes) {
      const signature = await signer.sign(bytes);
      if (!verify('sha256', bytes, publicKey, signature)) throw new SigningError('key-refused', 'the signature does not fit the certificate of the key');
      return signature;
    },
  };
}
