import { drawField } from '../fields.js';
import { capitals, type DateText } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import { drawDateField } from '../reserve.js';
import type { Sheet } from '../sheet.js';
import { drawSignature, SEAL_HINT, type Signature } from '../signature.js';
import { beginCertificate } from './certificate.js';
import { drawBirth, drawParent, type RegisteredBirth, type RegisteredParent } from './civil-status.js';
import { drawCorrection, type ResultModel } from './shared.js';

/** A parent as the certificate names them; a parent who is not known is left out. */
export interface ParentOnCertificate extends RegisteredParent {
  readonly residence?: string;
}

/** Giấy khai sinh (Law 60/2014; result of 1.001193). Names are printed in capitals. */
export interface BirthCertificateModel extends ResultModel {
  readonly child: RegisteredBirth & { readonly born: DateText; readonly sex: 'male' | 'female' };
  readonly mother?: ParentOnCertificate;
  readonly father?: ParentOnCertificate;
  readonly declarant: { readonly name: string; readonly identity?: string };
  readonly registeredAt: string;
  /** Left blank until the paper is numbered. */
  readonly registeredOn?: DateText;
  readonly signature: Signature;
}

export const BIRTH_CERTIFICATE_REQUIRED = ['child.name', 'child.born', 'child.sex', 'declarant.name', 'registeredAt', 'signature.position'];

export function renderBirthCertificate(sheet: Sheet, model: BirthCertificateModel): void {
  beginCertificate(sheet);
  drawHead(sheet, model.head, { dated: false });
  drawTitle(sheet, 'Giấy khai sinh', { size: 20, before: 14 });
  sheet.space(2);
  drawBirth(sheet, model.child);
  for (const [who, parent] of [['người mẹ', model.mother], ['người cha', model.father]] as const) {
    sheet.space(5);
    drawParent(sheet, who, parent);
    drawField(sheet, { label: 'Nơi cư trú', value: parent?.residence });
  }
  sheet.space(5);
  drawField(sheet, { label: 'Họ, chữ đệm, tên người đi khai sinh', value: capitals(model.declarant.name), strong: true });
  drawField(sheet, { label: 'Giấy tờ tùy thân', value: model.declarant.identity });
  drawField(sheet, { label: 'Nơi đăng ký khai sinh', value: model.registeredAt });
  drawDateField(sheet, 'Ngày, tháng, năm đăng ký', model.head.reserved, model.registeredOn);
  drawCorrection(sheet, model.correction);
  drawSignature(sheet, model.signature, { hint: SEAL_HINT, verification: model.verification });
}
