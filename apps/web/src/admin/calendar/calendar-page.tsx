import { Alert, NativeSelect, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadFault } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { shortDate, weekday } from '../../shell/format';
import { useLanguage, useLocalized } from '../../shell/localized';
import { usePageTitle } from '../../shell/page-title';
import { may, useSession } from '../../shell/session';
import { CardsTable } from '../cards-table';
import { UnitSelect } from '../unit-select';
import { type Layer, recordsQuery } from './calls';
import { ChangeTable } from './change-table';
import { useCalendarUnits } from './units';
import { WeekTable } from './week';
import './calendar.css';
import './messages';

const route = getRouteApi('/staff/quan-tri/lich');

/** What is on record for a year, level by level, and the changes. */
export function CalendarPage() {
  const { t } = useTranslation('calendar');
  usePageTitle(t('title'));
  const session = useSession();
  const [thisYear] = useState(() => new Date().getFullYear());
  const { donvi: unit = 'vn', nam: year = thisYear } = route.useSearch();
  const navigate = route.useNavigate();
  const units = useCalendarUnits();
  const query = useQuery(recordsQuery(unit, year));
  const years = [...new Set([...(query.data?.years ?? []), year])].toSorted((a, b) => a - b);
  const goTo = (search: { donvi: string; nam: number }) => void navigate({ search });
  return (
    <>
      <Title order={1}>{t('title')}</Title>
      <div className="calendar-pick">
        <UnitSelect label={t('unit')} units={units} value={unit} onChange={(donvi) => goTo({ donvi, nam: year })} />
        <NativeSelect label={t('year')} data={years.map(String)} value={String(year)} onChange={(event) => goTo({ donvi: unit, nam: Number(event.currentTarget.value) })} />
        {may(session, 'calendar.propose') && (
          <Link to="/quan-tri/lich/de-xuat" search={{ donvi: unit }}>
            {t('propose')}
          </Link>
        )}
        <Link to="/quan-tri/lich/nhat-ky" search={{ donvi: unit }}>
          {t('log')}
        </Link>
      </div>
      <ChangeTable />
      {query.isError ? (
        <LoadFault error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={8} />
      ) : (
        <>
          {!query.data.years.includes(year) && (
            <Alert color="orange" mb="sm">
              {t('yearMissing', { year })}
            </Alert>
          )}
          {query.data.layers.map((layer) => (
            <LayerSection key={layer.unitId} layer={layer} year={year} />
          ))}
        </>
      )}
    </>
  );
}

function LayerSection({ layer, year }: { layer: Layer; year: number }) {
  const { t } = useTranslation('calendar');
  const pick = useLocalized();
  const language = useLanguage();
  return (
    <section className="panel" aria-labelledby={`layer-${layer.unitId}`}>
      <h2 id={`layer-${layer.unitId}`} lang={layer.unitId === 'vn' ? undefined : 'vi'}>{layer.unitId === 'vn' ? t('nation') : layer.unitName}</h2>
      <h3>{t('days')}</h3>
      {layer.days.length === 0 ? (
        <p>{t('noDays', { year })}</p>
      ) : (
        <CardsTable
          caption={t('days')}
          rows={layer.days}
          rowKey={({ date }) => date}
          columns={[
            {
              title: t('date'),
              number: true,
              cell: ({ date }) => (
                <>
                  {shortDate(date)} <span className="under">{weekday(`${date}T12:00:00+07:00`, language)}</span>
                </>
              ),
            },
            {
              title: t('kind'),
              cell: ({ kind, hours }) => (
                <>
                  {t(`kinds.${kind as 'work'}`)}
                  {hours && <span className="under number">{hours.join(', ')}</span>}
                </>
              ),
            },
            { title: t('name'), cell: ({ name }) => pick(name) },
            { title: t('status'), cell: ({ status }) => t(`statuses.${status as 'official'}`) },
            { title: t('source'), cell: ({ source }) => pick(source) },
          ]}
        />
      )}
      <h3>{t('hours')}</h3>
      {layer.hours.length === 0 && <p>{t('noHours')}</p>}
      {layer.hours.map((hours) => (
        <div key={hours.since}>
          <p>
            <strong>{t('since', { date: shortDate(hours.since) })}</strong> · {pick(hours.source)}
          </p>
          <WeekTable week={hours.week} />
        </div>
      ))}
    </section>
  );
}
