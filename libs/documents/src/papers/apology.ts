import { drawField } from '../fields.js';
import { formatDateLong, formatInstantLong, sentence, unfinished, type DateText, type InstantText } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import type { Sheet } from '../sheet.js';
import { drawSignature, signatureHeight, type Signature } from '../signature.js';
import { bold, plain, type Run } from '../text.js';
import { besideSignature, contactText, drawAddressee, drawBody, drawDossier, type LetterModel } from './letter.js';

interface ApologyBase extends LetterModel {
  readonly receivedAt: InstantText;
  /** The promise as it stands before this letter. */
  readonly promisedAt: InstantText;
  readonly reason: string;
  /** Article and document the reason goes back to. */
  readonly legalBasis?: string;
  /** The unit that has not done its part in time. */
  readonly unitAtFault: string;
  /** Where the dossier stands, in words. */
  readonly state?: string;
  /** The head of the agency at fault signs, never the counter. */
  readonly signature: Signature;
  readonly recipients?: readonly string[];
}

/** Before the deadline: the one extension the rules allow, with the new promise. */
export interface ExtensionLetterModel extends ApologyBase {
  readonly kind: 'extension';
  readonly newDueAt: InstantText;
}

/** After the deadline: the promise stays where it was, and the dossier late; a day is named by which the result is expected. */
export interface LateApologyModel extends ApologyBase {
  readonly kind: 'apology';
  readonly expectedOn: DateText;
}

/** Form 04, Circular 03/2025/TT-VPCP. */
export type ApologyModel = ExtensionLetterModel | LateApologyModel;

export function renderApology(sheet: Sheet, model: ApologyModel): void {
  sheet.beginPart();
  drawHead(sheet, model.head);
  if (model.kind === 'extension') drawTitle(sheet, 'Văn bản xin lỗi\nvà đề nghị gia hạn thời gian giải quyết', { rule: true });
  // Nothing is extended any more, and a title that says so would mislead.
  else drawTitle(sheet, 'Văn bản xin lỗi', { abstract: 'Về việc chậm trả kết quả giải quyết thủ tục hành chính', rule: true });
  drawAddressee(sheet, model.applicant);
  drawBody(sheet, `${model.head.agency} đang giải quyết hồ sơ của ông/bà (tổ chức):`, { keepWith: 60 });
  drawDossier(sheet, model);
  drawField(sheet, { label: 'Thời gian trả kết quả đã hẹn', value: formatInstantLong(model.promisedAt) });
  if (model.state) drawField(sheet, { label: 'Tình trạng hồ sơ', value: model.state });
  drawField(sheet, { label: 'Đơn vị chịu trách nhiệm', value: model.unitAtFault }, { after: 6 });
  const basis: Run[] = model.legalBasis ? [plain(' '), bold(`(Căn cứ: ${model.legalBasis}).`)] : [];
  const late = model.kind === 'extension' ? 'Đến nay, hồ sơ chưa thể giải quyết xong đúng thời gian đã hẹn.' : 'Đã quá thời gian đã hẹn nêu trên, hồ sơ vẫn chưa giải quyết xong.';
  drawBody(sheet, [plain(`${late} `), bold('Lý do: '), plain(basis.length > 0 ? unfinished(model.reason) : sentence(model.reason)), ...basis]);
  drawPromise(sheet, model);
  const beside = besideSignature(model);
  const keepWith = signatureHeight(sheet, model.signature, beside);
  const contact = model.contact ? ` Mọi vướng mắc đề nghị liên hệ ${contactText(model.contact)}.` : '';
  drawBody(sheet, `Ông/bà (tổ chức) không phải nộp lại hồ sơ; giấy tiếp nhận hồ sơ đã giao vẫn dùng để nhận kết quả.${contact}`, { keepWith });
  drawSignature(sheet, model.signature, beside);
}

function drawPromise(sheet: Sheet, model: ApologyModel): void {
  const { agency } = model.head;
  if (model.kind === 'extension') {
    drawBody(sheet, [
      plain(`${agency} thành thật xin lỗi ông/bà (tổ chức) và gia hạn thời gian giải quyết hồ sơ. Thời gian trả kết quả mới: `),
      bold(formatInstantLong(model.newDueAt)),
      plain('. Thời gian giải quyết chỉ được gia hạn một lần.'),
    ]);
    return;
  }
  drawBody(sheet, [
    plain(`${agency} thành thật xin lỗi ông/bà (tổ chức) vì sự chậm trễ này. Kết quả dự kiến được trả chậm nhất `),
    bold(formatDateLong(model.expectedOn)),
    plain(`. Ngày dự kiến không thay thế thời gian đã hẹn: hồ sơ được tính là quá hạn kể từ ${formatInstantLong(model.promisedAt)}.`),
  ]);
}
