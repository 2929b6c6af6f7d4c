import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../components/problem-notice';
import { may, useSession } from '../../shell/session';
import { OneTextForm } from '../one-text-form';
import { useAdminAct } from '../use-admin-act';
import { approve, type Change, reject, undo } from './calls';
import './messages';

/** Approve, or send back with a reason; who proposed it can only take it back. */
export function Decide({ change }: { change: Change }) {
  const { t } = useTranslation('calendar');
  const session = useSession();
  const agree = useAdminAct('calendar', () => approve(change.id));
  const refuse = useAdminAct('calendar', (reason: string) => reject(change.id, reason));
  const failed = [agree, refuse].find(({ isError }) => isError);
  const decides = may(session, 'calendar.approve') && !change.own;
  return (
    <section className="panel" aria-labelledby="decide">
      <h2 id="decide">{t('change.decide')}</h2>
      {failed && <ProblemNotice error={failed.error} />}
      {change.own && <p>{t('change.own')}</p>}
      {!change.own && !decides && <p>{t('change.cannot')}</p>}
      {decides && (
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
