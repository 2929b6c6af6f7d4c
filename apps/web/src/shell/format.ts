import type { Language } from './language';

/** Vietnam has one zone; every time on the screens is shown in it, wherever the browser stands. */
const timeZone = 'Asia/Ho_Chi_Minh';

const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hour12: false });
const day = new Intl.DateTimeFormat('en-GB', { timeZone, day: '2-digit', month: '2-digit', year: 'numeric' });
const weekdays = {
  vi: new Intl.DateTimeFormat('vi-VN', { timeZone, weekday: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long' }),
};

/** "10:42" of an instant given in ISO 8601. */
export const timeOfDay = (instant: string): string => clock.format(new Date(instant));

/** "05/01/2026" of an instant, or of a plain date (YYYY-MM-DD), which has no zone and is not moved. Of whom only month or year of birth is known: "01/2026", "2026". */
export function shortDate(value: string): string {
  return /^\d{4}(-\d{2}){0,2}$/.test(value) ? value.split('-').reverse().join('/') : day.format(new Date(value));
}

/** "10:42, 05/01/2026". */
export const dateTime = (instant: string): string => `${timeOfDay(instant)}, ${shortDate(instant)}`;

/** "thứ hai", "Monday". */
export const weekday = (instant: string, language: Language): string => weekdays[language].format(new Date(instant));

/** "8.000 đ" from whole đồng. */
export const money = (amount: number, language: Language): string =>
  `${new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(amount)} đ`;

/** "1,2 MB" from bytes. */
export function fileSize(bytes: number, language: Language): string {
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 });
  return bytes < 1_000_000 ? `${number.format(Math.max(1, bytes / 1_000))} kB` : `${number.format(bytes / 1_000_000)} MB`;
}
