import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, LoadFault } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { shortDate } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { usePageTitle } from '../../shell/page-title';
import { may, useSession } from '../../shell/session';
import { CardsTable, StateBadge, WhoAndWhen } from '../cards-table';
import { type List, listsQuery } from './calls';
import { useProvince } from './provinces';
import './messages';

/** The lists of non-boundary receipt of a province: the one in force, what waits, what was. */
export function ListsPage() {
  const { t } = useTranslation('nonBoundary');
  usePageTitle(t('title'));
  const session = useSession();
  const province = useProvince();
  const query = useQuery({ ...listsQuery(province ?? ''), enabled: province !== undefined });
  if (province === undefined) return <EmptyState text={t('noProvince')} />;
  return (
    <>
      <Title order={1}>{t('title')}</Title>
      <p>{t('about')}</p>
      {may(session, 'local-rule.propose') && (
        <p>
          <Link to="/quan-tri/phi-dia-gioi/de-xuat">{t('propose')}</Link>
        </p>
      )}
      {query.isError && <LoadFault error={query.error} onRetry={() => void query.refetch()} />}
      {!query.data && !query.isError && <Loading lines={6} />}
      {query.data && <Lists lists={query.data} />}
    </>
  );
}

function Lists({ lists }: { lists: readonly List[] }) {
  const { t } = useTranslation('nonBoundary');
  const current = lists.find(({ inForce }) => inForce);
  return (
    <>
      <section className="panel" aria-labelledby="current">
        <h2 id="current">{t('current')}</h2>
        {current ? <Procedures procedures={current.procedures} caption={t('current')} /> : <p>{t('none')}</p>}
      </section>
      <section className="panel" aria-labelledby="lists">
        <h2 id="lists">{t('all')}</h2>
        <CardsTable
          caption={t('all')}
          rows={lists}
          rowKey={({ id }) => id}
          columns={[
            {
              title: t('decision'),
              quoted: true,
              cell: ({ id, decision }) => (
                <Link to="/quan-tri/phi-dia-gioi/$id" params={{ id }}>
                  {decision.vi}
                </Link>
              ),
            },
            { title: t('period'), number: true, cell: ({ from, until }) => (until === undefined ? t('since', { from: shortDate(from) }) : t('between', { from: shortDate(from), until: shortDate(until) })) },
            { title: t('count'), number: true, cell: ({ procedures }) => procedures.length },
            { title: t('state.label'), cell: ({ state, inForce }) => <StateBadge state={inForce ? 'inForce' : state} word={t(inForce ? 'state.inForce' : `state.${state as 'proposed'}`)} /> },
            { title: t('by'), cell: ({ proposedBy, proposedAt }) => (proposedBy === undefined ? t('withProgram') : <WhoAndWhen who={proposedBy} at={proposedAt} />) },
          ]}
        />
      </section>
    </>
  );
}

/** The procedures of a list, and what tells the competent commune of each. */
export function Procedures({ procedures, caption }: { procedures: List['procedures']; caption: string }) {
  const { t } = useTranslation('nonBoundary');
  const pick = useLocalized();
  return (
    <CardsTable
      caption={caption}
      rows={procedures}
      rowKey={({ code }) => code}
      columns={[
        { title: t('code'), number: true, cell: ({ code }) => code },
        { title: t('name'), cell: ({ name }) => pick(name) },
        { title: t('competent'), cell: ({ competent }) => t(`by${competent === 'residence' ? 'Residence' : 'Choice'}`) },
      ]}
    />
  );
}
