import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierRow } from '../api/types';
import { Batch } from '../batch/batch';
import { TickAll, TickCell, TickHead, tickWithSpace } from '../batch/ticks';
import { type Selection, useSelection } from '../batch/use-selection';
import { Badges } from '../components/badges';
import { EmptyState, LoadFault } from '../components/empty-state';
import { LateBy } from '../components/late-by';
import { Loading } from '../components/loading';
import { RowShares } from '../components/row-shares';
import { TimeToken } from '../components/time-token';
import '../dossiers/dossiers.css';
import '../dossiers/messages';
import { dateTime } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { usePageTitle } from '../shell/page-title';
import './messages';
import './review.css';
import { useReviewList } from './use-review-list';

const COLUMNS = ['due', 'left', 'commune', 'procedure', 'step', 'round', 'holder', 'shares'] as const;

/** The review list of a provincial unit, the earliest due first. */
export function ReviewPage() {
  const { t } = useTranslation('review');
  usePageTitle(t('title'));
  const [lateBy, setLateBy] = useState<string>();
  const list = useReviewList(lateBy);
  const selection = useSelection('review', list.data?.rows ?? []);
  return (
    <div className="review-list-page">
      <Title order={1}>
        {t('title')} {list.data && <span className="count number">{list.data.total}</span>}
      </Title>
      <div className="panel">
        <LateBy units={list.data?.lateBy} present={lateBy} onChange={setLateBy} />
        {list.isError ? (
          <LoadFault error={list.error} onRetry={() => void list.refetch()} />
        ) : !list.data ? (
          <Loading lines={8} />
        ) : list.data.rows.length === 0 ? (
          <EmptyState text={t('empty')} />
        ) : (
          <>
            <TickAll rows={list.data.rows} selection={selection} />
            <table className="rows" role="table">
              <caption className="visually-hidden">{t('caption')}</caption>
              <thead>
                <tr role="row">
                  <TickHead />
                  {COLUMNS.map((column) => (
                    <th key={column} role="columnheader" scope="col">
                      {t(`column.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {list.data.rows.map((row) => (
                  <Row key={row.id} row={row} selection={selection} />
                ))}
              </tbody>
            </table>
          </>
        )}
        <Batch selection={selection} to="/tham-dinh/$id" />
      </div>
    </div>
  );
}

function Row({ row, selection }: { row: DossierRow; selection: Selection }) {
  const { t } = useTranslation('review');
  const pick = useLocalized();
  const cell = (column: (typeof COLUMNS)[number]) => ({ role: 'cell', 'data-label': t(`column.${column}`) });
  return (
    <tr role="row" onKeyDown={tickWithSpace(row, selection)}>
      <TickCell row={row} selection={selection} />
      <td {...cell('due')} className="number">
        {row.dueAt ? dateTime(row.dueAt) : '–'}
      </td>
      <td {...cell('left')}>
        <TimeToken token={row.timeToken} text={row.timeText} />
      </td>
      <td {...cell('commune')} lang="vi">
        {row.commune.name}
      </td>
      <td {...cell('procedure')} lang="vi">
        <Link to="/tham-dinh/$id" params={{ id: row.id }}>
          {row.procedureName}
        </Link>
        <span className="under">
          {row.ownerName} · <span className="number">{row.code}</span>
        </span>
      </td>
      <td {...cell('step')}>
        {pick(row.stepName)}
        <Badges badges={row.badges} />
      </td>
      <td {...cell('round')} className="number">
        {row.round}
      </td>
      <td {...cell('holder')} lang="vi">
        {row.holder.name}
        {row.addressee && <span className="under">→ {row.addressee.name}</span>}
      </td>
      <td {...cell('shares')}>
        <RowShares shares={row.shares} />
      </td>
    </tr>
  );
}
