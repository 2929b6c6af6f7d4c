import type { Localized } from '@app/kernel';
import type { LimitAmount, Procedure, SkeletonLimit } from './procedure.js';

const UNITS: Record<SkeletonLimit['unit'], Localized> = {
  'working-days': { vi: 'ngày làm việc', en: 'working days' },
  'calendar-days': { vi: 'ngày', en: 'days' },
  hours: { vi: 'giờ làm việc', en: 'working hours' },
  months: { vi: 'tháng', en: 'months' },
};

/** The time limit in words, with what it does not count. */
export function limitText(limit: Procedure['timeLimit']): Localized {
  const base: Localized =
    'sameDay' in limit
      ? {
          vi: `Trong ngày làm việc; tiếp nhận sau ${limit.cutoff} thì trả kết quả vào ngày làm việc tiếp theo`,
          en: `The same working day; received after ${limit.cutoff}: the next working day`,
        }
      : amountsText('parts' in limit ? limit.parts : [limit]);
  if (limit.notCounted.length === 0) return base;
  const list = (language: keyof Localized): string => limit.notCounted.map(({ what }) => what[language]).join('; ');
  return { vi: `${base.vi} (không tính: ${list('vi')})`, en: `${base.en} (not counted: ${list('en')})` };
}

function amountsText(amounts: readonly LimitAmount[]): Localized {
  const texts = amounts.map(({ value, unit }) => amountText(value, unit));
  return { vi: texts.map(({ vi }) => vi).join(' và '), en: texts.map(({ en }) => en).join(' and ') };
}

/** "1,5 ngày làm việc". */
export function amountText(value: number, unit: SkeletonLimit['unit']): Localized {
  return { vi: `${String(value).replace('.', ',')} ${UNITS[unit].vi}`, en: value === 1 ? `1 ${UNITS[unit].en.slice(0, -1)}` : `${value} ${UNITS[unit].en}` };
}

