import { localLayer, nationalLayer, type Procedure, type ValueLayer } from '@app/catalogue';
import type { AssessedFee } from '@app/fees';
import type { Localized } from '@app/kernel';
import type { SupplementItem } from '../act-command.js';
import type { DossierWorld } from '../dossier-world.js';
import { findReason } from '../reasons.js';
import type { PaperDetails } from '../paper-details.js';
import type { DossierContents, FileRow, SupplementRow } from './contents.js';

/** Parts of a dossier that officers and citizens see alike. */

export interface FileView {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly uploadedAt: string;
}

export function fileView(file: FileRow): FileView {
  return { id: file.id, name: file.name, mediaType: file.media_type, size: file.size, sha256: file.sha256, uploadedAt: file.created_at };
}

export interface FeeView {
  readonly total: number;
  readonly lines: Array<{ name: Localized; amount: number; layer: ValueLayer }>;
  readonly explanation: Localized;
  readonly paid: boolean;
}

export function feeView(fee: AssessedFee, paid: boolean): FeeView {
  return { total: fee.total, lines: fee.lines.map(({ name, due, local }) => ({ name, amount: due, layer: local ? localLayer(local) : nationalLayer() })), explanation: fee.explanation, paid };
}

export interface ComponentView {
  readonly key: string;
  readonly name: Localized;
  readonly required: boolean;
  readonly why?: Localized;
  readonly state: string;
  readonly kind: string;
  readonly originals: number;
  readonly copies: number;
  readonly origin: string;
  readonly note?: string;
  readonly location?: string;
  readonly paper?: PaperDetails;
  readonly files: FileView[];
}

export async function componentViews(contents: DossierContents, world: DossierWorld): Promise<ComponentView[]> {
  return Promise.all(contents.components.map(async (row): Promise<ComponentView> => ({
    key: row.key,
    name: row.name,
    required: row.required,
    ...(row.why === null ? {} : { why: row.why }),
    state: row.state,
    kind: row.kind,
    originals: row.originals,
    copies: row.copies,
    origin: row.origin,
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.paper === null ? {} : { paper: row.paper }),
    ...(row.location === null ? {} : { location: (await world.unit(row.location)).shortName.vi }),
    files: contents.files.filter((file) => file.component_key === row.key).map(fileView),
  })));
}

export interface SupplementView {
  readonly id: string;
  readonly askedAt: string;
  readonly answeredAt?: string;
  readonly answerBy: string;
  readonly beforeReceipt: boolean;
  /** When the time to answer was over and nothing had come. */
  readonly expiredAt?: string;
  readonly note?: string;
  readonly items: SupplementLineView[];
  readonly contact: string;
}

/** One thing asked for: the paper or field by name, the reason in words, its article. */
export interface SupplementLineView {
  readonly target: string;
  readonly key: string;
  readonly name: string;
  readonly reason: Localized;
  readonly basis: string;
  readonly note?: string;
}

/** A supplement request with each item named: the paper or field, the reason in words, its article. */
export function supplementView(row: SupplementRow, procedure: Procedure, withOfficer: boolean): SupplementView {
  return {
    id: row.id,
    askedAt: row.asked_at,
    ...(row.answered_at === null ? {} : { answeredAt: row.answered_at }),
    answerBy: row.answer_by,
    beforeReceipt: row.before_receipt,
    ...(row.expired_at === null ? {} : { expiredAt: row.expired_at }),
    ...(withOfficer && row.note !== null ? { note: row.note } : {}),
    items: itemViews(row.items, procedure),
    contact: withOfficer ? (row.asked_by_name ?? '') : '',
  };
}

/** A reason of the catalogue in words, with its article. */
export interface ReasonView {
  readonly text: Localized;
  readonly basis: string;
}

/** A catalogue code in words; one that is no longer in the catalogue stands for itself. */
export function reasonView(code: string): ReasonView {
  const reason = findReason(code);
  return { text: reason?.text ?? { vi: code, en: code }, basis: reason?.basis ?? '' };
}

/** Each item of a request, or of a proposal for one, in words. */
export function itemViews(items: readonly SupplementItem[], procedure: Procedure): SupplementLineView[] {
  return items.map((item) => {
    const { text, basis } = reasonView(item.reason);
    return {
      target: item.target,
      key: item.key,
      name: item.target === 'component'
        ? (procedure.components.find(({ key }) => key === item.key)?.name.vi ?? item.key)
        : (procedure.declaration.properties[item.key.slice(1)]?.title ?? item.key),
      reason: text,
      basis,
      ...(item.note === undefined ? {} : { note: item.note }),
    };
  });
}

/** The request that waits for the citizen. */
export const openSupplement = (contents: DossierContents): SupplementRow | undefined => contents.supplements.find(({ answered_at, expired_at }) => answered_at === null && expired_at === null);

/** What the province marked with a return and the commune has not put right yet. */
export const openHandoverMarks = ({ handovers }: Pick<DossierContents, 'handovers'>): readonly SupplementItem[] =>
  handovers.findLast(({ marks, settled_seq, acknowledged_at, returned_at }) => marks !== null && settled_seq === null && (acknowledged_at !== null || returned_at !== null))?.marks ?? [];

/** The pointers and keys marked by the open supplement request, or by the province. */
export function openMarks(contents: DossierContents): Set<string> {
  return new Set([...(openSupplement(contents)?.items ?? []), ...openHandoverMarks(contents)].map((item) => item.key));
}
