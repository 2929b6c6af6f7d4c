import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { PdfLink } from './pdf-link';
import { useLanguage } from '../shell/localized';
import './components.css';

interface ProcessDrawingProps {
  /** Where the desk draws it, without the language; with what it depends on (a version), so that a change loads it anew. */
  address: string;
  /** What it is the drawing of, for whoever cannot see it: the procedure, and where the dossier is. */
  alt: string;
  /** Whether it is shown at once instead of folded. */
  open?: boolean;
  /** The same in words, for whoever cannot see the drawing: usually a list of the steps. */
  children?: ReactNode;
}

/** The drawing of a process, folded until asked for and loaded only then. It is shown at its own size, so that its words stay
 *  legible; what is wider than the page is reached by scrolling, also with the arrow keys. */
export function ProcessDrawing({ address, alt, open = false, children }: ProcessDrawingProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [shown, setShown] = useState(open);
  const [failed, setFailed] = useState<string>();
  const source = `${address}${address.includes('?') ? '&' : '?'}lang=${language}`;
  return (
    <details className="drawing" open={open} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{t('drawing.title')}</summary>
      {shown && (
        <>
          {failed === source ? (
            <p role="status">{t('drawing.failed')}</p>
          ) : (
            <div className="drawing-region" role="region" aria-label={t('drawing.title')} tabIndex={0}>
              <img src={source} alt={alt} onLoad={showWork} onError={() => setFailed(source)} />
            </div>
          )}
          <PdfLink href={source}>{t('drawing.alone')}</PdfLink>
          {children}
        </>
      )}
    </details>
  );
}

/** In a drawing the work stands in the middle column, whose middle is so many pixels from the left. */
const MIDDLE = 505;

/** On a page narrower than the drawing, begins with the column of the work instead of what is waited for beside it. */
function showWork({ currentTarget: { parentElement: region } }: SyntheticEvent<HTMLImageElement>): void {
  if (region && region.scrollLeft === 0) region.scrollLeft = Math.max(0, MIDDLE - region.clientWidth / 2);
}
