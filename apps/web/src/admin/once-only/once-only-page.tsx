import { NativeSelect, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, LoadFault } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { usePageTitle } from '../../shell/page-title';
import { csvAddress, readOnceOnly } from './calls';
import './messages';
import './once-only.css';
import { OnceOnlyPath } from './once-only-path';
import { Classes, Figures, Rows } from './once-only-tables';
import { monthsBefore, shownMonth } from './search';

const route = getRouteApi('/staff/quan-tri/hoi-mot-lan');

/** What people did not have to bring: by procedure, opened to units, months and dossiers. */
export function OnceOnlyPage() {
  const { t } = useTranslation('onceOnly');
  usePageTitle(t('title'));
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery({ queryKey: ['once-only', search], queryFn: () => readOnceOnly(search), placeholderData: keepPreviousData, staleTime: 0 });
  const [months] = useState(() => monthsBefore(new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })));
  const choose = (end: 'from' | 'to') => (
    <NativeSelect
      label={t(end)}
      value={search[end] ?? query.data?.[end] ?? ''}
      onChange={(event) => void navigate({ search: { ...search, month: undefined, [end]: event.currentTarget.value } })}
      data={[...new Set([query.data?.[end], ...months])].filter((month) => month !== undefined).map((month) => ({ value: month, label: shownMonth(month) }))}
    />
  );
  return (
    <>
      <Title order={1}>{t('title')}</Title>
      <p className="once-only-about">{t('about')}</p>
      <div className="once-only-filter">
        {choose('from')}
        {choose('to')}
        <a href={csvAddress(search)} download>
          {t('export')}
        </a>
      </div>
      {query.isError ? (
        <LoadFault error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={8} />
      ) : (
        <>
          <OnceOnlyPath report={query.data} search={search} />
          {query.data.totals.count === 0 ? (
            <EmptyState text={t('empty')} />
          ) : (
            <>
              <Figures totals={query.data.totals} />
              <div className="panel">
                <Rows report={query.data} search={search} />
              </div>
              <h2>{t('classes')}</h2>
              <div className="panel">
                <Classes classes={query.data.totals.classes} />
              </div>
            </>
          )}
        </>
      )}
    </>
  );
}
