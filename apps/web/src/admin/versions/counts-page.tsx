import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, LoadFault } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { shortDate } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { usePageTitle } from '../../shell/page-title';
import { CardsTable } from '../cards-table';
import { countsQuery, type Later } from './calls';
import './messages';

/** The procedures whose open dossiers follow an earlier version: how many, and where they stand. */
export function CountsPage() {
  const { t } = useTranslation('versions');
  const pick = useLocalized();
  usePageTitle(t('title'));
  const query = useQuery(countsQuery);
  return (
    <>
      <Title order={1}>{t('title')}</Title>
      <p>{t('about')}</p>
      {query.isError ? (
        <LoadFault error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading />
      ) : query.data.length === 0 ? (
        <EmptyState text={t('none')} />
      ) : (
        <div className="panel">
          <CardsTable
            caption={t('title')}
            rows={query.data}
            rowKey={({ code, version }) => `${code} ${version}`}
            columns={[
              {
                title: t('procedure'),
                cell: ({ code, name }) => (
                  <Link to="/quan-tri/phien-ban-cu/$code" params={{ code }}>
                    {`${code} ${pick(name)}`}
                  </Link>
                ),
              },
              { title: t('onVersion'), number: true, cell: ({ version }) => version },
              { title: t('count'), number: true, cell: ({ total }) => total },
              {
                title: t('where'),
                cell: ({ states }) => (
                  <ul className="plain-list">
                    {states.map(({ state, count }) => (
                      <li key={state.vi}>{t('stateCount', { state: pick(state), count })}</li>
                    ))}
                  </ul>
                ),
              },
              { title: t('later'), cell: ({ later }) => <LaterVersions later={later} /> },
            ]}
          />
        </div>
      )}
    </>
  );
}

/** The later versions, and why a dossier may not be moved to one. */
export function LaterVersions({ later }: { later: readonly Later[] }) {
  const { t } = useTranslation('versions');
  const pick = useLocalized();
  return (
    <ul className="plain-list">
      {later.map(({ version, effectiveFrom, refusal }) => (
        <li key={version}>{refusal ? t('refused', { version, why: pick(refusal) }) : t('laterOne', { version, from: shortDate(effectiveFrom) })}</li>
      ))}
    </ul>
  );
}
