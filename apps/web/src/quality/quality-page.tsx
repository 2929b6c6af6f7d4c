import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CardsTable } from '../admin/cards-table';
import type { CommuneQuality } from '../api/types';
import { EmptyState, LoadFault } from '../components/empty-state';
import { Loading } from '../components/loading';
import '../admin/admin.css';
import '../dossiers/dossiers.css';
import { shortDate } from '../shell/format';
import { useLanguage } from '../shell/localized';
import { usePageTitle } from '../shell/page-title';
import { listQuality } from './calls';
import { DIMENSIONS } from './kinds';
import './messages';
import './quality.css';
import { rate } from './rate';
import { QualityTabs } from './tabs';

/** How good the data on the people of each of my communes are, as last measured, and where to repair them. */
export function QualityPage() {
  const { t } = useTranslation('quality');
  usePageTitle(t('title'));
  const query = useQuery({ queryKey: ['quality'], queryFn: listQuality });
  return (
    <>
      <Title order={1} mb="xs">
        {t('title')}
      </Title>
      <QualityTabs />
      <p className="quality-about">{t('about')}</p>
      <div className="panel">
        {query.isError ? <LoadFault error={query.error} onRetry={() => void query.refetch()} /> : !query.data ? <Loading lines={6} /> : query.data.length === 0 ? <EmptyState text={t('empty')} /> : <Communes rows={query.data} />}
      </div>
    </>
  );
}

function Communes({ rows }: { rows: CommuneQuality[] }) {
  const { t } = useTranslation('quality');
  const language = useLanguage();
  return (
    <CardsTable
      caption={t('caption')}
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        { title: t('column.commune'), cell: ({ code, name }) => <Link to="/du-lieu/$code" params={{ code }} lang="vi">{name}</Link> },
        { title: t('column.people'), number: true, cell: ({ now }) => now?.people ?? '–' },
        ...DIMENSIONS.map((dimension) => ({ title: t(`dimension.${dimension}`), number: true, cell: ({ now }: CommuneQuality) => (now ? rate(now[dimension], now.people, language) : '–') })),
        { title: t('column.sound'), number: true, cell: ({ now }) => (now ? rate(now.sound, now.people, language) : '–') },
        { title: t('column.measured'), cell: ({ measuredOn }) => (measuredOn ? <span className="number">{shortDate(measuredOn)}</span> : t('notMeasured')) },
      ]}
    />
  );
}
