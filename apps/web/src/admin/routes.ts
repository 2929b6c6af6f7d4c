import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '../shell/base-routes';

/** The administration area: its menu, and within it the pages of its sections. */
const adminRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/quan-tri',
  component: lazyRouteComponent(() => import('./admin-layout'), 'AdminLayout'),
});

const homeRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./admin-home'), 'AdminHome'),
});

const proceduresRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/thu-tuc',
  component: lazyRouteComponent(() => import('./procedures/procedure-list-page'), 'ProcedureListPage'),
});

export const adminRoutes = adminRoute.addChildren([homeRoute, proceduresRoute]);
