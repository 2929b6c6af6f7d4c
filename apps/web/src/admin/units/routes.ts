import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { adminRoute } from '../admin-route';

const unitsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/sap-xep',
  component: lazyRouteComponent(() => import('./units-page'), 'UnitsPage'),
});

const proposeRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/sap-xep/de-xuat',
  component: lazyRouteComponent(() => import('./propose-page'), 'ProposePage'),
});

const changeRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/sap-xep/$id',
  component: lazyRouteComponent(() => import('./change-page'), 'ChangePage'),
});

export const unitRoutes = [unitsRoute, proposeRoute, changeRoute] as const;
