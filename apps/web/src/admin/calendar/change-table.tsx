import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoadFault } from '../../components/empty-state';
import { dateTime } from '../../shell/format';
import { changesQuery } from './calls';
import { ChangeLines } from './change-lines';
import './messages';

const COLOURS = { proposed: 'orange', approved: 'green', rejected: 'gray' } as const;

/** The changes, those that wait first. */
export function ChangeTable() {
  const { t } = useTranslation('calendar');
  const query = useQuery(changesQuery);
  return (
    <section className="panel" aria-labelledby="calendar-changes">
      <h2 id="calendar-changes">{t('changes.title')}</h2>
      {query.isError && <LoadFault error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && <p>{t('changes.none')}</p>}
      {query.data && query.data.length > 0 && (
        <table className="cards-table">
          <caption className="visually-hidden">{t('changes.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('unit')}</th>
              <th scope="col">{t('changes.what')}</th>
              <th scope="col">{t('changes.state')}</th>
              <th scope="col">{t('changes.by')}</th>
            </tr>
          </thead>
          <tbody>
            {query.data.map((change) => (
              <tr key={change.id}>
                <th scope="row">
                  <Link to="/quan-tri/lich/thay-doi/$id" params={{ id: change.id }}>
                    {change.unitId === 'vn' ? t('nation') : change.unitName}, {change.document}
                  </Link>
                </th>
                <td data-label={t('changes.what')}>
                  <ChangeLines change={change} />
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
      )}
    </section>
  );
}
