import { Button, Group, Input, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../shell/localized';
import type { RowColumn } from './form-schema';

/** One row as typed so far; a cell that was not typed is left out. */
type Row = Readonly<Record<string, string | number>>;

interface RowsInputProps {
  id: string;
  label: string;
  description?: ReactNode;
  error?: string;
  columns: readonly RowColumn[];
  value: unknown;
  onChange: (value: unknown) => void;
}

const rowsOf = (value: unknown): readonly Row[] => (Array.isArray(value) ? (value as readonly Row[]) : []);
const cellId = (id: string, row: number, column: number): string => (row === 0 && column === 0 ? id : `${id}-${row}-${column}`);

/** What was typed as its column stores it; what is no number stays text, for the desk to judge. */
function cellOf(column: RowColumn, typed: string): string | number {
  return column.type !== 'string' && /^\d+$/.test(typed.trim()) ? Number(typed.trim()) : typed;
}

/** Rows of a few cells each: Enter begins the next row, so that a pile of papers is typed without a mouse. */
export function RowsInput({ id, label, description, error, columns, value, onChange }: RowsInputProps) {
  const { t } = useTranslation('forms');
  const pick = useLocalized();
  const rows = rowsOf(value);
  const [blank, setBlank] = useState(rows.length === 0);
  const shown: readonly Row[] = blank || rows.length === 0 ? [...rows, {}] : rows;
  const keep = (next: readonly Row[]) => onChange(next.length === 0 ? undefined : next);
  const focusCell = (row: number) => requestAnimationFrame(() => document.getElementById(cellId(id, row, 0))?.focus());
  const begin = () => {
    setBlank(true);
    focusCell(rows.length);
  };
  const type = (index: number, column: RowColumn, typed: string) => {
    const { [column.key]: _, ...others } = shown[index] ?? {};
    const row = typed === '' ? others : { ...others, [column.key]: cellOf(column, typed) };
    if (index === rows.length) setBlank(false);
    keep(shown.map((each, place) => (place === index ? row : each)).filter((each) => Object.keys(each).length > 0));
    if (Object.keys(row).length === 0) setBlank(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    begin();
  };
  return (
    <Input.Wrapper label={label} labelElement="div" description={description} error={error} id={`${id}-group`} role="group" aria-label={label}>
      {shown.map((row, index) => (
        // Rows have no name of their own: a row is its place.
        <div key={index} className="rows-input-row">
          {columns.map((column, place) => (
            <TextInput
              key={column.key}
              id={cellId(id, index, place)}
              label={pick(column.label)}
              aria-label={t('rows.cell', { column: pick(column.label), row: index + 1 })}
              value={row[column.key] === undefined ? '' : String(row[column.key])}
              onChange={(event) => type(index, column, event.currentTarget.value)}
              onKeyDown={onKeyDown}
              inputMode={column.type === 'string' ? undefined : 'numeric'}
              maxLength={column.maxLength}
              spellCheck={false}
              autoComplete="off"
            />
          ))}
          <Button variant="subtle" size="compact-sm" aria-label={t('rows.removeRow', { row: index + 1 })} disabled={index === rows.length} onClick={() => keep(rows.filter((_, each) => each !== index))}>
            {t('rows.remove')}
          </Button>
        </div>
      ))}
      <Group mt={6}>
        <Button variant="default" size="compact-md" onClick={begin}>
          {t('rows.add')} <kbd>Enter</kbd>
        </Button>
      </Group>
    </Input.Wrapper>
  );
}
