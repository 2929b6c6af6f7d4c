import { Checkbox } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierRow } from '../api/types';
import './batch.css';
import './messages';
import type { Selection } from './use-selection';

/** Ticks all rows of the page, above the list: the head of the table is not seen on a narrow screen. */
export function TickAll({ rows, selection }: { rows: readonly DossierRow[]; selection: Selection }) {
  const { t } = useTranslation('batch');
  const ticked = rows.filter((row) => selection.has(row.id)).length;
  return (
    <div className="tick-all">
      <Checkbox
        size="md"
        label={t('all')}
        checked={rows.length > 0 && ticked === rows.length}
        indeterminate={ticked > 0 && ticked < rows.length}
        onChange={(event) => selection.setPage(rows, event.currentTarget.checked)}
      />
      <span className="under">{t('hint')}</span>
    </div>
  );
}

/** The head of the column of ticks. */
export function TickHead() {
  const { t } = useTranslation('batch');
  return (
    <th role="columnheader" scope="col" className="tick">
      <span className="visually-hidden">{t('column')}</span>
    </th>
  );
}

export function TickCell({ row, selection }: { row: DossierRow; selection: Selection }) {
  const { t } = useTranslation('batch');
  return (
    <td role="cell" className="tick">
      <Checkbox size="md" aria-label={t('one', { code: row.code })} checked={selection.has(row.id)} onChange={() => selection.toggle(row)} />
    </td>
  );
}

/** Space anywhere in a row ticks it; where Space has a meaning of its own it keeps that. */
export const tickWithSpace = (row: DossierRow, selection: Selection) => (event: KeyboardEvent) => {
  if (event.key !== ' ' || !(event.target instanceof Element) || event.target.closest('input, button, summary, textarea, select')) return;
  event.preventDefault();
  selection.toggle(row);
};
