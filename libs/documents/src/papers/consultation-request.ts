import { formatInstantLong, sentence, type InstantText } from '../format.js';
import { drawHead } from '../head.js';
import type { Sheet } from '../sheet.js';
import { drawSignature, signatureHeight, type Signature } from '../signature.js';
import { bold, plain } from '../text.js';
import { contactText, drawAddressee, drawBody } from './letter.js';
import { drawPapersTable, type ReceivedComponent } from './papers-table.js';
import { procedureText, type OfficerName, type PaperModel, type ProcedureName } from './shared.js';

/** What it means when the body asked does not answer in time: agreement only where an article says so. */
export type Silence = { readonly means: 'agreed'; readonly legalBasis: string } | { readonly means: 'nothing' };

/** An official letter (Decree 30/2020, Annex III, form 1.5) that asks another body for its opinion on a dossier. */
export interface ConsultationRequestModel extends PaperModel {
  /** The body asked. */
  readonly to: string;
  readonly dossierCode: string;
  readonly procedure: ProcedureName;
  /** No more of the person than the question needs. */
  readonly owner: { readonly name: string; readonly address?: string };
  readonly question: string;
  readonly legalBasis: string;
  readonly answerBy: InstantText;
  readonly silence: Silence;
  readonly enclosures: readonly ReceivedComponent[];
  readonly contact?: OfficerName;
  readonly signature: Signature;
  readonly recipients?: readonly string[];
}

export function renderConsultationRequest(sheet: Sheet, model: ConsultationRequestModel): void {
  const { agency } = model.head;
  sheet.beginPart();
  drawHead(sheet, model.head, { about: `lấy ý kiến giải quyết\nhồ sơ ${model.dossierCode}` });
  sheet.space(12);
  drawAddressee(sheet, { name: model.to });
  const address = model.owner.address ? `, địa chỉ: ${model.owner.address}` : '';
  drawBody(sheet, `${agency} đang giải quyết hồ sơ của ông/bà (tổ chức) ${model.owner.name}${address}; mã hồ sơ: ${model.dossierCode}; thủ tục: ${procedureText(model.procedure)}.`);
  drawBody(sheet, `Căn cứ ${model.legalBasis}, ${agency} đề nghị ${model.to} cho ý kiến về nội dung sau:`, { keepWith: 30 });
  drawBody(sheet, sentence(model.question), { style: 'bold' });
  drawBody(sheet, [plain('Ý kiến bằng văn bản đề nghị gửi trước '), bold(formatInstantLong(model.answerBy)), plain(`. ${silenceText(model)}`)]);
  drawEnclosures(sheet, model.enclosures);
  const beside = { recipients: model.recipients ?? ['Như trên', 'Lưu: VT, hồ sơ'], verification: model.verification };
  const contact = model.contact ? `Thông tin trao đổi thêm đề nghị liên hệ ${contactText(model.contact)}. ` : '';
  drawBody(sheet, `${contact}Rất mong nhận được sự phối hợp của ${model.to}./.`, { keepWith: signatureHeight(sheet, model.signature, beside) });
  drawSignature(sheet, model.signature, beside);
}

function silenceText({ silence, to, head }: ConsultationRequestModel): string {
  return silence.means === 'agreed'
    ? `Quá thời hạn này mà không có văn bản trả lời thì ${to} được coi là đồng ý, theo ${sentence(silence.legalBasis)}`
    : `Việc không trả lời không được coi là đồng ý; quá thời hạn này, ${head.agency} xem xét tiếp theo hồ sơ đã có và ghi nhận là không có ý kiến.`;
}

function drawEnclosures(sheet: Sheet, enclosures: readonly ReceivedComponent[]): void {
  if (enclosures.length === 0) {
    drawBody(sheet, 'Không có tài liệu gửi kèm.');
    return;
  }
  drawBody(sheet, 'Tài liệu gửi kèm:', { after: 4, keepWith: 60 });
  drawPapersTable(sheet, enclosures, '');
}
