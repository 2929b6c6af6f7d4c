import { Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransferList } from '../api/types';
import { EmptyState, LoadFault } from '../components/empty-state';
import { Loading } from '../components/loading';
import '../dossiers/dossiers.css';
import { DateInput } from '../forms/date-input';
import { dateTime } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { usePageTitle } from '../shell/page-title';
import { listTransfers } from './calls';
import './messages';
import './transfers.css';

const COLUMNS = ['code', 'received', 'by', 'passed', 'late', 'who'] as const;
const COUNTS = ['received', 'inTime', 'late', 'stillHere'] as const;

/** A day typed wholly; what is still being typed asks for nothing. */
const dayOf = (text: string | undefined): string | undefined => (/^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? text : undefined);

/** What the counters I answer for did not pass on the same day: which dossier, by how much, who had it. */
export function TransfersPage() {
  const { t } = useTranslation('transfers');
  usePageTitle(t('title'));
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const query = useQuery({ queryKey: ['transfers', dayOf(from), dayOf(to)], queryFn: () => listTransfers({ from: dayOf(from), to: dayOf(to) }), placeholderData: keepPreviousData });
  return (
    <>
      <Title order={1} mb="xs">
        {t('title')}
      </Title>
      <p className="transfers-about">{t('about')}</p>
      <div className="panel">
        <div className="transfers-dates">
          <DateInput id="transfers-from" label={t('from')} value={from ?? query.data?.from ?? ''} onChange={setFrom} />
          <DateInput id="transfers-to" label={t('to')} value={to ?? query.data?.to ?? ''} onChange={setTo} />
        </div>
        {query.isError ? (
          <LoadFault error={query.error} onRetry={() => void query.refetch()} />
        ) : !query.data ? (
          <Loading lines={8} />
        ) : (
          <>
            <dl className="transfers-counts">
              {COUNTS.map((count) => (
                <div key={count}>
                  <dt>{t(`counts.${count}`)}</dt>
                  <dd className="number">{query.data.counts[count]}</dd>
                </div>
              ))}
            </dl>
            {query.data.rows.length === 0 ? <EmptyState text={t('empty')} /> : <Breaches rows={query.data.rows} />}
          </>
        )}
      </div>
    </>
  );
}

function Breaches({ rows }: { rows: TransferList['rows'] }) {
  const { t } = useTranslation('transfers');
  const pick = useLocalized();
  const cell = (column: (typeof COLUMNS)[number]) => ({ role: 'cell', 'data-label': t(`column.${column}`) });
  return (
    <table className="rows" role="table">
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
          <tr role="row" key={row.dossierId}>
            <td {...cell('code')}>
              <Link to="/ho-so/$id" params={{ id: row.dossierId }} className="number">
                {row.code}
              </Link>
              <div className="under" lang="vi">
                {row.procedureName}
              </div>
              {row.nonBoundary && <div className="under">{t('nonBoundary')}</div>}
            </td>
            <td {...cell('received')} className="number">
              {dateTime(row.receivedAt)}
            </td>
            <td {...cell('by')} className="number">
              {dateTime(row.transferBy)}
            </td>
            <td {...cell('passed')}>
              {row.transferredAt ? <span className="number">{dateTime(row.transferredAt)}</span> : <strong>{t('notYet')}</strong>}
              {row.to && (
                <div className="under" lang="vi">
                  {row.to.name}
                </div>
              )}
            </td>
            <td {...cell('late')}>{pick(row.lateText)}</td>
            <td {...cell('who')} lang="vi">
              {row.officer}
              <div className="under">{row.centre.name}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
