import { useTranslation } from 'react-i18next';
import type { Extension } from '../api/types';
import { ReasonLine } from '../components/reason-line';
import { dateTime, shortDate } from '../shell/format';

/** Extensions and apologies: from which date to which, why, at whose fault, who signed. */
export function Extensions({ extensions }: { extensions: readonly Extension[] }) {
  const { t } = useTranslation('dossiers');
  return extensions.map((extension, index) => (
    <div key={index} className="supplement">
      <div>
        <strong>{extension.kind === 'apology' ? t('extension.apology') : t('extension.by', { count: extension.days ?? 0 })}</strong> – {t(outcomeOf(extension))}
      </div>
      {extension.dueBefore && extension.dueAfter && (
        <p className="moved-date">
          {t('extension.moves', { from: dateTime(extension.dueBefore) })} <strong className="number">{dateTime(extension.dueAfter)}</strong>
        </p>
      )}
      {extension.expectedOn && (
        <p className="moved-date">
          {t('extension.expected')} <strong className="number">{shortDate(extension.expectedOn)}</strong>
        </p>
      )}
      <div>
        <ReasonLine reason={extension.reason} />
      </div>
      {extension.note && <blockquote lang="vi">{extension.note}</blockquote>}
      <div className="under" lang="vi">
        {[extension.unit.name, extension.proposedBy, dateTime(extension.proposedAt)].filter(Boolean).join(' · ')}
      </div>
      {extension.kind === 'extension' && extension.decidedAt && (
        <div className="under">
          {t('extension.decided', { at: dateTime(extension.decidedAt) })} <span lang="vi">{extension.decidedBy}</span> {extension.answer && <ReasonLine reason={extension.answer} />}
        </div>
      )}
    </div>
  ));
}

function outcomeOf({ outcome, kind }: Extension) {
  if (outcome === undefined) return 'extension.waiting' as const;
  if (outcome === 'granted') return kind === 'apology' ? ('extension.sent' as const) : ('extension.granted' as const);
  return outcome === 'declined' ? ('extension.declined' as const) : ('extension.closed' as const);
}
