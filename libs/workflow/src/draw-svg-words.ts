import type { Localized } from '@app/kernel';
import type { TimeAmount, TimeUnit, UnitPath } from './process-definition.js';

/** The languages a drawing is made in. */
export type DrawingLanguage = 'vi' | 'en';

/** What stands in a drawing beside the words of the process itself. */
export const DRAWING_WORDS = {
  title: { vi: 'Sơ đồ quy trình', en: 'Drawing of the process' },
  here: { vi: 'Đang ở đây', en: 'It is here' },
  waitingCitizen: { vi: 'Chờ người dân', en: 'Waiting for the citizen' },
  working: { vi: 'Đang xử lý', en: 'In hand' },
  waitingOthers: { vi: 'Chờ nơi khác, chờ thời gian', en: 'Waiting for others, for time' },
  anywhere: { vi: 'Có thể xảy ra ở nhiều bước', en: 'Possible at many steps' },
  correction: { vi: 'Đính chính kết quả đã cấp', en: 'Correction of an issued result' },
  within: { vi: 'Trong {time}', en: 'Within {time}' },
  lasts: { vi: 'Kéo dài {time}', en: 'Lasts {time}' },
  alarm: { vi: 'Báo động sau {time}', en: 'Alarm after {time}' },
  addressee: { vi: 'Bên nhận: {unit}', en: 'To: {unit}' },
  paused: { vi: 'Thời hạn tạm dừng', en: 'The clock is paused' },
  leadsTo: { vi: '{act} → {state}', en: '{act} → {state}' },
} as const satisfies Record<string, Localized>;

/** A phrase with its gaps filled. */
export function fill(phrase: string, gaps: Readonly<Record<string, string>>): string {
  return phrase.replaceAll(/\{(\w+)\}/gu, (gap, name: string) => gaps[name] ?? gap);
}

const UNITS = {
  minutes: { vi: 'phút làm việc', en: 'working minutes' },
  hours: { vi: 'giờ làm việc', en: 'working hours' },
  'working-days': { vi: 'ngày làm việc', en: 'working days' },
  'calendar-days': { vi: 'ngày', en: 'days' },
  months: { vi: 'tháng', en: 'months' },
} as const satisfies Record<TimeUnit, Localized>;

/** A length of time in words: "2,5 ngày làm việc". */
export function timeWords({ value, unit }: TimeAmount, language: DrawingLanguage): string {
  const number = language === 'vi' ? String(value).replace('.', ',') : String(value);
  const words = UNITS[unit][language];
  return `${number} ${language === 'en' && value === 1 ? words.replace(/s$/u, '') : words}`;
}

/** What the units do, by the function in their path; the desk knows their proper names, a procedure by itself does not. */
const FUNCTIONS: ReadonlyMap<string, Localized> = new Map<string, Localized>(Object.entries({
  centre: { vi: 'Trung tâm Phục vụ hành chính công', en: 'Public Administration Service Centre' },
  committee: { vi: 'Ủy ban nhân dân', en: 'People’s Committee' },
  justice: { vi: 'Bộ phận tư pháp', en: 'Justice division' },
  records: { vi: 'Văn thư', en: 'Records office' },
  land: { vi: 'Bộ phận đất đai', en: 'Land division' },
  construction: { vi: 'Bộ phận xây dựng', en: 'Construction division' },
  'social-protection': { vi: 'Bộ phận bảo trợ xã hội', en: 'Social protection division' },
  'land-registration': { vi: 'Văn phòng Đăng ký đất đai', en: 'Land registration office' },
  agriculture: { vi: 'Cơ quan nông nghiệp', en: 'Agriculture office' },
  environment: { vi: 'Cơ quan môi trường', en: 'Environment office' },
  culture: { vi: 'Bộ phận văn hóa', en: 'Culture division' },
  health: { vi: 'Cơ quan y tế', en: 'Health office' },
  education: { vi: 'Cơ quan giáo dục', en: 'Education office' },
  finance: { vi: 'Cơ quan tài chính', en: 'Finance office' },
  'home-affairs': { vi: 'Cơ quan nội vụ', en: 'Home affairs office' },
  transport: { vi: 'Cơ quan giao thông', en: 'Transport office' },
  'social-insurance': { vi: 'Cơ quan bảo hiểm xã hội', en: 'Social insurance office' },
  police: { vi: 'Công an', en: 'Police' },
  tax: { vi: 'Cơ quan thuế', en: 'Tax office' },
}));
const LEVELS: ReadonlyMap<string, Localized> = new Map([
  ['commune', { vi: 'cấp xã', en: 'commune' }],
  ['province', { vi: 'cấp tỉnh', en: 'province' }],
]);

/** A unit path in words: `commune/justice` is "Bộ phận tư pháp cấp xã"; one without words stays as it is. */
export function unitWords(unit: UnitPath, language: DrawingLanguage): string {
  const [level = '', task = ''] = unit.split('/');
  const name = FUNCTIONS.get(task)?.[language];
  const where = LEVELS.get(level)?.[language];
  if (name === undefined || where === undefined) return unit;
  return language === 'vi' ? `${name} ${where}` : `${name} (${where})`;
}
