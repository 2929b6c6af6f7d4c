import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageFault } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { dateTime, shortDate } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { usePageTitle } from '../../shell/page-title';
import { DecideOnProposal } from '../decide-on-proposal';
import { approve, type Change, previewQuery, reject } from './calls';
import { EffectSections } from './effect-sections';
import { cited, PageHead, useRuleWords, Place, usePeriod } from './words';
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
  const { rule } = change;
  return (
    <dl className="facts panel">
      <dt>{t('subject')}</dt>
      <dd>
        {pick(rule.subject)} <span className="under number">{rule.fieldCode ?? rule.procedureCode}</span>
      </dd>
      <dt>{t('place')}</dt>
      <dd>
        <Place of={rule} />
      </dd>
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
            {shortDate(change.until)}, <span lang="vi">{change.document}</span>
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

/** The second person's part; what nobody could decide afterwards is mended first. */
function Decide({ change, hasRefusals }: { change: Change; hasRefusals: boolean }) {
  const { t } = useTranslation('authority');
  return (
    <DecideOnProposal
      area="authority"
      permission="authority.approve"
      own={change.own}
      words={{
        title: t('change.decide'), own: t('change.own'), cannot: t('change.cannot'), approve: t('change.approve'),
        reason: t('change.reason'), reasonMissing: t('change.reasonMissing'), withdraw: t('change.withdraw'), reject: t('change.reject'),
      }}
      approve={() => approve(change.id)}
      reject={(reason) => reject(change.id, reason)}
      blocked={hasRefusals ? t('change.mendFirst') : undefined}
    />
  );
}
