import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import '../../batch/batch.css';
import '../../batch/messages';
import { RunPanel } from '../../batch/run-panel';
import { useRun } from '../../batch/use-run';
import { EmptyState, PageFault } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { usePageTitle } from '../../shell/page-title';
import { earlierQuery } from './calls';
import { MoveForm } from './move-form';
import './messages';

const route = getRouteApi('/staff/quan-tri/phien-ban-cu/$code');

/** The open dossiers of a procedure on earlier versions, and the move of those that are chosen. */
export function EarlierPage() {
  const { t, i18n } = useTranslation('versions');
  const fixed = (language: 'vi' | 'en') => i18n.getFixedT(language, 'versions')('label');
  const { code } = route.useParams();
  usePageTitle(`${t('title')} – ${code}`);
  const query = useQuery(earlierQuery(code));
  const { run, start, sendAgain, forget } = useRun();
  const outcome = useRef<HTMLHeadingElement>(null);
  const runId = run?.act.event === 'moveVersion' ? run.id : undefined;
  const before = useRef(runId);
  useEffect(() => {
    if (runId !== undefined && runId !== before.current) outcome.current?.focus();
    before.current = runId;
  }, [runId]);
  if (query.isError) return <PageFault title={code} error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={8} />;
  return (
    <>
      <p>
        <Link to="/quan-tri/phien-ban-cu">{t('back')}</Link>
      </p>
      <Title order={1}>{`${t('title')} – ${code}`}</Title>
      {run && runId !== undefined && <RunPanel run={run} heading={outcome} to="/ho-so/$id" onSendAgain={sendAgain} onForget={forget} />}
      {query.data.length === 0 && <EmptyState text={t('none')} />}
      {query.data.map((earlier) => (
        <MoveForm key={earlier.version} earlier={earlier} isBusy={run?.state === 'sending'} onMove={(rows, said) => start({ event: 'moveVersion', label: { vi: fixed('vi'), en: fixed('en') } }, rows, said)} />
      ))}
    </>
  );
}
