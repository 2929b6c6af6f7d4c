import { useTranslation } from 'react-i18next';
import type { HistoryLine } from '../api/types';
import './messages';

/** Who did something, for whom where it was another's post, and in which unit. */
export function WhoActed({ line: { who, forWhom, basis, unit } }: { line: HistoryLine }) {
  const { t } = useTranslation('dossiers');
  return (
    <>
      <span lang="vi">{who}</span>
      {forWhom && (
        <>
          {' '}
          {t(`history.${basis ?? 'absence'}`)} <span lang="vi">{forWhom}</span>
        </>
      )}
      {unit && <span lang="vi">, {unit}</span>}
    </>
  );
}
