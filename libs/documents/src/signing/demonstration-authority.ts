import { createPrivateKey, randomBytes, webcrypto, X509Certificate, type KeyObject } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import { bufferOf, COMMON_NAME, cryptoEngine, ORGANISATION } from './cades.js';

/** Who a certificate is for; all names here are invented. */
export interface Subject {
  readonly name: string;
  readonly organisation: string;
}

/** A key with its certificate. */
export interface CertifiedKey {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
}

/** From when until when a certificate holds. */
export interface Validity {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

const COUNTRY = '2.5.4.6';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) } as const;

/**
 * A certification authority for demonstrations and tests: whoever runs the desk for real signs with certificates of a
 * licensed one, and this root is trusted nowhere else.
 */
export async function makeAuthority(subject: Subject, validity: Validity): Promise<CertifiedKey> {
  const pair = await makeKeys();
  const extensions = [
    extension('2.5.29.19', new pkijs.BasicConstraints({ cA: true }).toSchema()),
    keyUsage(0b0000_0110, 1),
  ];
  return certify({ subject, issuer: nameOf(subject), publicKey: pair.publicKey, signedWith: pair.privateKey, key: pair.privateKey, validity, extensions });
}

/**
 * A certificate of a person or an agency for signing papers: digital signature and non-repudiation, nothing else.
 * @param purpose `time-stamps` for a time-stamping authority, which signs those and nothing else (RFC 3161, 2.3)
 * @param algorithm RSA for whoever is handed digests
 */
export async function makeCertificate(
  authority: CertifiedKey, subject: Subject, validity: Validity, { purpose = 'papers', algorithm = 'ec' }: { readonly purpose?: 'papers' | 'time-stamps'; readonly algorithm?: 'ec' | 'rsa' } = {},
): Promise<CertifiedKey> {
  const pair = await makeKeys(algorithm);
  const issuer = new pkijs.Certificate({ schema: asn1.fromBER(bufferOf(authority.certificate.raw)).result }).subject;
  const signedWith = await webcrypto.subtle.importKey('pkcs8', authority.key.export({ type: 'pkcs8', format: 'der' }), CURVE, false, ['sign']);
  return certify({ subject, issuer, publicKey: pair.publicKey, signedWith, key: pair.privateKey, validity, extensions: [keyUsage(0b1100_0000, 6), ...(purpose === 'time-stamps' ? [extension('2.5.29.37', new pkijs.ExtKeyUsage({ keyPurposes: [TIME_STAMPING] }).toSchema())] : [])] });
}

async function makeKeys(algorithm: 'ec' | 'rsa' = 'ec'): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm === 'ec' ? CURVE : RSA, true, ['sign', 'verify']);
}

interface Request {
  readonly subject: Subject;
  readonly issuer: pkijs.RelativeDistinguishedNames;
  readonly publicKey: webcrypto.CryptoKey;
  readonly key: webcrypto.CryptoKey;
  readonly signedWith: webcrypto.CryptoKey;
  readonly validity: Validity;
  readonly extensions: readonly pkijs.Extension[];
}

async function certify({ subject, issuer, publicKey, key, signedWith, validity, extensions }: Request): Promise<CertifiedKey> {
  const engine = cryptoEngine();
  const serial = randomBytes(16);
  // Positive, and its first byte not nothing: DER writes an integer as short as it can be.
  serial[0] = (serial[0]! & 0x3f) | 0x40;
  const certificate = new pkijs.Certificate({
    version: 2,
    serialNumber: new asn1.Integer({ valueHex: bufferOf(serial) }),
    issuer,
    subject: nameOf(subject),
    notBefore: new pkijs.Time({ value: new Date(validity.from.epochMilliseconds) }),
    notAfter: new pkijs.Time({ value: new Date(validity.until.epochMilliseconds) }),
    extensions: [...extensions],
  });
  await certificate.subjectPublicKeyInfo.importKey(publicKey, engine);
  await certificate.sign(signedWith, 'SHA-256', engine);
  return {
    key: createPrivateKey({ key: Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key)), format: 'der', type: 'pkcs8' }),
    certificate: new X509Certificate(Buffer.from(certificate.toSchema().toBER())),
  };
}

function nameOf({ name, organisation }: Subject): pkijs.RelativeDistinguishedNames {
  const part = (type: string, value: string): pkijs.AttributeTypeAndValue => new pkijs.AttributeTypeAndValue({ type, value: new asn1.Utf8String({ value }) });
  return new pkijs.RelativeDistinguishedNames({
    typesAndValues: [new pkijs.AttributeTypeAndValue({ type: COUNTRY, value: new asn1.PrintableString({ value: 'VN' }) }), part(ORGANISATION, organisation), part(COMMON_NAME, name)],
  });
}

function extension(id: string, value: asn1.AsnType): pkijs.Extension {
  return new pkijs.Extension({ extnID: id, critical: true, extnValue: value.toBER() });
}

function keyUsage(bits: number, unused: number): pkijs.Extension {
  return extension('2.5.29.15', new asn1.BitString({ valueHex: new Uint8Array([bits]).buffer, unusedBits: unused }));
}
