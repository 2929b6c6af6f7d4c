import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/empty-state';
import { may, useSession } from '../shell/session';
import { sectionsOf } from './sections';
import './admin.css';
import './messages';

/** The administration area: a menu of what this person may look after, and the page itself. */
export function AdminLayout() {
  const { t } = useTranslation('admin');
  const session = useSession();
  if (!may(session, 'admin.read')) {
    return (
      <>
        <h1>{t('title')}</h1>
        <EmptyState text={t('closed')} />
      </>
    );
  }
  return (
    <div className="admin">
      <nav className="admin-menu" aria-label={t('menu')}>
        <ul>
          <li>
            <Link to="/quan-tri" activeOptions={{ exact: true }}>
              {t('home')}
            </Link>
          </li>
          {sectionsOf(session).map(({ key, to }) => (
            <li key={key}>
              <Link to={to}>{t(`section.${key}`)}</Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="admin-page">
        <Outlet />
      </div>
    </div>
  );
}
