import { useTranslation } from 'react-i18next';
import { formAddress, paperAddress } from '../api/calls';
import type { Dossier } from '../api/types';
import { PdfLink } from '../components/pdf-link';
import { useLocalized } from '../shell/localized';

export interface ShownDocument {
  address: string;
  title: string;
  mediaType: string;
}

interface DocumentPaneProps {
  dossier: Dossier | undefined;
  /** What the reviewer chose; before that the draft of the result, else the newest paper. */
  shown: ShownDocument | undefined;
}

/** The evidence beside the case: the chosen paper or file, readable here and in a tab of its own. */
export function DocumentPane({ dossier, shown }: DocumentPaneProps) {
  const { t } = useTranslation('review');
  const pick = useLocalized();
  const document = shown ?? (dossier && firstDocument());
  return (
    <section className="document-pane" aria-label={t('document.title')}>
      {!document && <p className="under">{t('document.none')}</p>}
      {document && (
        <>
          <div className="document-head">
            <h2>{document.title}</h2>
            <PdfLink href={document.address}>{t('document.open')}</PdfLink>
          </div>
          {document.mediaType.startsWith('image/') ? (
            // Scrolls in both directions at its own size, so it must be reachable by keyboard.
            <div className="document-image" tabIndex={0} role="group" aria-label={document.title}>
              <img src={document.address} alt={document.title} />
            </div>
          ) : (
            <iframe src={document.address} title={document.title} />
          )}
        </>
      )}
    </section>
  );

  function firstDocument(): ShownDocument | undefined {
    if (!dossier) return undefined;
    if (dossier.draft) return { address: formAddress(dossier.id, 'result'), title: t('document.draft'), mediaType: 'application/pdf' };
    const newest = dossier.papers.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
    return newest && { address: paperAddress(dossier.id, newest.id), title: pick(newest.title), mediaType: 'application/pdf' };
  }
}
