import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../components/error-summary';
import { ProblemNotice } from '../../components/problem-notice';
import { may, useSession } from '../../shell/session';
import { approve, type Change, reject, undo } from './calls';
import './messages';

/** Approve, or send back with a reason; who proposed it can only take it back. */
export function Decide({ change }: { change: Change }) {
  const { t } = useTranslation('calendar');
  const session = useSession();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [attempt, setAttempt] = useState(0);
  const after = { onSuccess: () => queries.invalidateQueries({ queryKey: ['calendar'] }) };
  const agree = useMutation({ mutationFn: () => approve(change.id), ...after });
  const refuse = useMutation({ mutationFn: () => reject(change.id, reason.trim()), ...after });
  const failed = [agree, refuse].find(({ isError }) => isError);
  const missing = attempt > 0 && !reason.trim();
  const decides = may(session, 'calendar.approve') && !change.own;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (reason.trim()) refuse.mutate();
  };
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
        <form onSubmit={submit} noValidate className="calendar-form">
          <ErrorSummary errors={missing ? [{ inputId: 'reject-reason', message: t('change.reasonMissing') }] : []} attempt={attempt} />
          <Textarea id="reject-reason" label={t('change.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={missing ? t('change.reasonMissing') : undefined} maxLength={1000} />
          <Group>
            <Button type="submit" variant="default" loading={refuse.isPending}>
              {t(change.own ? 'change.withdraw' : 'change.reject')}
            </Button>
          </Group>
        </form>
      )}
    </section>
  );
}

/** Proposes the reverse of a change in force. */
export function Undo({ change }: { change: Change }) {
  const { t } = useTranslation('calendar');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [document, setDocument] = useState('');
  const [attempt, setAttempt] = useState(0);
  const back = useMutation({
    mutationFn: () => undo(change.id, document.trim()),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['calendar'] });
      await navigate({ to: '/quan-tri/lich/thay-doi/$id', params: { id } });
    },
  });
  const missing = attempt > 0 && !document.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (document.trim()) back.mutate();
  };
  return (
    <section className="panel" aria-labelledby="undo">
      <h2 id="undo">{t('change.undo')}</h2>
      <p>{t('change.undoHelp')}</p>
      {back.isError && <ProblemNotice error={back.error} />}
      <form onSubmit={submit} noValidate className="calendar-form">
        <ErrorSummary errors={missing ? [{ inputId: 'undo-document', message: t('form.missing.document') }] : []} attempt={attempt} />
        <TextInput id="undo-document" label={t('change.undoDocument')} value={document} onChange={(event) => setDocument(event.currentTarget.value)} error={missing ? t('form.missing.document') : undefined} maxLength={300} autoComplete="off" />
        <Group>
          <Button type="submit" variant="default" loading={back.isPending}>
            {t('change.undoYes')}
          </Button>
        </Group>
      </form>
    </section>
  );
}
