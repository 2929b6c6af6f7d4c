import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../components/problem-notice';
import { DecideOnProposal } from '../decide-on-proposal';
import { OneTextForm } from '../one-text-form';
import { useAdminAct } from '../use-admin-act';
import { approve, type Change, reject, undo } from './calls';
import './messages';

/** The second person's part. */
export function Decide({ change }: { change: Change }) {
  const { t } = useTranslation('calendar');
  return (
    <DecideOnProposal
      area="calendar"
      permission="calendar.approve"
      own={change.own}
      words={{
        title: t('change.decide'), own: t('change.own'), cannot: t('change.cannot'), approve: t('change.approve'),
        reason: t('change.reason'), reasonMissing: t('change.reasonMissing'), withdraw: t('change.withdraw'), reject: t('change.reject'),
      }}
      approve={() => approve(change.id)}
      reject={(reason) => reject(change.id, reason)}
    />
  );
}

/** Proposes the reverse of a change in force. */
export function Undo({ change }: { change: Change }) {
  const { t } = useTranslation('calendar');
  const navigate = useNavigate();
  const back = useAdminAct('calendar', (document: string) => undo(change.id, document), ({ id }) => navigate({ to: '/quan-tri/lich/thay-doi/$id', params: { id } }));
  return (
    <section className="panel" aria-labelledby="undo">
      <h2 id="undo">{t('change.undo')}</h2>
      <p>{t('change.undoHelp')}</p>
      {back.isError && <ProblemNotice error={back.error} />}
      <OneTextForm id="undo-document" label={t('change.undoDocument')} missing={t('form.missing.document')} maxLength={300} lines="one" onSend={back.mutate} className="admin-form">
        <Button type="submit" variant="default" loading={back.isPending}>
          {t('change.undoYes')}
        </Button>
      </OneTextForm>
    </section>
  );
}
