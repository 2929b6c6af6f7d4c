import { useTranslation } from 'react-i18next';
import { useLocalized } from '../../shell/localized';
import type { Difference } from './calls';
import './messages';

/** What differs, value by value. */
export function DifferenceTable({ differences, caption }: { differences: readonly Difference[]; caption: string }) {
  const { t } = useTranslation('localRules');
  const pick = useLocalized();
  if (differences.length === 0) return <p>{t('compare.none')}</p>;
  return (
    <table className="cards-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('compare.value')}</th>
          <th scope="col">{t('compare.before')}</th>
          <th scope="col">{t('compare.after')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ pointer, place, before, after }) => (
          <tr key={pointer + place.vi}>
            <th scope="row">{pick(place)}</th>
            <td data-label={t('compare.before')}>{before ? <del>{pick(before)}</del> : <em>{t('compare.absent')}</em>}</td>
            <td data-label={t('compare.after')}>{after ? <ins>{pick(after)}</ins> : <em>{t('compare.gone')}</em>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
