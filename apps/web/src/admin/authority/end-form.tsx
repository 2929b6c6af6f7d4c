import { Button, Group, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../components/error-summary';
import { ProblemNotice } from '../../components/problem-notice';
import { DateInput } from '../../forms/date-input';
import { useLocalized } from '../../shell/localized';
import { useAdminAct } from '../use-admin-act';
import { end, type RuleRecord } from './calls';
import './messages';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Proposes the last day of a rule; another person approves it. */
export function EndForm({ rule, onClose }: { rule: RuleRecord; onClose: () => void }) {
  const { t } = useTranslation('authority');
  const pick = useLocalized();
  const navigate = useNavigate();
  const [until, setUntil] = useState('');
  const [document, setDocument] = useState('');
  const [attempt, setAttempt] = useState(0);
  const send = useAdminAct('authority', () => end(rule.id, until, document.trim().normalize('NFC')), ({ id }) => navigate({ to: '/quan-tri/tham-quyen/thay-doi/$id', params: { id } }));
  const faults = [
    ...(DAY.test(until) ? [] : [{ inputId: 'end-until', message: t('end.missing.until') }]),
    ...(document.trim() ? [] : [{ inputId: 'end-document', message: t('end.missing.document') }]),
  ];
  const shown = attempt > 0 ? faults : [];
  const errorOf = (inputId: string) => shown.find((fault) => fault.inputId === inputId)?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (faults.length === 0) send.mutate();
  };
  return (
    <form onSubmit={submit} noValidate className="admin-form" aria-label={t('end.of', { subject: pick(rule.subject) })}>
      <h3>{t('end.of', { subject: pick(rule.subject) })}</h3>
      <p>{t('end.help')}</p>
      <ErrorSummary errors={shown} attempt={attempt} />
      {send.isError && <ProblemNotice error={send.error} />}
      <DateInput id="end-until" label={t('end.until')} value={until} error={errorOf('end-until')} onChange={setUntil} />
      <TextInput id="end-document" label={t('end.document')} value={document} error={errorOf('end-document')} onChange={(event) => setDocument(event.currentTarget.value)} maxLength={300} autoComplete="off" />
      <Group>
        <Button type="submit" loading={send.isPending}>
          {t('end.send')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('end.cancel')}
        </Button>
      </Group>
    </form>
  );
}
