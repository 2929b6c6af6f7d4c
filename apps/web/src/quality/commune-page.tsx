import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CardsTable } from '../admin/cards-table';
import type { CommuneQualityPage, WorkListQuery } from '../api/types';
import { LoadFault } from '../components/empty-state';
import { Loading } from '../components/loading';
import '../admin/admin.css';
import '../dossiers/dossiers.css';
import { useLanguage } from '../shell/localized';
import { usePageTitle } from '../shell/page-title';
import { readQuality } from './calls';
import { DIMENSIONS } from './kinds';
import './messages';
import './quality.css';
import { rate } from './rate';
import { QualityTabs } from './tabs';
import { WorkList } from './work-list';

const route = getRouteApi('/staff/du-lieu/$code');

/** One commune, measured at this moment: the four marks, how they went, what is wrong, and the people to be put right. */
export function CommunePage() {
  const { t } = useTranslation('quality');
  const { code } = route.useParams();
  const query = useQuery({ queryKey: ['quality', code], queryFn: () => readQuality(code) });
  usePageTitle(query.data ? t('of', { name: query.data.name }) : t('title'));
  if (query.isError) return <LoadFault error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={10} />;
  const page = query.data;
  return (
    <>
      <Title order={1} mb="xs">
        {t('of', { name: page.name })}
      </Title>
      <QualityTabs />
      <p className="quality-about">{t('measuredNow', { count: page.now.people, months: page.confirmedWithin })}</p>
      <div className="panel">
        <Marks page={page} />
        {page.mayRepair && page.doubts > 0 && (
          <p>
            <Link to="/nghi-van">{t('doubtsOpen', { count: page.doubts })}</Link>
          </p>
        )}
        {page.months.length > 0 && <Months page={page} />}
      </div>
      <section className="panel" aria-labelledby="work-list">
        <h2 id="work-list">{t('work.title')}</h2>
        <Faults page={page} />
        <WorkList code={code} mayRepair={page.mayRepair} />
      </section>
    </>
  );
}

function Marks({ page: { now } }: { page: CommuneQualityPage }) {
  const { t } = useTranslation('quality');
  const language = useLanguage();
  return (
    <dl className="quality-marks">
      {DIMENSIONS.map((dimension) => (
        <div key={dimension}>
          <dt>{t(`dimension.${dimension}`)}</dt>
          <dd>
            <span className="rate number">{rate(now[dimension], now.people, language)}</span>
            <div className="under">{t(`meaning.${dimension}`)}</div>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Months({ page: { months } }: { page: CommuneQualityPage }) {
  const { t } = useTranslation('quality');
  const language = useLanguage();
  return (
    <>
      <h2>{t('months')}</h2>
      <CardsTable
        caption={t('months')}
        rows={months}
        rowKey={({ month }) => month}
        columns={[
          { title: t('column.month'), cell: ({ month }) => <span className="number">{month.split('-').reverse().join('/')}</span> },
          { title: t('column.people'), number: true, cell: ({ people }) => people },
          ...DIMENSIONS.map((dimension) => ({ title: t(`dimension.${dimension}`), number: true, cell: (row: CommuneQualityPage['months'][number]) => rate(row[dimension], row.people, language) })),
          { title: t('column.sound'), number: true, cell: ({ sound, people }) => rate(sound, people, language) },
        ]}
      />
    </>
  );
}

/** What is wrong, with how many; each narrows the list below. */
function Faults({ page: { code, faults } }: { page: CommuneQualityPage }) {
  const { t } = useTranslation('quality');
  const { fault: chosen } = route.useSearch();
  if (faults.length === 0) return null;
  return (
    <nav aria-label={t('work.narrow')}>
      <ul className="quality-faults">
        <li>
          <Link to="/du-lieu/$code" params={{ code }} search={{}} aria-current={chosen === undefined ? 'true' : undefined} activeProps={{}} inactiveProps={{}}>
            {t('work.all')}
          </Link>
        </li>
        {faults.map(({ fault, people }) => (
          <li key={fault}>
            <Link to="/du-lieu/$code" params={{ code }} search={{ fault: fault as WorkListQuery['fault'] }} aria-current={chosen === fault ? 'true' : undefined} activeProps={{}} inactiveProps={{}}>
              {t(`fault.${fault}` as 'fault.in-conflict')} <span className="count number">{people}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
