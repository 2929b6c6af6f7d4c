import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AlarmCount } from '../alarms/alarm-count';
import type { Session } from '../api/types';
import { LooksCount } from '../persons/looks-count';
import { dataPages } from '../quality/data-pages';
import { LanguageSwitch } from './language-switch';
import { may, sessionQuery, sitsAtProvince } from './session';
import { SessionStrip } from './session-strip';
import { SignOutButton } from './sign-out-button';

/** Screens that use the whole width: the counter and the reviewer's panes. */
const WIDE = /^\/(quay|tham-dinh)/;

/** The pages about data on file are one area, whichever of them it begins with. */
const DATA = /^\/(du-lieu|nghi-van|nguoi)/;

/** The frame of every page: way to the content, areas this person may enter, who is signed in, language. */
export function Layout() {
  const { t } = useTranslation('shell');
  const { data: session } = useQuery(sessionQuery);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const main = useFocusOnNewPage(path);
  return (
    <>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <header className="shell-header">
        <Link to="/" className="shell-brand">
          <img src="/favicon.svg" alt="" />
          <span lang="vi">{t('brand')}</span>
        </Link>
        {session?.kind === 'officer' && <StaffNavigation session={session} path={path} />}
        <div className="shell-who">
          {session && session.kind !== 'anonymous' && <Who session={session} />}
          <LanguageSwitch />
          {session && session.kind !== 'anonymous' && <SignOutButton />}
        </div>
      </header>
      <SessionStrip session={session} />
      <main id="main" ref={main} tabIndex={-1} className={WIDE.test(path) ? 'shell-main wide' : 'shell-main'}>
        <Outlet />
      </main>
    </>
  );
}

function StaffNavigation({ session, path }: { session: Session; path: string }) {
  const { t } = useTranslation('shell');
  const [data] = dataPages(session);
  return (
    <nav className="shell-nav" aria-label={t('areas')}>
      {may(session, 'dossier.file') && <Link to="/quay">{t('area.counter')}</Link>}
      {sitsAtProvince(session) && may(session, 'dossier.read') && <Link to="/tham-dinh">{t('area.review')}</Link>}
      {may(session, 'dossier.read') && <Link to="/ho-so">{t('area.dossiers')}</Link>}
      {may(session, 'dossier.read') && (
        <Link to="/canh-bao">
          {t('area.alarms')} <AlarmCount />
        </Link>
      )}
      <Link to="/vang-mat">{t('area.away')}</Link>
      {may(session, 'report.read') && <Link to="/chuyen-ho-so">{t('area.transfers')}</Link>}
      {may(session, 'register.read') && <Link to="/so">{t('area.registers')}</Link>}
      {data && (
        <Link to={data.to} aria-current={DATA.test(path) ? 'page' : undefined}>
          {t('area.data')} {may(session, 'person.oversee') && <LooksCount />}
        </Link>
      )}
      {may(session, 'admin.read') && <Link to="/quan-tri">{t('area.admin')}</Link>}
    </nav>
  );
}

function Who({ session }: { session: Session }) {
  const post = session.posts?.[0];
  return (
    <span lang="vi" className="shell-person">
      <strong>{session.name}</strong> {post && <span>{post.unitName}</span>}
    </span>
  );
}

/** After a change of page the focus goes to the content, unless the page has already put it somewhere itself. */
function useFocusOnNewPage(path: string) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [path]);
  return main;
}
