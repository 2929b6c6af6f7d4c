import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Names the browser tab; screen readers announce it on arrival. */
export function usePageTitle(title: string): void {
  const { t } = useTranslation('shell');
  const brand = t('brand');
  useEffect(() => {
    document.title = title ? `${title} – ${brand}` : brand;
  }, [title, brand]);
}
