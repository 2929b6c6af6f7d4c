import { NativeSelect, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../shell/localized';
import { openContradictionsOf } from './contradictions-of';
import type { InputsProps } from './inputs-props';

/** Which declared value is accepted though the file says something else, and why. */
export function DifferenceInput({ dossier, input, onChange, attempted }: InputsProps) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  return (
    <>
      <NativeSelect
        id="act-difference"
        label={t('difference.which')}
        value={input.pointer ?? ''}
        error={attempted && !input.pointer ? t('gap.difference') : undefined}
        data={[{ value: '', label: t('choose', { ns: 'forms' }) }, ...openContradictionsOf(dossier).map(({ pointer, label }) => ({ value: pointer, label: pick(label) }))]}
        onChange={(event) => onChange({ ...input, pointer: event.currentTarget.value || undefined })}
      />
      <Textarea
        id="act-note"
        label={t('difference.why')}
        description={t('difference.whyHelp')}
        maxLength={4000}
        value={input.note ?? ''}
        error={attempted && !input.note?.trim() ? t('gap.note') : undefined}
        onChange={(event) => onChange({ ...input, note: event.currentTarget.value || undefined })}
      />
    </>
  );
}
