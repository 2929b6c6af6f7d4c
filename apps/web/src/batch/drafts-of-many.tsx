import { useTranslation } from 'react-i18next';
import { formAddress } from '../api/calls';
import type { DossierRow } from '../api/types';
import { PdfLink } from '../components/pdf-link';

/** Each paper that one press is going to sign, to be seen before. */
export function DraftsOfMany({ rows }: { rows: readonly DossierRow[] }) {
  const { t } = useTranslation('batch');
  return (
    <details className="batch-drafts">
      <summary>{t('signing.each', { count: rows.length })}</summary>
      <ol className="plain-list">
        {rows.map(({ id, code, ownerName }) => (
          <li key={id}>
            <PdfLink href={formAddress(id, 'result')}>
              {t('signing.draft')} <span className="number">{code}</span>
            </PdfLink>{' '}
            <span lang="vi">{ownerName}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
