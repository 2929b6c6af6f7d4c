import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import '../dossiers/messages';
import { signingProgress } from './calls';
import type { Run } from './use-run';

/** The acts after which a key goes to work on each paper. */
export const OF_KEYS: ReadonlySet<string> = new Set(['approveAndSign', 'sign', 'seal']);

const EVERY_MS = 1500;

interface SigningProgressProps {
  ids: readonly string[];
  codes: Run['codes'];
  to: '/ho-so/$id' | '/tham-dinh/$id';
}

/** One job and one outcome for each paper: how many are signed or sealed, and why some are not. */
export function SigningProgress({ ids, codes, to }: SigningProgressProps) {
  const { t } = useTranslation(['batch', 'dossiers']);
  const { data } = useQuery({
    queryKey: ['batch', 'signing', ...ids],
    queryFn: () => signingProgress(ids),
    refetchInterval: ({ state }) => (state.data?.every((each) => each.state !== 'waiting') ? false : EVERY_MS),
  });
  if (data === undefined) return null;
  const failed = data.filter(({ state }) => state === 'failed');
  const done = data.filter(({ state }) => state === 'done').length;
  return (
    <section aria-label={t('signing.title')}>
      <p role="status">
        {t('signing.progress', { done, total: data.length, failed: failed.length })} {done + failed.length < data.length && t('signing.waiting')}
      </p>
      {failed.length > 0 && (
        <ul className="plain-list batch-outcomes" aria-label={t('signing.failed')}>
          {failed.map(({ dossierId, fault }) => (
            <li key={dossierId}>
              <Link to={to} params={{ id: dossierId }} className="number">
                {codes[dossierId]}
              </Link>
              {fault && ` – ${t(`dossiers:signing.fault.${fault}`)}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
