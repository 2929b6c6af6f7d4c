import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useLanguage } from '../shell/localized';

/** Somebody to choose: under the name of the unit, the person and what they do there. */
export interface PostOption {
  readonly value: string;
  readonly unitName: string;
  readonly label: string;
}

interface PostSelectProps extends Omit<NativeSelectProps, 'data' | 'children'> {
  /** What stands above the units: "nobody", "choose". */
  first: { readonly value: string; readonly label: string };
  options: readonly PostOption[];
}

/** A choice of officers or posts, unit by unit. The names of units stay Vietnamese in every language. */
export function PostSelect({ first, options, ...others }: PostSelectProps) {
  const language = useLanguage();
  const units = [...new Set(options.map(({ unitName }) => unitName))];
  return (
    <NativeSelect {...others}>
      <option value={first.value}>{first.label}</option>
      {units.map((unit) => (
        <optgroup key={unit} label={unit} lang="vi">
          {options.filter(({ unitName }) => unitName === unit).map(({ value, label }) => (
            <option key={value} value={value} lang={language}>
              {label}
            </option>
          ))}
        </optgroup>
      ))}
    </NativeSelect>
  );
}
