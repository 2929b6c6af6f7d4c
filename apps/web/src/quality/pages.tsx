import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PagesProps {
  page: number;
  pages: number;
  link: (page: number, words: string) => ReactNode;
}

/** The way through a list that has more than one page. */
export function Pages({ page, pages, link }: PagesProps) {
  const { t } = useTranslation('quality');
  if (pages <= 1) return null;
  return (
    <nav className="pages" aria-label={t('pages.label')}>
      {page > 1 && link(page - 1, t('pages.previous'))}
      <span>{t('pages.present', { page, last: pages })}</span>
      {page < pages && link(page + 1, t('pages.next'))}
    </nav>
  );
}
