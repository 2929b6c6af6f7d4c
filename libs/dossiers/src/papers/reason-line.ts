import type { RefusalReason } from '@app/documents';
import { findReason } from '../reasons.js';

/** A reason of the catalogue with its article, and what the officer added to it. */
export function reasonLine(code: string, note: string | null | undefined): RefusalReason {
  const reason = findReason(code);
  const text = reason?.text.vi ?? code;
  const detail = note?.trim();
  return { reason: detail ? `${text}: ${detail.replace(/[.;]$/, '')}` : text, legalBasis: reason?.basis ?? 'Nghị định 118/2025/NĐ-CP' };
}
