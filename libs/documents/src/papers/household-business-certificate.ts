import { drawField } from '../fields.js';
import { capitals, formatDateShort, formatNumber, type DateText } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import { type Sheet } from '../sheet.js';
import { drawSignature, SEAL_HINT, type Signature } from '../signature.js';
import { drawCorrection, type ResultModel } from './shared.js';

/** Giấy chứng nhận đăng ký hộ kinh doanh (Decree 168/2025; result of 1.001612). */
export interface HouseholdBusinessCertificateModel extends ResultModel {
  readonly business: {
    readonly name: string;
    /** The owner's personal ID number; the tax code too. */
    readonly code: string;
    readonly address: string;
    readonly phone?: string;
    readonly line: string;
    /** In dong. */
    readonly capital?: number;
    /** One person or the members of a household, in words. */
    readonly founders?: string;
  };
  readonly owner: {
    readonly name: string;
    readonly personalId: string;
    /** A full date or a year. */
    readonly born?: DateText;
    /** In words. */
    readonly sex?: string;
    readonly ethnicity?: string;
    readonly nationality?: string;
    readonly residence?: string;
  };
  readonly signature: Signature;
}

export const HOUSEHOLD_BUSINESS_CERTIFICATE_REQUIRED = ['business.name', 'business.code', 'business.address', 'business.line', 'owner.name', 'owner.personalId', 'signature.position'];

export function renderHouseholdBusinessCertificate(sheet: Sheet, model: HouseholdBusinessCertificateModel): void {
  const { business, owner } = model;
  sheet.beginPart();
  drawHead(sheet, model.head);
  drawTitle(sheet, 'Giấy chứng nhận đăng ký hộ kinh doanh', { size: 15, before: 24 });
  sheet.paragraph(`Mã số hộ kinh doanh, đồng thời là mã số thuế: ${business.code}`, { style: 'bold', align: 'center', after: 10 });
  drawField(sheet, { label: '1. Tên hộ kinh doanh', value: capitals(business.name), strong: true });
  drawField(sheet, { label: '2. Địa chỉ trụ sở', value: business.address });
  drawField(sheet, { label: 'Điện thoại', value: business.phone });
  drawField(sheet, { label: '3. Ngành, nghề kinh doanh', value: business.line });
  drawField(sheet, { label: '4. Vốn kinh doanh', value: business.capital === undefined ? undefined : `${formatNumber(business.capital)} đồng` });
  drawField(sheet, { label: '5. Thành lập bởi', value: business.founders });
  drawField(sheet, { label: '6. Chủ hộ kinh doanh', value: capitals(owner.name), strong: true });
  drawField(sheet, { label: 'Ngày, tháng, năm sinh', value: owner.born === undefined ? undefined : owner.born.length === 10 ? formatDateShort(owner.born) : owner.born });
  drawField(sheet, { label: 'Giới tính', value: owner.sex });
  drawField(sheet, { label: 'Dân tộc', value: owner.ethnicity });
  drawField(sheet, { label: 'Quốc tịch', value: owner.nationality });
  drawField(sheet, { label: 'Số định danh cá nhân', value: owner.personalId });
  drawField(sheet, { label: 'Nơi cư trú', value: owner.residence });
  sheet.space(8);
  drawCorrection(sheet, model.correction);
  drawSignature(sheet, model.signature, { hint: SEAL_HINT, verification: model.verification });
}
