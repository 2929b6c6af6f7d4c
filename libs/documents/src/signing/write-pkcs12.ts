import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import { bufferOf, cryptoEngine, parseCertificate } from './cades.js';
import type { CertifiedKey } from './demonstration-authority.js';

const SHROUDED_KEY = '1.2.840.113549.1.12.10.1.2';
const CERTIFICATE = '1.2.840.113549.1.12.10.1.3';
const ITERATIONS = 100_000;
/** pkijs chooses the vector itself; its types ask for one. */
const AES = { name: 'AES-CBC', length: 256 } as unknown as Parameters<pkijs.PKCS8ShroudedKeyBag['makeInternalValues']>[0]['contentEncryptionAlgorithm'];

/**
 * Puts a key and its certificates into a PKCS #12 file, the key encrypted with AES and the whole sealed with the password (RFC 7292, RFC 9579).
 * @param iterations how slow guessing the password is made; a password nobody can guess needs few
 */
export async function writePkcs12({ key, certificate }: CertifiedKey, chain: readonly Uint8Array[], password: string, iterations = ITERATIONS): Promise<Uint8Array> {
  const engine = cryptoEngine();
  const secret = bufferOf(new TextEncoder().encode(password));
  const shrouded = new pkijs.PKCS8ShroudedKeyBag({
    parsedValue: new pkijs.PrivateKeyInfo({ schema: asn1.fromBER(bufferOf(key.export({ type: 'pkcs8', format: 'der' }))).result }),
  });
  await shrouded.makeInternalValues({
    password: secret, contentEncryptionAlgorithm: AES, hmacHashAlgorithm: 'SHA-256', iterationCount: iterations,
  }, engine);
  const bags = [
    new pkijs.SafeBag({ bagId: SHROUDED_KEY, bagValue: shrouded }),
    ...[certificate.raw, ...chain].map((der) => new pkijs.SafeBag({ bagId: CERTIFICATE, bagValue: new pkijs.CertBag({ parsedValue: parseCertificate(der) }) })),
  ];
  const safe = new pkijs.AuthenticatedSafe({ parsedValue: { safeContents: [{ privacyMode: 0, value: new pkijs.SafeContents({ safeBags: bags }) }] } });
  const file = new pkijs.PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: safe } });
  await safe.makeInternalValues({ safeContents: [{}] }, engine);
  await file.makeInternalValues({ password: secret, iterations, pbkdf2HashAlgorithm: 'SHA-256', hmacHashAlgorithm: 'SHA-256' }, engine);
  return new Uint8Array(file.toSchema().toBER());
}
