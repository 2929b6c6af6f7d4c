import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import commonEn from '../messages/en/common.json';
import formsEn from '../messages/en/forms.json';
import shellEn from '../messages/en/shell.json';
import common from '../messages/vi/common.json';
import forms from '../messages/vi/forms.json';
import shell from '../messages/vi/shell.json';

export type Language = 'vi' | 'en';

const STORED = 'language';

/** Vietnamese unless the person chose otherwise on this machine. */
function storedLanguage(): Language {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

/** Starts the translations with the texts every area needs; an area adds its own when it is loaded. */
export async function startLanguage(): Promise<void> {
  const lng = storedLanguage();
  await i18next.use(initReactI18next).init({
    lng,
    fallbackLng: 'vi',
    defaultNS: 'common',
    ns: ['common', 'shell', 'forms'],
    resources: { vi: { common, shell, forms }, en: { common: commonEn, shell: shellEn, forms: formsEn } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = lng;
}

/** Adds the texts of one area, so that nobody downloads the texts of another. */
export function addMessages(namespace: string, vi: object, en: object): void {
  i18next.addResourceBundle('vi', namespace, vi);
  i18next.addResourceBundle('en', namespace, en);
}

/** Changes the language in place: the page and everything typed stay. */
export async function switchLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // A browser that stores nothing still shows the language chosen for this visit.
  }
}
