import { NativeSelect } from '@mantine/core';
import { NATION, type UnitOption } from './calendar/units';

interface UnitSelectProps {
  label: string;
  description?: string;
  units: readonly UnitOption[];
  value: string;
  onChange: (unit: string) => void;
}

/** A choice of units. Their names stay Vietnamese in every language, the nation's is a word of the page. */
export function UnitSelect({ label, description, units, value, onChange }: UnitSelectProps) {
  return (
    <NativeSelect label={label} description={description} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {units.map((unit) => (
        <option key={unit.value} value={unit.value} lang={unit.value === NATION ? undefined : 'vi'}>
          {unit.label}
        </option>
      ))}
    </NativeSelect>
  );
}
