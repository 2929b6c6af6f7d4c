import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { adminRoute } from '../admin-route';
import { FILTERS, type Filter } from './calls';
import { SECTIONS, type SectionName } from './sections';

const listRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/thu-tuc',
  validateSearch: (search: Record<string, unknown>): { loc?: Filter; trang?: number } => ({
    loc: FILTERS.find((name) => name === search['loc']),
    trang: typeof search['trang'] === 'number' && search['trang'] > 1 ? Math.floor(search['trang']) : undefined,
  }),
  component: lazyRouteComponent(() => import('./procedure-list-page'), 'ProcedureListPage'),
});

const procedureRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/thu-tuc/$code',
  component: lazyRouteComponent(() => import('./procedure-page'), 'ProcedurePage'),
});

const editorRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/thu-tuc/$code/soan',
  validateSearch: (search: Record<string, unknown>): { phan?: SectionName } => ({ phan: SECTIONS.find((name) => name === search['phan']) }),
  component: lazyRouteComponent(() => import('./editor-page'), 'EditorPage'),
});

const checkRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/thu-tuc/$code/kiem-tra',
  component: lazyRouteComponent(() => import('./check-page'), 'CheckPage'),
});

const proposalRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/de-xuat/$id',
  component: lazyRouteComponent(() => import('./proposal-page'), 'ProposalPage'),
});

export const procedureRoutes = [listRoute, procedureRoute, editorRoute, checkRoute, proposalRoute] as const;
