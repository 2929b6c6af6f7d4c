import { Alert, Button, Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFault } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { dateTime, shortDate } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { usePageTitle } from '../../shell/page-title';
import { may, useSession } from '../../shell/session';
import { OneTextForm } from '../one-text-form';
import { useAdminAct } from '../use-admin-act';
import { approve, getProposal, type Proposal, reject, withdraw } from './calls';
import { Differences, Drawings } from './comparison';
import { levelsIn } from './level-drawing';
import { Summary } from './summary';
import './procedures.css';
import './messages';

const route = getRouteApi('/staff/quan-tri/de-xuat/$id');

/** A proposal as the second person reads it, and their decision. */
export function ProposalPage() {
  const { t } = useTranslation('procedures');
  const pick = useLocalized();
  const { id } = route.useParams();
  usePageTitle(t('proposal.title'));
  const query = useQuery({ queryKey: ['procedures', 'proposal', id], queryFn: () => getProposal(id), staleTime: 0 });
  if (query.isError) return <PageFault title={t('proposal.title')} error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={8} />;
  const proposal = query.data;
  const { code, kind, version, outcome } = proposal;
  return (
    <>
      <p>
        <Link to="/quan-tri/thu-tuc/$code" params={{ code }}>
          {t('edit.back', { code })}
        </Link>
      </p>
      <Title order={1}>{t(kind === 'end' ? 'proposal.end' : 'proposal.publish', { version, name: pick(proposal.name) })}</Title>
      <Outcome proposal={proposal} />
      <dl className="facts panel">
        <dt>{t('list.code')}</dt>
        <dd className="number">{code}</dd>
        <dt>{t(kind === 'end' ? 'end.on' : 'propose.effectiveOn')}</dt>
        <dd>{shortDate(proposal.effectiveOn)}</dd>
        <dt>{t('proposal.decision')}</dt>
        <dd>{t('proposal.decisionOf', { number: proposal.decisionNumber, date: shortDate(proposal.decisionDate) })}</dd>
        <dt>{t('proposal.proposedBy')}</dt>
        <dd>{`${proposal.proposedBy}, ${dateTime(proposal.proposedAt)}`}</dd>
        {proposal.note && (
          <>
            <dt>{t('proposal.note')}</dt>
            <dd>{proposal.note}</dd>
          </>
        )}
        {kind === 'end' && (
          <>
            <dt>{t('proposal.runningLabel')}</dt>
            <dd>{t('compare.running', { count: proposal.running })}</dd>
          </>
        )}
      </dl>
      {proposal.faults.length > 0 && (
        <Alert color="red" title={t('check.faults', { count: proposal.faults.length })}>
          <ul>
            {proposal.faults.map((fault) => (
              <li key={fault.pointer + fault.vi}>{pick(fault)}</li>
            ))}
          </ul>
        </Alert>
      )}
      {proposal.document && <Summary document={proposal.document} />}
      {kind === 'publish' && outcome === undefined && (
        <>
          <Drawings code={code} draft={0} comparedWith={proposal.comparedWith} levels={levelsIn(proposal.document)} />
          {proposal.comparedWith === undefined ? <p>{t('compare.first')}</p> : <Differences differences={proposal.differences} version={proposal.comparedWith} running={proposal.running} />}
        </>
      )}
      {outcome === undefined && <Decide proposal={proposal} />}
    </>
  );
}

function Outcome({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('procedures');
  const { outcome, decidedBy, decidedAt, reason, code } = proposal;
  if (outcome === undefined || decidedBy === undefined || decidedAt === undefined) return null;
  return (
    <Alert color={outcome === 'approved' ? 'green' : 'orange'} role="status" my="sm">
      {t(`decidedAs.${outcome as 'approved'}`, { who: decidedBy, at: dateTime(decidedAt) })}
      {reason && ` ${t('proposal.because', { reason })}`}{' '}
      {outcome !== 'approved' && (
        <Link to="/quan-tri/thu-tuc/$code/soan" params={{ code }}>
          {t('one.continue')}
        </Link>
      )}
    </Alert>
  );
}

/** Approve, send back with a reason; its author can only take it back. */
function Decide({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('procedures');
  const session = useSession();
  const [rejecting, setRejecting] = useState(false);
  const agree = useAdminAct('procedures', () => approve(proposal.id));
  const refuse = useAdminAct('procedures', (reason: string) => reject(proposal.id, reason));
  const back = useAdminAct('procedures', () => withdraw(proposal.id));
  const failed = [agree, refuse, back].find(({ isError }) => isError);
  return (
    <section className="panel" aria-labelledby="decide">
      <h2 id="decide">{t('decide.title')}</h2>
      {failed && <ProblemNotice error={failed.error} />}
      {proposal.own ? (
        <>
          <p>{t('decide.own')}</p>
          <Button variant="default" loading={back.isPending} onClick={() => back.mutate()}>
            {t('decide.withdraw')}
          </Button>
        </>
      ) : !may(session, 'procedure.publish') ? (
        <p>{t('decide.cannot')}</p>
      ) : rejecting ? (
        <OneTextForm id="reject-reason" label={t('decide.reason')} missing={t('decide.reasonMissing')} maxLength={1000} lines="many" onSend={refuse.mutate}>
          <Button type="submit" loading={refuse.isPending}>
            {t('decide.rejectYes')}
          </Button>
          <Button variant="default" onClick={() => setRejecting(false)}>
            {t('end.cancel')}
          </Button>
        </OneTextForm>
      ) : (
        <Group gap="sm">
          <Button loading={agree.isPending} onClick={() => agree.mutate()}>
            {t(proposal.kind === 'end' ? 'decide.approveEnd' : 'decide.approve', { date: shortDate(proposal.effectiveOn) })}
          </Button>
          <Button variant="default" onClick={() => setRejecting(true)}>
            {t('decide.reject')}
          </Button>
        </Group>
      )}
    </section>
  );
}
