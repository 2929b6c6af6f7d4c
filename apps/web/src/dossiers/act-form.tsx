import { Alert, Button, Group, Stack } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier, PossibleAct } from '../api/types';
import { ErrorSummary } from '../components/error-summary';
import { ProblemNotice } from '../components/problem-notice';
import { useKept } from '../shell/kept';
import { useLocalized } from '../shell/localized';
import { actKey, type ActInput, gapsOf, startingInput } from './act-input';
import { ActInputs } from './act-inputs';

interface ActFormProps {
  possible: PossibleAct;
  stillPossible: boolean;
  dossier: Dossier;
  sending: boolean;
  problem: unknown;
  changed: boolean;
  onLook: () => void;
  onSend: (input: ActInput) => void;
  onCancel: () => void;
}

/** One act being prepared: what its kind of data needs, the question before what cannot be undone, one button. */
export function ActForm({ possible, stillPossible, dossier, sending, problem, changed, onLook, onSend, onCancel }: ActFormProps) {
  const { t } = useTranslation(['dossiers', 'common']);
  const pick = useLocalized();
  const [input, setInput] = useKept<ActInput>(actKey(dossier.id, possible.event), startingInput(possible, dossier));
  const [attempt, setAttempt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const gaps = gapsOf(possible, input, dossier);
  const label = pick(possible.label);
  const send = () => {
    setAttempt(attempt + 1);
    if (gaps.length === 0) onSend(input);
  };
  return (
    <div className="act-form">
      <h3 ref={heading} tabIndex={-1}>
        {label}
      </h3>
      <Stack gap="sm">
        <ErrorSummary attempt={attempt} errors={attempt > 0 ? gaps.map((gap) => ({ inputId: `act-${gap}`, message: t(`dossiers:gap.${gap}`) })) : []} />
        {Boolean(problem) && (
          <ProblemNotice error={problem}>
            {changed && (
              <Button variant="default" size="compact-md" mt={6} onClick={onLook}>
                {t('dossiers:acts.look')}
              </Button>
            )}
          </ProblemNotice>
        )}
        {!stillPossible && !problem && <Alert color="orange">{t('dossiers:acts.notPossible', { label })}</Alert>}
        <ActInputs possible={possible} dossier={dossier} input={input} onChange={setInput} attempted={attempt > 0} problem={problem} />
        {possible.confirm && <p className="act-confirm">{pick(possible.confirm)}</p>}
        <Group gap="xs">
          <Button loading={sending} disabled={!stillPossible} onClick={send} color={isRefusal(possible.event) ? 'red' : undefined}>
            {t('dossiers:acts.confirm', { label })}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
        </Group>
      </Stack>
    </div>
  );
}

const isRefusal = (event: string): boolean => event.startsWith('refuse');
