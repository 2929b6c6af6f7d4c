import type { Procedure } from '@app/catalogue';
import type { AssessedFee } from '@app/fees';
import type { Localized } from '@app/kernel';
import type { WorkingCalendar } from '@app/calendar';
import type { DossierRow } from '../dossier-row.js';
import type { DossierWorld } from '../dossier-world.js';
import { findReason } from '../reasons.js';
import type { DossierContents, FileRow, SupplementRow } from './contents.js';
import { timeView, type TimeView } from './time-view.js';

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
  readonly lines: Array<{ name: Localized; amount: number }>;
  readonly explanation: Localized;
  readonly paid: boolean;
}

export function feeView(fee: AssessedFee, paid: boolean): FeeView {
  return { total: fee.total, lines: fee.lines.map(({ name, due }) => ({ name, amount: due })), explanation: fee.explanation, paid };
}

export interface ClockView extends TimeView {
  readonly state: string;
  readonly startedAt?: string;
  readonly dueAt?: string;
  readonly trace: Localized[];
}

export function clockView(dossier: DossierRow, calendar: WorkingCalendar, now: Temporal.Instant): ClockView {
  return {
    state: dossier.clock_state,
    ...(dossier.received_at === null ? {} : { startedAt: dossier.received_at }),
    ...(dossier.due_at === null ? {} : { dueAt: dossier.due_at }),
    ...timeView(dossier, calendar, now),
    trace: [...(dossier.due_trace ?? [])],
  };
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
  readonly items: Array<{ target: string; key: string; name: string; reason: Localized; basis: string; note?: string }>;
  readonly contact: string;
}

/** A supplement request with each item named: the paper or field, the reason in words, its article. */
export function supplementView(row: SupplementRow, procedure: Procedure, withOfficer: boolean): SupplementView {
  return {
    id: row.id,
    askedAt: row.asked_at,
    ...(row.answered_at === null ? {} : { answeredAt: row.answered_at }),
    answerBy: row.answer_by,
    beforeReceipt: row.before_receipt,
    items: row.items.map((item) => {
      const reason = findReason(item.reason);
      return {
        target: item.target,
        key: item.key,
        name: item.target === 'component'
          ? (procedure.components.find(({ key }) => key === item.key)?.name.vi ?? item.key)
          : (procedure.declaration.properties[item.key.slice(1)]?.title ?? item.key),
        reason: reason?.text ?? { vi: item.reason, en: item.reason },
        basis: reason?.basis ?? '',
        ...(item.note === undefined ? {} : { note: item.note }),
      };
    }),
    contact: withOfficer ? (row.asked_by_name ?? '') : '',
  };
}

/** The pointers and keys marked by the open supplement request. */
export function openMarks(contents: DossierContents): Set<string> {
  const open = contents.supplements.find((row) => row.answered_at === null);
  return new Set(open?.items.map((item) => item.key) ?? []);
}
