import type { CertifiedCopiesModel, CertifiedEntry } from '@app/documents';
import type { PaperFacts } from './facts.js';
import { codeText, momentOf, notAfter, type Moment } from './moment.js';
import { built, committeeOf, dateOf, headOf, ownerOf, type BuiltPaper } from './shared.js';
import { headSignature } from './signatures.js';

/** The statements a signer puts under certified copies, with the numbers the receipt took: printed for the signature. */
export function buildCertification(facts: PaperFacts, seq: number): BuiltPaper {
  const moment = momentOf(facts, seq);
  const issuer = committeeOf(facts, seq);
  const { name: _, ...signature } = headSignature(facts, issuer, moment.act.at);
  const entries = certifiedEntries(facts, moment);
  const model: CertifiedCopiesModel = {
    head: headOf(facts, issuer, { date: dateOf(moment.act.at) }),
    dossierCode: codeText(facts, moment),
    requester: { name: ownerOf(facts).full_name },
    entries,
    // Who signs is not known yet; whoever does writes the name.
    signature,
  };
  return { ...built('certification', { vi: 'Lời chứng chứng thực bản sao từ bản chính', en: 'Statements of certified copies' }, model), number: null };
}

/** The papers of which copies are certified, each with its number; one whose number was void by then is left out. */
export function certifiedEntries({ entries, procedure }: PaperFacts, { act, declaration }: Moment): CertifiedEntry[] {
  const field = procedure.process.receive.entries?.rows ?? '';
  const rows = Array.isArray(declaration[field]) ? (declaration[field] as ReadonlyArray<{ kind: string; pages: number; copies: number }>) : [];
  return entries.filter(({ seq, voided_at: voided }) => seq <= act.seq && (voided === null || !notAfter(voided, act.at))).flatMap(({ entry, label, period }) => {
    const row = rows[entry];
    return row === undefined ? [] : [{ number: label, book: `01/${period}-SCT/BS`, kind: row.kind, pages: row.pages, copies: row.copies }];
  });
}
