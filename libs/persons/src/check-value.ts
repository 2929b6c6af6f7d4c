import type { Localized } from '@app/kernel';
import type { Address, FactValues, OwnAttribute } from './fact.js';

/** Names hold letters, blanks and the few signs that stand in names. */
const NAME = /^\p{L}[\p{L}\p{M}'’.\- ]{0,99}$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const FAULTS = {
  personalId: { vi: 'Số định danh cá nhân gồm đúng 12 chữ số.', en: 'A personal ID has exactly 12 digits.' },
  fullName: { vi: 'Họ tên chỉ gồm chữ cái, ghi đủ như trên giấy tờ.', en: 'A name consists of letters, written as on the paper.' },
  sex: { vi: 'Chọn nam hoặc nữ.', en: 'Choose male or female.' },
  birthDate: { vi: 'Ngày sinh phải có thật và không ở tương lai; nếu giấy tờ chỉ ghi năm thì nhập năm.', en: 'The day of birth must exist and not lie ahead; where the paper says only the year, type the year.' },
  death: { vi: 'Ngày chết phải có thật và không ở tương lai.', en: 'The day of death must exist and not lie ahead.' },
  phone: { vi: 'Số điện thoại gồm 10 hoặc 11 chữ số, bắt đầu bằng 0.', en: 'A telephone number has 10 or 11 digits and begins with 0.' },
  email: { vi: 'Địa chỉ thư điện tử chưa đúng, ví dụ ten@vidu.vn.', en: 'Not an e-mail address, such as name@example.vn.' },
  permanentAddress: { vi: 'Nhập địa chỉ, không quá 300 ký tự.', en: 'Type the address, at most 300 signs.' },
  text: { vi: 'Không để trống và không quá 200 ký tự.', en: 'Not empty and at most 200 signs.' },
} as const satisfies Record<string, Localized>;

/**
 * What is wrong with a value before it becomes a fact; nothing when it may be said. A personal ID with odd digits passes:
 * registers hold honest exceptions, and screens warn of them.
 * @param today local date: nobody is born or dies later
 */
export function faultOf(attribute: OwnAttribute, value: FactValues[OwnAttribute] | null, today: string): Localized | undefined {
  if (value === null) return attribute === 'fullName' || attribute === 'sex' ? FAULTS[attribute] : undefined;
  switch (attribute) {
    case 'personalId': return typeof value === 'string' && /^\d{12}$/.test(value) ? undefined : FAULTS.personalId;
    case 'fullName': return typeof value === 'string' && NAME.test(value.normalize('NFC').trim()) ? undefined : FAULTS.fullName;
    case 'sex': return value === 'male' || value === 'female' ? undefined : FAULTS.sex;
    case 'birthDate': return isPast(value, today) ? undefined : FAULTS.birthDate;
    case 'death': return value === true || (isPast(value, today) && DAY.test(String(value))) ? undefined : FAULTS.death;
    case 'phone': return typeof value === 'string' && /^0\d{9,10}$/.test(value) ? undefined : FAULTS.phone;
    case 'email': return typeof value === 'string' && /^[^\s@]{1,80}@[^\s@]{1,80}\.[^\s@]{2,20}$/.test(value) ? undefined : FAULTS.email;
    case 'permanentAddress': return isText((value as Partial<Address>).text, 300) ? undefined : FAULTS.permanentAddress;
    default: return isText(value, 200) ? undefined : FAULTS.text;
  }
}

const isText = (value: unknown, longest: number): boolean => typeof value === 'string' && value.trim() !== '' && value.length <= longest;

/** A year, a month or a day there was, not after today. */
function isPast(value: unknown, today: string): boolean {
  if (typeof value !== 'string' || !/^(18|19|20)\d{2}(-\d{2}(-\d{2})?)?$/.test(value)) return false;
  const day = value.padEnd(10, '-01');
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && value <= today;
}
