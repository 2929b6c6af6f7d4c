import { drawField } from '../fields.js';
import { capitals, formatNumber, sentence } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import { drawNumberField } from '../reserve.js';
import type { Sheet } from '../sheet.js';
import { drawSignature, SEAL_HINT, type Signature } from '../signature.js';
import { beginCertificate } from './certificate.js';
import { lostCertificateText, type LostCertificate, type Parcel } from './land.js';
import { drawCorrection, IDENTITY_LABELS, type Identity, type ResultModel } from './shared.js';

/** A holder of the right; several hold it together. */
export interface LandHolder {
  readonly name: string;
  readonly identity?: Identity;
  readonly address?: string;
}

/** The data page of a land certificate, issued first or again (result of 1.013978 and 1.012786; Land Law 2024, Circular 10/2024/TT-BTNMT). */
export interface LandCertificateModel extends ResultModel {
  readonly holders: readonly LandHolder[];
  readonly parcel: Parcel;
  /** What stands on the land, in words. */
  readonly attachedAssets?: string;
  /** The lost certificate that this one takes the place of; a first one has none. */
  readonly replaces?: LostCertificate;
  readonly notes?: readonly string[];
  /** Number in the register of certificates; left blank until numbered. */
  readonly registerNumber?: string;
  readonly signature: Signature;
}

export const LAND_CERTIFICATE_REQUIRED = ['holders.0.name', 'parcel.number', 'parcel.mapSheet', 'parcel.area', 'parcel.landUse', 'parcel.term', 'parcel.address', 'signature.position'];

export function renderLandCertificate(sheet: Sheet, model: LandCertificateModel): void {
  beginCertificate(sheet);
  drawHead(sheet, model.head, { numbered: false });
  drawTitle(sheet, 'Giấy chứng nhận', { size: 20, before: 12, after: 2 });
  sheet.paragraph('QUYỀN SỬ DỤNG ĐẤT,\nQUYỀN SỞ HỮU TÀI SẢN GẮN LIỀN VỚI ĐẤT', { style: 'bold', size: 14, align: 'center', after: 10 });
  drawLand(sheet, model);
  heading(sheet, 'IV. Ghi chú');
  if (model.replaces) sheet.paragraph(`- Cấp lại do bị mất, thay thế ${lostCertificateText(model.replaces)}.`, { align: 'justify', after: 3 });
  else if (!model.notes?.length) sheet.paragraph('-/-', { after: 3 });
  for (const note of model.notes ?? []) sheet.paragraph(`- ${sentence(note)}`, { align: 'justify', after: 3 });
  sheet.space(4);
  drawNumberField(sheet, 'Số vào sổ cấp Giấy chứng nhận', model.head.reserved, model.registerNumber);
  drawCorrection(sheet, model.correction);
  drawSignature(sheet, model.signature, { hint: SEAL_HINT, verification: model.verification });
}

/** Holders, plot and what stands on it, as a certificate and the confirmation of a registration have them. */
export function drawLand(sheet: Sheet, model: Pick<LandCertificateModel, 'holders' | 'parcel' | 'attachedAssets'>): void {
  const { parcel } = model;
  heading(sheet, 'I. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất');
  for (const holder of model.holders) {
    drawField(sheet, { label: 'Ông/bà (tổ chức)', value: capitals(holder.name), strong: true });
    drawField(sheet, { label: holder.identity ? IDENTITY_LABELS[holder.identity.kind] : 'Giấy tờ nhân thân', value: holder.identity?.number });
    drawField(sheet, { label: 'Địa chỉ', value: holder.address });
  }
  heading(sheet, 'II. Thông tin thửa đất');
  drawField(sheet, { label: 'a) Thửa đất số', value: `${parcel.number};  tờ bản đồ số: ${parcel.mapSheet}` });
  drawField(sheet, { label: 'b) Diện tích', value: `${formatNumber(parcel.area)} m²` });
  drawField(sheet, { label: 'c) Loại đất', value: parcel.landUse });
  drawField(sheet, { label: 'd) Thời hạn sử dụng đất', value: parcel.term });
  drawField(sheet, { label: 'đ) Hình thức sử dụng đất', value: parcel.useForm });
  drawField(sheet, { label: 'e) Nguồn gốc sử dụng đất', value: parcel.origin });
  drawField(sheet, { label: 'g) Địa chỉ', value: parcel.address });
  heading(sheet, 'III. Thông tin tài sản gắn liền với đất');
  sheet.paragraph(model.attachedAssets ? sentence(model.attachedAssets) : '-/-', { after: 4 });
}

function heading(sheet: Sheet, text: string): void {
  sheet.space(4);
  sheet.paragraph(text, { style: 'bold', after: 4, keepWith: 36 });
}
