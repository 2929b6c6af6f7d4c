import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inputIdOf } from '../../forms/field-input';
import type { FormField } from '../../forms/form-schema';
import { type DateParts, joinDate, splitDate } from './date-parts';

interface DatePartsInputProps {
  field: FormField;
  label: string;
  help?: string;
  value: unknown;
  onChange: (value: string | undefined) => void;
  fault?: string;
  idPrefix: string;
}

/** A date as three numbers, the way people remember one; no calendar to leaf through. */
export function DatePartsInput({ field, label, help, value, onChange, fault, idPrefix }: DatePartsInputProps) {
  const { t } = useTranslation('citizen');
  const given = typeof value === 'string' ? value : '';
  const [parts, setParts] = useState<DateParts>(() => splitDate(given));
  // What is typed stays as typed; only a value from elsewhere (an offer taken back) replaces it.
  const shown = joinDate(parts) === given ? parts : splitDate(given);
  const id = inputIdOf(idPrefix, field.name);
  const described = [help && `${id}-help`, fault && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const set = (part: keyof DateParts, typed: string) => {
    const next = { ...shown, [part]: typed.replace(/\D/g, '') };
    setParts(next);
    onChange(joinDate(next) || undefined);
  };
  const box = (part: keyof DateParts, inputId: string, length: number) => (
    <div className={part}>
      <label htmlFor={inputId}>{t(`date.${part}`)}</label>
      <input id={inputId} type="text" inputMode="numeric" autoComplete="off" maxLength={length} value={shown[part]} aria-invalid={fault ? true : undefined} aria-describedby={described} onChange={(event) => set(part, event.currentTarget.value)} />
    </div>
  );
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      {help && (
        <p id={`${id}-help`} className="quiet">
          {help}
        </p>
      )}
      {fault && (
        <p id={`${id}-error`} className="fault">
          {fault}
        </p>
      )}
      <div className="date-parts">
        {box('day', id, 2)}
        {box('month', `${id}-month`, 2)}
        {box('year', `${id}-year`, 4)}
      </div>
    </fieldset>
  );
}
