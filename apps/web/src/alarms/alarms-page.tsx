import { Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AlarmList } from '../api/types';
import { EmptyState, LoadFault } from '../components/empty-state';
import { Loading } from '../components/loading';
import '../dossiers/dossiers.css';
import { usePageTitle } from '../shell/page-title';
import { Unserved } from '../cover/unserved';
import { AlarmTable } from './alarm-table';
import './alarms.css';
import { listAlarms } from './calls';
import { ALARM_KINDS, type AlarmKind } from './kinds';
import './messages';

const route = getRouteApi('/staff/canh-bao');
const PAGE = 100;
const EVERY_MINUTE = 60_000;

/** What warns in my units and who has to answer it, the oldest first, down to the dossier. */
export function AlarmsPage() {
  const { t } = useTranslation('alarms');
  usePageTitle(t('title'));
  const { kind, page = 1 } = route.useSearch();
  const query = useQuery({
    queryKey: ['alarms', kind, page],
    queryFn: () => listAlarms({ kind, limit: PAGE, offset: (page - 1) * PAGE }),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MINUTE,
  });
  const shown = kind ? query.data?.counts.find((each) => each.kind === kind)?.count : query.data?.total;
  return (
    <>
      <Title order={1} mb="xs">
        {t('title')}
      </Title>
      <p className="alarms-about">{t('about')}</p>
      <Unserved />
      <div className="panel">
        <Kinds present={kind} list={query.data} />
        {query.isError ? (
          <LoadFault error={query.error} onRetry={() => void query.refetch()} />
        ) : !query.data ? (
          <Loading lines={8} />
        ) : query.data.rows.length === 0 ? (
          <EmptyState text={t(kind ? 'emptyKind' : 'empty')} />
        ) : (
          <>
            <AlarmTable rows={query.data.rows} />
            <Pages page={page} kind={kind} last={Math.max(1, Math.ceil((shown ?? 0) / PAGE))} />
          </>
        )}
      </div>
    </>
  );
}

/** All of them, or one kind; the counts come from the same question as the rows. A kind with none is left out. */
function Kinds({ present, list }: { present: AlarmKind | undefined; list: AlarmList | undefined }) {
  const { t } = useTranslation('alarms');
  const countOf = (kind: AlarmKind): number => list?.counts.find((each) => each.kind === kind)?.count ?? 0;
  return (
    <nav className="narrowings" aria-label={t('kinds')}>
      <Link to="/canh-bao" aria-current={present === undefined ? 'true' : undefined} activeProps={{}} inactiveProps={{}}>
        {t('all')} {list && <span className="count number">{list.total}</span>}
      </Link>
      {ALARM_KINDS.filter((kind) => kind === present || countOf(kind) > 0).map((kind) => (
        <Link key={kind} to="/canh-bao" search={{ kind }} aria-current={kind === present ? 'true' : undefined} activeProps={{}} inactiveProps={{}}>
          {t(`kind.${kind}`)} <span className="count number">{countOf(kind)}</span>
        </Link>
      ))}
    </nav>
  );
}

function Pages({ page, kind, last }: { page: number; kind: AlarmKind | undefined; last: number }) {
  const { t } = useTranslation('alarms');
  if (last === 1) return null;
  return (
    <nav className="pages" aria-label={t('pages.label')}>
      {page > 1 && (
        <Link to="/canh-bao" search={{ kind, page: page - 1 }}>
          {t('pages.previous')}
        </Link>
      )}
      <span>{t('pages.present', { page, last })}</span>
      {page < last && (
        <Link to="/canh-bao" search={{ kind, page: page + 1 }}>
          {t('pages.next')}
        </Link>
      )}
    </nav>
  );
}
