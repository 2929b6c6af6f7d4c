import type { ErrorObject } from 'ajv';
import type { Localized } from '@app/kernel';

/** What is wrong with a procedure's document: where, and the cure. */
export interface ProcedureFault {
  /** JSON pointer into the document; empty = the whole. */
  readonly pointer: string;
  /** The property that is missing there. */
  readonly missing?: string;
  readonly vi: string;
  readonly en: string;
}

/** The parts a published procedure must have (Decree 63/2010 Art. 8), and the desk's own, in the words of the field. */
export const PARTS: Readonly<Record<string, Localized>> = {
  code: { vi: 'mã thủ tục', en: 'code' },
  version: { vi: 'số phiên bản', en: 'version number' },
  name: { vi: 'tên thủ tục', en: 'name' },
  field: { vi: 'lĩnh vực', en: 'field' },
  ministry: { vi: 'bộ công bố', en: 'ministry' },
  level: { vi: 'cấp giải quyết', en: 'level' },
  decidedAt: { vi: 'cấp quyết định', en: 'level that decides' },
  handledBy: { vi: 'cơ quan giải quyết', en: 'handling agency' },
  legalBases: { vi: 'căn cứ pháp lý', en: 'legal bases' },
  applicants: { vi: 'đối tượng thực hiện', en: 'applicants' },
  channels: { vi: 'cách thức thực hiện', en: 'channels' },
  receiving: { vi: 'yêu cầu, điều kiện', en: 'conditions of filing' },
  components: { vi: 'thành phần hồ sơ', en: 'papers' },
  form: { vi: 'biểu mẫu điện tử', en: 'e-form' },
  declaration: { vi: 'nội dung tờ khai', en: 'declaration' },
  fee: { vi: 'phí, lệ phí', en: 'fee' },
  timeLimit: { vi: 'thời hạn giải quyết', en: 'time limit' },
  process: { vi: 'quy trình giải quyết', en: 'process' },
  result: { vi: 'kết quả giải quyết', en: 'result' },
  effective: { vi: 'ngày hiệu lực', en: 'effective dates' },
  assumptions: { vi: 'các giả định', en: 'assumptions' },
};

/** The sentence for one error the schema found: the part or place, what is wrong, what to do. */
export function faultOfSchemaError(error: ErrorObject): ProcedureFault {
  const pointer = error.instancePath;
  const place: Localized = pointer === '' ? { vi: 'Thủ tục', en: 'The procedure' } : { vi: `Mục ${pointer}`, en: `The item ${pointer}` };
  const say = (vi: string, en: string): ProcedureFault => ({ pointer, vi: `${place.vi} ${vi}`, en: `${place.en} ${en}` });
  const params = error.params as { missingProperty?: string; additionalProperty?: string; allowedValues?: readonly unknown[]; allowedValue?: unknown; limit?: number; pattern?: string; type?: string | readonly string[]; format?: string };
  switch (error.keyword) {
    case 'required': {
      const name = params.missingProperty ?? '';
      const part = pointer === '' ? PARTS[name] : undefined;
      return part
        ? { pointer, missing: name, vi: `Thiếu phần "${part.vi}" (${name}). Hãy bổ sung phần này.`, en: `The part "${part.en}" (${name}) is missing. Add it.` }
        : { missing: name, ...say(`thiếu "${name}". Hãy bổ sung.`, `lacks "${name}". Add it.`) };
    }
    case 'additionalProperties':
      return say(`có thuộc tính lạ "${params.additionalProperty}". Hãy bỏ hoặc sửa tên.`, `has an unknown property "${params.additionalProperty}". Remove it or correct its name.`);
    case 'enum':
      return say(`phải là một trong: ${params.allowedValues?.join(', ')}.`, `must be one of: ${params.allowedValues?.join(', ')}.`);
    case 'const':
      return say(`phải là ${JSON.stringify(params.allowedValue)}.`, `must be ${JSON.stringify(params.allowedValue)}.`);
    case 'type':
      return say(`phải thuộc kiểu ${String(params.type)}.`, `must be of type ${String(params.type)}.`);
    case 'pattern':
      return say(`không theo mẫu ${params.pattern}. Hãy sửa lại.`, `does not follow the pattern ${params.pattern}. Correct it.`);
    case 'format':
      return say(`phải có dạng ${params.format}, ví dụ 2026-07-01.`, `must have the form ${params.format}, such as 2026-07-01.`);
    case 'minItems':
    case 'minLength':
    case 'minProperties': {
      const part = PARTS[pointer.slice(1)];
      return part
        ? { pointer, vi: `Phần "${part.vi}" (${pointer.slice(1)}) còn trống. Hãy bổ sung.`, en: `The part "${part.en}" (${pointer.slice(1)}) is empty. Fill it.` }
        : say(`còn trống. Hãy bổ sung.`, `is empty. Fill it.`);
    }
    case 'false schema':
      return say('không được có ở đây. Hãy bỏ đi.', 'must not stand here. Remove it.');
    default:
      return say(`chưa hợp lệ: ${error.message}.`, `is not valid: ${error.message}.`);
  }
}
