import { useTranslation } from 'react-i18next';
import { switchLanguage } from './language';
import { useLanguage } from './localized';

/** One button that names the other language in that language. */
export function LanguageSwitch() {
  const { t } = useTranslation('shell');
  const other = useLanguage() === 'vi' ? 'en' : 'vi';
  return (
    <button type="button" lang={other} onClick={() => void switchLanguage(other)}>
      {t(`language.${other}`)}
    </button>
  );
}
