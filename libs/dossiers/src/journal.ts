import { canonicalText, digestOf, sha256Hex, type Localized } from '@app/kernel';
import type { EventFacts } from '@app/workflow';
import type { DossierAuthority } from './dossier-authority.js';

/** Who did something, as the journal keeps it: ids and posts, no names. */
export interface JournalActor {
  readonly kind: 'officer' | 'citizen' | 'system';
  readonly id: string;
  /** The unit and role the officer acted in. */
  readonly unit?: string;
  readonly role?: string;
  /** Whose post it was, where it was exercised for somebody: the officer, and the absence or delegation that says so. */
  readonly for?:
    | { readonly officer: string; readonly basis: 'absence' | 'delegation'; readonly id: string }
    /** The organisation a citizen acted for, and the recorded role that says so. */
    | { readonly organisation: string; readonly basis: 'role'; readonly role: string };
}

/** One line of the journal. Personal values never stand here: {@link JournalBody.detail} is their salted digest. */
export interface JournalBody {
  readonly dossier: string;
  readonly seq: number;
  readonly at: string;
  readonly event: string;
  /** The words of the act and of the state reached, as they were then: renaming an event must not rewrite the past. */
  readonly label: Localized;
  /** The little the machine was told beyond the name of the act, so that it can be replayed. */
  readonly facts?: EventFacts;
  readonly state: Localized;
  readonly actor: JournalActor;
  readonly command: string;
  readonly from: { readonly value: unknown; readonly status: number } | null;
  readonly to: { readonly value: unknown; readonly status: number; readonly holder: string };
  readonly procedure: { readonly code: string; readonly version: number };
  /** Of a receipt: who decides from then on; the machine the later acts are replayed through is that authority's. */
  readonly authority?: DossierAuthority;
  /** With the first act: where it was helped, received, and is to be decided and collected; ids of units. */
  readonly places?: { readonly help?: string; readonly receipt: string; readonly competent: string; readonly collect?: string };
  readonly code: string | null;
  readonly detail: string | null;
}

/** A journal row as stored. */
export interface JournalRow {
  readonly seq: number;
  readonly at: string;
  readonly event: string;
  readonly body: string;
  readonly previous_hash: string;
  readonly hash: string;
}

/** What the first row of every dossier links to. */
export const GENESIS = '0'.repeat(64);

/** The hash of a row: over the row before it and its own canonical text. */
export function chainHash(previousHash: string, body: string): string {
  return sha256Hex(`${previousHash}\n${body}`);
}

/** Seals a line onto the chain. The body is kept as canonical text (RFC 8785), never as `jsonb`. */
export function sealJournalRow(body: JournalBody, previousHash: string): JournalRow {
  const text = canonicalText(body);
  return { seq: body.seq, at: body.at, event: body.event, body: text, previous_hash: previousHash, hash: chainHash(previousHash, text) };
}

/** The digest a journal line keeps of what may be erased by law; salted, so that short values cannot be guessed back. */
export function detailDigest(salt: string, data: unknown): string {
  return digestOf({ salt, data });
}

/** What is wrong with a chain: the row, and what does not fit. */
export interface JournalFault {
  readonly dossier: string;
  readonly seq: number;
  readonly fault: string;
}

/**
 * Checks one dossier's chain: numbering without a gap, each hash, each link, the columns beside the text, the
 * details against their digests, and the last number against the dossier's version, so that a cut tail is seen.
 */
export function checkChain(
  dossier: { readonly id: string; readonly version: number },
  rows: ReadonlyArray<JournalRow & { readonly salt?: string | null; readonly detail?: unknown }>,
): JournalFault[] {
  const faults: JournalFault[] = [];
  const report = (seq: number, fault: string): void => void faults.push({ dossier: dossier.id, seq, fault });
  let previousHash = GENESIS;
  let expected = 1;
  for (const row of rows) {
    if (row.seq !== expected) report(row.seq, `the row before is missing: expected number ${expected}`);
    if (row.previous_hash !== previousHash) report(row.seq, 'the link to the row before does not fit');
    if (row.hash !== chainHash(row.previous_hash, row.body)) report(row.seq, 'the text does not give the stored hash');
    else checkColumns(dossier.id, row, report);
    previousHash = row.hash;
    expected = row.seq + 1;
  }
  if (expected - 1 !== dossier.version) report(expected, `the tail is cut: the dossier is at version ${dossier.version}`);
  return faults;
}

function checkColumns(
  dossierId: string,
  row: JournalRow & { readonly salt?: string | null; readonly detail?: unknown },
  report: (seq: number, fault: string) => void,
): void {
  const body = JSON.parse(row.body) as JournalBody;
  const agrees =
    body.dossier === dossierId && body.seq === row.seq && body.event === row.event &&
    Date.parse(body.at) === Date.parse(row.at);
  if (!agrees) report(row.seq, 'the columns differ from the sealed text');
  // A detail erased by law leaves its digest behind; one that is still there must fit it.
  if (row.salt && body.detail !== detailDigest(row.salt, row.detail)) report(row.seq, 'the detail differs from its sealed digest');
}
