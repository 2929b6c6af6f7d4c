import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoadFault } from '../../components/empty-state';
import { dateTime, shortDate } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { changesQuery } from './calls';
import { useRuleWords, usePeriod, usePlace } from './words';
import './messages';

const COLOURS = { proposed: 'orange', approved: 'green', rejected: 'gray' } as const;

/** What somebody wants changed, those that wait first; nothing while nobody has wanted anything. */
export function ChangeTable() {
  const { t } = useTranslation('authority');
  const pick = useLocalized();
  const deciding = useRuleWords();
  const period = usePeriod();
  const place = usePlace();
  const query = useQuery(changesQuery);
  if (query.isError) return <LoadFault error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || query.data.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="authority-changes">
      <h2 id="authority-changes">{t('changes.title')}</h2>
      <table className="cards-table">
        <caption className="visually-hidden">{t('changes.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('subject')}</th>
            <th scope="col">{t('changes.what')}</th>
            <th scope="col">{t('changes.state')}</th>
            <th scope="col">{t('changes.by')}</th>
          </tr>
        </thead>
        <tbody>
          {query.data.map((change) => (
            <tr key={change.id}>
              <th scope="row">
                <Link to="/quan-tri/tham-quyen/thay-doi/$id" params={{ id: change.id }}>
                  {pick(change.rule.subject)}
                </Link>
              </th>
              <td data-label={t('changes.what')}>
                {change.kind === 'end' && change.until
                  ? t('changes.end', { until: shortDate(change.until) })
                  : t('changes.rule', { deciding: deciding(change.rule), place: place(change.rule), period: period(change.rule) })}
              </td>
              <td data-label={t('changes.state')}>
                <Badge color={COLOURS[change.state as 'proposed']} variant="light">
                  {t(`changes.${change.state as 'proposed'}`)}
                </Badge>
              </td>
              <td data-label={t('changes.by')}>
                {change.proposedBy} <span className="under number">{dateTime(change.proposedAt)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
