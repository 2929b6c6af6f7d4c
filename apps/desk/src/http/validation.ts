import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { DomainError } from '@app/kernel';

/** What class-validator found, in Vietnamese. The English sentence is the library's own. */
const VIETNAMESE: Readonly<Record<string, string>> = {
  isNotEmpty: 'Không được để trống.',
  isString: 'Phải là văn bản.',
  isInt: 'Phải là số nguyên.',
  isNumber: 'Phải là số.',
  isBoolean: 'Phải là có hoặc không.',
  isArray: 'Phải là danh sách.',
  isObject: 'Phải là một nhóm thông tin.',
  isUuid: 'Mã không đúng định dạng.',
  isEnum: 'Không có trong danh sách cho phép.',
  isIn: 'Không có trong danh sách cho phép.',
  isEmail: 'Địa chỉ thư điện tử chưa đúng, ví dụ ten@vidu.vn.',
  isDateString: 'Ngày chưa đúng, ví dụ 1990-01-05.',
  isISO8601: 'Ngày chưa đúng, ví dụ 1990-01-05.',
  matches: 'Chưa đúng định dạng.',
  maxLength: 'Quá dài.',
  minLength: 'Quá ngắn.',
  min: 'Quá nhỏ.',
  max: 'Quá lớn.',
  arrayMaxSize: 'Quá nhiều mục.',
  arrayMinSize: 'Quá ít mục.',
  whitelistValidation: 'Mục này không được nhận.',
  unknownValue: 'Mục này không được nhận.',
  nestedValidation: 'Nhóm thông tin chưa đúng.',
};

/** The sentence for a rule this list does not know. */
const OTHERWISE = 'Giá trị chưa đúng.';

/** Every body and query is checked against its class; what the class does not name is refused, not dropped. */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    // The refused values themselves never travel back, nor into a log.
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new DomainError('request.invalid', { fields: fieldsOf(errors) }),
  });
}

/** Each fault with the JSON pointer (RFC 6901) of its field; one sentence per field is enough to act on. */
export function fieldsOf(errors: readonly ValidationError[], parent = ''): Array<{ pointer: string; vi: string; en: string }> {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const [rule, en] = Object.entries(error.constraints ?? {})[0] ?? [];
    const own = rule === undefined ? [] : [{ pointer, vi: VIETNAMESE[rule] ?? OTHERWISE, en: en ?? rule }];
    return [...own, ...fieldsOf(error.children ?? [], pointer)];
  });
}
