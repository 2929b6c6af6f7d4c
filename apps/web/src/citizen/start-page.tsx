import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { findProcedures } from '../api/calls';
import { Loading } from '../components/loading';
import { ProblemNotice } from '../components/problem-notice';
import { useKept } from '../shell/kept';
import { useLocalized } from '../shell/localized';
import { sessionQuery } from '../shell/session';
import { LIFE_EVENTS, linkedOf, wordsOf } from './life-events';
import { MyMatters } from './my-matters';
import { CitizenPage } from './page';
import { SignInLink } from './sign-in-link';

/** Where a citizen starts: their own matters, the one thing to do in each, and the procedures. */
export function StartPage() {
  const { t } = useTranslation('citizen');
  const { data: session } = useQuery(sessionQuery);
  return (
    <CitizenPage title={t('start.title')}>
      {session?.kind === 'citizen' ? (
        <>
          <MyMatters />
          <p>
            <Link to="/cong-dan/du-lieu" className="link">
              {t('start.myData')}
            </Link>
          </p>
        </>
      ) : (
        <div className="card">
          <p>{t('start.about')}</p>
          <div className="buttons">
            <SignInLink returnTo="/cong-dan" label={t('signIn.go')} />
            <a className="link" href="/tra-cuu">
              {t('start.lookUp')}
            </a>
          </div>
        </div>
      )}
      <Procedures />
      {session?.kind === 'citizen' && (
        <p>
          <a className="link" href="/tra-cuu">
            {t('start.lookUp')}
          </a>
        </p>
      )}
    </CitizenPage>
  );
}

function Procedures() {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  const [typed, setTyped] = useKept('citizen.search', '');
  const [asked] = useDebouncedValue(typed.trim().normalize('NFC'), 200);
  const { data, error } = useQuery({ queryKey: ['procedures', asked], queryFn: () => findProcedures(asked, 20), enabled: asked !== '', placeholderData: keepPreviousData });
  const rows = asked === '' ? undefined : data;
  return (
    <section aria-labelledby="procedures">
      <h2 id="procedures">{t('start.procedures')}</h2>
      <div className="field" role="search">
        <label htmlFor="search">{t('start.search')}</label>
        <p id="search-help" className="quiet">
          {t('start.searchHelp')}
        </p>
        <div className="search">
          <input id="search" type="search" autoComplete="off" spellCheck={false} aria-describedby="search-help" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        </div>
      </div>
      {typed.trim() === '' && (
        <>
          <h3>{t('start.events')}</h3>
          <div className="buttons">
            {LIFE_EVENTS.map((name) => {
              const linked = linkedOf(name);
              return linked ? (
                <Link key={name} to="/cong-dan/thu-tuc/$code" params={{ code: linked }} className="other">
                  {t(`start.event.${name}`)}
                </Link>
              ) : (
                <button key={name} type="button" className="other" onClick={() => setTyped(wordsOf(name))}>
                  {t(`start.event.${name}`)}
                </button>
              );
            })}
          </div>
        </>
      )}
      {error && <ProblemNotice error={error} />}
      {asked !== '' && !data && !error && <Loading />}
      <p role="status" className="quiet">
        {rows && (rows.length === 0 ? t('start.nothing') : t('start.found', { count: rows.length }))}
      </p>
      <ul className="plain-list">
        {rows?.map((row) => (
          <li key={row.code} className="card">
            <Link to="/cong-dan/thu-tuc/$code" params={{ code: row.code }} className="matter">
              {pick(row.name)}
            </Link>
            <div className="quiet">
              {row.code} · <span lang="vi">{row.field}</span> · {row.receivable ? t('start.online') : row.referral ? t('start.elsewhere', { agency: pick(row.referral) }) : t('start.atCounter')}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
