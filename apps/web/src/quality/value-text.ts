import { useTranslation } from 'react-i18next';

/** "09/05/1971", "05/1971" or "1971": what a register knows of a day. */
export const knownDay = (value: string): string => value.split('-').reverse().join('/');

const DAYS = new Set(['birthDate', 'death']);

/** A value of a person as it is read: a day by day, month and year, a sex by its word. */
export function useValueText(): (attribute: string, text: string) => string {
  const { t } = useTranslation('quality');
  return (attribute, text) => {
    if (attribute === 'sex' && (text === 'male' || text === 'female')) return t(`sex.${text}`);
    return DAYS.has(attribute) ? knownDay(text) : text;
  };
}
