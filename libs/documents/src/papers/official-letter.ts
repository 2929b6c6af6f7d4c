import { drawHead, drawTitle } from '../head.js';
import type { Sheet } from '../sheet.js';
import { drawSignature, signatureHeight, type Signature } from '../signature.js';
import { bold, plain } from '../text.js';
import { besideSignature, drawBody } from './letter.js';
import { drawCorrection, type ResultModel } from './shared.js';

interface WrittenModel extends ResultModel {
  /** What it is about, without "V/v" or "Về việc". */
  readonly about: string;
  /** Paragraph by paragraph. */
  readonly paragraphs: readonly string[];
  readonly recipients: readonly string[];
  readonly signature: Signature;
}

/** Công văn (Decree 30/2020, Annex III, form 1.5): the answer of procedures that end with a letter. */
export interface OfficialLetterModel extends WrittenModel {
  /** Whom it is addressed to. */
  readonly addressees: readonly string[];
}

/** Thông báo (Decree 30/2020, Annex III, form 1.4): the answer of procedures that end with a notice. */
export interface GeneralNoticeModel extends WrittenModel {
  /** "Thông báo" unless said otherwise: "Giấy xác nhận" … */
  readonly title?: string;
}

export const OFFICIAL_LETTER_REQUIRED = ['about', 'addressees.0', 'paragraphs.0', 'recipients', 'signature.position'];
export const GENERAL_NOTICE_REQUIRED = ['about', 'paragraphs.0', 'recipients', 'signature.position'];

export function renderOfficialLetter(sheet: Sheet, model: OfficialLetterModel): void {
  const [first, ...others] = model.addressees;
  sheet.beginPart();
  drawHead(sheet, model.head, { about: model.about });
  sheet.space(14);
  if (others.length === 0) sheet.paragraph([plain('Kính gửi: '), bold(first ?? '')], { align: 'center', balanced: true, size: 14, after: 10 });
  else {
    sheet.paragraph('Kính gửi:', { align: 'center', size: 14, after: 3 });
    for (const name of model.addressees) sheet.paragraph(`- ${name}`, { align: 'center', balanced: true, size: 14, after: 3 });
    sheet.space(7);
  }
  drawWritten(sheet, model);
}

export function renderGeneralNotice(sheet: Sheet, model: GeneralNoticeModel): void {
  sheet.beginPart();
  drawHead(sheet, model.head);
  drawTitle(sheet, model.title ?? 'Thông báo', { abstract: `Về việc ${model.about}`, rule: true });
  drawWritten(sheet, model);
}

/** The paragraphs, of which the last goes along with the signature. */
function drawWritten(sheet: Sheet, model: WrittenModel): void {
  const { paragraphs } = model;
  const beside = besideSignature({ head: model.head, recipients: model.recipients, ...(model.verification && { verification: model.verification }) });
  const height = signatureHeight(sheet, model.signature, beside);
  drawCorrection(sheet, model.correction);
  paragraphs.forEach((text, index) => {
    const isLast = index === paragraphs.length - 1;
    // A document ends with "./." (Decree 30/2020, Annex I).
    drawBody(sheet, isLast ? `${text.replace(/[\s./]+$/, '')}./.` : text, { size: 14, keepWith: isLast ? height : 0 });
  });
  drawSignature(sheet, model.signature, beside);
}
