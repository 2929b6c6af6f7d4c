import { formatDateLong, numberText, sentence, unfinished, type DateText } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import { mm, type ParagraphOptions, type Sheet } from '../sheet.js';
import { drawSignature, signatureHeight, type Signature } from '../signature.js';
import { bold, plain, type Text } from '../text.js';
import type { OfficerName, PaperModel } from './shared.js';

/** How a public posting runs. Both dates are days of posting. */
export interface Posting {
  readonly from: DateText;
  readonly until: DateText;
  /** How long, in figures, and of what: "ngày" or "ngày làm việc". */
  readonly days: number;
  readonly unit?: string;
  readonly places: readonly string[];
}

/** What is posted, in the words of its procedure. */
export interface PostedSubject {
  /** Below the title: "Niêm yết công khai việc …". */
  readonly abstract: string;
  /** Behind the person's name and address: "khai báo bị mất …". */
  readonly about: string;
  /** What anybody may report or object to: "có ý kiến khiếu nại về …". */
  readonly objections: string;
  /** What follows when nobody does: "hồ sơ được …". */
  readonly afterwards: string;
}

/** A public notice: a lost land certificate, the origin of a plot, the result of a review of poor households. */
export interface NoticeModel extends PaperModel {
  readonly owner: { readonly name: string; readonly address: string };
  readonly subject: PostedSubject;
  /** What the owner says happened. */
  readonly circumstances?: string;
  readonly posting: Posting;
  readonly legalBasis?: string;
  /** Where a finder or an objector turns to. */
  readonly objections: { readonly agency: string; readonly address?: string; readonly officer?: OfficerName };
  readonly signature: Signature;
  readonly recipients: readonly string[];
}

export function renderNotice(sheet: Sheet, model: NoticeModel): void {
  sheet.beginPart();
  drawHead(sheet, model.head);
  drawTitle(sheet, 'Thông báo', { abstract: model.subject.abstract, rule: true });
  if (model.legalBasis) body(sheet, `Căn cứ ${model.legalBasis.replace(/[;.,]\s*$/, '')};`, { style: 'italic' });
  body(sheet, [
    plain(`${model.head.agency} thông báo: ông/bà `),
    bold(model.owner.name),
    plain(`, địa chỉ: ${model.owner.address}, ${sentence(model.subject.about)}`),
  ]);
  if (model.circumstances) body(sheet, `Nội dung khai báo: ${sentence(model.circumstances)}`);
  const { posting } = model;
  body(sheet, [bold('1. Thời gian niêm yết: '), plain(`${postingText(posting)}.`)]);
  body(sheet, [bold('2. Địa điểm niêm yết: '), plain(`${posting.places.join('; ')}.`)]);
  const { agency, address, officer } = model.objections;
  const contact = officer ? ` (liên hệ: ${[officer.name, officer.position, officer.phone && `số điện thoại ${officer.phone}`].filter(Boolean).join(', ')})` : '';
  body(sheet, [
    bold('3. Tiếp nhận ý kiến: '),
    plain(
      `Trong thời gian niêm yết, tổ chức, cá nhân ${unfinished(model.subject.objections)} gửi ý kiến bằng văn bản hoặc đến trực tiếp ${agency}${address ? `, địa chỉ: ${address}` : ''}${contact}.`,
    ),
  ]);
  const beside = { recipients: model.recipients, verification: model.verification };
  body(sheet, `Hết thời gian niêm yết mà không nhận được ý kiến, ${sentence(model.subject.afterwards)}`, { keepWith: signatureHeight(sheet, model.signature, beside) });
  drawSignature(sheet, model.signature, beside);
}

/** "15 ngày, từ ngày … đến hết ngày …". */
export function postingText({ days, unit = 'ngày', from, until }: Posting): string {
  return `${numberText(days)} ${unit}, từ ${formatDateLong(from)} đến hết ${formatDateLong(until)}`;
}

function body(sheet: Sheet, text: Text, options: ParagraphOptions = {}): void {
  sheet.paragraph(text, { size: 14, align: 'justify', firstLine: mm(10), after: 6, spacing: 1.05, ...options });
}
