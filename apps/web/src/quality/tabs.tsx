import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LooksCount } from '../persons/looks-count';
import { may, useSession } from '../shell/session';
import { dataPages } from './data-pages';
import './messages';

/** Between the people, the figures and the doubts, as far as the officer may open them. */
export function QualityTabs() {
  const { t } = useTranslation('quality');
  const session = useSession();
  const pages = dataPages(session);
  if (pages.length < 2) return null;
  return (
    <nav className="narrowings" aria-label={t('tabs.label')}>
      {pages.map(({ to, key }) => (
        <Link key={key} to={to}>
          {t(`tabs.${key}`)} {key === 'people' && may(session, 'person.oversee') && <LooksCount />}
        </Link>
      ))}
    </nav>
  );
}
