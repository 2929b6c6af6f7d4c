import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, LoadFault } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { dateTime, shortDate } from '../../shell/format';
import { usePageTitle } from '../../shell/page-title';
import { CardsTable } from '../cards-table';
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
    <CardsTable
      caption={t('log')}
      rows={lines}
      rowKey={(_, index) => index}
      columns={[
        { title: t('logList.at'), number: true, cell: ({ at }) => dateTime(at) },
        { title: t('logList.who'), cell: ({ officer }) => officer ?? t('logList.program') },
        {
          title: t('logList.act'),
          cell: ({ act, subject }) => (
            <>
              {t(`acts.${act as 'proposed'}`)} {subject && <span className="number">{/^\d{4}-/.test(subject) ? shortDate(subject) : subject}</span>}
            </>
          ),
        },
        { title: t('logList.before'), cell: ({ act, before }) => <Record value={act === 'proposed' ? undefined : before} /> },
        { title: t('logList.after'), cell: ({ act, after }) => <Record value={act === 'proposed' ? undefined : after} /> },
        { title: t('source'), cell: ({ document }) => document },
      ]}
    />
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
