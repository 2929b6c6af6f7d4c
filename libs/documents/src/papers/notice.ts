import { formatDateLong, numberText, sentence, type DateText } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import { mm, type ParagraphOptions, type Sheet } from '../sheet.js';
import { drawSignature, signatureHeight, type Signature } from '../signature.js';
import { bold, plain, type Text } from '../text.js';
import { lostCertificateText, parcelText, type LostCertificate, type Parcel } from './land.js';
import type { OfficerName, PaperModel } from './shared.js';

/** How a public posting runs. Both dates are days of posting. */
export interface Posting {
  readonly from: DateText;
  readonly until: DateText;
  /** Calendar days. */
  readonly days: number;
  readonly places: readonly string[];
}

/** Public notice that a land certificate was lost (Decree 101/2024, re-issue of a lost certificate). */
export interface NoticeModel extends PaperModel {
  readonly owner: { readonly name: string; readonly address: string };
  readonly certificate: LostCertificate;
  readonly parcel: Parcel;
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
  drawTitle(sheet, 'Thông báo', { abstract: 'Niêm yết công khai việc mất Giấy chứng nhận quyền sử dụng đất,\nquyền sở hữu tài sản gắn liền với đất', rule: true });
  if (model.legalBasis) body(sheet, `Căn cứ ${model.legalBasis.replace(/[;.,]\s*$/, '')};`, { style: 'italic' });
  body(sheet, [
    plain(`${model.head.agency} thông báo: ông/bà `),
    bold(model.owner.name),
    plain(`, địa chỉ: ${model.owner.address}, khai báo bị mất ${lostCertificateText(model.certificate)}, đối với ${parcelText(model.parcel)}.`),
  ]);
  if (model.circumstances) body(sheet, `Nội dung khai báo: ${sentence(model.circumstances)}`);
  const { posting } = model;
  body(sheet, [bold('1. Thời gian niêm yết: '), plain(`${numberText(posting.days)} ngày, từ ${formatDateLong(posting.from)} đến hết ${formatDateLong(posting.until)}.`)]);
  body(sheet, [bold('2. Địa điểm niêm yết: '), plain(`${posting.places.join('; ')}.`)]);
  const { agency, address, officer } = model.objections;
  const contact = officer ? ` (liên hệ: ${[officer.name, officer.position, officer.phone && `số điện thoại ${officer.phone}`].filter(Boolean).join(', ')})` : '';
  body(sheet, [
    bold('3. Tiếp nhận ý kiến: '),
    plain(
      `Trong thời gian niêm yết, tổ chức, cá nhân tìm thấy Giấy chứng nhận nêu trên hoặc có ý kiến khiếu nại, tranh chấp liên quan đến thửa đất gửi ý kiến bằng văn bản hoặc đến trực tiếp ${agency}${address ? `, địa chỉ: ${address}` : ''}${contact}.`,
    ),
  ]);
  const beside = { recipients: model.recipients, verification: model.verification };
  body(sheet, 'Hết thời gian niêm yết mà không nhận được ý kiến, hồ sơ được chuyển đến cơ quan có thẩm quyền để cấp lại Giấy chứng nhận theo quy định của pháp luật.', { keepWith: signatureHeight(sheet, model.signature, beside) });
  drawSignature(sheet, model.signature, beside);
}

function body(sheet: Sheet, text: Text, options: ParagraphOptions = {}): void {
  sheet.paragraph(text, { size: 14, align: 'justify', firstLine: mm(10), after: 6, spacing: 1.05, ...options });
}
