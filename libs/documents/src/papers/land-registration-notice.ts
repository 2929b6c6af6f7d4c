import { drawHead, drawTitle } from '../head.js';
import type { Sheet } from '../sheet.js';
import { drawSignature, signatureHeight } from '../signature.js';
import { drawLand, type LandCertificateModel } from './land-certificate.js';
import { drawBody } from './letter.js';
import { drawCorrection } from './shared.js';

/** Thông báo xác nhận kết quả đăng ký đất đai: the plot is registered, no certificate is issued yet (result of 1.013978). */
export type LandRegistrationNoticeModel = Omit<LandCertificateModel, 'replaces' | 'notes'>;

export const LAND_REGISTRATION_NOTICE_REQUIRED = ['holders.0.name', 'parcel.number', 'parcel.mapSheet', 'parcel.area', 'parcel.landUse', 'parcel.address', 'signature.position'];

export function renderLandRegistrationNotice(sheet: Sheet, model: LandRegistrationNoticeModel): void {
  sheet.beginPart();
  drawHead(sheet, model.head);
  drawTitle(sheet, 'Thông báo', { abstract: 'Xác nhận kết quả đăng ký đất đai, tài sản gắn liền với đất', rule: true });
  drawBody(sheet, `${model.head.agency} xác nhận đất đai, tài sản gắn liền với đất sau đây đã được đăng ký vào hồ sơ địa chính:`);
  drawLand(sheet, model);
  sheet.space(4);
  drawCorrection(sheet, model.correction);
  const beside = { recipients: ['Người sử dụng đất', 'Văn phòng Đăng ký đất đai', 'Lưu: VT, hồ sơ'], verification: model.verification };
  drawBody(sheet, 'Thông báo này không phải Giấy chứng nhận; người sử dụng đất được dùng khi đề nghị cấp Giấy chứng nhận.', { keepWith: signatureHeight(sheet, model.signature, beside) });
  drawSignature(sheet, model.signature, beside);
}
