import { useTranslation } from 'react-i18next';
import type { HistoryLine } from '../api/types';
import { dateTime } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { WhoActed } from './who-acted';

interface HistoryProps {
  lines: readonly HistoryLine[];
  /** Lines after this one are new since the officer last looked. */
  seen: number | undefined;
}

/** Who did what, when, newest first; what came since the last look is marked in words. */
export function History({ lines, seen }: HistoryProps) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  return (
    <ol className="plain-list history">
      {lines
        .toSorted((a, b) => b.seq - a.seq)
        .map((line) => (
          <li key={line.seq} className={seen !== undefined && line.seq > seen ? 'new' : undefined}>
            <div>
              {seen !== undefined && line.seq > seen && <span className="new-mark">{t('history.new')}</span>} <strong>{pick(line.label)}</strong> → {pick(line.to)}
            </div>
            <div className="under">
              <span className="number">{dateTime(line.at)}</span> · <WhoActed line={line} />
            </div>
            {line.reason && <div lang="vi">{line.reason}</div>}
            {line.note && <blockquote lang="vi">{line.note}</blockquote>}
          </li>
        ))}
    </ol>
  );
}
