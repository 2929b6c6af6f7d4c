import { useTranslation } from 'react-i18next';
import { drawingAddress } from '../api/calls';
import type { Dossier } from '../api/types';
import { ProcessDrawing } from '../components/process-drawing';
import { useLocalized } from '../shell/localized';

/** The process of a dossier as a picture. The same in words are the steps, which stand beside it on each page. */
export function DossierDrawing({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  const alt = t('drawing', { procedure: pick(dossier.procedureName), step: pick(dossier.stepName) });
  return (
    <div className="dossier-drawing">
      <ProcessDrawing address={drawingAddress(dossier.id, dossier.version)} alt={alt} />
    </div>
  );
}
