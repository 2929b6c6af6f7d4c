import { Button, Group, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFault } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { dateTime, shortDate } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { usePageTitle } from '../../shell/page-title';
import { useAdminAct } from '../use-admin-act';
import { dropDraft, getDraft, getOverview, type Overview, startDraft } from './calls';
import { EndForm } from './end-form';
import { LevelDrawing } from './level-drawing';
import { StateBadges } from './procedure-list-page';
import { forgetWork } from './use-draft';
import './procedures.css';
import './messages';

const route = getRouteApi('/staff/quan-tri/thu-tuc/$code');

/** One procedure: where it stands, its versions with the dossiers on them, its proposals, and everything that was done. */
export function ProcedurePage() {
  const { t } = useTranslation('procedures');
  const { code } = route.useParams();
  usePageTitle(code);
  const query = useQuery({ queryKey: ['procedures', code], queryFn: () => getOverview(code), staleTime: 0 });
  if (query.isError) return <PageFault title={code} error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={8} />;
  return (
    <>
      <p>
        <Link to="/quan-tri/thu-tuc">{t('one.back')}</Link>
      </p>
      <Head procedure={query.data} />
      <Actions procedure={query.data} />
      <Versions procedure={query.data} />
      <Proposals procedure={query.data} />
      <Log procedure={query.data} />
    </>
  );
}

interface Props {
  procedure: Overview;
}

function Head({ procedure }: Props) {
  const { t } = useTranslation('procedures');
  const pick = useLocalized();
  return (
    <>
      <Title order={1}>{pick(procedure.name)}</Title>
      <div className="one-state">
        <StateBadges row={procedure} />
      </div>
      <dl className="facts panel">
        <dt>{t('list.code')}</dt>
        <dd className="number">{procedure.code}</dd>
        <dt>{t('list.field')}</dt>
        <dd>{pick(procedure.field)}</dd>
        <dt>{t('timeLimit')}</dt>
        <dd>{pick(procedure.limit)}</dd>
        <dt>{t('one.fee')}</dt>
        <dd>{pick(procedure.fee)}</dd>
      </dl>
    </>
  );
}

/** What can be done next: write, look at what waits, drop the draft. */
function Actions({ procedure }: Props) {
  const { t } = useTranslation('procedures');
  const { code, draft, proposal, proposals, state } = procedure;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const open = proposals.find(({ outcome }) => outcome === undefined);
  const begin = useMutation({ mutationFn: () => startDraft(code), onSuccess: () => navigate({ to: '/quan-tri/thu-tuc/$code/soan', params: { code } }) });
  const drop = useAdminAct('procedures', async () => dropDraft(code, (await getDraft(code)).revision), () => {
    forgetWork(code);
    queries.removeQueries({ queryKey: ['procedure-check', code] });
  });
  const [dropping, setDropping] = useState(false);
  if (state === 'referred' && procedure.versions.length === 0) return <p>{t('one.referred')}</p>;
  return (
    <div className="panel">
      {begin.isError && <ProblemNotice error={begin.error} />}
      {drop.isError && <ProblemNotice error={drop.error} />}
      {open ? (
        <p>
          {t(open.kind === 'end' ? 'one.endWaits' : 'one.waits', { who: proposal?.who ?? open.proposedBy, at: dateTime(open.proposedAt) })}{' '}
          <Link to="/quan-tri/de-xuat/$id" params={{ id: open.id }}>
            {t('one.openProposal')}
          </Link>
        </p>
      ) : (
        <>
          {draft && <p>{t('one.draft', { who: draft.who, at: dateTime(draft.at) })}</p>}
          <Group gap="sm">
            <Button loading={begin.isPending} onClick={() => begin.mutate()}>
              {draft ? t('one.continue') : procedure.versions.length > 0 ? t('one.nextVersion') : t('one.complete')}
            </Button>
            {draft && !dropping && (
              <Button variant="default" onClick={() => setDropping(true)}>
                {t('one.drop')}
              </Button>
            )}
            {draft && dropping && (
              <>
                <span role="status">{t('one.dropAsk')}</span>
                <Button color="red" loading={drop.isPending} onClick={() => drop.mutate()}>
                  {t('one.dropYes')}
                </Button>
                <Button variant="default" onClick={() => setDropping(false)}>
                  {t('one.dropNo')}
                </Button>
              </>
            )}
          </Group>
        </>
      )}
    </div>
  );
}

function Versions({ procedure }: Props) {
  const { t } = useTranslation('procedures');
  const { code, versions, proposal } = procedure;
  return (
    <section className="panel" aria-labelledby="versions">
      <h2 id="versions">{t('one.versions')}</h2>
      {versions.length === 0 ? (
        <p>{t('one.noVersion')}</p>
      ) : (
        <ul className="plain-list">
          {versions.map((version) => (
            <li key={version.version} className="row">
              <h3>{t('one.version', { version: version.version })}</h3>
              <p>
                {version.until ? t('one.fromUntil', { from: shortDate(version.from), until: shortDate(version.until) }) : t('one.from', { from: shortDate(version.from) })} {t('one.running', { count: version.running })}
              </p>
              <p>
                {version.decision
                  ? t('one.decision', { number: version.decision.number, date: shortDate(version.decision.date), proposedBy: version.decision.proposedBy, approvedBy: version.decision.approvedBy })
                  : t('one.withProgram')}
              </p>
              <LevelDrawing address={`/api/admin/procedures/${code}/versions/${version.version}/process.svg`} alt={t('one.version', { version: version.version })} levels={version.levels} />
              {!version.until && !proposal && <EndForm code={code} version={version.version} before={versions.find((other) => other.version < version.version && other.until === undefined)?.version} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Proposals({ procedure }: Props) {
  const { t } = useTranslation('procedures');
  if (procedure.proposals.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="proposals">
      <h2 id="proposals">{t('one.proposals')}</h2>
      <ul className="plain-list">
        {procedure.proposals.map((proposal) => (
          <li key={proposal.id}>
            <Link to="/quan-tri/de-xuat/$id" params={{ id: proposal.id }}>
              {t(proposal.kind === 'end' ? 'one.proposedEnd' : 'one.proposedVersion', { version: proposal.version })}
            </Link>{' '}
            {t('one.proposedBy', { who: proposal.proposedBy, at: dateTime(proposal.proposedAt) })} {t(`outcome.${(proposal.outcome ?? 'open') as 'open'}`)}
            {proposal.reason && `: ${proposal.reason}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Log({ procedure }: Props) {
  const { t } = useTranslation('procedures');
  if (procedure.log.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="log">
      <h2 id="log">{t('one.log')}</h2>
      <ol className="plain-list">
        {procedure.log.map((line, index) => (
          // Newest first and never changed: counted from the oldest, a line keeps its number.
          <li key={procedure.log.length - index}>
            <span className="number">{dateTime(line.at)}</span> · {line.who} · {t(`log.${line.event as 'started'}`, { version: line.version ?? '' })}
            {line.note && `: ${line.note}`}
          </li>
        ))}
      </ol>
    </section>
  );
}
