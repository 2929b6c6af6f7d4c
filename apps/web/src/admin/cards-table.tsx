import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { dateTime } from '../shell/format';

/** A column: its heading, and what stands in it of a row. The first column is the heading of its row. */
export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures, dates and codes stand in digits of one width. */
  readonly number?: boolean;
  /** What is quoted as it was written stays Vietnamese in every language. */
  readonly quoted?: boolean;
  readonly className?: string | undefined;
}

interface CardsTableProps<Row> {
  /** Read to whoever cannot see what the table stands under. */
  readonly caption: string;
  readonly columns: ReadonlyArray<Column<Row>>;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string | number;
  readonly className?: string;
}

/** A table of the administration; on a small screen each row is a card that names its columns. */
export function CardsTable<Row>({ caption, columns, rows, rowKey, className }: CardsTableProps<Row>) {
  const classes = ({ number, className: own }: Column<Row>) => [number && 'number', own].filter(Boolean).join(' ') || undefined;
  return (
    <table className={['cards-table', className].filter(Boolean).join(' ')}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={rowKey(row, index)}>
            {columns.map((column, place) =>
              place === 0 ? (
                <th key={column.title} scope="row" className={classes(column)} lang={column.quoted ? 'vi' : undefined}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.title} data-label={column.title} className={classes(column)} lang={column.quoted ? 'vi' : undefined}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const COLOURS = { proposed: 'orange', approved: 'green', planned: 'blue', inForce: 'green' } as const;

/** Where a proposal or rule stands, as a word with a colour: what waits is orange, what holds green, what is over grey. */
export function StateBadge({ state, word }: { state: string; word: string }) {
  return (
    <Badge color={COLOURS[state as 'proposed'] ?? 'gray'} variant="light">
      {word}
    </Badge>
  );
}

/** Who did something, and when. */
export function WhoAndWhen({ who, at }: { who: string; at: string }) {
  return (
    <>
      <span lang="vi">{who}</span> <span className="under number">{dateTime(at)}</span>
    </>
  );
}
