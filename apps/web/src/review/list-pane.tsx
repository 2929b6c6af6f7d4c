import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DossierRow } from '../api/types';
import { TimeToken } from '../components/time-token';

/** The queue beside the case: enough of each row to choose by. */
export function ListPane({ rows, present }: { rows: readonly DossierRow[]; present: string }) {
  const { t } = useTranslation('review');
  return (
    <nav className="list-pane" aria-label={t('title')}>
      <Link to="/tham-dinh" className="back">
        ← {t('back')}
      </Link>
      <ul className="plain-list">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/tham-dinh/$id" params={{ id: row.id }} aria-current={row.id === present ? 'page' : undefined}>
              <TimeToken token={row.timeToken} text={row.timeText} />
              <span lang="vi">
                <strong>{row.ownerName}</strong>
                <br />
                {row.procedureName}
                <br />
                {row.commune.name}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
