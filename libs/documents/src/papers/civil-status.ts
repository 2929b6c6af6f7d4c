import { drawField, drawFieldRow } from '../fields.js';
import { capitals, formatDateInWords, formatDateShort, type DateText } from '../format.js';
import type { Sheet } from '../sheet.js';
import { boldItalic, plain } from '../text.js';

/** Sex, people and nation of a person; what the register does not say stays blank. */
export interface Origin {
  readonly sex?: 'male' | 'female';
  readonly ethnicity?: string;
  readonly nationality?: string;
}

/** What is registered of a birth. */
export interface RegisteredBirth extends Origin {
  readonly name: string;
  readonly born?: DateText;
  readonly birthplace?: string;
  readonly hometown?: string;
  /** Left blank while the population database has not answered. */
  readonly personalId?: string;
}

/** A parent as birth papers name them. */
export interface RegisteredParent extends Origin {
  readonly name: string;
  /** A full date or a year. */
  readonly born?: DateText;
}

const ROW = [3, 4, 4];

/** "Giới tính", "Dân tộc", "Quốc tịch" on one line. */
export function drawOrigin(sheet: Sheet, { sex, ethnicity, nationality }: Origin): void {
  drawFieldRow(sheet, [
    { label: 'Giới tính', value: sex && (sex === 'male' ? 'Nam' : 'Nữ') },
    { label: 'Dân tộc', value: ethnicity },
    { label: 'Quốc tịch', value: nationality },
  ], ROW);
}

/** The child of a birth certificate or of a copy of one. */
export function drawBirth(sheet: Sheet, birth: RegisteredBirth): void {
  drawField(sheet, { label: 'Họ, chữ đệm, tên', value: capitals(birth.name), strong: true });
  drawField(sheet, { label: 'Ngày, tháng, năm sinh', value: birth.born && formatDateShort(birth.born), strong: true });
  if (birth.born) sheet.paragraph([plain('Ghi bằng chữ: '), boldItalic(formatDateInWords(birth.born))], { after: 4 });
  drawOrigin(sheet, birth);
  drawField(sheet, { label: 'Nơi sinh', value: birth.birthplace });
  drawField(sheet, { label: 'Quê quán', value: birth.hometown });
  drawField(sheet, { label: 'Số định danh cá nhân', value: birth.personalId, strong: true });
}

/**
 * A parent of the child; one who is not known leaves the lines blank.
 * @param who "người mẹ" or "người cha"
 */
export function drawParent(sheet: Sheet, who: string, parent: RegisteredParent = { name: '' }): void {
  drawField(sheet, { label: `Họ, chữ đệm, tên ${who}`, value: capitals(parent.name), strong: true });
  drawFieldRow(sheet, [
    { label: 'Năm sinh', value: parent.born?.slice(0, 4) },
    { label: 'Dân tộc', value: parent.ethnicity },
    { label: 'Quốc tịch', value: parent.nationality },
  ], ROW);
}
