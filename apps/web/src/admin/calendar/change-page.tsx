import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageFault } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { dateTime } from '../../shell/format';
import { usePageTitle } from '../../shell/page-title';
import { may, useSession } from '../../shell/session';
import { CardsTable } from '../cards-table';
import { type Change, type Preview, previewQuery } from './calls';
import { ChangeLines } from './change-lines';
import { Decide, Undo } from './decide';
import { PageHead } from './page-head';
import './calendar.css';
import './messages';

const route = getRouteApi('/staff/quan-tri/lich/thay-doi/$id');

/** A change as the second person reads it: what it does, which promise dates it moves, and their decision. */
export function ChangePage() {
  const { t } = useTranslation('calendar');
  const { id } = route.useParams();
  const session = useSession();
  const query = useQuery(previewQuery(id));
  usePageTitle(t('changes.title'));
  if (query.isError) return <PageFault title={t('changes.title')} error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={8} />;
  const { change, moves } = query.data;
  return (
    <>
      <PageHead unit={change.unitId} title={t('change.title', { unit: change.unitId === 'vn' ? t('nation') : change.unitName })} />
      <Outcome change={change} />
      <dl className="facts panel">
        <dt>{t('form.document')}</dt>
        <dd>{change.document}</dd>
        <dt>{t('changes.what')}</dt>
        <dd>
          <ChangeLines change={change} full />
        </dd>
        <dt>{t('change.proposedBy')}</dt>
        <dd>{t('change.decided', { who: change.proposedBy, at: dateTime(change.proposedAt) })}</dd>
        {change.decidedBy && change.decidedAt && (
          <>
            <dt>{t('change.decidedBy')}</dt>
            <dd>{t('change.decided', { who: change.decidedBy, at: dateTime(change.decidedAt) })}</dd>
          </>
        )}
      </dl>
      {change.state === 'proposed' && (
        <>
          <Moves moves={moves} />
          <Decide change={change} />
        </>
      )}
      {change.undoable && may(session, 'calendar.propose') && <Undo change={change} />}
    </>
  );
}

function Outcome({ change }: { change: Change }) {
  const { t } = useTranslation('calendar');
  if (change.state === 'proposed') return null;
  return (
    <Alert color={change.state === 'approved' ? 'green' : 'gray'} role="status" my="sm">
      {change.state === 'approved' ? t('change.moved', { count: change.moved ?? 0 }) : t('changes.rejected')}
      {change.rejectedReason && ` ${t('change.because', { reason: change.rejectedReason })}`}
    </Alert>
  );
}

/** The preview: every open promise date that would move, from when to when. */
function Moves({ moves }: { moves: Preview['moves'] }) {
  const { t } = useTranslation('calendar');
  return (
    <section className="panel" aria-labelledby="moves">
      <h2 id="moves">{moves.length === 0 ? t('change.movesNone') : t('change.moves', { count: moves.length })}</h2>
      <p>{t('change.closedStay')}</p>
      {moves.length > 0 && (
        <CardsTable
          caption={t('change.moves', { count: moves.length })}
          rows={moves}
          rowKey={({ dossierId }) => dossierId}
          columns={[
            { title: t('change.code'), number: true, cell: ({ code }) => code },
            { title: t('change.procedure'), number: true, cell: ({ procedureCode }) => procedureCode },
            { title: t('change.receivedAt'), cell: ({ unitName }) => unitName },
            { title: t('change.from'), number: true, cell: ({ from }) => dateTime(from) },
            { title: t('change.to'), number: true, cell: ({ to }) => dateTime(to) },
          ]}
        />
      )}
    </section>
  );
}
