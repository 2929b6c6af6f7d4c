import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { may, useSession } from '../shell/session';
import './messages';

/** Between the figures and the doubts, for whoever settles doubts. */
export function QualityTabs() {
  const { t } = useTranslation('quality');
  const session = useSession();
  if (!may(session, 'person.settle')) return null;
  return (
    <nav className="narrowings" aria-label={t('tabs.label')}>
      <Link to="/du-lieu">{t('tabs.quality')}</Link>
      <Link to="/nghi-van">{t('tabs.doubts')}</Link>
    </nav>
  );
}
