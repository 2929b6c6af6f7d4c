import { useTranslation } from 'react-i18next';
import type { Dossier } from '../api/types';
import { Consultations } from './consultations';
import { Revisions, StopLines, Withdrawals } from './endings';
import { ElsewhereLines } from './elsewhere';
import { Extensions } from './extensions';
import { Payments } from './payments';
import { Proposals } from './proposals';
import { Section } from './section';
import { Supplements } from './supplements';

/** What acts beside the ordinary way have left behind, each kind a section where there is any: the latest concern first. */
export function Records({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('dossiers');
  const { stop, elsewhere, withdrawals, consultations, proposals, supplements, payments, extensions, revisions } = dossier;
  return (
    <>
      {stop && (
        <Section title={t('section.stop')}>
          <StopLines stop={stop} paid={dossier.fee.total > 0 && dossier.fee.paid} />
        </Section>
      )}
      {elsewhere && (
        <Section title={t('section.elsewhere')}>
          <ElsewhereLines elsewhere={elsewhere} />
        </Section>
      )}
      {withdrawals.length > 0 && (
        <Section title={t('section.withdrawals')}>
          <Withdrawals withdrawals={withdrawals} />
        </Section>
      )}
      {consultations.length > 0 && (
        <Section title={t('section.consultations')}>
          <Consultations consultations={consultations} />
        </Section>
      )}
      {extensions.length > 0 && (
        <Section title={t('section.extensions')}>
          <Extensions extensions={extensions} />
        </Section>
      )}
      {proposals.length > 0 && (
        <Section title={t('section.proposals')}>
          <Proposals proposals={proposals} />
        </Section>
      )}
      {supplements.length > 0 && (
        <Section title={t('section.supplements')}>
          {dossier.countedLate && <p className="under">{t('proposal.late')}</p>}
          <Supplements supplements={supplements} />
        </Section>
      )}
      {payments.length > 0 && (
        <Section title={t('section.payments')}>
          <Payments payments={payments} />
        </Section>
      )}
      {(revisions.length > 1 || revisions.some(({ reason }) => reason)) && (
        <Section title={t('section.revisions')}>
          <Revisions revisions={revisions} />
        </Section>
      )}
    </>
  );
}
