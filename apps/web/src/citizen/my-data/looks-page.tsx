import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Look, Looks } from '../../api/types';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { dateTime } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { CitizenPage } from '../page';
import { looksQuery } from '../queries';
import { SignedIn } from '../signed-in';
import './messages';
import { DossierName } from './provenance';

const route = getRouteApi('/cong-dan/du-lieu/ai-da-xem');

/** Who looked at the data: when, which unit and role, for which dossier and purpose, what was seen. */
export function LooksPage() {
  return <SignedIn>{() => <Log />}</SignedIn>;
}

function Log() {
  const { t } = useTranslation('myData');
  const { cua, thang, trang = 1, tuXem } = route.useSearch();
  const { data, error } = useQuery({ ...looksQuery({ of: cua, month: thang, page: trang, withOwn: tuXem }), placeholderData: keepPreviousData });
  return (
    <CitizenPage title={t(cua ? 'childLooksTitle' : 'looksTitle')} focusKey={`${cua ?? ''} ${trang}`} back={{ label: t(cua ? 'childTitle' : 'mine'), to: '/cong-dan/du-lieu', search: { cua } }}>
      <p>{t('looksAbout')}</p>
      <p className="quiet">{t('deferred')}</p>
      {error && <ProblemNotice error={error} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Filter months={data.months} />
          <p role="status">{data.total === 0 ? t('noLooks') : t('total', { count: data.total })}</p>
          <ul className="plain-list">
            {data.looks.map((look) => (
              <LookCard key={look.id} look={look} />
            ))}
          </ul>
          <Pages page={data.page} pages={data.pages} />
        </>
      )}
    </CitizenPage>
  );
}

function Filter({ months }: { months: Looks['months'] }) {
  const { t } = useTranslation('myData');
  const navigate = route.useNavigate();
  const { cua, thang, tuXem } = route.useSearch();
  const worded = (month: string) => month.split('-').reverse().join('/');
  // A month chosen before the filter changed stays to be seen, also where nobody looked in it.
  const listed = thang && !months.some(({ month }) => month === thang) ? [{ month: thang, count: 0 }, ...months] : months;
  return (
    <>
      <div className="field">
        <label htmlFor="month">{t('month')}</label>
        <select id="month" value={thang ?? ''} onChange={({ target }) => void navigate({ search: { cua, tuXem, thang: target.value || undefined } })}>
          <option value="">{t('allMonths')}</option>
          {listed.map(({ month, count }) => (
            <option key={month} value={month}>
              {t('monthOption', { month: worded(month), count })}
            </option>
          ))}
        </select>
      </div>
      <label className="choice">
        <input type="checkbox" checked={tuXem === true} onChange={({ target }) => void navigate({ search: { cua, thang, tuXem: target.checked || undefined } })} />
        {t('withOwn')}
      </label>
    </>
  );
}

function LookCard({ look }: { look: Look }) {
  const { t } = useTranslation('myData');
  const pick = useLocalized();
  return (
    <li className="card">
      <h2 className="look-by" lang={look.by === 'unit' ? 'vi' : undefined}>{look.by === 'unit' ? look.unit : t(`by.${look.by}`)}</h2>
      <p>
        {dateTime(look.at)}
        {look.role && ` · ${t('role', { role: pick(look.role) })}`}
      </p>
      <p>
        {t('purpose')} <span lang="vi">{look.purpose}</span>
      </p>
      {look.reason && (
        <p>
          {pick(look.reason.kind)}: <span lang="vi">{look.reason.text}</span>
        </p>
      )}
      {look.procedureName && <p>{pick(look.procedureName)}</p>}
      {look.dossier && (
        <p>
          <DossierName dossier={look.dossier} />
        </p>
      )}
      <p className="quiet">{t('what', { what: look.what.map(pick).join('; ') })}</p>
    </li>
  );
}

function Pages({ page, pages }: { page: number; pages: number }) {
  const { t } = useTranslation('myData');
  const navigate = route.useNavigate();
  const { cua, thang, tuXem } = route.useSearch();
  if (pages <= 1) return null;
  const turn = (to: number) => void navigate({ search: { cua, thang, tuXem, trang: to } });
  return (
    <nav aria-label={t('pagesLabel')} className="buttons">
      <button type="button" className="other" disabled={page <= 1} onClick={() => turn(page - 1)}>
        {t('previous')}
      </button>
      <span>{t('pages', { page, pages })}</span>
      <button type="button" className="other" disabled={page >= pages} onClick={() => turn(page + 1)}>
        {t('next')}
      </button>
    </nav>
  );
}
