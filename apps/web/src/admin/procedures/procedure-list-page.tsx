import { Badge, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, LoadFault } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { shortDate } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { usePageTitle } from '../../shell/page-title';
import { CardsTable } from '../cards-table';
import { type Filter, FILTERS, listProcedures, type ListRow, type ProcedureList } from './calls';
import './procedures.css';
import './messages';

const route = getRouteApi('/staff/quan-tri/thu-tuc');
const PAGE = 50;

/** The procedures of the catalogue and where each stands on its way to publication. */
export function ProcedureListPage() {
  const { t } = useTranslation('procedures');
  usePageTitle(t('list.title'));
  const { loc: filter = 'all', trang: page = 1 } = route.useSearch();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim().normalize('NFC'), 250);
  const offset = q ? 0 : (page - 1) * PAGE;
  const query = useQuery({ queryKey: ['procedures', q, filter, offset], queryFn: () => listProcedures({ q, filter, offset, limit: PAGE }), placeholderData: keepPreviousData });
  return (
    <>
      <Title order={1}>{t('list.title')}</Title>
      <div role="search">
        <TextInput id="find-procedure" label={t('list.find')} description={t('list.findHelp')} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} autoComplete="off" spellCheck={false} maxLength={120} mb="sm" />
      </div>
      <FilterTabs present={filter} counts={query.data?.counts} />
      <div className="panel">
        {query.isError ? (
          <LoadFault error={query.error} onRetry={() => void query.refetch()} />
        ) : !query.data ? (
          <Loading lines={8} />
        ) : query.data.rows.length === 0 ? (
          <EmptyState text={q ? t('list.noMatch') : t(`list.empty.${filter}`)} action={q ? { label: t('list.clear'), onClick: () => setTyped('') } : undefined} />
        ) : (
          <>
            <ProcedureTable rows={query.data.rows} />
            {!q && <Pages page={page} filter={filter} total={query.data.total} />}
          </>
        )}
      </div>
    </>
  );
}

function FilterTabs({ present, counts }: { present: Filter; counts: ProcedureList['counts'] | undefined }) {
  const { t } = useTranslation('procedures');
  return (
    <nav className="list-tabs" aria-label={t('list.filters')}>
      {FILTERS.map((name) => (
        <Link key={name} to="/quan-tri/thu-tuc" search={{ loc: name }} aria-current={name === present ? 'page' : undefined} activeProps={{}} inactiveProps={{}}>
          {t(`filter.${name}`)} {counts && <span className="count number">{counts[name]}</span>}
        </Link>
      ))}
    </nav>
  );
}

function ProcedureTable({ rows }: { rows: readonly ListRow[] }) {
  const { t } = useTranslation('procedures');
  const pick = useLocalized();
  return (
    <CardsTable
      caption={t('list.title')}
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        { title: t('list.code'), number: true, cell: ({ code }) => code },
        {
          title: t('list.name'),
          cell: ({ code, name }) => (
            <Link to="/quan-tri/thu-tuc/$code" params={{ code }}>
              {pick(name)}
            </Link>
          ),
        },
        { title: t('list.field'), cell: ({ field }) => pick(field) },
        { title: t('list.state'), cell: (row) => <StateBadges row={row} /> },
      ]}
    />
  );
}

const COLOURS = { receivable: 'green', skeleton: 'gray', referred: 'gray' } as const;

/** Where a procedure stands, in words: what can be done today, what is coming, who works on it. */
export function StateBadges({ row }: { row: ListRow }) {
  const { t } = useTranslation('procedures');
  const pick = useLocalized();
  const state = row.state as keyof typeof COLOURS;
  return (
    <div className="procedure-state">
      <Badge color={COLOURS[state]}>{t(`state.${state}`)}</Badge>
      {row.referral && <span>{pick(row.referral)}</span>}
      {row.until && <Badge color="orange">{t('state.until', { date: shortDate(row.until) })}</Badge>}
      {row.upcoming && <Badge color="blue">{t('state.upcoming', { version: row.upcoming.version, date: shortDate(row.upcoming.from) })}</Badge>}
      {row.draft && <Badge color="orange">{t('state.draft', { who: row.draft.who })}</Badge>}
      {row.proposal && <Badge color="orange">{t('state.proposed', { who: row.proposal.who })}</Badge>}
    </div>
  );
}

function Pages({ page, filter, total }: { page: number; filter: Filter; total: number }) {
  const { t } = useTranslation('procedures');
  const last = Math.max(1, Math.ceil(total / PAGE));
  if (last === 1) return null;
  return (
    <nav className="pages" aria-label={t('list.pages')}>
      {page > 1 && (
        <Link to="/quan-tri/thu-tuc" search={{ loc: filter, trang: page - 1 }}>
          {t('list.previous')}
        </Link>
      )}
      <span>{t('list.page', { page, last })}</span>
      {page < last && (
        <Link to="/quan-tri/thu-tuc" search={{ loc: filter, trang: page + 1 }}>
          {t('list.next')}
        </Link>
      )}
    </nav>
  );
}
