import { formatDong } from '@app/kernel';
import { formatDateLong, formatInstantLong, sentence, unfinished, type DateText, type InstantText } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import { amountInWords } from '../number-words.js';
import type { Sheet } from '../sheet.js';
import { drawSignature, signatureHeight, type Signature } from '../signature.js';
import { bold, plain } from '../text.js';
import { besideSignature, contactText, drawAddressee, drawBody, drawDossier, type LetterModel } from './letter.js';
import { drawPapersTable, type ReceivedComponent } from './papers-table.js';

/** Why a dossier is stopped, with what proves it. */
export type StopCause =
  | { readonly kind: 'withdrawn'; readonly askedAt: InstantText; readonly why?: string }
  | { readonly kind: 'not-supplemented'; readonly askedOn: DateText; readonly answerBy: InstantText }
  | { readonly kind: 'not-paid'; readonly askedOn: DateText; readonly payBy: InstantText }
  | { readonly kind: 'conditions-lapsed'; readonly reason: string };

/** What becomes of the money. */
export type StoppedFee =
  | { readonly state: 'none' }
  | { readonly state: 'refunded'; readonly amount: number; readonly where?: string }
  | { readonly state: 'kept'; readonly amount: number; readonly why: string };

/** Form 05, Circular 03/2025/TT-VPCP: the dossier is stopped without a decision on what was asked for. */
export interface StopNoticeModel extends LetterModel {
  readonly cause: StopCause;
  /** Article and document. */
  readonly legalBasis: string;
  readonly stoppedAt: InstantText;
  /** The unit competent for the dossier, which answers for the notice. */
  readonly competentUnit: string;
  /** Made by the system when the time of the rule ran out, without an officer's hand. */
  readonly automatic: boolean;
  readonly papersReturned: readonly ReceivedComponent[];
  /** Where the papers lie. */
  readonly collectAt?: string;
  readonly fee: StoppedFee;
  readonly signature: Signature;
  readonly recipients?: readonly string[];
}

export function renderStopNotice(sheet: Sheet, model: StopNoticeModel): void {
  sheet.beginPart();
  drawHead(sheet, model.head);
  drawTitle(sheet, 'Thông báo', { abstract: 'Dừng giải quyết hồ sơ', rule: true });
  drawAddressee(sheet, model.applicant);
  drawBody(sheet, `${model.head.agency} thông báo dừng giải quyết hồ sơ sau đây của ông/bà (tổ chức), kể từ ${formatInstantLong(model.stoppedAt)}:`, { keepWith: 60 });
  drawDossier(sheet, model);
  sheet.space(3);
  drawBody(sheet, [bold('1. Lý do: '), plain(causeText(model.cause)), plain(' '), bold(`(Căn cứ: ${model.legalBasis}).`)]);
  drawPapers(sheet, model);
  drawBody(sheet, [bold('3. Phí, lệ phí: '), plain(feeText(model.fee))]);
  const beside = besideSignature(model);
  const automatic = model.automatic ? `Thông báo này do hệ thống tự động lập khi hết thời hạn nêu trên. Đơn vị có thẩm quyền giải quyết hồ sơ: ${model.competentUnit}.` : undefined;
  const keepWith = signatureHeight(sheet, model.signature, beside);
  drawBody(sheet, [bold('4. Quyền của ông/bà (tổ chức): '), plain(rightsText(model))], automatic ? {} : { keepWith });
  if (automatic) drawBody(sheet, automatic, { style: 'italic', keepWith });
  drawSignature(sheet, model.signature, beside);
}

/** Without its full stop: the legal basis follows. */
function causeText(cause: StopCause): string {
  switch (cause.kind) {
    case 'withdrawn':
      return `Ông/bà (tổ chức) đề nghị rút hồ sơ lúc ${formatInstantLong(cause.askedAt)}${cause.why ? `, với lý do: ${unfinished(cause.why)}` : ''}`;
    case 'not-supplemented':
      return `Hết thời hạn bổ sung, hoàn thiện hồ sơ (${formatInstantLong(cause.answerBy)}) theo Phiếu yêu cầu bổ sung ${formatDateLong(cause.askedOn)} mà hồ sơ chưa được bổ sung`;
    case 'not-paid':
      return `Hết thời hạn thực hiện nghĩa vụ tài chính (${formatInstantLong(cause.payBy)}) theo Thông báo nghĩa vụ tài chính ${formatDateLong(cause.askedOn)} mà nghĩa vụ chưa được thực hiện`;
    case 'conditions-lapsed':
      return `Không còn điều kiện để tiếp tục giải quyết hồ sơ: ${unfinished(cause.reason)}`;
  }
}

function drawPapers(sheet: Sheet, { papersReturned, collectAt }: StopNoticeModel): void {
  if (papersReturned.length === 0) {
    drawBody(sheet, [bold('2. Giấy tờ trả lại: '), plain('Không có; hồ sơ chỉ gồm bản điện tử và dữ liệu đã có.')]);
    return;
  }
  const where = collectAt ? `nhận tại ${collectAt}, gồm:` : 'gồm:';
  drawBody(sheet, [bold('2. Giấy tờ trả lại: '), plain(where)], { after: 4, keepWith: 60 });
  drawPapersTable(sheet, papersReturned, '');
}

function feeText(fee: StoppedFee): string {
  switch (fee.state) {
    case 'none':
      return 'Chưa nộp khoản nào, không có khoản phải hoàn trả.';
    case 'refunded':
      return `Hoàn trả ${amountText(fee.amount)}${fee.where ? `, nhận tại ${fee.where}` : ''}.`;
    case 'kept':
      return `Không hoàn trả ${amountText(fee.amount)}, vì: ${sentence(fee.why)}`;
  }
}

const amountText = (amount: number): string => `${formatDong(amount)} (bằng chữ: ${amountInWords(amount).toLocaleLowerCase('vi')})`;

function rightsText({ cause, contact }: StopNoticeModel): string {
  const again = 'Việc dừng giải quyết không làm mất quyền nộp hồ sơ; ông/bà (tổ chức) có thể nộp lại hồ sơ bất cứ lúc nào khi có đủ giấy tờ, điều kiện theo quy định.';
  const appeal = cause.kind === 'withdrawn' ? '' : ' Nếu không đồng ý với thông báo này, ông/bà (tổ chức) có quyền khiếu nại hoặc khởi kiện theo quy định của pháp luật.';
  return `${again}${appeal}${contact ? ` Mọi vướng mắc đề nghị liên hệ ${contactText(contact)}.` : ''}`;
}
