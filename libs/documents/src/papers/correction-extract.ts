import { drawField } from '../fields.js';
import { capitals, formatDateInWords, formatDateShort, type DateText } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import { drawDateField } from '../reserve.js';
import type { Sheet } from '../sheet.js';
import { drawSignature, SEAL_HINT, type Signature } from '../signature.js';
import { boldItalic, plain } from '../text.js';
import { beginCertificate } from './certificate.js';
import { drawCorrection, type ResultModel } from './shared.js';

/** What was done to the entry: an error corrected, a name changed, something missing added, the ethnicity determined anew. */
export type CivilStatusAct = 'correction' | 'change' | 'addition' | 'ethnicity';

/** Which part of the entry. */
export type CivilStatusItem = 'fullName' | 'birthDate' | 'sex' | 'ethnicity' | 'nationality' | 'birthPlace' | 'homeTown';

/** Trích lục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc (Law 60/2014 Art. 28, 29; result of 1.004859). */
export interface CorrectionExtractModel extends ResultModel {
  readonly act: CivilStatusAct;
  readonly item: CivilStatusItem;
  /** As it stood and as it stands now; a day as `YYYY-MM-DD`, a sex as `male` or `female`. Nothing stood there before an addition. */
  readonly before?: string;
  readonly after: string;
  readonly subject: { readonly name: string; readonly born?: DateText; readonly personalId?: string };
  readonly ground?: string;
  /** Where the birth was registered. */
  readonly registered?: { readonly at?: string; readonly number?: string };
  readonly requester: { readonly name: string; readonly identity?: string };
  readonly registeredAt: string;
  /** Left blank until the paper is numbered. */
  readonly registeredOn?: DateText;
  readonly signature: Signature;
}

export const CORRECTION_EXTRACT_REQUIRED = ['act', 'item', 'after', 'subject.name', 'requester.name', 'registeredAt', 'signature.position'];

const TITLES: Readonly<Record<CivilStatusAct, string>> = {
  correction: 'Trích lục cải chính hộ tịch', change: 'Trích lục thay đổi hộ tịch', addition: 'Trích lục bổ sung thông tin hộ tịch', ethnicity: 'Trích lục xác định lại dân tộc',
};

const ITEMS: Readonly<Record<CivilStatusItem, string>> = {
  fullName: 'Họ, chữ đệm, tên', birthDate: 'Ngày, tháng, năm sinh', sex: 'Giới tính', ethnicity: 'Dân tộc', nationality: 'Quốc tịch', birthPlace: 'Nơi sinh', homeTown: 'Quê quán',
};

export function renderCorrectionExtract(sheet: Sheet, model: CorrectionExtractModel): void {
  const { act, item, before, after, subject, requester } = model;
  beginCertificate(sheet);
  drawHead(sheet, model.head, { dated: false });
  drawTitle(sheet, TITLES[act], { size: 20, before: 14 });
  sheet.space(4);
  drawField(sheet, { label: 'Họ, chữ đệm, tên', value: capitals(subject.name), strong: true });
  drawField(sheet, { label: 'Ngày, tháng, năm sinh', value: subject.born && formatDateShort(subject.born) });
  drawField(sheet, { label: 'Số định danh cá nhân', value: subject.personalId, strong: true });
  drawField(sheet, { label: 'Đã đăng ký khai sinh tại', value: model.registered?.at });
  drawField(sheet, { label: 'Giấy khai sinh số', value: model.registered?.number });
  sheet.space(5);
  drawField(sheet, { label: 'Nội dung', value: ITEMS[item], strong: true });
  if (act !== 'addition') drawField(sheet, { label: 'Đã ghi là', value: before && worded(item, before) });
  drawField(sheet, { label: act === 'addition' ? 'Được bổ sung là' : 'Nay ghi là', value: item === 'fullName' ? capitals(after) : worded(item, after), strong: true });
  if (item === 'birthDate') sheet.paragraph([plain('Ghi bằng chữ: '), boldItalic(formatDateInWords(after))], { after: 4 });
  drawField(sheet, { label: 'Căn cứ', value: model.ground });
  sheet.space(5);
  drawField(sheet, { label: 'Họ, chữ đệm, tên người yêu cầu', value: capitals(requester.name), strong: true });
  drawField(sheet, { label: 'Giấy tờ tùy thân', value: requester.identity });
  drawField(sheet, { label: 'Nơi đăng ký', value: model.registeredAt });
  drawDateField(sheet, 'Ngày, tháng, năm đăng ký', model.head.reserved, model.registeredOn);
  drawCorrection(sheet, model.correction);
  drawSignature(sheet, model.signature, { hint: SEAL_HINT, verification: model.verification });
}

function worded(item: CivilStatusItem, value: string): string {
  if (item === 'birthDate') return formatDateShort(value);
  if (item === 'sex') return value === 'male' ? 'Nam' : 'Nữ';
  return value;
}
