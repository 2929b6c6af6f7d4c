import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { adminRoute } from '../admin-route';

const authorityRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/tham-quyen',
  component: lazyRouteComponent(() => import('./authority-page'), 'AuthorityPage'),
});

const proposeRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/tham-quyen/de-xuat',
  component: lazyRouteComponent(() => import('./propose-page'), 'ProposePage'),
});

const changeRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/tham-quyen/thay-doi/$id',
  component: lazyRouteComponent(() => import('./change-page'), 'ChangePage'),
});

export const authorityRoutes = [authorityRoute, proposeRoute, changeRoute] as const;
