import { localDate, localTime } from '@app/kernel';
import { COLUMNS, type CellKind, type RegisterCell, type RegisterName, type RegisterRow } from './register.js';

const VOID = { vi: 'đã hủy', en: 'void' } as const;

const dayText = (day: string): string => day.split('-').reverse().join('/');

function cellText(cell: RegisterCell, kind: CellKind): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return kind === 'number' ? cell.toLocaleString('vi-VN') : String(cell);
  if (kind === 'day') return dayText(cell);
  if (kind !== 'moment') return cell;
  const at = Temporal.Instant.from(cell);
  return `${localTime(at)} ${dayText(localDate(at))}`;
}

/** A line as it is printed; a void number says so beside itself, for ink has no strike-through that a screen reader tells. */
export function rowText(name: RegisterName, { cells, voided }: RegisterRow, language: 'vi' | 'en'): string[] {
  return COLUMNS[name].map(({ key, kind }, index) => {
    const text = cellText(cells[index] ?? null, kind);
    return voided !== undefined && key === 'number' ? `${text} (${VOID[language]})` : text;
  });
}
