import { createHash, webcrypto } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import type { SignatureAlgorithm, Signer, TimeStamper } from './signer.js';

const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
export const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
export const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
export const TIME_STAMP_TOKEN = '1.2.840.113549.1.9.16.2.14';
export const COMMON_NAME = '2.5.4.3';
export const ORGANISATION = '2.5.4.10';
const SHA256 = '2.16.840.1.101.3.4.2.1';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** What pkijs computes with. Its own types lag behind what the browsers' now declare; at run time it is whole. */
export function cryptoEngine(): pkijs.ICryptoEngine {
  return new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto }) as unknown as pkijs.ICryptoEngine;
}

/** A copy with a buffer of its own: pkijs and asn1js read from the start of the buffer, whatever the view says. */
export const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/**
 * A detached CMS signature over the digest of a paper, as PAdES baseline B-B asks for it (ETSI EN 319 142-1, 6.3): the
 * certificate is bound into what is signed, the time is not claimed in it but stands in the PDF. With a stamper it
 * carries a time-stamp token (B-T).
 * @param digest SHA-256 of the signed byte ranges
 * @returns DER
 * @throws SigningError
 */
export async function buildCades(digest: Uint8Array, signer: Signer, stamper?: TimeStamper): Promise<Uint8Array> {
  return buildSignedData({ contentType: DATA, digest, signer, ...(stamper && { stamper }) });
}

/** What is signed in a CMS structure, by whom. */
export interface SignedContent {
  readonly contentType: string;
  /** What travels inside; a detached signature has none. */
  readonly content?: Uint8Array;
  /** SHA-256 of the content. */
  readonly digest: Uint8Array;
  readonly signer: Signer;
  readonly stamper?: TimeStamper;
  /** Whether the certificates travel along; they do unless somebody asks not. */
  readonly withCertificates?: boolean;
}

/** A CMS SignedData with the signer's certificate bound into what is signed (RFC 5652, RFC 5035). @returns DER of its ContentInfo */
export async function buildSignedData({ contentType, content, digest, signer, stamper, withCertificates = true }: SignedContent): Promise<Uint8Array> {
  const certificate = parseCertificate(signer.certificate);
  const attributes = inDerOrder([
    new pkijs.Attribute({ type: CONTENT_TYPE, values: [new asn1.ObjectIdentifier({ value: contentType })] }),
    new pkijs.Attribute({ type: MESSAGE_DIGEST, values: [new asn1.OctetString({ valueHex: bufferOf(digest) })] }),
    new pkijs.Attribute({ type: SIGNING_CERTIFICATE_V2, values: [bindCertificate(signer.certificate)] }),
  ]);
  const toSign = new Uint8Array(new asn1.Set({ value: attributes.map((attribute) => attribute.toSchema()) }).toBER());
  const signature = await signer.sign(toSign);
  const token = await stamper?.stamp(sha256(signature));
  const info = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    digestAlgorithm: digestAlgorithm(),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
    signatureAlgorithm: signatureAlgorithm(signer.algorithm),
    signature: new asn1.OctetString({ valueHex: bufferOf(signature) }),
    ...(token && { unsignedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 1, attributes: [new pkijs.Attribute({ type: TIME_STAMP_TOKEN, values: [parseDer(token)] })] }) }),
  });
  const signed = new pkijs.SignedData({
    version: content === undefined ? 1 : 3,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: contentType, ...(content && { eContent: new asn1.OctetString({ valueHex: bufferOf(content) }) }) }),
    digestAlgorithms: [digestAlgorithm()],
    ...(withCertificates && { certificates: [certificate, ...signer.chain.map(parseCertificate)] }),
    signerInfos: [info],
  });
  const wrapped = new pkijs.ContentInfo({ contentType: SIGNED_DATA, content: signed.toSchema(true) });
  return new Uint8Array(wrapped.toSchema().toBER());
}

export function parseCertificate(der: Uint8Array): pkijs.Certificate {
  return new pkijs.Certificate({ schema: parseDer(der) });
}

export function parseDer(der: Uint8Array): asn1.AsnType {
  const { offset, result } = asn1.fromBER(bufferOf(der));
  if (offset === -1) throw new Error('not DER');
  return result;
}

/** ESS signing-certificate-v2 (RFC 5035): nobody can put another certificate of the same key in its place. SHA-256 is its default and so is not named. */
function bindCertificate(certificate: Uint8Array): asn1.Sequence {
  const id = new asn1.Sequence({ value: [new asn1.OctetString({ valueHex: bufferOf(sha256(certificate)) })] });
  return new asn1.Sequence({ value: [new asn1.Sequence({ value: [id] })] });
}

/** DER writes the members of a set in the order of their bytes (X.690, 11.6); the signature is over that form. */
function inDerOrder(attributes: readonly pkijs.Attribute[]): pkijs.Attribute[] {
  const bytes = (attribute: pkijs.Attribute): Uint8Array => new Uint8Array(attribute.toSchema().toBER());
  return attributes.toSorted((a, b) => Buffer.compare(bytes(a), bytes(b)));
}

function digestAlgorithm(): pkijs.AlgorithmIdentifier {
  return new pkijs.AlgorithmIdentifier({ algorithmId: SHA256 });
}

function signatureAlgorithm(algorithm: SignatureAlgorithm): pkijs.AlgorithmIdentifier {
  return algorithm === 'rsa-sha256'
    ? new pkijs.AlgorithmIdentifier({ algorithmId: '1.2.840.113549.1.1.11', algorithmParams: new asn1.Null() })
    : new pkijs.AlgorithmIdentifier({ algorithmId: '1.2.840.10045.4.3.2' });
}
