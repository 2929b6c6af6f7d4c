import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, LoadFault } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { dateTime, shortDate } from '../../shell/format';
import { usePageTitle } from '../../shell/page-title';
import { type LogLine, logQuery } from './calls';
import { PageHead } from './page-head';
import './calendar.css';
import './messages';

const route = getRouteApi('/staff/quan-tri/lich/nhat-ky');

/** Every edit of a calendar with what stood before, the latest first. Nobody can rewrite it. */
export function LogPage() {
  const { t } = useTranslation('calendar');
  usePageTitle(t('log'));
  const { donvi: unit } = route.useSearch();
  const query = useQuery(logQuery(unit));
  return (
    <>
      <PageHead unit={unit} title={t('log')} />
      <div className="panel">
        {query.isError ? (
          <LoadFault error={query.error} onRetry={() => void query.refetch()} />
        ) : !query.data ? (
          <Loading lines={8} />
        ) : query.data.length === 0 ? (
          <EmptyState text={t('logList.none')} />
        ) : (
          <LogTable lines={query.data} />
        )}
      </div>
    </>
  );
}

function LogTable({ lines }: { lines: readonly LogLine[] }) {
  const { t } = useTranslation('calendar');
  return (
    <table className="cards-table">
      <caption className="visually-hidden">{t('log')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('logList.at')}</th>
          <th scope="col">{t('logList.who')}</th>
          <th scope="col">{t('logList.act')}</th>
          <th scope="col">{t('logList.before')}</th>
          <th scope="col">{t('logList.after')}</th>
          <th scope="col">{t('source')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={index}>
            <th scope="row" className="number">
              {dateTime(line.at)}
            </th>
            <td data-label={t('logList.who')}>{line.officer ?? t('logList.program')}</td>
            <td data-label={t('logList.act')}>
              {t(`acts.${line.act as 'proposed'}`)} {line.subject && <span className="number">{/^\d{4}-/.test(line.subject) ? shortDate(line.subject) : line.subject}</span>}
            </td>
            <td data-label={t('logList.before')}>
              <Record value={line.act === 'proposed' ? undefined : line.before} />
            </td>
            <td data-label={t('logList.after')}>
              <Record value={line.act === 'proposed' ? undefined : line.after} />
            </td>
            <td data-label={t('source')}>{line.document}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A record of the log in a few words: kind, name, hours of a day; or the hours of a week. */
function Record({ value }: { value: LogLine['before'] }) {
  const { t } = useTranslation('calendar');
  if (value === undefined) return null;
  const { kind, nameVi, hours } = value as { kind?: string; nameVi?: string; hours?: string[] };
  if (kind !== undefined) return <>{[t(`kinds.${kind as 'work'}`), nameVi, hours?.join(', ')].filter(Boolean).join(' · ')}</>;
  return <span className="number">{Object.entries(value as { [day: string]: string[] }).map(([day, stretches]) => `${t(`weekday.${day as 'mon'}`)}: ${stretches.join(', ') || t('closed')}`).join('; ')}</span>;
}
