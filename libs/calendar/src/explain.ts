import type { Localized } from '@app/kernel';
import { workingTime } from './remaining.js';
import type { TraceLine } from './trace.js';

const WEEKDAYS_VI = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'];
const WEEKDAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * A trace in sentences, one a line: "Thứ Ba 24/11/2026: nghỉ lễ Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16)".
 * The stretches of one day that count alike are put together.
 */
export function explain(trace: readonly TraceLine[]): Localized[] {
  return joined(trace).map((line) => {
    const amount = amountOf(line);
    const when = whenOf(line);
    const sentence = (language: 'vi' | 'en'): string => {
      const source = line.source ? ` (${line.source[language]})` : '';
      return `${when[language]}: ${line.reason[language]}${amount ? `, ${amount[language]}` : ''}${source}`;
    };
    return { vi: sentence('vi'), en: sentence('en') };
  });
}

/** Morning and afternoon of a day become one line when they follow each other and say the same. */
function joined(trace: readonly TraceLine[]): TraceLine[] {
  const lines: TraceLine[] = [];
  for (const line of trace) {
    const before = lines.at(-1);
    const alike = before && before.date === line.date && before.kind === line.kind && !before.through && !line.through && before.reason.vi === line.reason.vi && before.source?.vi === line.source?.vi;
    if (alike) lines[lines.length - 1] = { ...before, to: line.to, minutes: line.minutes === undefined ? undefined : (before.minutes ?? 0) + line.minutes };
    else lines.push(line);
  }
  return lines;
}

function whenOf(line: TraceLine): Localized {
  const whole = line.kind === 'counted' && line.minutes !== undefined && line.minutes === line.ofMinutes;
  if (line.kind === 'start' || line.kind === 'end') return { vi: `${line.from} ${day(line.date).vi}`, en: `${day(line.date).en}, ${line.from}` };
  if (line.through) {
    const from = line.from ? `${line.from} ` : '';
    const to = line.to ? `${line.to} ` : '';
    return { vi: `Từ ${from}${day(line.date).vi} đến ${to}${day(line.through).vi}`, en: `From ${from}${day(line.date).en} to ${to}${day(line.through).en}` };
  }
  if (!line.from || whole) return day(line.date);
  const span = line.to ? { vi: `${line.from}–${line.to}`, en: `${line.from}–${line.to}` } : { vi: `từ ${line.from}`, en: `from ${line.from}` };
  return { vi: `${day(line.date).vi}, ${span.vi}`, en: `${day(line.date).en}, ${span.en}` };
}

function amountOf(line: TraceLine): Localized | undefined {
  if (line.kind === 'paused') return { vi: 'tạm dừng, không tính', en: 'paused, not counted' };
  if (line.kind !== 'counted') return undefined;
  if (line.days !== undefined) {
    const days = String(Math.round(line.days * 100) / 100);
    return { vi: `tính ${days.replace('.', ',')} ngày`, en: `${days} ${days === '1' ? 'day' : 'days'} counted` };
  }
  if (line.minutes === line.ofMinutes) return { vi: 'tính 1 ngày làm việc', en: '1 working day counted' };
  const counted = workingTime(line.minutes ?? 0);
  if (line.ofMinutes === undefined) return { vi: `tính ${counted.vi}`, en: `${counted.en} counted` };
  const whole = workingTime(line.ofMinutes);
  return { vi: `tính ${counted.vi} trên ${whole.vi} của ngày`, en: `${counted.en} counted of the day’s ${whole.en}` };
}

/** "Thứ Ba 24/11/2026", "Tuesday 24/11/2026". */
function day(date: string): Localized {
  const index = Temporal.PlainDate.from(date).dayOfWeek - 1;
  const written = date.split('-').reverse().join('/');
  return { vi: `${WEEKDAYS_VI[index]} ${written}`, en: `${WEEKDAYS_EN[index]} ${written}` };
}
