import { Button, NativeSelect, Textarea, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BeginLook } from '../api/types';
import { ErrorSummary } from '../components/error-summary';
import { ProblemNotice } from '../components/problem-notice';
import { beginLook } from './calls';

const KINDS = ['verification', 'complaint', 'data-repair', 'guidance', 'emergency', 'law-enforcement'] as const satisfies readonly BeginLook['reasonKind'][];

/** For what somebody's data is to be looked at outside a dossier. The head of the unit and the person read it. */
export function PurposeForm({ id, expired, onBegun }: { id: string; expired: boolean; onBegun: (look: string) => void }) {
  const { t } = useTranslation('persons');
  const [kind, setKind] = useState<BeginLook['reasonKind'] | ''>('');
  const [reason, setReason] = useState('');
  const [attempt, setAttempt] = useState(0);
  const begin = useMutation({ mutationFn: (body: BeginLook) => beginLook(id, body), onSuccess: (look) => onBegun(look.id) });
  const faults = [
    ...(kind === '' ? [{ inputId: 'purpose-kind', message: t('purpose.kindMissing') }] : []),
    ...(reason.trim().length < 10 ? [{ inputId: 'purpose-reason', message: t('purpose.reasonMissing') }] : []),
  ];
  const faultOf = (input: string) => (attempt > 0 ? faults.find(({ inputId }) => inputId === input)?.message : undefined);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (kind !== '' && faults.length === 0) begin.mutate({ reasonKind: kind, reason: reason.trim() });
  };
  return (
    <form onSubmit={send} noValidate className="panel section purpose">
      <Title order={1}>{t('purpose.title')}</Title>
      <p>{t(expired ? 'purpose.expired' : 'purpose.about')}</p>
      {attempt > 0 && <ErrorSummary errors={faults} attempt={attempt} />}
      {begin.isError && <ProblemNotice error={begin.error} />}
      <NativeSelect
        id="purpose-kind" label={t('purpose.kind')} value={kind} error={faultOf('purpose-kind')}
        data={[{ value: '', label: t('new.choose') }, ...KINDS.map((each) => ({ value: each, label: t(`purpose.${each}`) }))]}
        onChange={(event) => setKind(KINDS.find((each) => each === event.currentTarget.value) ?? '')}
      />
      <Textarea id="purpose-reason" label={t('purpose.reason')} description={t('purpose.reasonHelp')} value={reason} maxLength={500} error={faultOf('purpose-reason')} onChange={(event) => setReason(event.currentTarget.value)} />
      <Button type="submit" mt="sm" loading={begin.isPending}>
        {t('purpose.open')}
      </Button>
    </form>
  );
}
