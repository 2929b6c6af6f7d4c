import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CreatedDraft } from './change-draft';
import { Options, type UnitOption } from './options';
import './messages';

interface CreatedFieldsProps {
  created: CreatedDraft;
  /** The communes whose offices it may take for a model. */
  models: readonly UnitOption[];
  inputId: string;
  error: string | undefined;
  onChange: (created: CreatedDraft) => void;
}

const TEXTS = ['name', 'nameEn', 'shortName', 'shortNameEn', 'codeSegment', 'placeName'] as const;

/** A unit that comes into being with a change: code, names, its part of dossier codes. */
export function CreatedFields({ created, models, inputId, error, onChange }: CreatedFieldsProps) {
  const { t } = useTranslation('units');
  return (
    <fieldset>
      <legend>{t('form.created')}</legend>
      <TextInput id={inputId} label={t('form.id')} value={created.id} maxLength={5} inputMode="numeric" autoComplete="off" error={error} onChange={({ currentTarget: { value } }) => onChange({ ...created, id: value })} />
      <NativeSelect label={t('form.like')} value={created.like} onChange={({ currentTarget: { value } }) => onChange({ ...created, like: value })}>
        <Options options={[{ value: '', label: t('form.choose') }, ...models]} />
      </NativeSelect>
      {TEXTS.map((key) => (
        <TextInput key={key} label={t(`form.${key}`)} description={key === 'codeSegment' ? t('form.codeSegmentHelp') : undefined} value={created[key]} maxLength={200} autoComplete="off"
          onChange={({ currentTarget: { value } }) => onChange({ ...created, [key]: value })} />
      ))}
    </fieldset>
  );
}
