import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import '../admin/admin.css';
import { LoadFault } from '../components/empty-state';
import { Loading } from '../components/loading';
import { usePageTitle } from '../shell/page-title';
import { AbsenceForm } from './absence-form';
import { AbsenceList } from './absence-list';
import { ownQuery } from './calls';
import './cover.css';
import './messages';

/** "I am away": the own absences, those I stand in at, and a new one. */
export function OwnPage() {
  const { t } = useTranslation('cover');
  usePageTitle(t('own.title'));
  const query = useQuery(ownQuery);
  if (query.isError) return <LoadFault error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={6} />;
  const { officerId, absences, colleagues } = query.data;
  const standingIn = absences.filter((absence) => absence.standingIn && absence.state !== 'over');
  return (
    <div className="cover-page">
      <Title order={1}>{t('own.title')}</Title>
      <p>{t('own.about')}</p>
      {standingIn.length > 0 && (
        <section className="panel" aria-labelledby="standing-in">
          <h2 id="standing-in">{t('own.standingIn')}</h2>
          <AbsenceList absences={standingIn} />
        </section>
      )}
      <AbsenceForm officerId={officerId} colleagues={colleagues} forOthers={false} />
      <section className="panel" aria-labelledby="own-absences">
        <h2 id="own-absences">{t('own.mine')}</h2>
        <AbsenceList absences={absences.filter((absence) => absence.officerId === officerId)} />
      </section>
    </div>
  );
}
