import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

interface NumberInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: string;
  onChange: (typed: string) => void;
}

/** A number as text: what is being typed ("9,0" on the way to "9,05") stays as it is until the field is left. */
export function NumberInput({ value, onChange, ...rest }: NumberInputProps) {
  const [typing, setTyping] = useState<string>();
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      value={typing ?? value}
      onChange={(event) => {
        setTyping(event.currentTarget.value);
        onChange(event.currentTarget.value);
      }}
      onBlur={() => setTyping(undefined)}
    />
  );
}
