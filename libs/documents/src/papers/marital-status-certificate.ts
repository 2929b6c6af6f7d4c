import { drawField } from '../fields.js';
import { capitals, formatDateShort, type DateText } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import { mm, type Sheet } from '../sheet.js';
import { drawSignature, SEAL_HINT, type Signature } from '../signature.js';
import { drawOrigin } from './civil-status.js';
import { drawCorrection, type ResultModel } from './shared.js';

/** Giấy xác nhận tình trạng hôn nhân (Decree 123/2015 Art. 21–23; result of 1.004873). */
export interface MaritalStatusCertificateModel extends ResultModel {
  /** Who asked for it, where that is somebody else. */
  readonly requester?: string;
  readonly person: {
    readonly name: string;
    readonly born: DateText;
    readonly sex: 'male' | 'female';
    readonly ethnicity?: string;
    readonly nationality?: string;
    /** Kind, number, issuer and date of the identity paper. */
    readonly identity?: string;
    readonly residence?: string;
  };
  /** The period for which it is certified, where it is not "now". */
  readonly period?: { readonly from: DateText; readonly until: DateText; readonly place?: string };
  /** The status in words: "Chưa đăng ký kết hôn với ai". */
  readonly status: string;
  /** What the paper is for. */
  readonly purpose: string;
  /** How long it is good for; six months by Decree 123/2015 Art. 23. */
  readonly validity?: string;
  readonly signature: Signature;
}

export const MARITAL_STATUS_REQUIRED = ['person.name', 'person.born', 'person.sex', 'status', 'purpose', 'signature.position'];

export function renderMaritalStatusCertificate(sheet: Sheet, model: MaritalStatusCertificateModel): void {
  const { person } = model;
  sheet.beginPart();
  drawHead(sheet, model.head);
  drawTitle(sheet, 'Giấy xác nhận tình trạng hôn nhân', { size: 15, before: 24 });
  sheet.paragraph(capitals(model.head.agency), { style: 'bold', align: 'center', after: 8 });
  const asked = model.requester
    ? `Xét đề nghị của ông/bà ${model.requester} về việc cấp Giấy xác nhận tình trạng hôn nhân cho ông/bà ${person.name},`
    : `Xét đề nghị của ông/bà ${person.name} về việc cấp Giấy xác nhận tình trạng hôn nhân,`;
  sheet.paragraph(asked, { align: 'justify', firstLine: mm(10), after: 10 });
  sheet.paragraph('XÁC NHẬN:', { style: 'bold', align: 'center', after: 8 });
  drawField(sheet, { label: 'Họ, chữ đệm, tên', value: capitals(person.name), strong: true });
  drawField(sheet, { label: 'Ngày, tháng, năm sinh', value: formatDateShort(person.born) });
  drawOrigin(sheet, person);
  drawField(sheet, { label: 'Giấy tờ tùy thân', value: person.identity });
  drawField(sheet, { label: 'Nơi cư trú', value: person.residence });
  if (model.period) {
    const { from, until, place } = model.period;
    drawField(sheet, { label: 'Trong thời gian', value: `từ ngày ${formatDateShort(from)} đến ngày ${formatDateShort(until)}${place ? `, cư trú tại ${place}` : ''}` });
  }
  drawField(sheet, { label: 'Tình trạng hôn nhân', value: model.status, strong: true });
  drawField(sheet, { label: 'Giấy này được cấp để', value: model.purpose });
  sheet.space(6);
  sheet.paragraph(model.validity ?? 'Giấy này có giá trị 06 tháng kể từ ngày cấp.', { style: 'italic', firstLine: mm(10), after: 8 });
  drawCorrection(sheet, model.correction);
  drawSignature(sheet, model.signature, { hint: SEAL_HINT, verification: model.verification });
}
