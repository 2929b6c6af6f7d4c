import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getCommunes } from '../api/calls';
import { Loading } from '../components/loading';
import type { Intake } from './intake-state';

interface HelpOnlineFormProps {
  intake: Intake;
  /** The centre this desk stands in: it can receive by itself and is no choice here. */
  here: string | undefined;
  sending: boolean;
  onFile: (receivingCommuneId: string) => void;
  onCancel: () => void;
}

/**
 * Helping a person to file online with another centre: this one is the place of help, that one receives. The person
 * stays the applicant, and the papers are checked where the dossier is received.
 */
export function HelpOnlineForm({ intake, here, sending, onFile, onCancel }: HelpOnlineFormProps) {
  const { t } = useTranslation(['counter', 'common', 'forms']);
  const communes = useQuery({ queryKey: ['communes'], queryFn: getCommunes, staleTime: 3_600_000 });
  // Who decides, where the clerk has already chosen that, is the likeliest to receive; the clerk still sees and sends it.
  const [chosen, setChosen] = useState(intake.competent ?? '');
  const [attempted, setAttempted] = useState(false);
  if (!communes.data) return <Loading lines={2} />;
  const others = communes.data.filter(({ id }) => !here?.startsWith(`${id}.`));
  const file = () => {
    setAttempted(true);
    if (chosen) onFile(chosen);
  };
  return (
    <Stack gap={6} role="group" aria-label={t('counter:help.title')}>
      <NativeSelect
        size="xs"
        label={t('counter:help.receivedAt')}
        description={t('counter:help.how')}
        error={attempted && !chosen ? t('counter:help.missing') : undefined}
        value={chosen}
        data={[{ value: '', label: t('forms:choose') }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Group gap={8}>
        <Button size="xs" loading={sending} onClick={file}>
          {t('counter:help.submit')}
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
