import { useTranslation } from 'react-i18next';
import { paperAddress } from '../api/calls';
import type { Dossier } from '../api/types';
import { PdfLink } from '../components/pdf-link';
import { dateTime } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { ReprintButton } from './reprint-button';

interface PapersProps {
  dossier: Dossier;
  onShow?: (address: string, title: string, mediaType: string) => void;
}

/** The papers the desk made, newest first, each a PDF. */
export function Papers({ dossier, onShow }: PapersProps) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  if (dossier.papers.length === 0) return <p className="under">{t('papers.none')}</p>;
  const newestFirst = dossier.papers.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  return (
    <ul className="plain-list papers">
      {newestFirst.map((paper) => {
        const address = paperAddress(dossier.id, paper.id);
        const title = paper.number ? t('papers.numbered', { title: pick(paper.title), number: paper.number }) : pick(paper.title);
        return (
          <li key={paper.id}>
            {onShow ? (
              <button type="button" className="link-button" onClick={() => onShow(address, title, 'application/pdf')}>
                {title}
              </button>
            ) : (
              <PdfLink href={address}>{title}</PdfLink>
            )}
            <div className="under number">
              {dateTime(paper.createdAt)} · {t('papers.pages', { count: paper.pages })}
            </div>
            {dossier.reprintable && !paper.reprinted && <ReprintButton dossierId={dossier.id} paperId={paper.id} title={title} />}
          </li>
        );
      })}
    </ul>
  );
}
