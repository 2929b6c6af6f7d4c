import { drawField } from '../fields.js';
import { capitals, formatDateInWords, formatDateShort, type DateText } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import { drawDateField } from '../reserve.js';
import type { Sheet } from '../sheet.js';
import { drawSignature, SEAL_HINT, type Signature } from '../signature.js';
import { boldItalic, plain } from '../text.js';
import { beginCertificate } from './certificate.js';
import { drawOrigin, type RegisteredParent } from './civil-status.js';
import { drawCorrection, type ResultModel } from './shared.js';

/** Trích lục khai tử, the first one given on registration (Law 60/2014 Art. 34; result of 1.000656). */
export interface DeathExtractModel extends ResultModel {
  readonly deceased: RegisteredParent & { readonly personalId?: string; readonly residence?: string };
  readonly death: {
    readonly on: DateText;
    /** Hour and minute in words, where the notice says them. */
    readonly time?: string;
    readonly place: string;
    readonly cause?: string;
    /** The notice, decision or evidence it was registered by. */
    readonly proof?: string;
  };
  readonly declarant: { readonly name: string; readonly relation?: string; readonly identity?: string };
  readonly registeredAt: string;
  /** Left blank until the paper is numbered. */
  readonly registeredOn?: DateText;
  readonly signature: Signature;
}

export const DEATH_EXTRACT_REQUIRED = ['deceased.name', 'death.on', 'death.place', 'declarant.name', 'registeredAt', 'signature.position'];

export function renderDeathExtract(sheet: Sheet, model: DeathExtractModel): void {
  const { deceased, death, declarant } = model;
  beginCertificate(sheet);
  drawHead(sheet, model.head, { dated: false });
  drawTitle(sheet, 'Trích lục khai tử', { size: 20, before: 14 });
  sheet.space(4);
  drawField(sheet, { label: 'Họ, chữ đệm, tên người chết', value: capitals(deceased.name), strong: true });
  drawField(sheet, { label: 'Ngày, tháng, năm sinh', value: deceased.born && formatDateShort(deceased.born) });
  drawOrigin(sheet, deceased);
  drawField(sheet, { label: 'Số định danh cá nhân', value: deceased.personalId, strong: true });
  drawField(sheet, { label: 'Nơi cư trú cuối cùng', value: deceased.residence });
  sheet.space(5);
  drawField(sheet, { label: 'Đã chết vào lúc', value: [death.time, `ngày ${formatDateShort(death.on)}`].filter(Boolean).join(', '), strong: true });
  sheet.paragraph([plain('Ghi bằng chữ: '), boldItalic(formatDateInWords(death.on))], { after: 4 });
  drawField(sheet, { label: 'Nơi chết', value: death.place });
  drawField(sheet, { label: 'Nguyên nhân chết', value: death.cause });
  drawField(sheet, { label: 'Giấy tờ chứng minh', value: death.proof });
  sheet.space(5);
  drawField(sheet, { label: 'Họ, chữ đệm, tên người đi khai tử', value: capitals(declarant.name), strong: true });
  drawField(sheet, { label: 'Quan hệ với người chết', value: declarant.relation });
  drawField(sheet, { label: 'Giấy tờ tùy thân', value: declarant.identity });
  drawField(sheet, { label: 'Nơi đăng ký khai tử', value: model.registeredAt });
  drawDateField(sheet, 'Ngày, tháng, năm đăng ký', model.head.reserved, model.registeredOn);
  drawCorrection(sheet, model.correction);
  drawSignature(sheet, model.signature, { hint: SEAL_HINT, verification: model.verification });
}
