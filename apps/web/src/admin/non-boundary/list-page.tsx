import { Alert, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageFault } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { shortDate } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { usePageTitle } from '../../shell/page-title';
import { CardsTable, WhoAndWhen } from '../cards-table';
import { DecideOnProposal } from '../decide-on-proposal';
import { approve, type Preview, previewQuery, reject } from './calls';
import { Procedures } from './lists-page';
import './messages';

const route = getRouteApi('/staff/quan-tri/phi-dia-gioi/$id');

/** A list as the second person reads it: what it says otherwise than the one before its first day, the whole of it, and their decision. */
export function ListPage() {
  const { t } = useTranslation('nonBoundary');
  const { id } = route.useParams();
  const query = useQuery(previewQuery(id));
  usePageTitle(t('title'));
  if (query.isError) return <PageFault title={t('title')} error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={8} />;
  const { list, differences, kept } = query.data;
  return (
    <>
      <p>
        <Link to="/quan-tri/phi-dia-gioi">{t('back')}</Link>
      </p>
      <Title order={1}>{t('one')}</Title>
      {list.state !== 'proposed' && (
        <Alert color={list.state === 'approved' ? 'green' : 'gray'} role="status" my="sm">
          {t(`state.${list.state as 'approved'}`)}
          {list.reason && ` ${t('because', { reason: list.reason })}`}
        </Alert>
      )}
      <dl className="facts panel">
        <dt>{t('decision')}</dt>
        <dd lang="vi">{list.decision.vi}</dd>
        <dt>{t('period')}</dt>
        <dd className="number">{list.until === undefined ? t('since', { from: shortDate(list.from) }) : t('between', { from: shortDate(list.from), until: shortDate(list.until) })}</dd>
        <dt>{t('by')}</dt>
        <dd>{list.proposedBy === undefined ? t('withProgram') : <WhoAndWhen who={list.proposedBy} at={list.proposedAt} />}</dd>
        {list.decidedBy && list.decidedAt && (
          <>
            <dt>{t('decidedBy')}</dt>
            <dd>
              <WhoAndWhen who={list.decidedBy} at={list.decidedAt} />
            </dd>
          </>
        )}
      </dl>
      <Changes differences={differences} kept={kept} from={list.from} />
      <section className="panel" aria-labelledby="whole">
        <h2 id="whole">{t('whole', { count: list.procedures.length })}</h2>
        <Procedures procedures={list.procedures} caption={t('whole', { count: list.procedures.length })} />
      </section>
      {list.state === 'proposed' && (
        <DecideOnProposal
          area="non-boundary"
          permission="local-rule.approve"
          own={list.own}
          words={{
            title: t('decide.title'), own: t('decide.own'), cannot: t('decide.cannot'), approve: t('decide.approve'),
            reason: t('decide.reason'), reasonMissing: t('decide.reasonMissing'), withdraw: t('decide.withdraw'), reject: t('decide.reject'),
          }}
          approve={() => approve(list.id)}
          reject={(reason) => reject(list.id, reason)}
        />
      )}
    </>
  );
}

/** What changes on its first day, and what does not. */
function Changes({ differences, kept, from }: Pick<Preview, 'differences' | 'kept'> & { from: string }) {
  const { t } = useTranslation('nonBoundary');
  const pick = useLocalized();
  const words = (competent: string | undefined) => (competent === undefined ? t('notListed') : t(`by${competent === 'residence' ? 'Residence' : 'Choice'}`));
  return (
    <section className="panel" aria-labelledby="changes">
      <h2 id="changes">{t('changes.title', { from: shortDate(from) })}</h2>
      {differences.length === 0 ? (
        <p>{t('changes.none')}</p>
      ) : (
        <CardsTable
          caption={t('changes.title', { from: shortDate(from) })}
          rows={differences}
          rowKey={({ code }) => code}
          columns={[
            {
              title: t('name'),
              cell: ({ code, name }) => (
                <>
                  <span className="number">{code}</span> {pick(name)}
                </>
              ),
            },
            { title: t('changes.before'), cell: ({ before }) => <del>{words(before)}</del> },
            { title: t('changes.after'), cell: ({ after }) => <ins>{words(after)}</ins> },
          ]}
        />
      )}
      <p>{t('changes.kept', { count: kept })}</p>
    </section>
  );
}
