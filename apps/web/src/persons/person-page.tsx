import { Alert, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem';
import type { PersonPage as Page } from '../api/types';
import { PageFault } from '../components/empty-state';
import { Loading } from '../components/loading';
import '../counter/new-person/messages';
import '../dossiers/dossiers.css';
import { Section } from '../dossiers/section';
import { dateTime, shortDate, timeOfDay } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { usePageTitle } from '../shell/page-title';
import { Attributes } from './attributes';
import { type Ground, openPage } from './calls';
import { Corrections } from './corrections';
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

function Shown({ page, ground, onChanged }: { page: Page; ground: Ground; onChanged: () => void }) {
  const { t } = useTranslation('persons');
  const pick = useLocalized();
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
      <Section title={t('page.identity')}>
        <Attributes page={page} ground={ground} onChanged={onChanged} />
      </Section>
      {page.corrections.length > 0 && (
        <Section title={t('page.corrections')}>
          <Corrections corrections={page.corrections} onDone={onChanged} />
        </Section>
      )}
      <Section title={t('page.family')}>
        {page.relatives.length === 0 ? <p>{t('page.noFamily')}</p> : null}
        <ul className="plain-list">
          {page.relatives.map((relative) => (
            <li key={`${relative.kind} ${relative.id}`}>
              {pick(relative.kindName)}:{' '}
              <Link to="/nguoi/$id" params={{ id: relative.id }} lang="vi">
                {relative.fullName}
              </Link>
              <span className="under">
                {[relative.birthDate, relative.since && t('page.since', { date: shortDate(relative.since) }), relative.until && t('page.until', { date: shortDate(relative.until) }), pick(relative.source)].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('page.papers')}>
        <PagePapers page={page} ground={ground} onChanged={onChanged} />
      </Section>
      <Section title={t('page.dossiers')}>
        {page.dossiers.length === 0 ? <p>{t('page.noDossiers')}</p> : null}
        <ul className="plain-list">
          {page.dossiers.map((dossier) => (
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
      </Section>
      {page.reception && (
        <Section title={t('page.reception')}>
          <p>
            {t('page.receivedBy', { at: dateTime(page.reception.at), source: pick(page.reception.source) })}{' '}
            <span lang="vi">
              {page.reception.by}, {page.reception.unit}
              {page.reception.basis && ` – ${page.reception.basis}`}
            </span>
          </p>
          {page.reception.compared > 0 && (
            <p>
              {t('page.compared', { count: page.reception.compared })} <span lang="vi">{page.reception.notSameReason}</span>
            </p>
          )}
        </Section>
      )}
    </article>
  );
}
