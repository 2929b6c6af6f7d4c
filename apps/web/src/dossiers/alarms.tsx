import { BellIcon } from '@radix-ui/react-icons';
import { useTranslation } from 'react-i18next';
import type { Alarm } from '../api/types';
import { dateTime } from '../shell/format';
import { useLocalized } from '../shell/localized';

/** What warns just now, who has to answer it, since when. */
export function Alarms({ alarms }: { alarms: readonly Alarm[] }) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  if (alarms.length === 0) return null;
  return (
    <section className="alarms" aria-label={t('alarms.title')}>
      <ul className="plain-list">
        {alarms.map((alarm) => (
          <li key={alarm.kind + alarm.since}>
            <BellIcon aria-hidden /> <strong>{pick(alarm.label)}</strong> – <span lang="vi">{[alarm.unit.name, alarm.officer].filter(Boolean).join(', ')}</span>,{' '}
            {t('alarms.since', { at: dateTime(alarm.since) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
