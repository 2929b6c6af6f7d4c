import { createHash, type X509Certificate } from 'node:crypto';
import { PDF, PdfArray, PdfDict, PdfNumber, PdfString } from '@libpdf/core';
import { laterChanges, type LaterChanges } from './later-changes.js';
import { readSignature } from './read-signature.js';

/**
 * What holds of a paper.
 * - `genuine`: every signature holds, is of somebody known, and nothing was changed that may not be
 * - `altered`: a signature does not fit the bytes, or something else was changed behind one
 * - `unknown-signer`: the signatures hold, but lead to no authority known here
 * - `unsigned`: a PDF without a signature
 * - `unreadable`: no PDF
 */
export type PaperVerdict = 'genuine' | 'altered' | 'unknown-signer' | 'unsigned' | 'unreadable';

export interface JudgedSignature {
  /** The place it was given in: `signature`, `seal` in papers of ours. */
  readonly field: string;
  /** As the certificate has it: the common name of its subject. */
  readonly signer: string;
  readonly organisation: string | undefined;
  /** The time the paper claims, and the one an authority stamped. ISO instants. */
  readonly claimedAt: string | undefined;
  readonly stampedAt: string | undefined;
  /** The signature fits the bytes it names and its certificate. */
  readonly holds: boolean;
  /** Its certificate leads to an authority known here and was valid at that time. */
  readonly isKnown: boolean;
  readonly later: LaterChanges;
}

export interface JudgedPaper {
  readonly verdict: PaperVerdict;
  /** In the order they were given. */
  readonly signatures: readonly JudgedSignature[];
}

/** @param authorities the certificates that are trusted, DER-parsed: what a chain must end in */
export async function judgePaper(bytes: Uint8Array, authorities: readonly X509Certificate[]): Promise<JudgedPaper> {
  const pdf = await open(bytes);
  if (pdf === undefined) return { verdict: 'unreadable', signatures: [] };
  const signed = (pdf.getForm()?.getFields() ?? []).flatMap((field) => {
    const value = field.type === 'signature' ? field.getDict().getDict('V', pdf.context.resolve.bind(pdf.context)) : undefined;
    return value ? [{ name: field.name, value, range: rangeOf(value) }] : [];
  });
  const signatures: JudgedSignature[] = [];
  for (const { name, value, range } of signed.toSorted((a, b) => endOf(a.range) - endOf(b.range))) signatures.push(await judge(bytes, name, value, range, authorities));
  return { verdict: verdictOf(signatures), signatures };
}

async function open(bytes: Uint8Array): Promise<PDF | undefined> {
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return undefined;
  try {
    return await PDF.load(bytes);
  } catch {
    return undefined;
  }
}

type Range = readonly [number, number, number, number];
const endOf = (range: Range | undefined): number => (range ? range[2] + range[3] : 0);

/** The two stretches of bytes a signature covers; nothing where they are not what a signature of a whole revision has. */
function rangeOf(value: PdfDict): Range | undefined {
  const array = value.getArray('ByteRange');
  const numbers = array instanceof PdfArray ? [...array].map((each) => (each instanceof PdfNumber ? each.value : -1)) : [];
  const [start, first, second, length] = numbers;
  if (numbers.length !== 4 || start !== 0 || first! <= 0 || second! <= first! || length! <= 0) return undefined;
  return [start, first!, second!, length!];
}

async function judge(bytes: Uint8Array, field: string, value: PdfDict, range: Range | undefined, authorities: readonly X509Certificate[]): Promise<JudgedSignature> {
  const claimedAt = readDate(value.getString('M'));
  const nothing = { field, signer: '', organisation: undefined, claimedAt: claimedAt?.toString(), stampedAt: undefined, holds: false, isKnown: false, later: 'forbidden' } as const;
  const contents = value.getString('Contents')?.bytes;
  // Nothing may lie between the stretches but the signature itself, or something could hide there.
  if (!range || !contents || endOf(range) > bytes.length || !isOnlySignature(bytes.subarray(range[1], range[2]), contents)) return nothing;
  const digest = createHash('sha256').update(bytes.subarray(0, range[1])).update(bytes.subarray(range[2], endOf(range))).digest();
  const signature = withoutPadding(contents);
  // Behind the signature there is room that was not needed, and nothing in it: no signature covers it.
  if (contents.subarray(signature.length).some((byte) => byte !== 0)) return nothing;
  const read = readSignature(signature, digest);
  if (!read) return nothing;
  return {
    ...nothing,
    signer: read.signer,
    organisation: read.organisation,
    stampedAt: read.stampedAt?.toString(),
    holds: read.holds,
    isKnown: leadsTo(read.certificate, read.certificates, authorities) && isValidAt(read.certificate, read.stampedAt ?? claimedAt),
    later: await laterChanges(bytes, endOf(range)),
  };
}

function verdictOf(signatures: readonly JudgedSignature[]): PaperVerdict {
  if (signatures.length === 0) return 'unsigned';
  if (signatures.some(({ holds, later }) => !holds || later === 'forbidden')) return 'altered';
  // The last signature covers the whole file in a paper of ours: numbers are filled before the seal, nothing after it.
  return signatures.every(({ isKnown }) => isKnown) ? 'genuine' : 'unknown-signer';
}

function isOnlySignature(between: Uint8Array, contents: Uint8Array): boolean {
  const text = Buffer.from(between).toString('latin1');
  return text.startsWith('<') && text.endsWith('>') && Buffer.from(text.slice(1, -1), 'hex').equals(Buffer.from(contents));
}

/** DER tells its own length; what follows are the zeros of the room that was kept. */
function withoutPadding(contents: Uint8Array): Uint8Array {
  const lengthBytes = contents[1]! & 0x80 ? contents[1]! & 0x7f : 0;
  const length = lengthBytes === 0 ? contents[1]! : contents.subarray(2, 2 + lengthBytes).reduce((sum, byte) => sum * 256 + byte, 0);
  return contents.subarray(0, 2 + lengthBytes + length);
}

/** Whether a chain of the certificates that came along ends in a trusted one. */
function leadsTo(certificate: X509Certificate, others: readonly X509Certificate[], authorities: readonly X509Certificate[], depth = 0): boolean {
  if (authorities.some((authority) => authority.fingerprint256 === certificate.fingerprint256 || isIssuer(authority, certificate))) return true;
  if (depth === 6) return false;
  return others.some((other) => other.fingerprint256 !== certificate.fingerprint256 && other.ca && isIssuer(other, certificate) && leadsTo(other, others, authorities, depth + 1));
}

function isIssuer(issuer: X509Certificate, of: X509Certificate): boolean {
  return of.checkIssued(issuer) && of.verify(issuer.publicKey);
}

function isValidAt(certificate: X509Certificate, at: Temporal.Instant | undefined): boolean {
  if (!at) return false;
  return certificate.validFromDate.getTime() <= at.epochMilliseconds && at.epochMilliseconds <= certificate.validToDate.getTime();
}

/** A PDF date in UTC, as signatures of ours have it, or with an offset. */
function readDate(text: PdfString | undefined): Temporal.Instant | undefined {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(Z|[+-]\d\d'\d\d)/.exec(text?.asString() ?? '');
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, zone] = match;
  try {
    return Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone!.replace("'", ':')}`);
  } catch {
    return undefined;
  }
}
