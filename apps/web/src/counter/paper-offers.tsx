import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ComponentOffer } from '../api/types';
import { Quoting } from '../components/quoting';
import { shortDate } from '../shell/format';
import { useLocalized } from '../shell/localized';
import type { Check } from './intake-state';
import { kindOf } from './readiness';

const wordOf = (state: string): 'inForce' | 'revoked' | 'expired' => (state === 'in-force' ? 'inForce' : state === 'revoked' ? 'revoked' : 'expired');

interface PaperOffersProps {
  /** At least one. */
  offers: readonly ComponentOffer[];
  kinds: readonly string[];
  check: Check;
  set: (part: Partial<Check>) => void;
}

/** The papers on file that might stand in the place of one that would be brought, each to be used or not; what is no longer in force is shown and cannot be. */
export function PaperOffers({ offers, kinds, check, set }: PaperOffersProps) {
  const { t } = useTranslation('counter');
  const valid = offers.filter(({ paper }) => paper.state === 'in-force');
  return (
    <>
      {valid.length > 1 && <p className="component-counts">{t('components.several')}</p>}
      {valid.length === 0 && <p className="component-counts">{t('components.noneInForce')}</p>}
      {offers.map((offer) => (
        <PaperOffer key={offer.paper.id} offer={offer} kinds={kinds} check={check} set={set} />
      ))}
    </>
  );
}

function PaperOffer({ offer: { paper }, kinds, check, set }: Omit<PaperOffersProps, 'offers'> & { offer: ComponentOffer }) {
  const { t } = useTranslation('counter');
  const pick = useLocalized();
  const used = check.paperOnFileId === paper.id;
  const accepted = paper.acceptedOn && t('paper.acceptedIn', { dossier: paper.source, date: shortDate(paper.acceptedOn) });
  const facts = [paper.number, paper.issuer, paper.issuedOn && shortDate(paper.issuedOn), accepted].filter(Boolean).join(', ');
  const valid = paper.state === 'in-force';
  return (
    <div className={used ? 'offered agreed' : 'offered'}>
      <Quoting text={t('components.onFile', { kind: pick(paper.kindName), facts, state: t(`paper.${wordOf(paper.state)}`) })} quotes={[paper.issuer, paper.number]} />{' '}
      {used ? (
        <Button size="compact-xs" variant="subtle" onClick={() => set({ paperOnFileId: undefined, kind: undefined, state: 'unchecked' })}>
          {t('components.dontUse')}
        </Button>
      ) : (
        <Button
          size="compact-xs"
          variant="default"
          disabled={!valid}
          aria-label={t('components.useOf', { facts })}
          onClick={() => set({ paperOnFileId: paper.id, kind: kinds.includes('electronic') ? 'electronic' : (check.kind ?? kindOf(kinds)), state: 'passed' })}
        >
          {t('components.use')}
        </Button>
      )}
    </div>
  );
}
