import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortDate } from '../shell/format';
import { readDate } from './date-text';

interface DateInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** `YYYY-MM-DD`, or what was typed when it is no date yet. */
  value: string;
  onChange: (value: string) => void;
}

const shown = (value: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? shortDate(value) : value);

/** A date typed on the keyboard: 05011990 or 5/1/1990, put in order on leaving. No calendar to click through. */
export function DateInput({ value, onChange, ...rest }: DateInputProps) {
  const { t } = useTranslation('forms');
  const [typing, setTyping] = useState<string>();
  return (
    <TextInput
      {...rest}
      inputMode="numeric"
      autoComplete="off"
      placeholder={t('datePlaceholder')}
      value={typing ?? shown(value)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyping(text);
        onChange(readDate(text) ?? text);
      }}
      onBlur={() => setTyping(undefined)}
    />
  );
}
