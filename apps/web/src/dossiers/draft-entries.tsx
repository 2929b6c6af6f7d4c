import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../shell/localized';
import type { InputsProps } from './inputs-props';

/** What only the register or the field check tells: the officer enters or corrects it before the draft goes up. */
export function DraftEntries({ dossier, input, onChange }: InputsProps) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  return dossier.draftEntries.map(({ to, label, value }) => (
    <TextInput
      key={to}
      id={`act-draft-${to.replaceAll('.', '-')}`}
      label={pick(label)}
      description={value === '' ? t('input.draftEntryMissing') : undefined}
      value={input.draft?.[to] ?? value}
      maxLength={400}
      autoComplete="off"
      onChange={(event) => onChange({ ...input, draft: { ...input.draft, [to]: event.currentTarget.value } })}
    />
  ));
}
