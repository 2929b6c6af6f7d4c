import { BellIcon } from '@radix-ui/react-icons';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AlarmRow } from '../api/types';
import '../components/components.css';
import { RowShares } from '../components/row-shares';
import { TimeToken } from '../components/time-token';
import { oneOf } from '../components/words';
import { dateTime } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { ALARM_KINDS } from './kinds';

const COLUMNS = ['what', 'dossier', 'who', 'since', 'due', 'shares'] as const;

/** Alarms as rows; on a narrow screen each becomes a card. */
export function AlarmTable({ rows }: { rows: readonly AlarmRow[] }) {
  const { t } = useTranslation('alarms');
  return (
    <table className="rows alarm-rows" role="table">
      <caption className="visually-hidden">{t('caption')}</caption>
      <thead>
        <tr role="row">
          {COLUMNS.map((column) => (
            <th key={column} role="columnheader" scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={`${row.dossierId} ${row.kind}`} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { row: AlarmRow }) {
  const { t } = useTranslation('alarms');
  const pick = useLocalized();
  const kind = oneOf(ALARM_KINDS, row.kind, 'stepOverdue');
  const cell = (column: (typeof COLUMNS)[number]) => ({ role: 'cell', 'data-label': t(`column.${column}`) });
  return (
    <tr role="row">
      <td {...cell('what')}>
        <span className={`token ${kind === 'overdue' ? 'token-overdue' : 'token-due-soon'}`}>
          <BellIcon aria-hidden /> {t(`kind.${kind}`)}
        </span>
        <p className="alarm-what">
          {t(`what.${kind}`, { step: pick(row.stepName) })}
          {row.waitsFor.length > 0 && <span lang="vi"> {row.waitsFor.map(({ name }) => name).join('; ')}.</span>}
        </p>
        <p className="alarm-what">
          <strong>{t('toDo')}</strong> {t(`do.${kind}`)}
        </p>
      </td>
      <td {...cell('dossier')}>
        <Link to="/ho-so/$id" params={{ id: row.dossierId }} className="number">
          {row.code}
        </Link>
        <span className="under" lang="vi">
          {row.procedureName}
        </span>
        <span className="under" lang="vi">
          {row.ownerName}
        </span>
      </td>
      <td {...cell('who')} lang="vi">
        {row.unit.name}
        {row.officer && <span className="under">{row.officer}</span>}
      </td>
      <td {...cell('since')}>
        {pick(row.sinceText)}
        <span className="under number">{t('since', { at: dateTime(row.since) })}</span>
      </td>
      <td {...cell('due')}>
        <TimeToken token={row.timeToken} text={row.timeText} />
        {row.dueAt && <span className="under number">{dateTime(row.dueAt)}</span>}
      </td>
      <td {...cell('shares')}>
        <RowShares shares={row.shares} />
      </td>
    </tr>
  );
}
