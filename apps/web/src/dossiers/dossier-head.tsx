import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../api/types';
import { useLocalized } from '../shell/localized';

/** Code, procedure and owner. */
export function DossierHead({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  return (
    <header className="dossier-head">
      <Title order={1}>
        <span className="number">{dossier.code}</span>
        {!dossier.received && <span className="under"> ({t('notReceived')})</span>}
      </Title>
      <p>
        {pick(dossier.procedureName)} <span className="number">({dossier.procedureCode})</span> – <strong lang="vi">{dossier.ownerName}</strong>
      </p>
    </header>
  );
}
