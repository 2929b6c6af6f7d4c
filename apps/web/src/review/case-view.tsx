import { useTranslation } from 'react-i18next';
import { formAddress } from '../api/calls';
import type { Dossier } from '../api/types';
import { Alarms } from '../dossiers/alarms';
import { Answers } from '../dossiers/answers';
import { AtWork } from '../dossiers/at-work';
import { ComponentsList } from '../dossiers/components-list';
import { DossierDrawing } from '../dossiers/dossier-drawing';
import { DossierHead } from '../dossiers/dossier-head';
import { EscalationPackage } from '../dossiers/escalation-package';
import { Findings } from '../dossiers/findings';
import { Handovers } from '../dossiers/handovers';
import { History } from '../dossiers/history';
import { LastAct } from '../dossiers/last-act';
import { Marks } from '../dossiers/marks';
import { NowPanel } from '../dossiers/now-panel';
import { Papers } from '../dossiers/papers';
import { Signing } from '../dossiers/signing';
import { Records } from '../dossiers/records';
import { Section } from '../dossiers/section';
import { Steps } from '../dossiers/steps';
import { TimeShares } from '../dossiers/time-shares';

interface CaseViewProps {
  dossier: Dossier;
  seen: number | undefined;
  onShow: (address: string, title: string, mediaType: string) => void;
}

/** The case as a reviewer reads it: what the commune checked first, then evidence, then how it came here. */
export function CaseView({ dossier, seen, onShow }: CaseViewProps) {
  const { t } = useTranslation(['review', 'dossiers']);
  return (
    // A scroll area of its own must be reachable by keyboard and have a name.
    <div className="case-scroll" tabIndex={0} role="group" aria-label={t('review:case')}>
      <DossierHead dossier={dossier} />
      <Alarms alarms={dossier.alarms} />
      <NowPanel dossier={dossier} />
      <LastAct dossier={dossier} fresh={false} />
      <Marks marks={dossier.marks} />
      <EscalationPackage dossier={dossier} />
      <Section title={t('review:checked')}>
        <Findings findings={dossier.findings} />
        {dossier.draft && (
          <button type="button" className="link-button" onClick={() => onShow(formAddress(dossier.id, 'result'), t('review:document.draft'), 'application/pdf')}>
            {t('review:document.draft')}
          </button>
        )}
      </Section>
      {dossier.signing && (
        <Section title={t('dossiers:signing.title')}>
          <Signing signing={dossier.signing} />
        </Section>
      )}
      <Records dossier={dossier} />
      <Section title={t('dossiers:section.papers')}>
        <Papers dossier={dossier} onShow={onShow} />
      </Section>
      <Section title={t('dossiers:section.components')}>
        <ComponentsList dossier={dossier} onShow={onShow} />
      </Section>
      <Section title={t('dossiers:section.answers')}>
        <Answers groups={dossier.answers} />
      </Section>
      {dossier.timeShares.total > 0 && (
        <Section title={t('dossiers:section.shares')}>
          <TimeShares shares={dossier.timeShares} />
        </Section>
      )}
      <Section title={t('dossiers:section.handovers')}>
        <Handovers dossierId={dossier.id} handovers={dossier.handovers} />
      </Section>
      <Section title={t('dossiers:section.atWork')}>
        <AtWork people={dossier.people} />
      </Section>
      <Section title={t('dossiers:section.history')} id="history">
        <History lines={dossier.history} seen={seen} />
      </Section>
      <Steps steps={dossier.steps} />
      <DossierDrawing dossier={dossier} />
    </div>
  );
}
