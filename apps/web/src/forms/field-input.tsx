import { Group, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../shell/localized';
import { toAnswer } from './answer';
import { DateInput } from './date-input';
import type { FormField } from './form-schema';
import { NumberInput } from './number-input';
import { RowsInput } from './rows-input';

export interface FieldInputProps {
  field: FormField;
  value: unknown;
  onChange: (value: unknown) => void;
  /** What is wrong with the answer; shown between label and input. */
  fault?: string;
  /** Put before ids, so that two forms may stand on one page. */
  idPrefix: string;
  /** Beside the help: how the question stands. */
  standing?: ReactNode;
  /** Whether the question must be answered and is not, where the focus is led along such ones. */
  isMissing?: boolean;
  /** Left out of the way of the Tab key. */
  isPassedOver?: boolean;
}

/** The id of a field's input: error summaries lead to it. */
export const inputIdOf = (idPrefix: string, name: string): string => `${idPrefix}-${name}`;

/** One question as the input its widget asks for. The optional ones say so; nothing is marked by an asterisk. */
export function FieldInput({ field, value, onChange, fault, idPrefix, standing, isMissing, isPassedOver }: FieldInputProps) {
  const { t } = useTranslation('forms');
  const pick = useLocalized();
  const id = inputIdOf(idPrefix, field.name);
  const label = field.required ? pick(field.label) : t('optional', { label: pick(field.label) });
  const help = field.help && pick(field.help);
  const description = standing ? (
    <>
      {standing} {help}
    </>
  ) : (
    help
  );
  if (field.widget === 'rows') return <RowsInput id={id} label={label} description={description} error={fault} columns={field.columns ?? []} value={value} onChange={onChange} />;
  const text = value === undefined || value === null ? '' : String(value);
  const mark = isMissing === undefined ? {} : isMissing ? { 'data-missing': true } : { 'data-known': true };
  const way = { ...mark, ...(isPassedOver && { tabIndex: -1 }) };
  const common = { id, label, description, error: fault, spellCheck: false, autoComplete: 'off', ...way };
  const change = (typed: string) => onChange(typed === '' ? undefined : toAnswer(field, typed));

  if (field.choices.length > 0 && (field.widget === 'radio' || field.type === 'boolean')) {
    return (
      <Radio.Group name={id} label={label} description={description} error={fault} value={text} onChange={change}>
        <Group gap="md" mt={4}>
          {field.choices.map((choice, index) => (
            <Radio key={String(choice.value)} id={index === 0 ? id : undefined} value={String(choice.value)} label={pick(choice.label)} {...(index === 0 ? way : isPassedOver && { tabIndex: -1 })} />
          ))}
        </Group>
      </Radio.Group>
    );
  }
  if (field.choices.length > 0) {
    const data = [{ value: '', label: t('choose') }, ...field.choices.map((choice) => ({ value: String(choice.value), label: pick(choice.label) }))];
    return <NativeSelect {...common} data={data} value={text} onChange={(event) => change(event.currentTarget.value)} />;
  }
  switch (field.widget) {
    case 'date':
      return <DateInput {...common} value={text} onChange={change} />;
    case 'textarea':
      return <Textarea {...common} maxLength={field.maxLength} spellCheck value={text} onChange={(event) => change(event.currentTarget.value)} />;
    case 'number':
      return <NumberInput {...common} value={text} onChange={change} />;
    case 'person-id':
      return <TextInput {...common} inputMode="numeric" value={text} onChange={(event) => change(event.currentTarget.value)} />;
    default:
      return <TextInput {...common} maxLength={field.maxLength} value={text} onChange={(event) => change(event.currentTarget.value)} />;
  }
}
