import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoadFault } from '../../components/empty-state';
import { CardsTable, StateBadge, WhoAndWhen } from '../cards-table';
import { changesQuery } from './calls';
import { ChangeLines } from './change-lines';
import './messages';

/** The changes, those that wait first. */
export function ChangeTable() {
  const { t } = useTranslation('calendar');
  const query = useQuery(changesQuery);
  return (
    <section className="panel" aria-labelledby="calendar-changes">
      <h2 id="calendar-changes">{t('changes.title')}</h2>
      {query.isError && <LoadFault error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && <p>{t('changes.none')}</p>}
      {query.data && query.data.length > 0 && (
        <CardsTable
          caption={t('changes.title')}
          rows={query.data}
          rowKey={({ id }) => id}
          columns={[
            {
              title: t('unit'),
              cell: ({ id, unitId, unitName, document }) => (
                <Link to="/quan-tri/lich/thay-doi/$id" params={{ id }}>
                  {unitId === 'vn' ? t('nation') : <span lang="vi">{unitName}</span>}, <span lang="vi">{document}</span>
                </Link>
              ),
            },
            { title: t('changes.what'), cell: (change) => <ChangeLines change={change} /> },
            { title: t('changes.state'), cell: ({ state }) => <StateBadge state={state} word={t(`changes.${state as 'proposed'}`)} /> },
            { title: t('changes.by'), cell: ({ proposedBy, proposedAt }) => <WhoAndWhen who={proposedBy} at={proposedAt} /> },
          ]}
        />
      )}
    </section>
  );
}
