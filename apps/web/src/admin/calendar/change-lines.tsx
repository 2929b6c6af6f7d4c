import { useTranslation } from 'react-i18next';
import { shortDate } from '../../shell/format';
import { useLanguage } from '../../shell/localized';
import type { Change } from './calls';
import { WeekTable } from './week';
import './messages';

/** What a change does, one line each. */
export function ChangeLines({ change, full = false }: { change: Change; full?: boolean }) {
  const { t } = useTranslation('calendar');
  const language = useLanguage();
  return (
    <ul className="plain-list change-list">
      {change.removed.map((date) => (
        <li key={date}>{t('change.removedDay', { date: shortDate(date) })}</li>
      ))}
      {change.days.map((day) => (
        <li key={day.date}>
          {t('change.setDay', { date: shortDate(day.date), kind: t(`kinds.${day.kind}`), name: language === 'vi' ? day.nameVi : day.nameEn })}
          {day.hours && <span className="under number">{day.hours.join(', ')}</span>}
        </li>
      ))}
      {change.hours.map((hours) => (
        <li key={hours.since}>
          {t('change.setHours', { date: shortDate(hours.since) })}
          {full && <WeekTable week={hours.week} />}
        </li>
      ))}
      {change.years.map((year) => (
        <li key={year}>{t('change.openYear', { year })}</li>
      ))}
    </ul>
  );
}
