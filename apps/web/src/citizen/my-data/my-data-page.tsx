import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MyData, OwnPaper, OwnValue, RelativeOnFile } from '../../api/types';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { dateTime, shortDate } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { CitizenPage } from '../page';
import { myDataQuery } from '../queries';
import { SignedIn } from '../signed-in';
import './messages';
import { NotRight } from './not-right';
import { ProvenanceLine } from './provenance';

const route = getRouteApi('/cong-dan/du-lieu');

/** What is on file about the person, or about a minor child: values with their history, family, papers; each can be said to be wrong. */
export function MyDataPage() {
  const { cua } = route.useSearch();
  return <SignedIn>{() => <File of={cua} />}</SignedIn>;
}

function File({ of }: { of?: string }) {
  const { t } = useTranslation('myData');
  const { t: word } = useTranslation('citizen');
  const { data: file, error } = useQuery(myDataQuery(of));
  return (
    <CitizenPage title={t(of ? 'childTitle' : 'title')} focusKey={of ?? ''} back={of ? { label: t('mine'), to: '/cong-dan/du-lieu' } : { label: word('home'), to: '/cong-dan' }}>
      <p>{t(of ? 'childAbout' : 'about')}</p>
      <p>
        <Link to="/cong-dan/du-lieu/ai-da-xem" search={{ cua: of }} className="link">
          {t('looks')}
        </Link>
      </p>
      {error && <ProblemNotice error={error} />}
      {!file && !error && <Loading />}
      {file && (
        <>
          <Values file={file} />
          <Family family={file.family} />
          <Belonging file={file} />
          <Papers papers={file.papers} />
        </>
      )}
    </CitizenPage>
  );
}

function Values({ file }: { file: MyData }) {
  const { t } = useTranslation('myData');
  return (
    <section aria-labelledby="own-values">
      <h2 id="own-values">{t('values')}</h2>
      <ul className="plain-list">
        {file.values.map((value) => (
          <Value key={value.attribute} value={value} file={file} />
        ))}
      </ul>
    </section>
  );
}

function Value({ value, file }: { value: OwnValue; file: MyData }) {
  const { t } = useTranslation('myData');
  const pick = useLocalized();
  return (
    <li className="card">
      <h3>{pick(value.label)}</h3>
      <p>
        <strong lang={value.attribute === 'sex' ? undefined : 'vi'}>{pick(value.shown)}</strong>
      </p>
      {value.oldText && <p lang="vi">{t('oldAddress', { text: value.oldText })}</p>}
      <ProvenanceLine source={value.source} asOf={value.asOf} authority={value.authority} dossier={value.dossier} />
      {value.history.length > 1 && (
        <details>
          <summary>
            {t('history', { count: value.history.length })}
            <span className="visually-hidden">: {pick(value.label)}</span>
          </summary>
          <ol className="plain-list">
            {value.history.map((entry) => (
              <li key={`${entry.recordedAt} ${entry.shown.vi}`}>
                <strong lang="vi">{pick(entry.shown)}</strong> – {t(`state.${entry.state}`)}
                {entry.reason && <p lang="vi">{t('reason', { reason: entry.reason })}</p>}
                <ProvenanceLine source={entry.source} asOf={entry.asOf} authority={entry.authority} dossier={entry.dossier} />
                <p className="quiet">{t('recorded', { at: dateTime(entry.recordedAt) })}</p>
              </li>
            ))}
          </ol>
        </details>
      )}
      <NotRight value={value} file={file} />
    </li>
  );
}

function Family({ family }: { family: readonly RelativeOnFile[] }) {
  const { t } = useTranslation('myData');
  const pick = useLocalized();
  return (
    <section aria-labelledby="own-family">
      <h2 id="own-family">{t('family')}</h2>
      {family.length === 0 && <p>{t('noFamily')}</p>}
      <ul className="plain-list">
        {family.map((relative, place) => (
          <li key={`${relative.kind} ${relative.name ?? place}`} className="card">
            <h3>{pick(relative.kindName)}</h3>
            <p>{relative.name ? <strong lang="vi">{relative.name}</strong> : t('unnamed')}</p>
            {relative.since && <p>{t('since', { date: shortDate(relative.since) })}</p>}
            {relative.until && <p>{t('until', { date: shortDate(relative.until), why: relative.ended ? pick(relative.ended) : '' })}</p>}
            <ProvenanceLine source={relative.source} asOf={relative.asOf} dossier={relative.dossier} />
            {relative.childId && (
              <Link to="/cong-dan/du-lieu" search={{ cua: relative.childId }} className="link">
                {t('openChild', { name: relative.name ?? '' })}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Belonging({ file: { household, roles } }: { file: MyData }) {
  const { t } = useTranslation('myData');
  const pick = useLocalized();
  if (!household && roles.length === 0) return null;
  return (
    <section aria-labelledby="own-belonging">
      <h2 id="own-belonging">{t('belonging')}</h2>
      <ul className="plain-list">
        {household && (
          <li className="card">
            <h3>{t('household')}</h3>
            <p>
              <strong>{pick(household.relation)}</strong>. {t('householdSize', { count: household.size })}
            </p>
            {household.address && <p lang="vi">{household.address}</p>}
            {household.since && <p>{t('since', { date: shortDate(household.since) })}</p>}
            <ProvenanceLine source={household.source} asOf={household.asOf} dossier={household.dossier} />
          </li>
        )}
        {roles.map((held) => (
          <li key={`${held.organisation} ${held.role.vi} ${held.since ?? ''}`} className="card">
            <h3 lang="vi">{held.organisation}</h3>
            <p>
              <strong>{pick(held.role)}</strong>
              {held.position && <span lang="vi"> – {held.position}</span>}
            </p>
            {held.since && <p>{t('since', { date: shortDate(held.since) })}</p>}
            {held.until && <p>{t('roleUntil', { date: shortDate(held.until) })}</p>}
            <ProvenanceLine source={held.source} asOf={held.asOf} dossier={held.dossier} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Papers({ papers }: { papers: readonly OwnPaper[] }) {
  const { t } = useTranslation('myData');
  const pick = useLocalized();
  return (
    <section aria-labelledby="own-papers">
      <h2 id="own-papers">{t('papers')}</h2>
      {papers.length === 0 && <p>{t('noPapers')}</p>}
      <ul className="plain-list">
        {papers.map((paper) => (
          <li key={paper.id} className="card">
            <h3>{pick(paper.name)}</h3>
            {paper.number && <p>{t('paperNumber', { number: paper.number })}</p>}
            {paper.issuer && paper.issuedOn && <p lang="vi">{t('paperIssued', { issuer: paper.issuer, date: shortDate(paper.issuedOn) })}</p>}
            <p>
              <strong>{t(`paperState.${paper.state}`)}</strong>. {paper.validUntil ? t('paperUntil', { date: shortDate(paper.validUntil) }) : t('paperNoEnd')}. {t(`assurance.${paper.assurance}`)}.
            </p>
            <ProvenanceLine source={paper.source} asOf={paper.asOf || undefined} dossier={paper.dossier} />
          </li>
        ))}
      </ul>
    </section>
  );
}
