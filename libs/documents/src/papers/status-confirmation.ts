import { drawField, drawFieldRow } from '../fields.js';
import { capitals, formatDateShort, type DateText } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import type { Sheet } from '../sheet.js';
import { drawSignature, type Signature } from '../signature.js';
import { drawOrigin, type RegisteredParent } from './civil-status.js';
import { besideSignature, drawBody } from './letter.js';
import { drawCorrection, type ResultModel } from './shared.js';

/** Văn bản xác nhận thông tin hộ tịch (result of 2.002516): what the register says, on letter paper of whoever keeps it. */
export interface StatusConfirmationModel extends ResultModel {
  /** What was registered, in words: "Khai sinh". */
  readonly event: string;
  readonly subject: RegisteredParent & { readonly personalId?: string; readonly residence?: string };
  /** Who asked: the person or the organisation. */
  readonly requester: { readonly name: string };
  /** What is confirmed, as the register says. */
  readonly confirmed: string;
  readonly purpose?: string;
  readonly register: { readonly number?: string; readonly book?: string; readonly on?: DateText; readonly at?: string };
  readonly signature: Signature;
}

export const STATUS_CONFIRMATION_REQUIRED = ['event', 'subject.name', 'requester.name', 'confirmed', 'signature.position'];

export function renderStatusConfirmation(sheet: Sheet, model: StatusConfirmationModel): void {
  const { event, subject, requester, register } = model;
  sheet.beginPart();
  drawHead(sheet, model.head);
  drawTitle(sheet, 'Xác nhận thông tin hộ tịch', { rule: true });
  drawBody(sheet, `Xét đề nghị của ông/bà, cơ quan, tổ chức ${requester.name}, căn cứ Sổ hộ tịch và Cơ sở dữ liệu hộ tịch điện tử đang quản lý, xác nhận:`);
  drawField(sheet, { label: 'Họ, chữ đệm, tên', value: capitals(subject.name), strong: true });
  drawField(sheet, { label: 'Ngày, tháng, năm sinh', value: subject.born && formatDateShort(subject.born) });
  drawOrigin(sheet, subject);
  drawField(sheet, { label: 'Số định danh cá nhân, giấy tờ tùy thân', value: subject.personalId });
  drawField(sheet, { label: 'Nơi cư trú', value: subject.residence });
  sheet.space(5);
  drawField(sheet, { label: 'Việc hộ tịch', value: event, strong: true });
  drawField(sheet, { label: 'Nơi đăng ký', value: register.at });
  drawFieldRow(sheet, [
    { label: 'Số', value: register.number, strong: true },
    { label: 'Quyển số', value: register.book },
    { label: 'Ngày đăng ký', value: register.on && formatDateShort(register.on) },
  ], [3, 4, 4]);
  sheet.space(5);
  drawField(sheet, { label: 'Thông tin được xác nhận', value: model.confirmed, strong: true });
  drawField(sheet, { label: 'Mục đích sử dụng', value: model.purpose });
  drawCorrection(sheet, model.correction);
  drawSignature(sheet, model.signature, besideSignature({ head: model.head, ...(model.verification && { verification: model.verification }), recipients: ['Người đề nghị', 'Lưu: VT, hồ sơ'] }));
}
