import { useTranslation } from 'react-i18next';
import type { DueChange } from '../api/types';
import { dateTime, shortDate } from '../shell/format';
import { useLocalized } from '../shell/localized';
import './components.css';

/** Each change of the appointed date with its reason, oldest first: dates move only by an act. */
export function DueChanges({ changes }: { changes: readonly DueChange[] }) {
  const { t } = useTranslation();
  const pick = useLocalized();
  if (changes.length === 0) return null;
  return (
    <div className="due-changes">
      <strong>{t('dueChange.title')}</strong>
      <ol className="plain-list">
        {changes.map((change, index) => (
          <li key={index}>
            <span className="number">{change.from && change.to ? t('dueChange.moved', { from: dateTime(change.from), to: dateTime(change.to) }) : change.to ? t('dueChange.to', { to: dateTime(change.to) }) : t('dueChange.anew')}</span>
            <span className="under">
              {pick(change.cause)}
              {change.basis && <span lang="vi"> ({change.basis})</span>} · {shortDate(change.at)}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
