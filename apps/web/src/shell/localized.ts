import { useTranslation } from 'react-i18next';
import type { Localized } from '../api/types';
import type { Language } from './language';

/** The language on the screen. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'vi';
}

/** Picks the text of the language on the screen out of what the desk sends in both. */
export function useLocalized(): (text: Localized | undefined) => string {
  const language = useLanguage();
  return (text) => (text ? text[language] || text.vi : '');
}
