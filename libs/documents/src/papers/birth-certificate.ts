import { drawField, drawFieldRow } from '../fields.js';
import { capitals, formatDateInWords, formatDateLong, formatDateShort, type DateText } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import type { Sheet } from '../sheet.js';
import { drawSignature, SEAL_HINT, type Signature } from '../signature.js';
import { boldItalic, plain } from '../text.js';
import { beginCertificate } from './certificate.js';
import { drawCorrection, type ResultModel } from './shared.js';

/** A parent as the certificate names them; a parent who is not known is left out. */
export interface ParentOnCertificate {
  readonly name: string;
  /** A full date or a year. */
  readonly born?: DateText;
  readonly ethnicity?: string;
  readonly nationality?: string;
  readonly residence?: string;
}

/** Giấy khai sinh (Law 60/2014; result of 1.001193). Names are printed in capitals. */
export interface BirthCertificateModel extends ResultModel {
  readonly child: {
    readonly name: string;
    readonly born: DateText;
    readonly sex: 'male' | 'female';
    readonly ethnicity?: string;
    readonly nationality?: string;
    readonly birthplace?: string;
    readonly hometown?: string;
    /** Left blank while the population database has not answered. */
    readonly personalId?: string;
  };
  readonly mother?: ParentOnCertificate;
  readonly father?: ParentOnCertificate;
  readonly declarant: { readonly name: string; readonly identity?: string };
  readonly registeredAt: string;
  /** Left blank until the paper is numbered. */
  readonly registeredOn?: DateText;
  readonly signature: Signature;
}

export const BIRTH_CERTIFICATE_REQUIRED = ['child.name', 'child.born', 'child.sex', 'declarant.name', 'registeredAt', 'signature.position'];

const NO_PARENT: ParentOnCertificate = { name: '' };

export function renderBirthCertificate(sheet: Sheet, model: BirthCertificateModel): void {
  beginCertificate(sheet);
  drawHead(sheet, model.head, { dated: false });
  drawTitle(sheet, 'Giấy khai sinh', { size: 20, before: 14 });
  sheet.space(2);
  const { child } = model;
  drawField(sheet, { label: 'Họ, chữ đệm, tên', value: capitals(child.name), strong: true });
  drawField(sheet, { label: 'Ngày, tháng, năm sinh', value: formatDateShort(child.born), strong: true });
  sheet.paragraph([plain('Ghi bằng chữ: '), boldItalic(formatDateInWords(child.born))], { after: 4 });
  drawFieldRow(sheet, [
    { label: 'Giới tính', value: child.sex === 'male' ? 'Nam' : 'Nữ' },
    { label: 'Dân tộc', value: child.ethnicity },
    { label: 'Quốc tịch', value: child.nationality },
  ], [3, 4, 4]);
  drawField(sheet, { label: 'Nơi sinh', value: child.birthplace });
  drawField(sheet, { label: 'Quê quán', value: child.hometown });
  drawField(sheet, { label: 'Số định danh cá nhân', value: child.personalId, strong: true });
  drawParent(sheet, 'người mẹ', model.mother ?? NO_PARENT);
  drawParent(sheet, 'người cha', model.father ?? NO_PARENT);
  sheet.space(5);
  drawField(sheet, { label: 'Họ, chữ đệm, tên người đi khai sinh', value: capitals(model.declarant.name), strong: true });
  drawField(sheet, { label: 'Giấy tờ tùy thân', value: model.declarant.identity });
  drawField(sheet, { label: 'Nơi đăng ký khai sinh', value: model.registeredAt });
  drawField(sheet, { label: 'Ngày, tháng, năm đăng ký', value: model.registeredOn && formatDateLong(model.registeredOn) });
  drawCorrection(sheet, model.correction);
  drawSignature(sheet, model.signature, { hint: SEAL_HINT, verification: model.verification });
}

function drawParent(sheet: Sheet, who: string, parent: ParentOnCertificate): void {
  sheet.space(5);
  drawField(sheet, { label: `Họ, chữ đệm, tên ${who}`, value: capitals(parent.name), strong: true });
  drawFieldRow(sheet, [
    { label: 'Năm sinh', value: parent.born?.slice(0, 4) },
    { label: 'Dân tộc', value: parent.ethnicity },
    { label: 'Quốc tịch', value: parent.nationality },
  ], [3, 4, 4]);
  drawField(sheet, { label: 'Nơi cư trú', value: parent.residence });
}

