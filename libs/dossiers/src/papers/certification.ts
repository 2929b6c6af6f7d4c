import type { CertifiedCopyModel, CertifiedOriginal } from '@app/documents';
import type { PaperFacts } from './facts.js';
import { momentOf, notAfter, type Moment } from './moment.js';
import { built, committeeOf, dateOf, headOf, ownerOf, type BuiltPaper } from './shared.js';
import { headSignature } from './signatures.js';

/** The statement a signer puts under certified copies, with the numbers the receipt took: printed to be signed and sealed by hand. */
export function buildCertification(facts: PaperFacts, seq: number): BuiltPaper {
  const moment = momentOf(facts, seq);
  const issuer = committeeOf(facts, seq);
  // Who signs is not known yet: whoever does writes the name.
  const { name: _, ...signature } = headSignature(facts, issuer, moment.act.at);
  const date = dateOf(moment.act.at);
  const model: CertifiedCopyModel = { head: headOf(facts, issuer, { date }), ...certifiedFacts(facts, moment), certifiedOn: date, signature };
  return { ...built('result/certified-copy', { vi: 'Lời chứng chứng thực bản sao từ bản chính', en: 'Statement on certified copies' }, model), number: null };
}

/** Which papers were certified, each with its number; one whose number was void by then is left out. */
export function certifiedFacts(facts: PaperFacts, { act, declaration }: Moment): Pick<CertifiedCopyModel, 'requester' | 'originals' | 'book' | 'number'> {
  const field = facts.procedure.process.receive.entries?.rows ?? '';
  const rows = Array.isArray(declaration[field]) ? (declaration[field] as readonly CertifiedOriginal[]) : [];
  const entries = facts.entries.filter(({ seq, voided_at: voided }) => seq <= act.seq && (voided === null || !notAfter(voided, act.at)));
  const originals = entries.flatMap(({ entry, label }): CertifiedOriginal[] => {
    const row = rows[entry];
    return row === undefined ? [] : [{ kind: row.kind, copies: row.copies, pages: row.pages, number: label }];
  });
  const [first] = originals;
  return { requester: ownerOf(facts).full_name, originals, book: `01/${entries[0]?.period ?? ''}-SCT/BS`, ...(first?.number === undefined ? {} : { number: first.number }) };
}
