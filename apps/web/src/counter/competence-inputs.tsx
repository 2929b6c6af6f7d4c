import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Assessment } from '../api/types';
import { useLocalized } from '../shell/localized';
import type { Intake, IntakeChange } from './intake-state';

interface CompetenceInputsProps {
  intake: Intake;
  change: (change: IntakeChange) => void;
  competence: NonNullable<Assessment['competence']>;
}

/** Non-boundary receipt: whose offices decide, and where the result is collected. What the residence points to is shown and taken by a key, never by itself. */
export function CompetenceInputs({ intake, change, competence }: CompetenceInputsProps) {
  const { t } = useTranslation('counter');
  const pick = useLocalized();
  const { communes, suggested } = competence;
  const [here] = communes;
  const chosen = communes.find(({ id }) => id === intake.competent);
  const choices = communes.map(({ id, name }) => ({ value: id, label: id === here?.id ? t('fee.competentHere', { name }) : name }));
  const other = (value: string) => (value === here?.id ? undefined : value);
  return (
    <div className="competence">
      <NativeSelect
        size="xs"
        id="competent"
        label={t('fee.competent')}
        value={intake.competent ?? here?.id ?? ''}
        data={choices}
        onChange={(event) => change({ type: 'set', part: { competent: other(event.currentTarget.value) } })}
      />
      {intake.delivery === 'counter' && (
        <NativeSelect
          size="xs"
          label={t('fee.collectAt')}
          value={intake.collect ?? here?.id ?? ''}
          data={choices}
          onChange={(event) => change({ type: 'set', part: { collect: other(event.currentTarget.value) } })}
        />
      )}
      {suggested && suggested.unit.id !== intake.competent && (
        <p className="competence-hint" role="status">
          {t('fee.suggested', { why: pick(suggested.why), name: suggested.unit.name })}{' '}
          <Button size="compact-sm" variant="default" onClick={() => change({ type: 'set', part: { competent: suggested.unit.id } })}>
            {t('fee.takeSuggested', { name: suggested.unit.name })}
          </Button>
        </p>
      )}
      {chosen && <p className="competence-hint">{t('fee.startsThere', { name: chosen.name })}</p>}
    </div>
  );
}
