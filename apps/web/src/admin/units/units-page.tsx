import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoadFault } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { shortDate } from '../../shell/format';
import { usePageTitle } from '../../shell/page-title';
import { may, useSession } from '../../shell/session';
import { CardsTable, WhoAndWhen } from '../cards-table';
import { type Change, changesQuery } from './calls';
import { ChangeWords, StateBadge } from './words';
import './messages';

/** The changes of units: those that wait first, then the latest. */
export function UnitsPage() {
  const { t } = useTranslation('units');
  usePageTitle(t('title'));
  const session = useSession();
  const query = useQuery(changesQuery);
  return (
    <>
      <Title order={1}>{t('title')}</Title>
      <p>{t('about')}</p>
      {may(session, 'unit.propose') && (
        <p>
          <Link to="/quan-tri/sap-xep/de-xuat">{t('propose')}</Link>
        </p>
      )}
      {query.isError ? (
        <LoadFault error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading />
      ) : (
        <ChangeTable changes={query.data} />
      )}
    </>
  );
}

function ChangeTable({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation('units');
  return (
    <section className="panel" aria-labelledby="unit-changes">
      <h2 id="unit-changes">{t('list.title')}</h2>
      {changes.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <CardsTable
          caption={t('list.title')}
          rows={changes}
          rowKey={({ id }) => id}
          columns={[
            {
              title: t('list.what'),
              cell: ({ id, body, names }) => (
                <Link to="/quan-tri/sap-xep/$id" params={{ id }}>
                  <ChangeWords body={body} names={names} />
                </Link>
              ),
            },
            { title: t('list.decision'), quoted: true, cell: ({ decision }) => decision },
            { title: t('list.from'), number: true, cell: ({ effectiveOn }) => shortDate(effectiveOn) },
            { title: t('list.state'), cell: ({ state }) => <StateBadge state={state} /> },
            { title: t('list.by'), cell: ({ proposedBy, proposedAt }) => <WhoAndWhen who={proposedBy} at={proposedAt} /> },
          ]}
        />
      )}
    </section>
  );
}
