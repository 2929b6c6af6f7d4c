import type { ErrorObject } from 'ajv';
import type { Localized } from '@app/kernel';
import type { Field } from './procedure.js';

/** A wrong or missing answer: where, and what to do about it. */
export interface FieldFault {
  /** JSON pointer into the declaration. */
  readonly pointer: string;
  readonly vi: string;
  readonly en: string;
}

/** Labels inside a sentence: "Họ, chữ đệm, tên" → "họ, chữ đệm, tên"; "UBND nơi cấp" stays. */
export function inSentence(label: string): string {
  const [first = '', second = ''] = label;
  return second !== second.toLocaleLowerCase('vi') ? label : first.toLocaleLowerCase('vi') + label.slice(1);
}

function labels(field: Field): Localized {
  return { vi: inSentence(field.title), en: inSentence(field['x-title-en']) };
}

/** The sentence for an answer that is missing: says what to give, in the form it is wanted. */
export function missingSentence(field: Field): Localized {
  const { vi, en } = labels(field);
  switch (field['x-widget']) {
    case 'select':
    case 'radio':
      return { vi: `Chọn ${vi}.`, en: `Choose: ${en}.` };
    case 'date':
      return dateSentence(field);
    case 'person-id':
      return { vi: `Nhập ${vi} gồm 12 chữ số, ví dụ 075090001234.`, en: `Enter the ${en}: 12 digits, such as 075090001234.` };
    default:
      return { vi: `Nhập ${vi}.`, en: `Enter: ${en}.` };
  }
}

/** The sentence for an answer that breaks one rule of its field. */
export function wrongSentence(field: Field, error: Pick<ErrorObject, 'keyword' | 'params'>): Localized {
  if (field['x-fault']) return field['x-fault'];
  const { vi, en } = labels(field);
  const params = error.params as { limit?: number };
  if (field['x-widget'] === 'date') return dateSentence(field);
  if (field['x-widget'] === 'person-id') return missingSentence(field);
  switch (error.keyword) {
    case 'enum':
    case 'const':
      return { vi: `Chọn ${vi} trong các lựa chọn đã cho.`, en: `Choose one of the given answers: ${en}.` };
    case 'minLength':
      return { vi: `Nhập ${vi} đầy đủ, ít nhất ${params.limit} ký tự.`, en: `Enter the whole of: ${en}, at least ${params.limit} characters.` };
    case 'maxLength':
      return { vi: `Rút gọn ${vi} còn tối đa ${params.limit} ký tự.`, en: `Shorten to ${params.limit} characters: ${en}.` };
    case 'minimum':
      return { vi: `Nhập ${vi} từ ${params.limit} trở lên.`, en: `Enter ${params.limit} or more: ${en}.` };
    case 'exclusiveMinimum':
      return { vi: `Nhập ${vi} lớn hơn ${params.limit}.`, en: `Enter more than ${params.limit}: ${en}.` };
    case 'maximum':
      return { vi: `Nhập ${vi} không quá ${params.limit}.`, en: `Enter ${params.limit} at most: ${en}.` };
    case 'type':
      return field.type === 'integer' || field.type === 'number'
        ? { vi: `Nhập ${vi} bằng chữ số, ví dụ 2.`, en: `Enter a number, such as 2: ${en}.` }
        : { vi: `Nhập lại ${vi}: kiểu dữ liệu gửi lên chưa đúng.`, en: `Enter again: ${en}; what was sent is of another kind.` };
    default:
      return { vi: `Kiểm tra lại ${vi}: nội dung chưa theo mẫu được hướng dẫn.`, en: `Check: ${en}; it does not follow the given pattern.` };
  }
}

function dateSentence(field: Field): Localized {
  const { vi, en } = labels(field);
  return field.format === 'date-or-year'
    ? {
        vi: `Nhập ${vi} gồm ngày, tháng, năm, ví dụ 05 01 1990; nếu không nhớ ngày thì nhập năm, ví dụ 1990.`,
        en: `Enter day, month and year, such as 05 01 1990, or only the year, such as 1990: ${en}.`,
      }
    : { vi: `Nhập ${vi} gồm ngày, tháng, năm, ví dụ 05 01 1990.`, en: `Enter day, month and year, such as 05 01 1990: ${en}.` };
}
