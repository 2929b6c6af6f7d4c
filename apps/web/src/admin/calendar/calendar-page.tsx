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
        <NativeSelect label={t('unit')} data={units} value={unit} onChange={(event) => goTo({ donvi: event.currentTarget.value, nam: year })} />
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
      <h2 id={`layer-${layer.unitId}`}>{layer.unitId === 'vn' ? t('nation') : layer.unitName}</h2>
      <h3>{t('days')}</h3>
      {layer.days.length === 0 ? (
        <p>{t('noDays', { year })}</p>
      ) : (
        <table className="cards-table">
          <caption className="visually-hidden">{t('days')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('date')}</th>
              <th scope="col">{t('kind')}</th>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('status')}</th>
              <th scope="col">{t('source')}</th>
            </tr>
          </thead>
          <tbody>
            {layer.days.map((day) => (
              <tr key={day.date}>
                <th scope="row" className="number">
                  {shortDate(day.date)} <span className="under">{weekday(`${day.date}T12:00:00+07:00`, language)}</span>
                </th>
                <td data-label={t('kind')}>
                  {t(`kinds.${day.kind as 'work'}`)}
                  {day.hours && <span className="under number">{day.hours.join(', ')}</span>}
                </td>
                <td data-label={t('name')}>{pick(day.name)}</td>
                <td data-label={t('status')}>{t(`statuses.${day.status as 'official'}`)}</td>
                <td data-label={t('source')}>{pick(day.source)}</td>
              </tr>
            ))}
          </tbody>
        </table>
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
