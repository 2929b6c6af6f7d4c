import { useTranslation } from 'react-i18next';
import type { Dossier } from '../api/types';
import { PaperDetailsLine } from '../components/paper-details';
import { ComponentStateMark } from '../components/state-icon';
import { COMPONENT_KINDS, COMPONENT_ORIGINS, oneOf } from '../components/words';
import { useLocalized } from '../shell/localized';
import { FileLinks } from './file-links';

interface ComponentsListProps {
  dossier: Dossier;
  onShow?: (address: string, title: string, mediaType: string) => void;
}

/** The papers of the dossier: state, kind and counts, where the original lies now, files. */
export function ComponentsList({ dossier, onShow }: ComponentsListProps) {
  const { t } = useTranslation(['dossiers', 'common']);
  const pick = useLocalized();
  return (
    <ul className="plain-list components">
      {dossier.components.map((component) => {
        const origin = oneOf(COMPONENT_ORIGINS, component.origin, 'absent');
        return (
          <li key={component.key}>
            <div className="component-head">
              <strong>{pick(component.name)}</strong>
              <ComponentStateMark state={component.state} />
            </div>
            <div className="under">
              {[
                t(component.required ? 'common:component.required' : 'common:component.optional'),
                t(`common:component.kind.${oneOf(COMPONENT_KINDS, component.kind, 'original')}`),
                t('common:component.counts', { originals: component.originals, copies: component.copies }),
                t(`common:component.origin.${origin}`),
              ].join(' · ')}
            </div>
            {component.location && <div className="under">{t('dossiers:components.location', { place: component.location })}</div>}
            {component.paper && <PaperDetailsLine details={component.paper} />}
            {component.note && <div className="under">{t('dossiers:components.note', { note: component.note })}</div>}
            <FileLinks dossierId={dossier.id} component={component} onShow={onShow} />
          </li>
        );
      })}
    </ul>
  );
}
