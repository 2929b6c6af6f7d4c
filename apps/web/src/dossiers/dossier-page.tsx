import { Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../api/types';
import { LoadFault } from '../components/empty-state';
import { FeeLines } from '../components/fee-lines';
import { Loading } from '../components/loading';
import { CHANNELS, DELIVERIES, oneOf } from '../components/words';
import { useLocalized } from '../shell/localized';
import { usePageTitle } from '../shell/page-title';
import { ActsPanel } from './acts-panel';
import { Answers } from './answers';
import { ComponentsList } from './components-list';
import './dossiers.css';
import { Findings } from './findings';
import { Handovers } from './handovers';
import { History } from './history';
import './messages';
import { NowPanel } from './now-panel';
import { Papers } from './papers';
import { Steps } from './steps';
import { Supplements } from './supplements';
import { useDossier } from './use-dossier';

const route = getRouteApi('/staff/ho-so/$id');

/** The page of one dossier. */
export function DossierPage() {
  const { t } = useTranslation('dossiers');
  const { id } = route.useParams();
  const { query, seen, look, forget } = useDossier(id);
  usePageTitle(query.data?.code ?? t('title'));
  if (query.isError && !query.data) return <LoadFault error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={12} />;
  const dossier = query.data;
  return (
    <article>
      <DossierHead dossier={dossier} />
      <NowPanel dossier={dossier} />
      <Steps steps={dossier.steps} />
      <div className="dossier">
        <div className="dossier-main">
          <ActsPanel key={id} dossier={dossier} onLook={look} onDone={forget} />
          {dossier.findings.length > 0 && (
            <Section title={t('section.findings')}>
              <Findings findings={dossier.findings} />
            </Section>
          )}
          {dossier.supplements.length > 0 && (
            <Section title={t('section.supplements')}>
              <Supplements supplements={dossier.supplements} />
            </Section>
          )}
          <Section title={t('section.components')}>
            <ComponentsList dossier={dossier} />
          </Section>
          <Section title={t('section.answers')}>
            <Answers groups={dossier.answers} />
          </Section>
        </div>
        <div className="dossier-side">
          <Section title={t('section.papers')}>
            <Papers dossier={dossier} />
          </Section>
          <Section title={t('section.people')}>
            <People dossier={dossier} />
          </Section>
          <Section title={t('section.history')} id="history">
            <History lines={dossier.history} seen={seen} />
          </Section>
          <Section title={t('section.handovers')}>
            <Handovers handovers={dossier.handovers} />
          </Section>
        </div>
      </div>
    </article>
  );
}

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

export function Section({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section className="panel section" id={id} tabIndex={id ? -1 : undefined} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function People({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation(['dossiers', 'common']);
  return (
    <>
      <dl className="facts">
        <dt>{t('dossiers:people.owner')}</dt>
        <dd lang="vi">
          {dossier.ownerName} <span className="number">{dossier.ownerPersonalId}</span>
        </dd>
        {dossier.filerName && (
          <>
            <dt>{t('dossiers:people.filer')}</dt>
            <dd lang="vi">{dossier.filerName}</dd>
          </>
        )}
        {dossier.ownerPhone && (
          <>
            <dt>{t('common:phone')}</dt>
            <dd className="number">{dossier.ownerPhone}</dd>
          </>
        )}
        <dt>{t('dossiers:people.channel')}</dt>
        <dd>
          {t(`common:channel.${oneOf(CHANNELS, dossier.channel, 'counter')}`)}
          {dossier.assisted && `, ${t('dossiers:people.assisted')}`}
        </dd>
        <dt>{t('dossiers:people.delivery')}</dt>
        <dd>{t(`common:delivery.${oneOf(DELIVERIES, dossier.deliveryMethod, 'counter')}`)}</dd>
        <dt>{t('dossiers:people.fee')}</dt>
        <dd>
          <FeeLines fee={dossier.fee} />
          {dossier.fee.total > 0 && t(dossier.fee.paid ? 'common:fee.paid' : 'common:fee.unpaid')}
        </dd>
      </dl>
    </>
  );
}
