import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { adminRoute } from '../admin-route';

const listsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/phi-dia-gioi',
  component: lazyRouteComponent(() => import('./lists-page'), 'ListsPage'),
});

const proposeRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/phi-dia-gioi/de-xuat',
  component: lazyRouteComponent(() => import('./propose-page'), 'ProposePage'),
});

const listRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/phi-dia-gioi/$id',
  component: lazyRouteComponent(() => import('./list-page'), 'ListPage'),
});

export const nonBoundaryRoutes = [listsRoute, proposeRoute, listRoute] as const;
