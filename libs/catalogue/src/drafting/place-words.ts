import type { Localized } from '@app/kernel';
import { PARTS, type ProcedureFault } from '../procedure-fault.js';

const words = (vi: string, en: string): Localized => ({ vi, en });

/** What the properties of a procedure's document are called, below its parts. */
const PROPERTIES: Readonly<Record<string, Localized>> = {
  vi: words('tiếng Việt', 'Vietnamese'),
  en: words('tiếng Anh', 'English'),
  name: words('tên', 'name'),
  code: words('mã', 'code'),
  title: words('nhan đề', 'title'),
  'x-title-en': words('nhan đề tiếng Anh', 'English title'),
  number: words('số, ký hiệu', 'number'),
  articles: words('điều, khoản', 'articles'),
  conditions: words('điều kiện', 'conditions'),
  bring: words('giấy tờ xuất trình', 'papers to show'),
  kinds: words('hình thức nhận', 'accepted forms'),
  originals: words('số bản chính', 'originals'),
  copies: words('số bản sao', 'copies'),
  required: words('bắt buộc', 'mandatory'),
  why: words('lý do yêu cầu', 'reason'),
  fate: words('xử lý bản chính', 'fate of the original'),
  satisfiedBy: words('giấy đã có thay thế', 'paper on file that replaces it'),
  sampleAdvice: words('hướng dẫn', 'advice'),
  value: words('số lượng', 'value'),
  unit: words('đơn vị', 'unit'),
  ends: words('cách tính thời điểm kết thúc', 'how it ends'),
  sameDay: words('trong ngày', 'same day'),
  cutoff: words('giờ chốt', 'cut-off'),
  notCounted: words('thời gian không tính', 'time not counted'),
  what: words('khoảng thời gian', 'stretch'),
  basis: words('căn cứ', 'basis'),
  setBy: words('cấp quy định mức thu', 'who sets the fee'),
  lines: words('khoản thu', 'fee line'),
  exemptions: words('trường hợp miễn', 'exemption'),
  amount: words('mức thu', 'amount'),
  per: words('nhân theo', 'multiplied by'),
  payableAt: words('thời điểm thu', 'when it is paid'),
  when: words('điều kiện áp dụng', 'condition'),
  receive: words('nơi tiếp nhận', 'receiver'),
  steps: words('bước', 'step'),
  supplement: words('thời gian bổ sung hồ sơ', 'time to supply'),
  to: words('nơi nhận', 'addressee'),
  role: words('vai trò', 'role'),
  within: words('thời hạn', 'time'),
  kind: words('loại', 'kind'),
  posting: words('thời gian niêm yết', 'posting'),
  clock: words('tính thời hạn', 'clock'),
  duty: words('nghĩa vụ tài chính', 'financial duty'),
  ask: words('cơ quan được hỏi ý kiến', 'body asked'),
  question: words('nội dung hỏi', 'question'),
  stage: words('nội dung người dân đọc', 'what the citizen reads'),
  purpose: words('mục đích', 'purpose'),
  product: words('sản phẩm', 'product'),
  sendBackTo: words('trả lại về bước', 'sends back to'),
  paper: words('loại giấy tờ', 'kind of paper'),
  layout: words('mẫu trình bày', 'layout'),
  symbol: words('ký hiệu văn bản', 'symbol'),
  issuer: words('cơ quan ban hành', 'issuer'),
  data: words('nội dung điền vào kết quả', 'what fills the result'),
  template: words('câu mẫu', 'sentence'),
  from: words('từ ngày', 'from'),
  until: words('đến hết ngày', 'until'),
  'x-layout': words('nhóm câu hỏi', 'group'),
  properties: words('câu hỏi', 'question'),
  'x-labels': words('lựa chọn', 'choice'),
  'x-help': words('hướng dẫn', 'help'),
  'x-group': words('nhóm', 'group'),
  'x-widget': words('cách hỏi', 'widget'),
  'x-source': words('nguồn dữ liệu đã có', 'source on file'),
  'x-visible-when': words('điều kiện hỏi', 'asked when'),
  enum: words('các lựa chọn', 'choices'),
};

const PART_OF_SUPPLEMENT = PROPERTIES['supplement']!;

/** What a JSON pointer into a procedure's document points at, in words: "thành phần hồ sơ “Trích lục khai tử” – lý do yêu cầu – tiếng Anh". */
export function placeWords(document: unknown, pointer: string): Localized {
  const segments = pointer.split('/').slice(1).map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (segments.length === 0) return words('thủ tục', 'the procedure');
  // The time to supply belongs to the process, but everybody looks for it beside the time limit.
  if (pointer.startsWith('/process/supplement')) return join([PART_OF_SUPPLEMENT, ...walk(document, ['process', 'supplement'], segments.slice(2))]);
  return join(walk(document, [], segments));
}

function walk(document: unknown, done: readonly string[], segments: readonly string[]): Localized[] {
  let value = done.reduce<unknown>((inner, key) => childOf(inner, key), document);
  const found: Localized[] = [];
  segments.forEach((segment, index) => {
    const parent = value;
    value = childOf(value, segment);
    const named = nameOfItem(parent, segments[index - 1], segment, value);
    if (named) {
      const last = found.pop();
      found.push(last ? words(`${last.vi} ${named.vi}`, `${last.en} ${named.en}`) : named);
    } else found.push((done.length + index === 0 ? PARTS[segment] : undefined) ?? PROPERTIES[segment] ?? words(segment, segment));
  });
  return found;
}

/** An item of a list or a question of the form by the name it carries, else by its number. */
function nameOfItem(parent: unknown, parentKey: string | undefined, key: string, value: unknown): Localized | undefined {
  const isQuestion = parentKey === 'properties' || parentKey === 'x-labels';
  if (!Array.isArray(parent) && !isQuestion) return undefined;
  const own = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const named = [own['name'], own['title'], own['number'], own['what'], own['vi']].flatMap((each) => (typeof each === 'string' && each !== '' ? [words(each, each)] : isLocalized(each) && each.vi !== '' ? [each] : []))[0];
  if (named) return words(`“${named.vi}”`, `“${named.en || named.vi}”`);
  return isQuestion ? words(`“${key}”`, `“${key}”`) : words(String(Number(key) + 1), String(Number(key) + 1));
}

function childOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

function join(parts: readonly Localized[]): Localized {
  return words(parts.map(({ vi }) => vi).join(' – '), parts.map(({ en }) => en).join(' – '));
}

export function isLocalized(value: unknown): value is Localized {
  return typeof value === 'object' && value !== null && 'vi' in value && 'en' in value && typeof value.vi === 'string' && typeof value.en === 'string';
}

/** A fault as a person at a screen reads it: the place in words in front, and the exact place to go to. */
export interface PlacedFault extends ProcedureFault {
  readonly place: Localized;
}

/** Puts words in the place of pointers. A part that is missing is pointed at where it should be. */
export function placeFault(document: unknown, fault: ProcedureFault): PlacedFault {
  const place = placeWords(document, fault.pointer);
  const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
  if (fault.missing !== undefined && fault.pointer !== '') {
    const pointer = `${fault.pointer}/${fault.missing}`;
    const inside = placeWords(document, pointer);
    return { pointer, place: inside, vi: `${capital(inside.vi)}: chưa có. Hãy bổ sung.`, en: `${capital(inside.en)}: missing. Add it.` };
  }
  // A blank breaks whatever pattern it is held against; "fill it" says more than the pattern.
  if (fault.pointer.split('/').slice(1).reduce<unknown>(childOf, document) === '') {
    return { pointer: fault.pointer, place, vi: `${capital(place.vi)}: còn trống. Hãy bổ sung.`, en: `${capital(place.en)}: empty. Fill it.` };
  }
  return {
    pointer: fault.missing === undefined ? fault.pointer : `/${fault.missing}`,
    place,
    vi: fault.vi.replace(`Mục ${fault.pointer} `, () => `${capital(place.vi)}: `),
    en: fault.en.replace(`The item ${fault.pointer} `, () => `${capital(place.en)}: `),
  };
}
