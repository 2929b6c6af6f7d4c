import { Alert, Tabs, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem';
import type { PersonPage as Page } from '../api/types';
import { PageFault } from '../components/empty-state';
import { Loading } from '../components/loading';
import '../counter/new-person/messages';
import '../dossiers/dossiers.css';
import { dateTime, shortDate, timeOfDay } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { usePageTitle } from '../shell/page-title';
import { Attributes } from './attributes';
import { type Ground, openPage } from './calls';
import { Corrections } from './corrections';
import { Family } from './family';
import { Household } from './household';
import { PagePapers } from './page-papers';
import './persons.css';
import { PurposeForm } from './purpose-form';

const route = getRouteApi('/staff/nguoi/$id');

/** A person at the desk: identity with sources and history, family, papers, dossiers. Without a dossier or draft in hand a purpose is asked for first. */
export function PersonPage() {
  const { t } = useTranslation('persons');
  const { id } = route.useParams();
  const ground = route.useSearch();
  const navigate = useNavigate();
  // Each look is a line in the person's log: it is asked for once, and not again whenever the window gets the focus.
  const query = useQuery({ queryKey: ['person-page', id, ground], queryFn: () => openPage(id, ground), staleTime: Infinity, gcTime: 0, retry: false, refetchOnWindowFocus: false });
  usePageTitle(query.data?.fullName ?? t('page.title'));
  const code = query.isError ? asProblem(query.error).code : undefined;
  if (code === 'look.reason-needed' || code === 'look.expired') {
    return <PurposeForm id={id} expired={code === 'look.expired'} onBegun={(look) => void navigate({ to: '/nguoi/$id', params: { id }, search: { look }, replace: true })} />;
  }
  if (query.isError) return <PageFault title={t('page.title')} error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={12} />;
  return <Shown page={query.data} ground={ground} onChanged={() => void query.refetch()} />;
}

/** Five parts, one of them in view: what a page as long as a life would hide. */
function Shown({ page, ground, onChanged }: { page: Page; ground: Ground; onChanged: () => void }) {
  const { t } = useTranslation('persons');
  const pick = useLocalized();
  const waiting = page.corrections.filter(({ decision }) => !decision).length;
  return (
    <article>
      <Title order={1} lang="vi">
        {page.fullName}
      </Title>
      <p className="under">
        {page.ground.kind === 'outside' ? t('page.outside', { time: page.ground.until ? timeOfDay(page.ground.until) : '' }) : t(`page.${page.ground.kind}`)}
        {page.ground.reason && <span lang="vi"> {page.ground.reason}</span>}
      </p>
      {page.warnings.map((warning) => (
        <Alert key={warning.vi} color="orange" p={8} mb={8}>
          {pick(warning)}
        </Alert>
      ))}
      {page.reception?.isNumberHeld && (
        <Alert color="orange" p={8} mb={8}>
          {t('page.numberHeld')}
        </Alert>
      )}
      <Tabs defaultValue="identity" keepMounted={false} className="panel person-parts">
        <Tabs.List aria-label={t('page.parts')}>
          <Tabs.Tab value="identity">{t('page.identity')}</Tabs.Tab>
          <Tabs.Tab value="family">{t('page.familyAndHousehold')}</Tabs.Tab>
          <Tabs.Tab value="papers">{t('page.papers')} ({page.papers.length})</Tabs.Tab>
          <Tabs.Tab value="dossiers">{t('page.dossiers')} ({page.dossiers.length})</Tabs.Tab>
          {page.corrections.length > 0 && <Tabs.Tab value="corrections">{t('page.corrections')} ({waiting > 0 ? t('page.waiting', { count: waiting }) : page.corrections.length})</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="identity">
          <Attributes page={page} ground={ground} onChanged={onChanged} />
          {page.reception && <FirstEntry reception={page.reception} />}
        </Tabs.Panel>
        <Tabs.Panel value="family">
          <Family page={page} ground={ground} onChanged={onChanged} />
          <h2>{t('household.title')}</h2>
          {page.household ? <Household personId={page.id} household={page.household} ground={() => Promise.resolve(ground)} /> : <p>{t('household.none')}</p>}
        </Tabs.Panel>
        <Tabs.Panel value="papers">
          <PagePapers page={page} ground={ground} onChanged={onChanged} />
        </Tabs.Panel>
        <Tabs.Panel value="dossiers">
          <Dossiers dossiers={page.dossiers} />
        </Tabs.Panel>
        <Tabs.Panel value="corrections">
          <Corrections corrections={page.corrections} onDone={onChanged} />
        </Tabs.Panel>
      </Tabs>
    </article>
  );
}

function Dossiers({ dossiers }: { dossiers: Page['dossiers'] }) {
  const { t } = useTranslation('persons');
  const pick = useLocalized();
  if (dossiers.length === 0) return <p>{t('page.noDossiers')}</p>;
  return (
    <ul className="plain-list person-rows">
      {dossiers.map((dossier) => (
        <li key={dossier.id}>
          <Link to="/ho-so/$id" params={{ id: dossier.id }} className="number">
            {dossier.code}
          </Link>{' '}
          <span lang="vi">{dossier.procedureName}</span>
          <span className="under">
            {pick(dossier.status)} · {shortDate(dossier.filedAt)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function FirstEntry({ reception }: { reception: NonNullable<Page['reception']> }) {
  const { t } = useTranslation('persons');
  const pick = useLocalized();
  return (
    <>
      <h2>{t('page.reception')}</h2>
      <p>
        {t('page.receivedBy', { at: dateTime(reception.at), source: pick(reception.source) })}{' '}
        <span lang="vi">
          {reception.by}, {reception.unit}
          {reception.basis && ` – ${reception.basis}`}
        </span>
      </p>
      {reception.compared > 0 && (
        <p>
          {t('page.compared', { count: reception.compared })} <span lang="vi">{reception.notSameReason}</span>
        </p>
      )}
    </>
  );
}
