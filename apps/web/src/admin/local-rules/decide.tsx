import { Button, Group } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../components/error-summary';
import { ProblemNotice } from '../../components/problem-notice';
import { DateInput } from '../../forms/date-input';
import { DecideOnProposal } from '../decide-on-proposal';
import { useAdminAct } from '../use-admin-act';
import { approve, end, type End, reject, type Rule, undo } from './calls';
import { DecisionFields } from './decision-fields';
import { decisionFaults, emptyDecision, isDate } from './rule-draft';
import './messages';

/** The second person's part. */
export function Decide({ rule }: { rule: Rule }) {
  const { t } = useTranslation('localRules');
  return (
    <DecideOnProposal
      area="local-rules"
      permission="local-rule.approve"
      own={rule.own}
      words={{
        title: t('decide.title'), own: t('decide.own'), cannot: t('decide.cannot'), approve: t('decide.approve'),
        reason: t('decide.reason'), reasonMissing: t('decide.reasonMissing'), withdraw: t('decide.withdraw'), reject: t('decide.reject'),
      }}
      approve={() => approve(rule.id)}
      reject={(reason) => reject(rule.id, reason)}
    />
  );
}

/** What becomes of a rule in force: another in its place, its end, or what stood before it. Each is a proposal of its own. */
export function Change({ rule }: { rule: Rule }) {
  const { t } = useTranslation('localRules');
  const navigate = useNavigate();
  const [decision, setDecision] = useState(emptyDecision);
  const [from, setFrom] = useState('');
  const [attempt, setAttempt] = useState(0);
  const act = useAdminAct(
    'local-rules',
    ({ way, body }: { way: typeof end; body: End }) => way(rule.id, body),
    ({ id }) => navigate({ to: '/quan-tri/quy-dinh/$id', params: { id } }),
  );
  const faults = [...decisionFaults(decision), ...(isDate(from) ? [] : [{ field: 'change-from', key: 'from' as const }])];
  const shown = attempt > 0 ? faults : [];
  const faultAt = (field: string) => shown.filter((fault) => fault.field === field).map(({ key }) => t(`form.missing.${key}`))[0];
  const send = (way: typeof end) => {
    setAttempt(attempt + 1);
    if (faults.length === 0) act.mutate({ way, body: { decision, from } });
  };
  return (
    <section className="panel" aria-labelledby="change">
      <h2 id="change">{t('change.title')}</h2>
      {rule.kind === 'set' && (
        <p>
          <Link to="/quan-tri/quy-dinh/de-xuat" search={{ donvi: rule.unitId, thay: rule.id }}>
            {t('change.replace')}
          </Link>
        </p>
      )}
      <p>{t('change.about')}</p>
      {act.isError && <ProblemNotice error={act.error} />}
      <div className="admin-form">
        <ErrorSummary errors={shown.map(({ field, key }) => ({ inputId: field, message: t(`form.missing.${key}`) }))} attempt={attempt} />
        <DecisionFields decision={decision} onChange={setDecision} faultAt={faultAt} />
        <DateInput id="change-from" label={t('change.from')} value={from} error={faultAt('change-from')} onChange={setFrom} />
        <Group gap="sm" mt="xs">
          {rule.kind === 'set' && (
            <Button variant="default" loading={act.isPending} onClick={() => send(end)}>
              {t('change.end')}
            </Button>
          )}
          <Button variant="default" loading={act.isPending} onClick={() => send(undo)}>
            {t('change.undo')}
          </Button>
        </Group>
      </div>
    </section>
  );
}
