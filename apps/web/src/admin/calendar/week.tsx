import { useTranslation } from 'react-i18next';
import { type Week, WEEKDAYS } from './calls';
import './messages';

/** The hours of a week, day by day. */
export function WeekTable({ week }: { week: Week }) {
  const { t } = useTranslation('calendar');
  return (
    <dl className="facts">
      {WEEKDAYS.map((weekday) => (
        <div key={weekday} className="week-row">
          <dt>{t(`weekday.${weekday}`)}</dt>
          <dd className="number">{week[weekday]?.join(', ') || t('closed')}</dd>
        </div>
      ))}
    </dl>
  );
}
