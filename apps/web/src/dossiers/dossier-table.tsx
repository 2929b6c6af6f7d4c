import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DossierRow } from '../api/types';
import { TickCell, TickHead, tickWithSpace } from '../batch/ticks';
import type { Selection } from '../batch/use-selection';
import { Badges } from '../components/badges';
import { RowShares } from '../components/row-shares';
import { TimeToken } from '../components/time-token';
import { dateTime } from '../shell/format';
import { useLocalized } from '../shell/localized';

interface DossierTableProps {
  rows: readonly DossierRow[];
  caption: string;
  selection: Selection;
}

/** Rows of a work list; on a narrow screen each row becomes a card (the roles keep it a table for screen readers). */
export function DossierTable({ rows, caption, selection }: DossierTableProps) {
  const { t } = useTranslation('dossiers');
  return (
    <table className="rows" role="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr role="row">
          <TickHead />
          {(['time', 'code', 'procedure', 'step', 'holder', 'shares'] as const).map((column) => (
            <th key={column} role="columnheader" scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} selection={selection} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, selection }: { row: DossierRow; selection: Selection }) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  return (
    <tr role="row" onKeyDown={tickWithSpace(row, selection)}>
      <TickCell row={row} selection={selection} />
      <td role="cell" data-label={t('column.time')}>
        <TimeToken token={row.timeToken} text={row.timeText} />
        {row.dueAt && <div className="under number">{t('due', { at: dateTime(row.dueAt) })}</div>}
      </td>
      <td role="cell" data-label={t('column.code')}>
        <Link to="/ho-so/$id" params={{ id: row.id }} className="number">
          {row.code}
        </Link>
        {row.round > 1 && <div className="under">{t('round', { round: row.round })}</div>}
      </td>
      <td role="cell" data-label={t('column.procedure')} lang="vi">
        {row.procedureName}
        <div className="under">{row.ownerName}</div>
      </td>
      <td role="cell" data-label={t('column.step')}>
        {pick(row.stepName)}
        <div className="under">{pick(row.statusName)}</div>
        <Badges badges={row.badges} />
      </td>
      <td role="cell" data-label={t('column.holder')} lang="vi">
        {row.holder.name}
        {row.addressee && <div className="under">→ {row.addressee.name}</div>}
        {row.leadName && <div className="under">{row.leadName}</div>}
      </td>
      <td role="cell" data-label={t('column.shares')}>
        <RowShares shares={row.shares} />
      </td>
    </tr>
  );
}
