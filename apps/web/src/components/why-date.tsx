import { useTranslation } from 'react-i18next';
import type { Localized } from '../api/types';
import { useLocalized } from '../shell/localized';
import './components.css';

/** "Why this date?": the trace of a due date line by line, folded until asked for. */
export function WhyDate({ trace }: { trace: readonly Localized[] }) {
  const { t } = useTranslation();
  const pick = useLocalized();
  return (
    <details className="why">
      <summary>{t('why.question')}</summary>
      {trace.length === 0 ? (
        <p>{t('why.notStarted')}</p>
      ) : (
        <ol>
          {trace.map((line, index) => (
            <li key={index}>{pick(line)}</li>
          ))}
        </ol>
      )}
    </details>
  );
}
