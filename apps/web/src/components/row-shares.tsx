import { useTranslation } from 'react-i18next';
import type { RowShare } from '../api/types';
import { useLocalized } from '../shell/localized';
import './components.css';

/** Who held the clock of a dossier how long, and who of them made it late: a line for each. */
export function RowShares({ shares }: { shares: readonly RowShare[] }) {
  const { t } = useTranslation('common');
  const pick = useLocalized();
  if (shares.length === 0) return <span className="under">{t('shares.none')}</span>;
  return (
    <ul className="row-shares">
      {shares.map((share) => (
        <li key={share.unit.id}>
          <span lang="vi">{share.unit.name}</span>: <span className="number">{pick(share.text)}</span>
          {share.lateText && <strong className="late">{t('shares.late', { time: pick(share.lateText) })}</strong>}
        </li>
      ))}
    </ul>
  );
}
