import type { Language } from '../shell/language';

/** "98,4 %" of so many; nothing to say of nobody. Rounded down: a fault must not vanish in the rounding. */
export function rate(count: number, people: number, language: Language): string {
  if (people === 0) return '–';
  const tenths = Math.floor((count / people) * 1000) / 10;
  return `${new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 }).format(tenths)} %`;
}
