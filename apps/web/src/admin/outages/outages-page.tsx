import { Badge, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState, LoadFault } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { dateTime } from '../../shell/format';
import { usePageTitle } from '../../shell/page-title';
import { may, useSession } from '../../shell/session';
import { AnnounceForm } from './announce-form';
import { type Outage, outagesQuery } from './calls';
import { OutageActs } from './outage-acts';
import './messages';

const COLOURS = { announced: 'orange', approved: 'green', rejected: 'gray' } as const;

/** The outages: those that wait or go on first, what each concerns, and what may be done about it. */
export function OutagesPage() {
  const { t } = useTranslation('outages');
  usePageTitle(t('title'));
  const session = useSession();
  const query = useQuery(outagesQuery);
  return (
    <>
      <Title order={1}>{t('title')}</Title>
      <p>
        {t('about')} <a href="/su-co">{t('public')}</a>
      </p>
      {query.isError ? (
        <LoadFault error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading />
      ) : query.data.length === 0 ? (
        <div className="panel">
          <EmptyState text={t('none')} />
        </div>
      ) : (
        query.data.map((outage) => <OutagePanel key={outage.id} outage={outage} />)
      )}
      {may(session, 'outage.announce') && <AnnounceForm />}
    </>
  );
}

function OutagePanel({ outage }: { outage: Outage }) {
  const { t } = useTranslation('outages');
  const state = outage.state as keyof typeof COLOURS;
  return (
    <section className="panel" aria-labelledby={`outage-${outage.id}`}>
      <h2 id={`outage-${outage.id}`}>
        {outage.system}{' '}
        <Badge color={COLOURS[state]} variant="light">
          {t(`states.${state}`)}
        </Badge>
      </h2>
      <dl className="facts">
        <dt>{t('owner')}</dt>
        <dd>{`${outage.owner}, ${outage.document}`}</dd>
        <dt>{t('from')}</dt>
        <dd className="number">{dateTime(outage.from)}</dd>
        <dt>{t('to')}</dt>
        <dd className="number">{outage.to ? dateTime(outage.to) : t('goingOn')}</dd>
        <dt>{t('scope')}</dt>
        <dd>
          {outage.procedures.join(', ') || t('everything')} · {outage.communes.join(', ') || t('everywhere')}
        </dd>
        <dt>{t('paused')}</dt>
        <dd className="number">{outage.paused}</dd>
        <dt>{t('by')}</dt>
        <dd>{`${outage.announcedBy}, ${dateTime(outage.announcedAt)}`}</dd>
      </dl>
      <OutageActs outage={outage} />
    </section>
  );
}
