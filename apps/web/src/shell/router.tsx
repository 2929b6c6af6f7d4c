import { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { ALARM_KINDS, type AlarmKind } from '../alarms/kinds';
import { adminRoutes } from '../admin/routes';
import { whenSignedOut } from '../api/client';
import { Problem } from '../api/problem';
import type { WorkListQuery } from '../api/types';
import { DOUBT_KINDS, type DoubtKind } from '../quality/kinds';
import { rootRoute, staffRoute } from './base-routes';
import { LISTS, NARROWINGS, type ListName, type Narrowing } from './lists';
import { homeOf, sessionQuery } from './session';

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal is an answer: only a cut line or a busy server is worth asking again.
      retry: (count, error) => count < 2 && (!(error instanceof Problem) || error.body.status >= 502),
    },
  },
});

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ context }) => {
    throw redirect({ href: homeOf(await context.queries.ensureQueryData(sessionQuery)) });
  },
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dang-nhap',
  validateSearch: (search: Record<string, unknown>): { return?: string; ended?: boolean } => ({
    return: safeReturn(search['return']),
    ended: search['ended'] === true ? true : undefined,
  }),
  loader: ({ context }) => context.queries.ensureQueryData(sessionQuery),
  component: lazyRouteComponent(() => import('../sign-in/sign-in-page'), 'SignInPage'),
});

/** Only a path of this site: an address from outside must not be able to send people elsewhere after signing in. */
function safeReturn(value: unknown): string | undefined {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;
}

/** A unit named in an address; anything else is no unit. */
const unitOf = (value: unknown): string | undefined => (typeof value === 'string' && /^[a-z0-9.-]{1,60}$/.test(value) ? value : undefined);

const counterRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/quay',
  component: lazyRouteComponent(() => import('../counter/counter-page'), 'CounterPage'),
});

const dossiersRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/ho-so',
  validateSearch: (search: Record<string, unknown>): { list?: ListName; page?: number; only?: Narrowing; lateBy?: string } => ({
    list: LISTS.find((name) => name === search['list']),
    only: NARROWINGS.find((name) => name === search['only']),
    lateBy: unitOf(search['lateBy']),
    page: typeof search['page'] === 'number' && search['page'] > 1 ? Math.floor(search['page']) : undefined,
  }),
  component: lazyRouteComponent(() => import('../dossiers/list-page'), 'ListPage'),
});

const dossierRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/ho-so/$id',
  component: lazyRouteComponent(() => import('../dossiers/dossier-page'), 'DossierPage'),
});

const alarmsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/canh-bao',
  validateSearch: (search: Record<string, unknown>): { kind?: AlarmKind; page?: number } => ({
    kind: ALARM_KINDS.find((kind) => kind === search['kind']),
    page: typeof search['page'] === 'number' && search['page'] > 1 ? Math.floor(search['page']) : undefined,
  }),
  component: lazyRouteComponent(() => import('../alarms/alarms-page'), 'AlarmsPage'),
});

/** An id in an address; anything else is none. */
const idOf = (value: unknown): string | undefined => (typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value) ? value : undefined);

const peopleRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/nguoi',
  component: lazyRouteComponent(() => import('../persons/people-page'), 'PeoplePage'),
});

// The ground on which the page is opened stands in the address; nothing of the person does.
const personRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/nguoi/$id',
  validateSearch: (search: Record<string, unknown>): { dossier?: string; draft?: string; look?: string } => ({
    dossier: idOf(search['dossier']),
    draft: idOf(search['draft']),
    look: idOf(search['look']),
  }),
  component: lazyRouteComponent(() => import('../persons/person-page'), 'PersonPage'),
});

const awayRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/vang-mat',
  component: lazyRouteComponent(() => import('../cover/own-page'), 'OwnPage'),
});

const registersRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/so',
  component: lazyRouteComponent(() => import('../registers/registers-page'), 'RegistersPage'),
});

const transfersRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/chuyen-ho-so',
  component: lazyRouteComponent(() => import('../transfers/transfers-page'), 'TransfersPage'),
});

const pageOf = (value: unknown): number | undefined => (typeof value === 'number' && value > 1 ? Math.floor(value) : undefined);

const qualityRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/du-lieu',
  component: lazyRouteComponent(() => import('../quality/quality-page'), 'QualityPage'),
});

const communeQualityRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/du-lieu/$code',
  validateSearch: (search: Record<string, unknown>): { fault?: WorkListQuery['fault']; page?: number } => ({
    fault: typeof search['fault'] === 'string' && /^[a-z-]{1,40}$/.test(search['fault']) ? (search['fault'] as WorkListQuery['fault']) : undefined,
    page: pageOf(search['page']),
  }),
  component: lazyRouteComponent(() => import('../quality/commune-page'), 'CommunePage'),
});

const doubtsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/nghi-van',
  validateSearch: (search: Record<string, unknown>): { state?: 'decided'; kind?: DoubtKind; page?: number } => ({
    state: search['state'] === 'decided' ? 'decided' : undefined,
    kind: DOUBT_KINDS.find((kind) => kind === search['kind']),
    page: pageOf(search['page']),
  }),
  component: lazyRouteComponent(() => import('../quality/doubts-page'), 'DoubtsPage'),
});

const doubtRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/nghi-van/$id',
  component: lazyRouteComponent(() => import('../quality/doubt-page'), 'DoubtPage'),
});

const reviewRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/tham-dinh',
  component: lazyRouteComponent(() => import('../review/review-page'), 'ReviewPage'),
});

const caseRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/tham-dinh/$id',
  component: lazyRouteComponent(() => import('../review/case-page'), 'CasePage'),
});

const citizenRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cong-dan',
  component: lazyRouteComponent(() => import('../citizen/start-page'), 'StartPage'),
});

const citizenProcedureRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cong-dan/thu-tuc/$code',
  component: lazyRouteComponent(() => import('../citizen/procedure-page'), 'ProcedurePage'),
});

const filingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cong-dan/nop/$draftId',
  // `buoc`: the step; `sua`: it was opened from the check of answers and leads back there.
  validateSearch: (search: Record<string, unknown>): { buoc?: string; sua?: boolean } => ({
    buoc: typeof search['buoc'] === 'string' ? search['buoc'] : undefined,
    sua: search['sua'] === true ? true : undefined,
  }),
  component: lazyRouteComponent(() => import('../citizen/filing/filing-page'), 'FilingPage'),
});

const filedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cong-dan/da-nop/$dossierId',
  component: lazyRouteComponent(() => import('../citizen/filed-page'), 'FiledPage'),
});

const linkedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cong-dan/lien-thong/$id',
  component: lazyRouteComponent(() => import('../citizen/linked/linked-page'), 'LinkedPage'),
});

const citizenDossierRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cong-dan/ho-so/$id',
  component: lazyRouteComponent(() => import('../citizen/follow/dossier-page'), 'DossierPage'),
});

// `cua`: a minor child; `thang`, `trang`, `tuXem`: month, page, and whether own looks are wanted.
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const myDataRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cong-dan/du-lieu',
  validateSearch: (search: Record<string, unknown>): { cua?: string } => ({ cua: text(search['cua']) }),
  component: lazyRouteComponent(() => import('../citizen/my-data/my-data-page'), 'MyDataPage'),
});

const looksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cong-dan/du-lieu/ai-da-xem',
  validateSearch: (search: Record<string, unknown>): { cua?: string; thang?: string; trang?: number; tuXem?: boolean } => ({
    cua: text(search['cua']),
    thang: text(search['thang']),
    trang: typeof search['trang'] === 'number' ? search['trang'] : undefined,
    tuXem: search['tuXem'] === true ? true : undefined,
  }),
  component: lazyRouteComponent(() => import('../citizen/my-data/looks-page'), 'LooksPage'),
});

const supplyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cong-dan/ho-so/$id/bo-sung',
  component: lazyRouteComponent(() => import('../citizen/follow/supply-page'), 'SupplyPage'),
});

const withdrawRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cong-dan/ho-so/$id/rut-ho-so',
  component: lazyRouteComponent(() => import('../citizen/follow/withdraw-page'), 'WithdrawPage'),
});

const draftRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cong-dan/ho-so/$id/du-thao',
  component: lazyRouteComponent(() => import('../citizen/follow/draft-page'), 'DraftPage'),
});

const citizenRoutes = [citizenRoute, citizenProcedureRoute, filingRoute, filedRoute, linkedRoute, citizenDossierRoute, myDataRoute, looksRoute, supplyRoute, withdrawRoute, draftRoute];

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    homeRoute,
    signInRoute,
    staffRoute.addChildren([
      counterRoute, dossiersRoute, dossierRoute, alarmsRoute, peopleRoute, personRoute, registersRoute, transfersRoute, awayRoute, qualityRoute, communeQualityRoute, doubtsRoute, doubtRoute,
      reviewRoute, caseRoute, adminRoutes,
    ]),
    ...citizenRoutes,
  ]),
  context: { queries },
  defaultPreload: false,
  scrollRestoration: true,
});

// The session ended while a page stood open: sign in and come back to the same page, where the drafts are.
whenSignedOut(() => {
  const { href, pathname } = router.state.location;
  if (pathname === '/dang-nhap') return;
  queries.setQueryData(sessionQuery.queryKey, (before) => ({
    kind: 'anonymous' as const,
    demonstration: before?.demonstration ?? false,
    citizenSignIn: before?.citizenSignIn ?? false,
  }));
  void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
  // A citizen's page itself says that it needs a sign-in, at its own address.
  if (pathname.startsWith('/cong-dan')) return;
  void router.navigate({ to: '/dang-nhap', search: { return: href, ended: true } });
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
