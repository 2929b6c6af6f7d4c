import { Anchor, Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardsTable } from '../admin/cards-table';
import type { WorkRow } from '../api/types';
import { EmptyState, LoadFault } from '../components/empty-state';
import { Loading } from '../components/loading';
import { readWorkList } from './calls';
import { Pages } from './pages';
import { RepairForm } from './repair-form';
import { knownDay } from './value-text';

const route = getRouteApi('/staff/du-lieu/$code');

/** The people whose data want repair, with what is wrong and the way to put it right. */
export function WorkList({ code, mayRepair }: { code: string; mayRepair: boolean }) {
  const { t } = useTranslation('quality');
  const { fault, page = 1 } = route.useSearch();
  const [repaired, setRepaired] = useState<WorkRow>();
  const query = useQuery({ queryKey: ['quality', code, 'people', fault, page], queryFn: () => readWorkList(code, { fault, page }), placeholderData: keepPreviousData });
  if (query.isError) return <LoadFault error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={6} />;
  const { rows, pages } = query.data;
  if (rows.length === 0) return <EmptyState text={t('work.empty')} />;
  return (
    <>
      {!mayRepair && <p>{t('work.closed')}</p>}
      <p>
        <Anchor href={`/api/quality/${code}/people.csv${fault === undefined ? '' : `?fault=${fault}`}`} download>
          {t('work.file')}
        </Anchor>
      </p>
      {repaired && <RepairForm key={repaired.id} code={code} row={repaired} onClose={() => setRepaired(undefined)} />}
      <CardsTable
        caption={t('work.title')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { title: t('work.name'), quoted: true, cell: ({ fullName }) => fullName },
          { title: t('work.number'), number: true, cell: ({ maskedPersonalId }) => maskedPersonalId ?? '–' },
          { title: t('work.born'), number: true, cell: ({ birthDate }) => (birthDate ? knownDay(birthDate) : '–') },
          {
            title: t('work.faults'),
            cell: ({ faults }) => (
              <ul className="quality-row-faults">
                {faults.map((each) => (
                  <li key={each}>{t(`fault.${each}` as 'fault.in-conflict')}</li>
                ))}
              </ul>
            ),
          },
          { title: t('work.repair'), cell: (row) => <ToDo row={row} onRepair={() => setRepaired(row)} /> },
        ]}
      />
      <Pages page={page} pages={pages} link={(to, words) => <Link to="/du-lieu/$code" params={{ code }} search={{ fault, page: to }}>{words}</Link>} />
    </>
  );
}

function ToDo({ row, onRepair }: { row: WorkRow; onRepair: () => void }) {
  const { t } = useTranslation('quality');
  return (
    <>
      {row.doubtIds.map((id) => (
        <div key={id}>
          <Link to="/nghi-van/$id" params={{ id }}>
            {t('work.decide')}
          </Link>
        </div>
      ))}
      {row.repairs.length > 0 && (
        <Button size="compact-sm" variant="default" onClick={onRepair} aria-label={t('work.enterFor', { name: row.fullName })}>
          {t('work.enter')}
        </Button>
      )}
      {row.doubtIds.length === 0 && row.repairs.length === 0 && t('work.elsewhere')}
    </>
  );
}
