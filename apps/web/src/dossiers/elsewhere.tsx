import { useTranslation } from 'react-i18next';
import type { Elsewhere } from '../api/types';
import { dateTime } from '../shell/format';

/** How the dossier stands in the agency's own system, when that was heard, and whether anything between the two waits. */
export function ElsewhereLines({ elsewhere }: { elsewhere: Elsewhere }) {
  const { t } = useTranslation('dossiers');
  const { unit, reference, status, statusAt, seenAt, note, exchange, why } = elsewhere;
  return (
    <div className="supplement">
      <div>
        <strong lang="vi">{unit.name}</strong>: <strong>{t(`elsewhere.status.${status}`)}</strong> · {dateTime(statusAt)}
      </div>
      {reference && (
        <div>
          {t('elsewhere.reference')} <span className="number">{reference}</span>
        </div>
      )}
      {note && <blockquote lang="vi">{note}</blockquote>}
      <div>{t(`elsewhere.exchange.${exchange}`)}</div>
      <div className="under">
        {t('elsewhere.seen', { at: dateTime(seenAt) })}
        {exchange !== 'even' && why && ` · ${t('elsewhere.why', { why })}`}
      </div>
    </div>
  );
}
