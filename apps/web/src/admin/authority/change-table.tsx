import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoadFault } from '../../components/empty-state';
import { Quoting } from '../../components/quoting';
import { shortDate } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { CardsTable, StateBadge, WhoAndWhen } from '../cards-table';
import { changesQuery } from './calls';
import { useRuleWords, usePeriod, usePlace } from './words';
import './messages';

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
      <CardsTable
        caption={t('changes.title')}
        rows={query.data}
        rowKey={({ id }) => id}
        columns={[
          {
            title: t('subject'),
            cell: ({ id, rule }) => (
              <Link to="/quan-tri/tham-quyen/thay-doi/$id" params={{ id }}>
                {pick(rule.subject)}
              </Link>
            ),
          },
          {
            title: t('changes.what'),
            cell: ({ kind, until, rule }) =>
              kind === 'end' && until ? (
          t('changes.end', { until: shortDate(until) })
        ) : (
          <Quoting text={t('changes.rule', { deciding: deciding(rule), place: place(rule), period: period(rule) })} quotes={[rule.unitName]} />
        ),
          },
          { title: t('changes.state'), cell: ({ state }) => <StateBadge state={state} word={t(`changes.${state as 'proposed'}`)} /> },
          { title: t('changes.by'), cell: ({ proposedBy, proposedAt }) => <WhoAndWhen who={proposedBy} at={proposedAt} /> },
        ]}
      />
    </section>
  );
}
