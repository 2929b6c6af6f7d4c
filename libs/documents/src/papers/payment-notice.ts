import { formatDateLong, formatInstantLong, formatNumber, sentence, unfinished, type DateText, type InstantText } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import { amountInWords } from '../number-words.js';
import type { Sheet } from '../sheet.js';
import { drawSignature, signatureHeight, type Signature } from '../signature.js';
import { drawTable, NUMBERS, numbered } from '../table.js';
import { bold, plain } from '../text.js';
import { besideSignature, contactText, drawAddressee, drawBody, drawDossier, type LetterModel } from './letter.js';

/** One sum that is due. */
export interface PaymentLine {
  readonly name: string;
  /** Article and document, or the notice of the tax authority. */
  readonly basis: string;
  /** Whole đồng. */
  readonly amount: number;
}

/** Notice of a financial duty: how much, for what, where and until when. It names no bank account and no card. */
export interface PaymentNoticeModel extends LetterModel {
  readonly lines: readonly PaymentLine[];
  /** The tax authority's own notice, where the sum comes from there. */
  readonly source?: { readonly issuer: string; readonly number: string; readonly date?: DateText };
  /** What the office adds: how the sum came about. */
  readonly remarks?: string;
  /** Where and how to pay, in words. */
  readonly payAt: readonly string[];
  readonly payBy: InstantText;
  /** The time until the payment is not counted. */
  readonly clockPausedAt?: InstantText;
  /** What happens when it is not paid in time, with its article. */
  readonly otherwise?: string;
  readonly signature: Signature;
  readonly recipients?: readonly string[];
}

export function renderPaymentNotice(sheet: Sheet, model: PaymentNoticeModel): void {
  const total = model.lines.reduce((sum, line) => sum + line.amount, 0);
  sheet.beginPart();
  drawHead(sheet, model.head);
  drawTitle(sheet, 'Thông báo', { abstract: 'Thực hiện nghĩa vụ tài chính', rule: true });
  drawAddressee(sheet, model.applicant);
  drawBody(sheet, `${model.head.agency} đang giải quyết hồ sơ của ông/bà (tổ chức):`, { keepWith: 60 });
  drawDossier(sheet, model);
  sheet.space(3);
  drawBody(sheet, `${sourceText(model)}ông/bà (tổ chức) phải thực hiện nghĩa vụ tài chính sau đây trước khi hồ sơ được giải quyết tiếp:`, { after: 4, keepWith: 70 });
  drawTable(
    sheet,
    [
      { ...NUMBERS, share: 7 },
      { title: 'Khoản phải nộp', share: 34 },
      { title: 'Căn cứ', share: 38 },
      { title: 'Số tiền (đồng)', share: 21, align: 'right' },
    ],
    [
      ...numbered(model.lines.map(({ name, basis, amount }) => [name, basis, formatNumber(amount)])),
      ['', [bold('Tổng cộng')], '', [bold(formatNumber(total))]],
    ],
    { after: 6, size: Math.min(sheet.size - 1, 12) },
  );
  drawBody(sheet, [plain('Bằng chữ: '), bold(`${amountInWords(total)}.`)]);
  if (model.remarks) drawBody(sheet, sentence(model.remarks));
  drawBody(sheet, [bold('Hạn nộp: '), plain('trước '), bold(formatInstantLong(model.payBy)), plain('.')]);
  drawBody(sheet, [bold('Nơi nộp, cách nộp: '), plain(sentence(model.payAt.map(unfinished).join('; ')))]);
  if (model.clockPausedAt) drawBody(sheet, `Thời gian từ ${formatInstantLong(model.clockPausedAt)} đến khi nộp đủ không tính vào thời hạn giải quyết; thời gian trả kết quả được tính lại khi đó.`);
  const beside = besideSignature(model);
  const closing = [
    model.otherwise && sentence(model.otherwise),
    'Khi nộp, đề nghị ghi mã hồ sơ nêu trên và giữ lại chứng từ.',
    model.contact && `Mọi vướng mắc đề nghị liên hệ ${contactText(model.contact)}.`,
  ].filter(Boolean).join(' ');
  drawBody(sheet, closing, { keepWith: signatureHeight(sheet, model.signature, beside) });
  drawSignature(sheet, model.signature, beside);
}

function sourceText({ source }: PaymentNoticeModel): string {
  if (!source) return 'Theo quy định, ';
  return `Theo Thông báo số ${source.number}${source.date ? ` ${formatDateLong(source.date)}` : ''} của ${source.issuer}, `;
}
