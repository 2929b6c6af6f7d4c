import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NotedItem } from '../api/types';
import { DateInput } from '../forms/date-input';
import { NumberInput } from '../forms/number-input';
import { useLocalized } from '../shell/localized';
import { isNoted } from './act-input';
import type { InputsProps } from './inputs-props';

/** What is noted with a finding or an opinion, item by item, as the procedure asks for it. */
export function NotedInput({ dossier, input, onChange, attempted }: InputsProps) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  const { finding } = dossier.choices;
  if (!finding) return null;
  const noted = input.noted ?? {};
  const put = (key: string, value: string | number | undefined) => {
    const { [key]: _, ...others } = noted;
    onChange({ ...input, noted: value === undefined || value === '' ? others : { ...others, [key]: value } });
  };
  return (
    <fieldset className="noted">
      <legend>{pick(finding.title)}</legend>
      <Stack gap="sm">
        {finding.items.map((item) => (
          <NotedField
            key={item.key}
            item={item}
            label={item.unit ? `${pick(item.name)} (${item.unit})` : pick(item.name)}
            value={noted[item.key]}
            error={attempted && input.meets !== false && !isNoted(item, noted[item.key]) ? t('gap.noted') : undefined}
            onChange={(value) => put(item.key, value)}
          />
        ))}
      </Stack>
    </fieldset>
  );
}

interface NotedFieldProps {
  item: NotedItem;
  label: string;
  value: unknown;
  error: string | undefined;
  onChange: (value: string | number | undefined) => void;
}

function NotedField({ item, label, value, error, onChange }: NotedFieldProps) {
  const pick = useLocalized();
  const shared = { id: `act-noted-${item.key}`, label, error, withAsterisk: !item.optional };
  switch (item.kind) {
    case 'choice':
      return (
        <Radio.Group label={label} error={error} withAsterisk={!item.optional} value={String(value ?? '')} onChange={onChange}>
          <Stack gap={6} mt={4}>
            {item.choices?.map((choice, index) => <Radio key={choice.value} id={index === 0 ? shared.id : undefined} value={choice.value} label={pick(choice.name)} />)}
          </Stack>
        </Radio.Group>
      );
    case 'number':
      return <NumberInput {...shared} value={String(value ?? '')} onChange={(typed) => onChange(figureOf(typed))} />;
    case 'money':
      return (
        <TextInput
          {...shared}
          inputMode="numeric"
          autoComplete="off"
          value={value === undefined ? '' : String(value)}
          onChange={(event) => {
            const figures = event.currentTarget.value.replace(/\D/g, '').slice(0, 12);
            onChange(figures === '' ? undefined : Number(figures));
          }}
        />
      );
    case 'date':
      return <DateInput {...shared} value={String(value ?? '')} onChange={onChange} />;
    default:
      return <Textarea {...shared} maxLength={1000} value={String(value ?? '')} onChange={(event) => onChange(event.currentTarget.value)} />;
  }
}

/** What is typed becomes a figure as soon as it is one; until then it stays as typed, for the desk to judge. */
const figureOf = (typed: string): string | number => (/^\d+([.,]\d+)?$/.test(typed.trim()) ? Number(typed.trim().replace(',', '.')) : typed);
