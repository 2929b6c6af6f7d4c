import { Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CardsTable, StateBadge } from '../admin/cards-table';
import type { DoubtRow } from '../api/types';
import { EmptyState, LoadFault } from '../components/empty-state';
import { Loading } from '../components/loading';
import '../admin/admin.css';
import '../dossiers/dossiers.css';
import { dateTime } from '../shell/format';
import { usePageTitle } from '../shell/page-title';
import { listDoubts } from './calls';
import { DOUBT_KINDS } from './kinds';
import './messages';
import { Pages } from './pages';
import './quality.css';
import { QualityTabs } from './tabs';
import { knownDay } from './value-text';

const route = getRouteApi('/staff/nghi-van');

/** Doubts about data on file of my communes: what waits for a second officer first. */
export function DoubtsPage() {
  const { t } = useTranslation('quality');
  usePageTitle(t('doubts.title'));
  const { state, kind, page = 1 } = route.useSearch();
  const query = useQuery({ queryKey: ['doubts', state, kind, page], queryFn: () => listDoubts({ state, kind, page }), placeholderData: keepPreviousData });
  return (
    <>
      <Title order={1} mb="xs">
        {t('doubts.title')}
      </Title>
      <QualityTabs />
      <p className="quality-about">{t('doubts.about')}</p>
      <div className="panel">
        <Narrowings />
        {query.isError ? (
          <LoadFault error={query.error} onRetry={() => void query.refetch()} />
        ) : !query.data ? (
          <Loading lines={6} />
        ) : query.data.rows.length === 0 ? (
          <EmptyState text={t(state === 'decided' ? 'doubts.noneDecided' : 'doubts.none')} />
        ) : (
          <>
            <Doubts rows={query.data.rows} />
            <Pages page={page} pages={query.data.pages} link={(to, words) => <Link to="/nghi-van" search={{ state, kind, page: to }}>{words}</Link>} />
          </>
        )}
      </div>
    </>
  );
}

function Narrowings() {
  const { t } = useTranslation('quality');
  const { state, kind } = route.useSearch();
  const present = (is: boolean) => ({ 'aria-current': is ? ('true' as const) : undefined, activeProps: {}, inactiveProps: {} });
  return (
    <nav className="narrowings" aria-label={t('doubts.narrow')}>
      <Link to="/nghi-van" search={{ kind }} {...present(state === undefined)}>
        {t('doubts.open')}
      </Link>
      <Link to="/nghi-van" search={{ state: 'decided', kind }} {...present(state === 'decided')}>
        {t('doubts.decided')}
      </Link>
      {DOUBT_KINDS.map((each) => (
        <Link key={each} to="/nghi-van" search={{ state, kind: kind === each ? undefined : each }} {...present(kind === each)}>
          {t(`kind.${each}`)}
        </Link>
      ))}
    </nav>
  );
}

/** How the states are coloured: what waits for a second officer stands out. */
const COLOUR_OF: Readonly<Record<string, string>> = { proposed: 'proposed', open: 'planned', asked: 'planned', decided: 'approved' };

function Doubts({ rows }: { rows: DoubtRow[] }) {
  const { t } = useTranslation('quality');
  return (
    <CardsTable
      caption={t('doubts.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          title: t('doubts.who'),
          cell: ({ id, people }) => (
            <Link to="/nghi-van/$id" params={{ id }}>
              {people.map((person) => (
                <span key={person.id} className="doubt-person" lang="vi">
                  {person.fullName} <span className="under number">{[person.maskedPersonalId, person.birthDate && knownDay(person.birthDate)].filter(Boolean).join(' · ')}</span>
                </span>
              ))}
            </Link>
          ),
        },
        {
          title: t('doubts.kind'),
          cell: ({ kind, attribute }) => (
            <>
              {t(`kind.${kind}` as 'kind.twin')}
              {attribute && <div className="under">{t(`attribute.${attribute}` as 'attribute.fullName')}</div>}
            </>
          ),
        },
        { title: t('doubts.state'), cell: ({ state, decision }) => <StateBadge state={COLOUR_OF[state] ?? state} word={decision && state === 'decided' ? t(`decision.${decision}` as 'decision.same') : t(`state.${state}` as 'state.open')} /> },
        { title: t('doubts.raised'), number: true, cell: ({ raisedAt }) => dateTime(raisedAt) },
      ]}
    />
  );
}
