import type { Localized } from '@app/kernel';
import type { DayKind, DayRecord } from './office-hours.js';

/** The words of the explanation and the articles behind them. */
export const WORKING_TIME: Localized = { vi: 'giờ làm việc', en: 'working time' };
export const WEEKLY_OFF: Localized = { vi: 'ngày nghỉ hằng tuần', en: 'weekly day off' };
export const OUTSIDE_HOURS: Localized = { vi: 'ngoài giờ làm việc', en: 'outside office hours' };
export const RECEIVED: Localized = { vi: 'tiếp nhận hồ sơ', en: 'dossier received' };
export const DUE: Localized = { vi: 'hạn trả kết quả', en: 'due' };
export const RECEIPT_DAY: Localized = { vi: 'ngày tiếp nhận, không tính vào thời hạn', en: 'the day of receipt is not counted' };
export const AFTER_CUTOFF: Localized = { vi: 'tiếp nhận từ giờ chốt trong ngày, trả vào ngày làm việc tiếp theo', en: 'received from the cut-off on: returned on the next working day' };
export const CALENDAR_DAYS: Localized = { vi: 'tính theo ngày lịch, kể cả ngày nghỉ', en: 'counted in calendar days, days off included' };
export const MONTHS: Localized = { vi: 'tính theo tháng', en: 'counted in months' };
export const MONTHS_CLAMPED: Localized = { vi: 'tính theo tháng; tháng cuối không có ngày tương ứng nên kết thúc vào ngày cuối tháng', en: 'counted in months; the last month has no such date, so it ends on its last day' };

export const CIVIL_CODE_147: Localized = { vi: 'Bộ luật Dân sự 2015, Điều 147 khoản 2', en: 'Civil Code 2015 Art. 147.2' };
export const CIVIL_CODE_148: Localized = { vi: 'Bộ luật Dân sự 2015, Điều 148', en: 'Civil Code 2015 Art. 148' };
export const LABOUR_CODE_111: Localized = { vi: 'Bộ luật Lao động 2019, Điều 111', en: 'Labour Code 2019 Art. 111' };
export const LABOUR_CODE_112: Localized = { vi: 'Bộ luật Lao động 2019, Điều 112', en: 'Labour Code 2019 Art. 112' };
export const SAME_DAY_LAW: Localized = { vi: 'Luật Hộ tịch 60/2014/QH13, Điều 5 khoản 3; Nghị định 118/2025/NĐ-CP, Điều 18', en: 'Law 60/2014 Art. 5.3; Decree 118/2025 Art. 18' };

/** Why the clock may stand still. A closed list: what is not on it does not stop the clock. */
export const PAUSE_CAUSES = {
  supplement: { vi: 'chờ người dân bổ sung hồ sơ', en: 'waiting for the citizen’s supplement' },
  'identity-confirmation': { vi: 'chờ người dân kiểm tra hoặc xác nhận', en: 'waiting for the person to check or confirm' },
  'financial-duty': { vi: 'chờ thực hiện nghĩa vụ tài chính', en: 'waiting for the financial duty to be paid' },
  'public-notice': { vi: 'niêm yết công khai', en: 'public notice posted' },
  consultation: { vi: 'chờ ý kiến cơ quan được hỏi', en: 'waiting for a consulted body' },
  outage: { vi: 'hệ thống gián đoạn', en: 'system outage' },
} as const satisfies Record<string, Localized>;

export type PauseCause = keyof typeof PAUSE_CAUSES;

const DECREE_118: Localized = { vi: 'Nghị định 118/2025/NĐ-CP', en: 'Decree 118/2025' };
const RULE_OF_THE_PROCEDURE: Localized = { vi: 'phần không tính vào thời hạn theo quy định của thủ tục', en: 'left out of the limit by the rules of the procedure' };

/** What a pause rests on where the ledger names no article of its own. */
export const PAUSE_BASES: Record<PauseCause, Localized> = {
  supplement: { vi: 'Nghị định 118/2025/NĐ-CP, Điều 17', en: 'Decree 118/2025 Art. 17' },
  'identity-confirmation': DECREE_118,
  'financial-duty': RULE_OF_THE_PROCEDURE,
  'public-notice': RULE_OF_THE_PROCEDURE,
  consultation: RULE_OF_THE_PROCEDURE,
  outage: DECREE_118,
};

/** What a marked date rests on where its record names no document: the articles that fix holidays and days off in lieu. */
export function dayBasis(record: DayRecord): Localized | undefined {
  if (record.kind === 'holiday') return LABOUR_CODE_112;
  return record.kind === 'comp-off' ? LABOUR_CODE_111 : undefined;
}

const DAY_NAMES: Record<DayKind, Localized> = {
  work: { vi: 'ngày làm việc', en: 'working day' },
  holiday: { vi: 'ngày lễ', en: 'public holiday' },
  'comp-off': { vi: 'ngày nghỉ bù', en: 'compensatory day off' },
  'day-off': { vi: 'ngày nghỉ', en: 'day off' },
  'swap-work': { vi: 'ngày làm việc bù', en: 'working day by swap' },
};

/** What a marked date is called. A date nobody has confirmed says so. */
export function dayReason(record: DayRecord): Localized {
  const name = { vi: record.nameVi ?? DAY_NAMES[record.kind].vi, en: record.nameEn ?? DAY_NAMES[record.kind].en };
  return record.status === 'unconfirmed' ? { vi: `${name.vi}, chưa công bố chính thức`, en: `${name.en}, not officially confirmed` } : name;
}

/** Why a marked date is closed: "nghỉ lễ Ngày Văn hóa Việt Nam". */
export function dayOffReason(record: DayRecord): Localized {
  const name = dayReason(record);
  return record.kind === 'holiday' && record.nameVi ? { vi: `nghỉ lễ ${name.vi}`, en: `public holiday, ${name.en}` } : name;
}
