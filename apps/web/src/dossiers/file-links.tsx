import { useTranslation } from 'react-i18next';
import { fileAddress, pagesAddress } from '../api/calls';
import type { DossierComponent } from '../api/types';
import { PdfLink } from '../components/pdf-link';
import { fileSize } from '../shell/format';
import { useLanguage, useLocalized } from '../shell/localized';

interface FileLinksProps {
  dossierId: string;
  component: DossierComponent;
  /** Shows the file beside instead of in a new tab, where there is room. */
  onShow?: (address: string, title: string, mediaType: string) => void;
}

/** The files of one paper: a small picture where there is one, name and size; opened in a new tab or beside. */
export function FileLinks({ dossierId, component, onShow }: FileLinksProps) {
  const { t } = useTranslation();
  const pick = useLocalized();
  const language = useLanguage();
  if (component.files.length === 0) return null;
  const pictures = component.files.filter(({ mediaType }) => mediaType.startsWith('image/')).length;
  const pages = pagesAddress(dossierId, component.key);
  return (
    <ul className="plain-list file-links">
      {component.files.map((file) => {
        const address = fileAddress(dossierId, file.id);
        const content = (
          <>
            {file.mediaType.startsWith('image/') && <img src={address} alt="" loading="lazy" width={40} height={40} />}
            <span>
              <span lang="vi">{file.name}</span> <span className="number">({fileSize(file.size, language)})</span>
            </span>
          </>
        );
        return (
          <li key={file.id}>
            {onShow ? (
              <button type="button" className="link-button" onClick={() => onShow(address, `${pick(component.name)} – ${file.name}`, file.mediaType)}>
                {content}
              </button>
            ) : (
              <a href={address} target="_blank" rel="noopener">
                {content}
                <span className="visually-hidden"> ({t('newTab')})</span>
              </a>
            )}
          </li>
        );
      })}
      {pictures > 0 && (
        <li>
          {onShow ? (
            <button type="button" className="link-button" onClick={() => onShow(pages, pick(component.name), 'application/pdf')}>
              {t('picturesAsPdf', { count: pictures })}
            </button>
          ) : (
            <PdfLink href={pages}>{t('picturesAsPdf', { count: pictures })}</PdfLink>
          )}
        </li>
      )}
    </ul>
  );
}
