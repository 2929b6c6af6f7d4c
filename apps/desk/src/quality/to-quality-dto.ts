import { REPAIRABLE, type Fault, type FaultyPerson, type Measurement, type Repairable } from '@app/persons';
import type { QualityMonthDto, WorkRowDto } from './quality.dto.js';

export function monthDto({ on, people, correct, sufficient, clean, living, sound }: Measurement): QualityMonthDto {
  return { month: on.slice(0, 7), people, correct, sufficient, clean, living, sound };
}

/** What can be entered against a fault; the rest is decided, asked of the person or handled by another register. */
const REPAIRS: Readonly<Partial<Record<Fault, readonly Repairable[]>>> = {
  'number-does-not-fit': ['personalId', 'birthDate', 'sex'], 'days-out-of-order': ['birthDate'], 'number-missing': ['personalId'], 'birth-day-missing': ['birthDate'],
  'name-malformed': ['fullName'], 'phone-malformed': ['phone'], 'death-day-missing': ['death'], 'implausibly-old': ['birthDate', 'death'],
};

/** @param open whether the reader may see who it is */
export function workRowDto({ id, fullName, maskedId, birthDate, faults, doubtIds }: FaultyPerson, open: boolean): WorkRowDto {
  const shownDate = open ? birthDate : birthDate?.slice(0, 4);
  return {
    id, fullName: open ? fullName : fullName.split(' ').map((word) => `${word.charAt(0)}.`).join(' '), faults: [...faults], doubtIds: open ? [...doubtIds] : [],
    ...(maskedId && { maskedPersonalId: maskedId }), ...(shownDate && { birthDate: shownDate }),
    repairs: open ? REPAIRABLE.filter((attribute) => faults.some((fault) => REPAIRS[fault]?.includes(attribute))) : [],
  };
}

/** A line of a spreadsheet; what would be read as a formula is kept a text. */
const line = (cells: readonly string[]): string => cells.map((cell) => `"${(/^[=+\-@\t]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`).join(',');

/** The work list as a file. With a byte-order mark, or spreadsheets take Vietnamese for something else. */
export function workListCsv(rows: readonly WorkRowDto[]): string {
  const head = ['Họ và tên', 'Số định danh', 'Ngày sinh', 'Nội dung cần sửa'];
  return `\uFEFF${[head, ...rows.map((row) => [row.fullName, row.maskedPersonalId ?? '', row.birthDate ?? '', row.faults.map((fault) => FAULT_NAMES[fault as Fault]).join('; ')])].map(line).join('\r\n')}\r\n`;
}

/** The faults in the words of the file; the screens have theirs in their message files. */
const FAULT_NAMES: Readonly<Record<Fault, string>> = {
  'in-conflict': 'Dữ liệu mâu thuẫn chưa giải quyết', 'number-does-not-fit': 'Số định danh không khớp giới tính, năm sinh', 'days-out-of-order': 'Ngày tháng không hợp lý', 'number-missing': 'Thiếu số định danh',
  'birth-day-missing': 'Thiếu ngày, tháng sinh', 'address-missing': 'Thiếu địa chỉ', 'parents-missing': 'Trẻ em thiếu thông tin cha, mẹ', 'likely-twice': 'Có thể trùng với người khác',
  'name-malformed': 'Họ tên sai định dạng', 'phone-malformed': 'Số điện thoại sai định dạng', 'address-outdated': 'Địa chỉ theo xã đã sắp xếp', 'not-confirmed': 'Lâu chưa được xác nhận',
  'dead-with-entitlement': 'Đã mất nhưng còn chế độ', 'death-day-missing': 'Thiếu ngày mất', 'implausibly-old': 'Tuổi trên 110',
};
