import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../shell/page-title';
import { useSession } from '../shell/session';
import { sectionsOf } from './sections';

/** What this person may look after, one sentence each. */
export function AdminHome() {
  const { t } = useTranslation('admin');
  const session = useSession();
  usePageTitle(t('title'));
  return (
    <>
      <Title order={1}>{t('title')}</Title>
      <p>{t('about.area')}</p>
      <ul className="plain-list admin-cards">
        {sectionsOf(session).map(({ key, to }) => (
          <li key={key} className="panel">
            <h2>
              <Link to={to}>{t(`section.${key}`)}</Link>
            </h2>
            <p>{t(`about.${key}`)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
