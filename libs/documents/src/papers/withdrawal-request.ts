import { drawField } from '../fields.js';
import { capitals, formatInstantLong, sentence, type InstantText } from '../format.js';
import { drawNationHead, drawTitle } from '../head.js';
import type { Sheet } from '../sheet.js';
import { drawSigners, SIGN_HINT, signersHeight, type Signer } from '../signature.js';
import { drawAddressee, drawBody, drawDossier } from './letter.js';
import { drawCornerQr, drawPartyDetails, type OfficerName, type PaperModel, type Party, type ProcedureName } from './shared.js';

/** The citizen's own letter: the dossier is not to be handled any further. `head` gives place and date; its agency is whom it is addressed to. */
export interface WithdrawalRequestModel extends PaperModel {
  readonly applicant: Party;
  /** In what right they ask: "chủ hồ sơ", "người được ủy quyền nộp hồ sơ". */
  readonly capacity: string;
  readonly dossierCode: string;
  readonly procedure: ProcedureName;
  readonly receivedAt?: InstantText;
  readonly reason?: string;
  readonly askedAt: InstantText;
  /** Asked online by the person, signed in; or said at the counter to an officer, who wrote it down. */
  readonly recorded: { readonly by: 'online' } | { readonly by: 'counter'; readonly officer: OfficerName; readonly unit: string };
}

export function renderWithdrawalRequest(sheet: Sheet, model: WithdrawalRequestModel): void {
  const { recorded } = model;
  sheet.beginPart();
  drawNationHead(sheet, model.head);
  const area = drawCornerQr(sheet, model.verification);
  drawTitle(sheet, 'Đơn đề nghị rút hồ sơ', { ...area, before: 24 });
  sheet.y = Math.max(sheet.y, area.bottom + 8);
  drawAddressee(sheet, { name: model.head.agency });
  drawField(sheet, { label: 'Người đề nghị', value: capitals(model.applicant.name), strong: true });
  drawPartyDetails(sheet, model.applicant);
  drawField(sheet, { label: 'Tư cách', value: model.capacity });
  drawDossier(sheet, model);
  drawField(sheet, { label: 'Lý do rút hồ sơ', value: model.reason && sentence(model.reason) }, { after: 8 });
  drawBody(sheet, 'Tôi đề nghị dừng giải quyết hồ sơ nêu trên và trả lại cho tôi giấy tờ đã nộp. Tôi hiểu rằng thời hạn giải quyết không được tính tiếp và tôi có thể nộp hồ sơ mới khi cần.');
  const at = formatInstantLong(model.askedAt);
  const signers: Signer[] = recorded.by === 'online'
    ? [{ lines: [] }, { lines: ['NGƯỜI ĐỀ NGHỊ'], hint: '(Đề nghị trực tuyến)', name: model.applicant.name }]
    : [{ lines: ['NGƯỜI ĐỀ NGHỊ'], hint: SIGN_HINT, name: model.applicant.name }, { lines: ['NGƯỜI GHI NHẬN'], hint: SIGN_HINT, name: recorded.officer.name, ...(recorded.officer.phone && { below: `Điện thoại: ${recorded.officer.phone}` }) }];
  const how = recorded.by === 'online'
    ? `Đơn được gửi trực tuyến lúc ${at}, sau khi đăng nhập bằng tài khoản định danh điện tử; không phải ký tay.`
    : `Đơn được ghi nhận tại ${recorded.unit} lúc ${at}.`;
  drawBody(sheet, how, { style: 'italic', keepWith: signersHeight(sheet, signers) });
  drawSigners(sheet, signers);
}
