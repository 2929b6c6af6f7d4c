import { useTranslation } from 'react-i18next';
import { slipAddress } from '../api/calls';
import type { Handover } from '../api/types';
import { PdfLink } from '../components/pdf-link';
import { dateTime } from '../shell/format';
import { useLocalized } from '../shell/localized';

/** Handovers with their manifests: which papers went along, which originals stayed and where. */
export function Handovers({ dossierId, handovers }: { dossierId: string; handovers: readonly Handover[] }) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  if (handovers.length === 0) return <p className="under">{t('handovers.none')}</p>;
  return (
    <>
      <ol className="plain-list handovers">
        {handovers.map((handover) => (
          <li key={handover.id}>
            <div lang="vi">
              <strong>
                {handover.from.name} → {handover.to.name}
              </strong>
            </div>
            <div className="under">{pick(handover.purpose)}</div>
            <div>{t('handovers.sent', { at: dateTime(handover.sentAt), who: handover.sentBy ?? t('handovers.desk') })}</div>
            <div>{outcome(handover)}</div>
            {handover.reason && <div lang="vi">{handover.reason}</div>}
            {handover.marks.length > 0 && (
              <div>
                {t('marks.wereReturned', { count: handover.marks.length })} ({t(handover.settled ? 'marks.settled' : 'marks.open')}):{' '}
                <span lang="vi">{handover.marks.map(({ name }) => name).join('; ')}</span>
              </div>
            )}
            <details className="why">
              <summary>{t('handovers.manifest', { count: handover.manifest.length })}</summary>
              <ul>
                {handover.manifest.map((line) => (
                  <li key={line.key}>
                    <span lang="vi">{line.name}</span> – {t(`handovers.${originalWord(line.original)}`, { place: line.location })}
                    {line.sha256 && <code className="digest">SHA-256 {line.sha256.slice(0, 16)}…</code>}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ol>
      <PdfLink href={slipAddress(dossierId, 'handover')}>{t('handovers.slip')}</PdfLink>
    </>
  );

  function outcome(handover: Handover): string {
    if (handover.acknowledgedAt) return t('handovers.acknowledged', { at: dateTime(handover.acknowledgedAt), who: handover.acknowledgedBy ?? t('handovers.desk') });
    if (handover.returnedAt) return t('handovers.returned', { at: dateTime(handover.returnedAt) });
    if (handover.recalledAt) return t('handovers.recalled', { at: dateTime(handover.recalledAt) });
    return t('handovers.waiting');
  }
}

const originalWord = (word: string): 'travels' | 'stays' | 'electronic' => (word === 'travels' || word === 'stays' ? word : 'electronic');
