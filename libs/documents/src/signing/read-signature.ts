import { createHash, verify, X509Certificate } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import { COMMON_NAME, MESSAGE_DIGEST, ORGANISATION, parseCertificate, parseDer, SIGNING_CERTIFICATE_V2, TIME_STAMP_TOKEN, TIME_STAMPING } from './cades.js';

/** A CMS signature taken apart. */
export interface ReadSignature {
  readonly certificate: X509Certificate;
  /** The common name in it, and the organisation if it names one. */
  readonly signer: string;
  readonly organisation: string | undefined;
  /** All certificates that came along, the signer's among them. */
  readonly certificates: readonly X509Certificate[];
  /** Whether the signature fits its certificate and names this digest and this certificate. */
  readonly holds: boolean;
  /** The token of a time-stamping authority, if there is one that is about this signature. */
  readonly stamp: ReadStamp | undefined;
}

/** A time-stamp token (RFC 3161). Whether its authority is trusted is for the caller to know. */
export interface ReadStamp {
  readonly at: Temporal.Instant;
  readonly certificate: X509Certificate;
  readonly certificates: readonly X509Certificate[];
}

/**
 * Reads and checks a detached CMS signature over a SHA-256 digest.
 * @returns nothing for bytes that are no such signature
 */
export function readSignature(cms: Uint8Array, digest: Uint8Array): ReadSignature | undefined {
  try {
    const signed = new pkijs.SignedData({ schema: new pkijs.ContentInfo({ schema: parseDer(cms) }).content });
    const [info] = signed.signerInfos;
    const certificates = certificatesOf(signed);
    const certificate = certificates.find((each) => isOf(info!, each));
    if (info?.signedAttrs === undefined || certificate === undefined) return undefined;
    const value = new Uint8Array(info.signature.valueBlock.valueHexView);
    return {
      certificate,
      signer: subjectPart(certificate, COMMON_NAME) ?? '',
      organisation: subjectPart(certificate, ORGANISATION),
      certificates,
      holds: namesDigest(info, digest) && bindsCertificate(info, certificate) && fits(info, certificate, value),
      stamp: readStamp(info, value),
    };
  } catch {
    // Whatever cannot be taken apart is no signature; what was in it is the sender's affair.
    return undefined;
  }
}

function subjectPart(certificate: X509Certificate, type: string): string | undefined {
  const part = parseCertificate(certificate.raw).subject.typesAndValues.find((each) => each.type === type);
  return part && String(part.value.valueBlock.value);
}

function isOf(info: pkijs.SignerInfo, certificate: X509Certificate): boolean {
  const { serialNumber } = info.sid as pkijs.IssuerAndSerialNumber;
  return Buffer.from(serialNumber.valueBlock.valueHexView).toString('hex').replace(/^(00)+/, '') === certificate.serialNumber.toLowerCase().replace(/^(00)+/, '');
}

function attribute(info: pkijs.SignerInfo, type: string): asn1.AsnType | undefined {
  return info.signedAttrs!.attributes.find((each) => each.type === type)?.values[0] as asn1.AsnType | undefined;
}

function namesDigest(info: pkijs.SignerInfo, digest: Uint8Array): boolean {
  const named = attribute(info, MESSAGE_DIGEST);
  return named instanceof asn1.OctetString && Buffer.from(named.valueBlock.valueHexView).equals(Buffer.from(digest));
}

/** Baseline PAdES demands the binding; one made elsewhere without it proves less, and we do not call it whole. */
function bindsCertificate(info: pkijs.SignerInfo, certificate: X509Certificate): boolean {
  const bound = attribute(info, SIGNING_CERTIFICATE_V2);
  const digest = createHash('sha256').update(certificate.raw).digest();
  return bound !== undefined && Buffer.from(bound.toBER()).includes(digest);
}

function fits(info: pkijs.SignerInfo, certificate: X509Certificate, value: Uint8Array, algorithm = 'sha256'): boolean {
  const attributes = new asn1.Set({ value: info.signedAttrs!.attributes.map((each) => each.toSchema()) });
  return verify(algorithm, Buffer.from(attributes.toBER()), certificate.publicKey, value);
}

const certificatesOf = ({ certificates }: pkijs.SignedData): X509Certificate[] =>
  (certificates ?? []).filter((each) => each instanceof pkijs.Certificate).map((each) => new X509Certificate(Buffer.from(each.toSchema().toBER())));

/** What authorities compute digests with. */
const DIGESTS: Readonly<Record<string, string>> = { '2.16.840.1.101.3.4.2.1': 'sha256', '2.16.840.1.101.3.4.2.2': 'sha384', '2.16.840.1.101.3.4.2.3': 'sha512' };

/** A token tells a time only if it is about this very signature, signed whole, by a certificate that is for time stamps and nothing else. */
function readStamp(of: pkijs.SignerInfo, value: Uint8Array): ReadStamp | undefined {
  const token = of.unsignedAttrs?.attributes.find((each) => each.type === TIME_STAMP_TOKEN)?.values[0] as asn1.AsnType | undefined;
  if (token === undefined) return undefined;
  const signed = new pkijs.SignedData({ schema: new pkijs.ContentInfo({ schema: token }).content });
  const content = signed.encapContentInfo.eContent;
  const [info] = signed.signerInfos;
  const certificates = certificatesOf(signed);
  const certificate = info && certificates.find((each) => isOf(info, each));
  const algorithm = DIGESTS[info?.digestAlgorithm.algorithmId ?? ''];
  if (content === undefined || info?.signedAttrs === undefined || certificate === undefined || algorithm === undefined) return undefined;
  const bytes = new Uint8Array(content.getValue());
  const isWhole = namesDigest(info, createHash(algorithm).update(bytes).digest()) && fits(info, certificate, new Uint8Array(info.signature.valueBlock.valueHexView), algorithm);
  const stamp = new pkijs.TSTInfo({ schema: parseDer(bytes) });
  const about = Buffer.from(stamp.messageImprint.hashedMessage.valueBlock.valueHexView);
  if (!isWhole || !about.equals(createHash('sha256').update(value).digest()) || certificate.keyUsage?.includes(TIME_STAMPING) !== true) return undefined;
  return { at: Temporal.Instant.fromEpochMilliseconds(stamp.genTime.getTime()), certificate, certificates };
}
