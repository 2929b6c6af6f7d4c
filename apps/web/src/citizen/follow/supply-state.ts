import type { StoredFile, Supplement, Supply } from '../../api/types';
import { nameOf } from '../../forms/form-schema';

/** An answer to a request under work; kept in this tab. */
export interface SupplyDraft {
  /** Sent again after a cut line, the same command gets the first answer. */
  commandId: string;
  /** By field name. */
  answers: Readonly<Record<string, unknown>>;
  /** By component key. */
  files: Readonly<Record<string, readonly StoredFile[]>>;
  note: string;
}

export const newSupply = (commandId: string): SupplyDraft => ({ commandId, answers: {}, files: {}, note: '' });

type Line = Supplement['items'][number];

/** The marked lines for which nothing is given yet: each is asked for, so each must be answered. */
export function unanswered(supplement: Supplement, draft: SupplyDraft): Line[] {
  return supplement.items.filter((line) =>
    line.target === 'field' ? (draft.answers[nameOf(line.key)] ?? '') === '' : (draft.files[line.key]?.length ?? 0) === 0,
  );
}

/** The body that hands the supplement in: marked fields and papers only. */
export function supplyBody(supplement: Supplement, draft: SupplyDraft): Supply {
  const fields = supplement.items.filter((line) => line.target === 'field');
  return {
    commandId: draft.commandId,
    answers: fields.length === 0 ? undefined : Object.fromEntries(fields.map((line) => [line.key, draft.answers[nameOf(line.key)]])),
    components: supplement.items.filter((line) => line.target === 'component').map((line) => ({ key: line.key, fileIds: (draft.files[line.key] ?? []).map((file) => file.id) })),
    note: draft.note.trim() || undefined,
  };
}
