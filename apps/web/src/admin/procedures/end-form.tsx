import { Button, Group, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary, type FieldError } from '../../components/error-summary';
import { ProblemNotice } from '../../components/problem-notice';
import { DateInput } from '../../forms/date-input';
import { useAdminAct } from '../use-admin-act';
import { proposeEnd } from './calls';

/**
 * Proposes that a version ends: the rule stays as it is, and nothing is received by it from the day after.
 * `before`: an earlier version without an end, which then counts again.
 */
export function EndForm({ code, version, before }: { code: string; version: number; before: number | undefined }) {
  const { t } = useTranslation('procedures');
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [effectiveOn, setEffectiveOn] = useState('');
  const [decisionNumber, setDecisionNumber] = useState('');
  const [decisionDate, setDecisionDate] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const send = useAdminAct('procedures', () => proposeEnd(code, { version, effectiveOn, decisionNumber: decisionNumber.trim(), decisionDate }), ({ id }) =>
    navigate({ to: '/quan-tri/de-xuat/$id', params: { id } }));
  if (!isOpen) {
    return (
      <Button variant="default" size="compact-md" onClick={() => setOpen(true)}>
        {t('end.open', { version })}
      </Button>
    );
  }
  const id = (name: string): string => `end-${version}-${name}`;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing: FieldError[] = [];
    if (!effectiveOn) missing.push({ inputId: id('on'), message: t('end.onMissing') });
    if (!decisionNumber.trim()) missing.push({ inputId: id('number'), message: t('propose.numberMissing') });
    if (!decisionDate) missing.push({ inputId: id('date'), message: t('propose.dateMissing') });
    setErrors(missing);
    setAttempt(attempt + 1);
    if (missing.length === 0) send.mutate();
  };
  const errorOf = (name: string) => errors.find((error) => error.inputId === id(name))?.message;
  return (
    <form onSubmit={submit} noValidate className="entry-group">
      <p>{t('end.about')}</p>
      {before !== undefined && <p>{t('end.before', { before })}</p>}
      <ErrorSummary errors={errors} attempt={attempt} />
      {send.isError && <ProblemNotice error={send.error} />}
      <div className="inputs">
        <DateInput id={id('on')} label={t('end.on')} value={effectiveOn} onChange={setEffectiveOn} error={errorOf('on')} />
        <TextInput id={id('number')} label={t('propose.decisionNumber')} autoComplete="off" value={decisionNumber} onChange={(event) => setDecisionNumber(event.currentTarget.value)} error={errorOf('number')} maxLength={60} />
        <DateInput id={id('date')} label={t('propose.decisionDate')} value={decisionDate} onChange={setDecisionDate} error={errorOf('date')} />
      </div>
      <Group gap="sm" mt="xs">
        <Button type="submit" loading={send.isPending}>
          {t('end.submit')}
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          {t('end.cancel')}
        </Button>
      </Group>
    </form>
  );
}
