import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../forms/date-input';
import type { DecisionDraft } from './rule-draft';
import './messages';

interface DecisionFieldsProps {
  decision: DecisionDraft;
  onChange: (decision: DecisionDraft) => void;
  faultAt: (field: string) => string | undefined;
}

/** The decision a rule rests on: its number, its day, the body that took it. */
export function DecisionFields({ decision, onChange, faultAt }: DecisionFieldsProps) {
  const { t } = useTranslation('localRules');
  return (
    <fieldset>
      <legend>{t('form.decision')}</legend>
      <TextInput id="decision-number" label={t('form.number')} value={decision.number} error={faultAt('decision-number')} maxLength={100} autoComplete="off" onChange={(event) => onChange({ ...decision, number: event.currentTarget.value })} />
      <DateInput id="decision-date" label={t('form.date')} value={decision.date} error={faultAt('decision-date')} onChange={(date) => onChange({ ...decision, date })} />
      <TextInput id="decision-issuer" label={t('form.issuedBy')} value={decision.issuedBy} error={faultAt('decision-issuer')} maxLength={200} autoComplete="off" onChange={(event) => onChange({ ...decision, issuedBy: event.currentTarget.value })} />
    </fieldset>
  );
}
