import { formatInstantLong, sentence, type InstantText } from '../format.js';
import { drawHead } from '../head.js';
import type { Sheet } from '../sheet.js';
import { drawSignature, signatureHeight, type Signature } from '../signature.js';
import { bold, plain } from '../text.js';
import { besideSignature, contactText, drawAddressee, drawBody } from './letter.js';
import { drawPapersTable, type ReceivedComponent } from './papers-table.js';
import { procedureText, type OfficerName, type PaperModel, type ProcedureName } from './shared.js';

/** What it means when the body asked does not answer in time: agreement only where an article says so. */
export type Silence = { readonly means: 'agreed'; readonly legalBasis: string } | { readonly means: 'nothing' };

/** One body asked, and what of it. */
export interface AskedBody {
  readonly name: string;
  readonly question: string;
  readonly legalBasis: string;
  readonly answerBy: InstantText;
  readonly silence: Silence;
}

/**
 * Official letters (Decree 30/2020, Annex III, form 1.5) that ask other bodies for their opinion on a dossier: one for
 * each body, in one file.
 */
export interface ConsultationRequestModel extends PaperModel {
  readonly asked: readonly AskedBody[];
  readonly dossierCode: string;
  readonly procedure: ProcedureName;
  /** No more of the person than the question needs. */
  readonly owner: { readonly name: string; readonly address?: string };
  readonly enclosures: readonly ReceivedComponent[];
  readonly contact?: OfficerName;
  readonly signature: Signature;
  readonly recipients?: readonly string[];
}

export function renderConsultationRequest(sheet: Sheet, model: ConsultationRequestModel): void {
  for (const body of model.asked) drawLetter(sheet, model, body);
}

function drawLetter(sheet: Sheet, model: ConsultationRequestModel, body: AskedBody): void {
  const { agency } = model.head;
  sheet.beginPart();
  drawHead(sheet, model.head, { about: `lấy ý kiến giải quyết\nhồ sơ ${model.dossierCode}` });
  sheet.space(12);
  drawAddressee(sheet, { name: body.name });
  const address = model.owner.address ? `, địa chỉ: ${model.owner.address}` : '';
  drawBody(sheet, `${agency} đang giải quyết hồ sơ của ông/bà (tổ chức) ${model.owner.name}${address}; mã hồ sơ: ${model.dossierCode}; thủ tục: ${procedureText(model.procedure)}.`);
  drawBody(sheet, `Căn cứ ${body.legalBasis}, ${agency} đề nghị ${body.name} cho ý kiến về nội dung sau:`, { keepWith: 30 });
  drawBody(sheet, sentence(body.question), { style: 'bold' });
  drawBody(sheet, [plain('Ý kiến bằng văn bản đề nghị gửi trước '), bold(formatInstantLong(body.answerBy)), plain(`. ${silenceText(body, agency)}`)]);
  drawEnclosures(sheet, model.enclosures);
  const beside = besideSignature(model);
  const contact = model.contact ? `Thông tin trao đổi thêm đề nghị liên hệ ${contactText(model.contact)}. ` : '';
  drawBody(sheet, `${contact}Rất mong nhận được sự phối hợp của ${body.name}./.`, { keepWith: signatureHeight(sheet, model.signature, beside) });
  drawSignature(sheet, model.signature, beside);
}

function silenceText({ name, silence }: AskedBody, agency: string): string {
  return silence.means === 'agreed'
    ? `Quá thời hạn này mà không có văn bản trả lời thì ${name} được coi là đồng ý, theo ${sentence(silence.legalBasis)}`
    : `Việc không trả lời không được coi là đồng ý; quá thời hạn này, ${agency} xem xét tiếp theo hồ sơ đã có và ghi nhận là không có ý kiến.`;
}

function drawEnclosures(sheet: Sheet, enclosures: readonly ReceivedComponent[]): void {
  if (enclosures.length === 0) {
    drawBody(sheet, 'Không có tài liệu gửi kèm.');
    return;
  }
  drawBody(sheet, 'Tài liệu gửi kèm:', { after: 4, keepWith: 60 });
  drawPapersTable(sheet, enclosures, '');
}
