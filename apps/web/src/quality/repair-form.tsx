import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RepairRequest, WorkRow } from '../api/types';
import { ErrorSummary } from '../components/error-summary';
import { ProblemNotice } from '../components/problem-notice';
import { DateInput } from '../forms/date-input';
import { repair } from './calls';

interface RepairFormProps {
  code: string;
  row: WorkRow;
  onClose: () => void;
}

/** Enters one value that was missing or wrong, as the register or the original paper has it, with the reason. */
export function RepairForm({ code, row, onClose }: RepairFormProps) {
  const { t } = useTranslation('quality');
  const queries = useQueryClient();
  const [attribute, setAttribute] = useState(row.repairs[0] ?? 'phone');
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const [attempt, setAttempt] = useState(0);
  const send = useMutation({
    mutationFn: () => repair(code, { personId: row.id, attribute: attribute as RepairRequest['attribute'], value: value.trim(), reason: reason.trim() }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['quality'] });
      onClose();
    },
  });
  const gaps = [
    ...(value.trim() ? [] : [{ inputId: 'repair-value', message: t('repair.valueMissing') }]),
    ...(reason.trim() ? [] : [{ inputId: 'repair-reason', message: t('repair.reasonMissing') }]),
  ];
  const gapOf = (id: string) => (attempt > 0 ? gaps.find(({ inputId }) => inputId === id)?.message : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (gaps.length === 0) send.mutate();
  };
  const name = (each: string) => t(`attribute.${each}` as 'attribute.fullName');
  const label = t('repair.value', { attribute: name(attribute) });
  return (
    <form className="panel doubt-form" onSubmit={submit} noValidate aria-labelledby="repair-title">
      <h3 id="repair-title" lang="vi">
        {row.fullName}
      </h3>
      <ErrorSummary errors={attempt > 0 ? gaps : []} attempt={attempt} />
      {send.isError && <ProblemNotice error={send.error} />}
      <NativeSelect id="repair-attribute" label={t('repair.attribute')} value={attribute} data={row.repairs.map((each) => ({ value: each, label: name(each) }))} onChange={(event) => { setAttribute(event.currentTarget.value); setValue(''); }} />
      {attribute === 'birthDate' || attribute === 'death' ? (
        <DateInput id="repair-value" label={label} value={value} onChange={(text) => setValue(text ?? '')} />
      ) : attribute === 'sex' ? (
        <NativeSelect id="repair-value" label={label} value={value} error={gapOf('repair-value')} data={[{ value: '', label: t('repair.choose') }, ...(['male', 'female'] as const).map((each) => ({ value: each, label: t(`sex.${each}`) }))]} onChange={(event) => setValue(event.currentTarget.value)} />
      ) : (
        <TextInput id="repair-value" label={label} value={value} error={gapOf('repair-value')} autoComplete="off" maxLength={120} onChange={(event) => setValue(event.currentTarget.value)} />
      )}
      <Textarea id="repair-reason" label={t('repair.reason')} description={t('repair.reasonHelp')} value={reason} error={gapOf('repair-reason')} maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} />
      <Group gap="sm">
        <Button type="submit" loading={send.isPending}>
          {t('repair.send')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('repair.close')}
        </Button>
      </Group>
    </form>
  );
}
