import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
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
import { approve, type Change, previewQuery, reject } from './calls';
import { EffectSections } from './effect-sections';
import { cited, PageHead, useRuleWords, usePeriod, usePlace } from './words';
import './messages';

const route = getRouteApi('/staff/quan-tri/tham-quyen/thay-doi/$id');

/** A change as the second person reads it: what it says, which dossiers it touches, and their decision. */
export function ChangePage() {
  const { t } = useTranslation('authority');
  const { id } = route.useParams();
  const query = useQuery(previewQuery(id));
  usePageTitle(t('changes.title'));
  if (query.isError) return <PageFault title={t('changes.title')} error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={8} />;
  const { change, effect } = query.data;
  return (
    <>
      <PageHead title={change.kind === 'end' ? t('change.endTitle') : t('change.ruleTitle')} />
      {change.state !== 'proposed' && (
        <Alert color={change.state === 'approved' ? 'green' : 'gray'} role="status" my="sm">
          {t(`changes.${change.state as 'approved'}`)}
          {change.rejectedReason && ` ${t('change.because', { reason: change.rejectedReason })}`}
        </Alert>
      )}
      <Facts change={change} />
      {effect && <EffectSections effect={effect} />}
      {change.state === 'proposed' && <Decide change={change} hasRefusals={(effect?.refused.length ?? 0) > 0} />}
    </>
  );
}

function Facts({ change }: { change: Change }) {
  const { t } = useTranslation('authority');
  const pick = useLocalized();
  const deciding = useRuleWords();
  const period = usePeriod();
  const place = usePlace();
  const { rule } = change;
  return (
    <dl className="facts panel">
      <dt>{t('subject')}</dt>
      <dd>
        {pick(rule.subject)} <span className="under number">{rule.fieldCode ?? rule.procedureCode}</span>
      </dd>
      <dt>{t('place')}</dt>
      <dd>{place(rule)}</dd>
      <dt>{t('decides')}</dt>
      <dd>{deciding(rule)}</dd>
      <dt>{t('period')}</dt>
      <dd>{period(rule)}</dd>
      <dt>{t('basis')}</dt>
      <dd lang="vi">{cited(rule)}</dd>
      <dt>{t('form.provenance')}</dt>
      <dd lang="vi">{rule.provenance}</dd>
      {change.kind === 'end' && change.until && (
        <>
          <dt>{t('end.until')}</dt>
          <dd>
            {shortDate(change.until)}, {change.document}
          </dd>
        </>
      )}
      <dt>{t('changes.by')}</dt>
      <dd>{t('change.decided', { who: change.proposedBy, at: dateTime(change.proposedAt) })}</dd>
      {change.decidedBy && change.decidedAt && (
        <>
          <dt>{t('change.decidedBy')}</dt>
          <dd>{t('change.decided', { who: change.decidedBy, at: dateTime(change.decidedAt) })}</dd>
        </>
      )}
    </dl>
  );
}

/** Approve, or send back with a reason; who proposed it can only take it back. */
function Decide({ change, hasRefusals }: { change: Change; hasRefusals: boolean }) {
  const { t } = useTranslation('authority');
  const session = useSession();
  const agree = useAdminAct('authority', () => approve(change.id));
  const refuse = useAdminAct('authority', (reason: string) => reject(change.id, reason));
  const failed = [agree, refuse].find(({ isError }) => isError);
  const decides = may(session, 'authority.approve') && !change.own;
  return (
    <section className="panel" aria-labelledby="decide">
      <h2 id="decide">{t('change.decide')}</h2>
      {failed && <ProblemNotice error={failed.error} />}
      {change.own && <p>{t('change.own')}</p>}
      {!change.own && !decides && <p>{t('change.cannot')}</p>}
      {hasRefusals && <p>{t('change.mendFirst')}</p>}
      {decides && !hasRefusals && (
        <Button loading={agree.isPending} onClick={() => agree.mutate()}>
          {t('change.approve')}
        </Button>
      )}
      {(decides || change.own) && (
        <OneTextForm id="reject-reason" label={t('change.reason')} missing={t('change.reasonMissing')} maxLength={1000} lines="many" onSend={refuse.mutate} className="admin-form">
          <Button type="submit" variant="default" loading={refuse.isPending}>
            {t(change.own ? 'change.withdraw' : 'change.reject')}
          </Button>
        </OneTextForm>
      )}
    </section>
  );
}
