import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PossibleAct } from '../api/types';
import { PageFault } from '../components/empty-state';
import { Loading } from '../components/loading';
import { keep } from '../shell/kept';
import { usePageTitle } from '../shell/page-title';
import { ActingFor } from '../cover/acting-for';
import { ActsPanel, openActKey } from './acts-panel';
import { Alarms } from './alarms';
import { Answers } from './answers';
import { AtWork } from './at-work';
import { ComponentsList } from './components-list';
import { Contradictions } from './contradictions';
import { DossierDrawing } from './dossier-drawing';
import { DossierHead } from './dossier-head';
import './dossiers.css';
import { EscalationPackage } from './escalation-package';
import { Findings } from './findings';
import { Handovers } from './handovers';
import { History } from './history';
import { Marks } from './marks';
import { LinkedPanel } from './linked-panel';
import './messages';
import { NowPanel } from './now-panel';
import { Papers } from './papers';
import { Signing } from './signing';
import { People } from './people';
import { Records } from './records';
import { Section } from './section';
import { Steps } from './steps';
import { TimeShares } from './time-shares';
import { dossierKey } from './use-act';
import { useDossier } from './use-dossier';

const route = getRouteApi('/staff/ho-so/$id');

/** The page of one dossier. */
export function DossierPage() {
  const { t } = useTranslation('dossiers');
  const { id } = route.useParams();
  const { query, seen, look, forget } = useDossier(id);
  usePageTitle(query.data?.code ?? t('title'));
  const queries = useQueryClient();
  /** How often an act was prepared elsewhere on the page: the panel begins anew with it. */
  const [prepared, setPrepared] = useState(0);
  const prepare = (possible: PossibleAct) => {
    keep(openActKey(id), possible);
    setPrepared(prepared + 1);
  };
  if (query.isError && !query.data) return <PageFault title={t('title')} error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={12} />;
  const dossier = query.data;
  return (
    <article>
      <DossierHead dossier={dossier} />
      <ActingFor procedureCode={dossier.procedureCode} units={[dossier.holder.id, ...(dossier.addressee ? [dossier.addressee.id] : [])]} />
      <Alarms alarms={dossier.alarms} />
      <NowPanel dossier={dossier} />
      <Steps steps={dossier.steps} />
      <DossierDrawing dossier={dossier} />
      <div className="dossier">
        <div className="dossier-main">
          <Contradictions dossier={dossier} onPrepared={prepare} onAsked={(after) => queries.setQueryData(dossierKey(id), after)} />
          <Marks marks={dossier.marks} />
          <ActsPanel key={`${id} ${prepared}`} dossier={dossier} onLook={look} onDone={forget} />
          {dossier.findings.length > 0 && (
            <Section title={t('section.findings')}>
              <Findings findings={dossier.findings} />
            </Section>
          )}
          <EscalationPackage dossier={dossier} />
          <LinkedPanel dossierId={dossier.id} />
          <Records dossier={dossier} />
          <Section title={t('section.components')}>
            <ComponentsList dossier={dossier} />
          </Section>
          <Section title={t('section.answers')}>
            <Answers groups={dossier.answers} />
          </Section>
        </div>
        <div className="dossier-side">
          {dossier.signing && (
            <Section title={t('signing.title')}>
              <Signing signing={dossier.signing} />
            </Section>
          )}
          <Section title={t('section.papers')}>
            <Papers dossier={dossier} />
          </Section>
          <Section title={t('section.atWork')}>
            <AtWork people={dossier.people} />
          </Section>
          <Section title={t('section.people')}>
            <People dossier={dossier} />
          </Section>
          <Section title={t('section.history')} id="history">
            <History lines={dossier.history} seen={seen} />
          </Section>
          {dossier.timeShares.total > 0 && (
            <Section title={t('section.shares')}>
              <TimeShares shares={dossier.timeShares} />
            </Section>
          )}
          <Section title={t('section.handovers')}>
            <Handovers dossierId={dossier.id} handovers={dossier.handovers} />
          </Section>
        </div>
      </div>
    </article>
  );
}
