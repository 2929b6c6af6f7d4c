import { NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../shell/localized';
import type { InputsProps } from './inputs-props';
import { useReasons } from './use-reasons';

/** A reason of the catalogue, with the article it rests on and an example. */
export function ReasonInput({ possible, input, onChange, attempted }: InputsProps) {
  const { t } = useTranslation(['dossiers', 'forms']);
  const pick = useLocalized();
  const reasons = useReasons(possible.reasons ?? '');
  const chosen = reasons.find((reason) => reason.code === input.reason);
  return (
    <div>
      <NativeSelect
        id="act-reason"
        label={t('dossiers:input.reason')}
        value={input.reason ?? ''}
        error={attempted && !input.reason ? t('dossiers:gap.reason') : undefined}
        data={[{ value: '', label: t('forms:choose') }, ...reasons.map((reason) => ({ value: reason.code, label: pick(reason.text) }))]}
        onChange={(event) => onChange({ ...input, reason: event.currentTarget.value || undefined })}
      />
      {chosen && (
        <Text mt={4} role="status">
          {t('dossiers:input.basis')} <span lang="vi">{chosen.basis}</span>.
          {chosen.example && ` ${t('dossiers:input.example', { example: pick(chosen.example) })}`}
        </Text>
      )}
    </div>
  );
}
