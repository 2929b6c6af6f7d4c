import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DossierLink, Localized } from '../../api/types';
import { shortDate } from '../../shell/format';
import { useLocalized } from '../../shell/localized';

/** Where something on file comes from: source, day, agency, dossier. */
export function ProvenanceLine({ source, asOf, authority, dossier }: { source: Localized; asOf?: string; authority?: string; dossier?: DossierLink }) {
  const { t } = useTranslation('myData');
  const pick = useLocalized();
  return (
    <p className="quiet">
      {asOf ? t('source', { source: pick(source), date: shortDate(asOf) }) : t('sourceOnly', { source: pick(source) })}
      {authority && (
        <>
          . <span lang="vi">{t('authority', { authority })}</span>
        </>
      )}
      {dossier && (
        <>
          . <DossierName dossier={dossier} />
        </>
      )}
    </p>
  );
}

/** A dossier by its code; a link where it is the person's own. */
export function DossierName({ dossier: { code, id } }: { dossier: DossierLink }) {
  const { t } = useTranslation('myData');
  const words = t('dossier', { code });
  if (!id) return <span className="number">{words}</span>;
  return (
    <Link to="/cong-dan/ho-so/$id" params={{ id }} className="link number">
      {words}
    </Link>
  );
}
