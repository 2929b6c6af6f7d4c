import { useTranslation } from 'react-i18next';
import type { Fee } from '../api/types';
import { money } from '../shell/format';
import { useLanguage, useLocalized } from '../shell/localized';
import './components.css';

/** What is owed, line by line, with the reason; "no fee" is said as well. */
export function FeeLines({ fee }: { fee: Fee }) {
  const { t } = useTranslation();
  const pick = useLocalized();
  const language = useLanguage();
  return (
    <div className="fee">
      {fee.total === 0 ? (
        <strong>{t('fee.free')}</strong>
      ) : (
        <>
          <ul className="plain-list">
            {fee.lines.map((line) => (
              <li key={line.name.vi} className="fee-line">
                <span>{pick(line.name)}</span>
                <span className="number">{money(line.amount, language)}</span>
              </li>
            ))}
          </ul>
          <div className="fee-line">
            <strong>{t('fee.total')}</strong>
            <strong className="number">{money(fee.total, language)}</strong>
          </div>
        </>
      )}
      {/* Where nothing was ever owed, "no fee" says it all; where somebody is exempt, the reason belongs beside it. */}
      {fee.lines.length > 0 && <div className="fee-reason">{pick(fee.explanation)}</div>}
    </div>
  );
}
