import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../api/types';
import { Quoting } from '../components/quoting';
import { shortDate } from '../shell/format';
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
      <p className="under">
        <Authority authority={dossier.authority} />
      </p>
      {dossier.onceOnly.fields.needed > 0 && (
        <p className="under">
          {t(dossier.onceOnly.papers.needed > 0 ? 'onceOnly.both' : 'onceOnly.fields', {
            fields: dossier.onceOnly.fields.notAsked, ofFields: dossier.onceOnly.fields.needed, papers: dossier.onceOnly.papers.notAsked, ofPapers: dossier.onceOnly.papers.needed,
          })}
        </p>
      )}
    </header>
  );
}

/** Who decides and by which law; before receipt it is the rule in force that says so. */
function Authority({ authority: { level, office, basis, since, settled } }: Pick<Dossier, 'authority'>) {
  const { t } = useTranslation('dossiers');
  const who = t(`authority.${level as 'commune'}`, { office: office?.name ?? '' });
  const law = basis && since ? t('authority.by', { basis, since: shortDate(since) }) : t('authority.byProcedure');
  return (
    <>
      <Quoting text={t('authority.line', { who, law })} quotes={[office?.name, basis]} />
      {!settled && ` ${t('authority.open')}`}
    </>
  );
}
