import { formatDong } from '@app/kernel';
import { drawField } from '../fields.js';
import { capitals, formatInstantLong, formatNumber, type InstantText } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import { amountInWords } from '../number-words.js';
import type { Sheet } from '../sheet.js';
import { drawSigners, SIGN_HINT, signersHeight, type Signer } from '../signature.js';
import { drawTable, NUMBERS, numbered } from '../table.js';
import type { FeeLine } from './receipt.js';
import { drawCornerQr, drawPartyDetails, procedureText, type OfficerName, type PaperModel, type Party, type ProcedureName } from './shared.js';

export type PaymentWay = 'cash' | 'transfer' | 'qr' | 'portal';

/**
 * Giấy xác nhận đã nộp phí, lệ phí. The money receipt itself (biên lai, Decree 123/2020 Art. 30–33 as amended by 70/2025) is issued by
 * the system registered with the tax authority; this paper says what was paid, names that receipt where it is known, and says that it does not
 * take its place.
 */
export interface FeeConfirmationModel extends PaperModel {
  readonly payer: Party;
  readonly dossierCode: string;
  readonly procedure: ProcedureName;
  /** Amounts in whole đồng; each line as it was levied, a reduction included. */
  readonly lines: readonly FeeLine[];
  readonly paidAt: InstantText;
  readonly way: PaymentWay;
  /** Symbol and number of the receipt the tax system gave. */
  readonly receipt?: { readonly symbol?: string; readonly number: string };
  readonly collector: OfficerName;
}

const WAYS: Record<PaymentWay, string> = { cash: 'Tiền mặt', transfer: 'Chuyển khoản', qr: 'Quét mã QR', portal: 'Thanh toán trực tuyến trên Cổng Dịch vụ công quốc gia' };

export function renderFeeConfirmation(sheet: Sheet, model: FeeConfirmationModel): void {
  const { lines, receipt } = model;
  sheet.beginPart();
  drawHead(sheet, model.head);
  const area = drawCornerQr(sheet, model.verification);
  drawTitle(sheet, 'Giấy xác nhận\nđã nộp phí, lệ phí', { ...area, before: 24 });
  sheet.y = Math.max(sheet.y, area.bottom) + 8;
  drawField(sheet, { label: 'Người nộp', value: capitals(model.payer.name), strong: true });
  drawPartyDetails(sheet, model.payer);
  drawField(sheet, { label: 'Mã hồ sơ', value: model.dossierCode, strong: true });
  drawField(sheet, { label: 'Thủ tục', value: procedureText(model.procedure) }, { after: 6 });
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  drawTable(
    sheet,
    [NUMBERS, { title: 'Khoản nộp', share: 64 }, { title: 'Số tiền (đồng)', share: 28, align: 'right' }],
    [...numbered(lines.map(({ name, amount }) => [name, formatNumber(amount)])), ['', 'Tổng cộng', formatNumber(total)]],
    { after: 6 },
  );
  drawField(sheet, { label: 'Số tiền đã nộp', value: `${formatDong(total)} (${amountInWords(total)})`, strong: true });
  drawField(sheet, { label: 'Nộp lúc', value: formatInstantLong(model.paidAt) });
  drawField(sheet, { label: 'Hình thức', value: WAYS[model.way] });
  drawField(sheet, { label: 'Biên lai thu phí, lệ phí', value: receipt && [receipt.symbol && `ký hiệu ${receipt.symbol}`, `số ${receipt.number}`].filter(Boolean).join(', ') });
  const signers: Signer[] = [
    { lines: ['NGƯỜI NỘP TIỀN'], hint: SIGN_HINT },
    { lines: ['NGƯỜI THU TIỀN'], hint: SIGN_HINT, name: model.collector.name, ...(model.collector.phone && { below: `Điện thoại: ${model.collector.phone}` }) },
  ];
  sheet.paragraph('Giấy này xác nhận khoản tiền đã nộp, không thay thế biên lai thu phí, lệ phí do cơ quan thu lập theo quy định về hóa đơn, chứng từ.',
    { style: 'italic', align: 'justify', after: 4, keepWith: signersHeight(sheet, signers) });
  drawSigners(sheet, signers);
}
