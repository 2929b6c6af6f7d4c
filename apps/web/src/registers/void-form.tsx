import { Button, Group, NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../components/problem-notice';
import { type NumberKey, type VoidReason, proposeVoid } from './calls';

const REASONS = ['spoiled', 'wrong-register', 'not-issued'] as const satisfies readonly VoidReason[];

/** Proposes to void one number; a leader decides. */
export function VoidForm({ number, label, onDone }: { number: NumberKey; label: string; onDone: () => void }) {
  const { t } = useTranslation('registers');
  const queries = useQueryClient();
  const [reason, setReason] = useState<VoidReason>('spoiled');
  const [note, setNote] = useState('');
  const [attempted, setAttempted] = useState(false);
  const send = useMutation({
    mutationFn: () => proposeVoid(number, reason, note),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['void-numbers'] });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    if (note.trim() !== '') send.mutate();
  };
  return (
    <form onSubmit={submit} noValidate className="panel register-void" aria-label={t('void.title', { label })}>
      <h3>{t('void.title', { label })}</h3>
      <p>{t('void.about')}</p>
      {send.isError && <ProblemNotice error={send.error} />}
      <NativeSelect label={t('void.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value as VoidReason)} data={REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))} />
      <Textarea label={t('void.note')} value={note} maxLength={500} onChange={(event) => setNote(event.currentTarget.value)} error={attempted && note.trim() === '' ? t('void.noteMissing') : undefined} />
      <Group mt="sm">
        <Button type="submit" loading={send.isPending}>
          {t('void.send')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('void.cancel')}
        </Button>
      </Group>
    </form>
  );
}
