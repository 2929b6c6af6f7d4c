import { useTranslation } from 'react-i18next';
import { useLocalized } from '../../shell/localized';
import { CardsTable } from '../cards-table';
import type { Difference } from './calls';
import './messages';

/** What differs, value by value. */
export function DifferenceTable({ differences, caption }: { differences: readonly Difference[]; caption: string }) {
  const { t } = useTranslation('localRules');
  const pick = useLocalized();
  if (differences.length === 0) return <p>{t('compare.none')}</p>;
  return (
    <CardsTable
      caption={caption}
      rows={differences}
      rowKey={({ pointer, place }) => pointer + place.vi}
      columns={[
        { title: t('compare.value'), cell: ({ place }) => pick(place) },
        { title: t('compare.before'), cell: ({ before }) => (before ? <del>{pick(before)}</del> : <em>{t('compare.absent')}</em>) },
        { title: t('compare.after'), cell: ({ after }) => (after ? <ins>{pick(after)}</ins> : <em>{t('compare.gone')}</em>) },
      ]}
    />
  );
}
