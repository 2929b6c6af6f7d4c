import { Alert, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageFault } from '../../components/empty-state';
import { Quoting } from '../../components/quoting';
import { Loading } from '../../components/loading';
import { dateTime, shortDate } from '../../shell/format';
import { usePageTitle } from '../../shell/page-title';
import { WhoAndWhen } from '../cards-table';
import { DecideOnProposal } from '../decide-on-proposal';
import { approve, type Change, type Preview, previewQuery, reject } from './calls';
import { PreviewSections } from './preview-sections';
import { ChangeWords, colourOf, PageHead, type State } from './words';
import './messages';

const route = getRouteApi('/staff/quan-tri/sap-xep/$id');

/** A change as the second person reads it: what it says, what it would move, their decision; then how far it has come. */
export function ChangePage() {
  const { t } = useTranslation('units');
  const { id } = route.useParams();
  const query = useQuery(previewQuery(id));
  usePageTitle(t('title'));
  if (query.isError) return <PageFault title={t('title')} error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={8} />;
  const { change, unfilled } = query.data;
  const state = change.state as State;
  return (
    <>
      <PageHead title={<ChangeWords body={change.body} names={change.names} />} />
      {state !== 'proposed' && (
        <Alert color={colourOf(state)} role="status" my="sm">
          {t(`state.${state}`)}
          {change.rejectedReason && (
            <>
              . <Quoting text={t('change.because', { reason: change.rejectedReason })} quotes={[change.rejectedReason]} />
            </>
          )}
        </Alert>
      )}
      <Facts change={change} />
      {change.startedAt && <Carried preview={query.data} />}
      {state !== 'rejected' && state !== 'done' && <PreviewSections preview={query.data} />}
      {state === 'proposed' && (
        <DecideOnProposal
          area="units"
          permission="unit.approve"
          own={change.own}
          words={{
            title: t('change.decide'), own: t('change.own'), cannot: t('change.cannot'), approve: t('change.approve'),
            reason: t('change.reason'), reasonMissing: t('change.reasonMissing'), withdraw: t('change.withdraw'), reject: t('change.reject'),
          }}
          approve={() => approve(change.id)}
          reject={(reason) => reject(change.id, reason)}
          blocked={unfilled.length > 0 ? t('change.gapFirst') : undefined}
        />
      )}
    </>
  );
}

function Facts({ change }: { change: Change }) {
  const { t } = useTranslation('units');
  return (
    <dl className="facts panel">
      <dt>{t('change.decision')}</dt>
      <dd lang="vi">{change.decision}</dd>
      <dt>{t('change.basis')}</dt>
      <dd lang="vi">{change.basis}</dd>
      <dt>{t('change.effectiveOn')}</dt>
      <dd>{shortDate(change.effectiveOn)}</dd>
      <dt>{t('change.by')}</dt>
      <dd>
        <WhoAndWhen who={change.proposedBy} at={change.proposedAt} />
      </dd>
      {change.decidedBy && change.decidedAt && (
        <>
          <dt>{t('change.decidedBy')}</dt>
          <dd>
            <WhoAndWhen who={change.decidedBy} at={change.decidedAt} />
          </dd>
        </>
      )}
      {change.startedAt && (
        <>
          <dt>{t('change.started')}</dt>
          <dd>{dateTime(change.startedAt)}</dd>
        </>
      )}
      {change.finishedAt && (
        <>
          <dt>{t('change.finished')}</dt>
          <dd>{dateTime(change.finishedAt)}</dd>
        </>
      )}
    </dl>
  );
}

/** How many dossiers have gone over, while it is carried out and after. */
function Carried({ preview: { change, progress } }: { preview: Preview }) {
  const { t } = useTranslation('units');
  const { waiting, done, failed } = progress;
  const total = waiting + done + failed;
  return (
    <section className="panel" aria-labelledby="unit-progress">
      <h2 id="unit-progress">{t('progress.title')}</h2>
      <Progress.Root size="lg">
        <Progress.Section value={total === 0 ? 100 : (100 * done) / total} aria-label={t('progress.label')} />
      </Progress.Root>
      <p role="status">{change.state === 'done' ? t('progress.over', { done }) : t('progress.done', { done, total })}</p>
      {failed > 0 && <p>{t('progress.failed', { count: failed })}</p>}
    </section>
  );
}
