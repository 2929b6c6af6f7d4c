import { createHash, verify, X509Certificate } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import { COMMON_NAME, MESSAGE_DIGEST, ORGANISATION, parseCertificate, parseDer, SIGNING_CERTIFICATE_V2, TIME_STAMP_TOKEN } from './cades.js';

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
  /** By the time-stamping authority, if there is a token that is about this signature. */
  readonly stampedAt: Temporal.Instant | undefined;
}

/**
 * Reads and checks a detached CMS signature over a SHA-256 digest.
 * @returns nothing for bytes that are no such signature
 */
export function readSignature(cms: Uint8Array, digest: Uint8Array): ReadSignature | undefined {
  try {
    const signed = new pkijs.SignedData({ schema: new pkijs.ContentInfo({ schema: parseDer(cms) }).content });
    const [info] = signed.signerInfos;
    const certificates = (signed.certificates ?? []).filter((each) => each instanceof pkijs.Certificate).map((each) => new X509Certificate(Buffer.from(each.toSchema().toBER())));
    const certificate = certificates.find((each) => isOf(info!, each));
    if (info?.signedAttrs === undefined || certificate === undefined) return undefined;
    const value = new Uint8Array(info.signature.valueBlock.valueHexView);
    return {
      certificate,
      signer: subjectPart(certificate, COMMON_NAME) ?? '',
      organisation: subjectPart(certificate, ORGANISATION),
      certificates,
      holds: namesDigest(info, digest) && bindsCertificate(info, certificate) && fits(info, certificate, value),
      stampedAt: stampOf(info, value),
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

function fits(info: pkijs.SignerInfo, certificate: X509Certificate, value: Uint8Array): boolean {
  const attributes = new asn1.Set({ value: info.signedAttrs!.attributes.map((each) => each.toSchema()) });
  return verify('sha256', Buffer.from(attributes.toBER()), certificate.publicKey, value);
}

/** A token tells a time only if it is about this very signature. That its authority is trusted is for the caller to know. */
function stampOf(info: pkijs.SignerInfo, value: Uint8Array): Temporal.Instant | undefined {
  const token = info.unsignedAttrs?.attributes.find((each) => each.type === TIME_STAMP_TOKEN)?.values[0] as asn1.AsnType | undefined;
  if (token === undefined) return undefined;
  const signed = new pkijs.SignedData({ schema: new pkijs.ContentInfo({ schema: token }).content });
  const content = signed.encapContentInfo.eContent;
  if (content === undefined) return undefined;
  const stamp = new pkijs.TSTInfo({ schema: parseDer(new Uint8Array(content.getValue())) });
  const about = Buffer.from(stamp.messageImprint.hashedMessage.valueBlock.valueHexView);
  if (!about.equals(createHash('sha256').update(value).digest())) return undefined;
  return Temporal.Instant.fromEpochMilliseconds(stamp.genTime.getTime());
}
