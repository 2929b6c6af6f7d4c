import { Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getReasons } from '../api/calls';
import { useLocalized } from '../shell/localized';
import { useKept } from '../shell/kept';

interface RefuseFormProps {
  sending: boolean;
  onRefuse: (reason: string, note: string) => void;
  onCancel: () => void;
}

/** Refusing receipt (form 03): a reason of the catalogue with its article, never free text alone. */
export function RefuseForm({ sending, onRefuse, onCancel }: RefuseFormProps) {
  const { t } = useTranslation(['counter', 'common', 'forms']);
  const pick = useLocalized();
  const [reason, setReason] = useKept('counter.refusal.reason', '');
  const [note, setNote] = useKept('counter.refusal.note', '');
  const [attempted, setAttempted] = useState(false);
  const reasons = useQuery({ queryKey: ['reasons', 'refuse-receipt'], queryFn: () => getReasons('refuse-receipt'), staleTime: Infinity });
  const chosen = reasons.data?.find((one) => one.code === reason);
  const send = () => {
    setAttempted(true);
    if (reason) onRefuse(reason, note);
  };
  return (
    <Stack gap={6}>
      <NativeSelect
        size="xs"
        label={t('counter:refuse.reason')}
        description={chosen?.basis}
        error={attempted && !reason ? t('counter:refuse.reasonMissing') : undefined}
        value={reason}
        data={[{ value: '', label: t('forms:choose') }, ...(reasons.data ?? []).map((one) => ({ value: one.code, label: pick(one.text) }))]}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Textarea size="xs" label={t('counter:refuse.note')} value={note} maxLength={4000} onChange={(event) => setNote(event.currentTarget.value)} />
      <Group gap={8}>
        <Button size="xs" color="red" loading={sending} onClick={send}>
          {t('counter:refuse.submit')}
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
