import { useNetwork } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../api/types';
import { timeOfDay } from './format';
import { sessionQuery } from './session';

/** How long before the end of a session the warning appears (WCAG 2.2.1 asks for time to react). */
const WARNING = 3 * 60_000;

/** Says above the page that the line is cut, or that the session is about to end and how to go on. */
export function SessionStrip({ session }: { session: Session | undefined }) {
  const { t } = useTranslation('shell');
  const { online } = useNetwork();
  const queries = useQueryClient();
  const ending = useIsNear(session?.kind === 'anonymous' ? undefined : session?.expiresAt);
  const stay = () => void queries.refetchQueries({ queryKey: sessionQuery.queryKey });
  return (
    <div role="status">
      {!online && <div className="shell-strip">{t('lineCut')}</div>}
      {ending && session?.expiresAt && (
        <div className="shell-strip">
          {t('ending', { time: timeOfDay(session.expiresAt) })}{' '}
          <button type="button" onClick={stay}>
            {t('stay')}
          </button>
        </div>
      )}
    </div>
  );
}

function useIsNear(instant: string | undefined): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!instant) return setNear(false);
    const wait = Date.parse(instant) - WARNING - Date.now();
    setNear(wait <= 0);
    // A browser timer holds 24 days at most; a session that long needs no warning now.
    const timer = wait > 0 && wait < 2_000_000_000 ? setTimeout(() => setNear(true), wait) : undefined;
    return () => clearTimeout(timer);
  }, [instant]);
  return near;
}
