import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OnceOnlyReport } from './calls';
import { shownMonth, type OnceOnlySearch } from './search';

/** The way down to what is shown; each part leads back up. */
export function OnceOnlyPath({ report, search: { from, to } }: { report: OnceOnlyReport; search: OnceOnlySearch }) {
  const { t } = useTranslation('onceOnly');
  const { procedure, unit, month } = report;
  const months = { from, to };
  const parts = [
    { key: 'all', label: t('all'), search: months },
    ...(procedure ? [{ key: 'procedure', label: t('ofProcedure', { code: procedure }), search: { ...months, procedure } }] : []),
    ...(unit ? [{ key: 'unit', label: t('ofUnit'), search: { ...months, procedure, unit } }] : []),
    ...(month ? [{ key: 'month', label: t('ofMonth', { month: shownMonth(month) }), search: { ...months, procedure, unit, month } }] : []),
  ];
  return (
    <nav aria-label={t('path')}>
      <ol className="once-only-path">
        {parts.map(({ key, label, search }, place) => (
          <li key={key}>
            {place === parts.length - 1 ? (
              <span aria-current="page">{label}</span>
            ) : (
              <Link to="/quan-tri/hoi-mot-lan" search={search}>
                {label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
