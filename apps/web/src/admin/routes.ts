import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { adminRoute } from './admin-route';
import { authorityRoutes } from './authority/routes';
import { calendarRoutes } from './calendar/routes';
import { coverRoutes } from './cover/routes';
import { localRuleRoutes } from './local-rules/routes';
import { nonBoundaryRoutes } from './non-boundary/routes';
import { onceOnlyRoutes } from './once-only/routes';
import { outageRoutes } from './outages/routes';
import { procedureRoutes } from './procedures/routes';
import { signingKeyRoutes } from './signing-keys/routes';
import { versionRoutes } from './versions/routes';
import { unitRoutes } from './units/routes';

const homeRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./admin-home'), 'AdminHome'),
});

/** A section of the area brings its own list of routes. */
export const adminRoutes = adminRoute.addChildren([
  homeRoute,
  ...authorityRoutes,
  ...calendarRoutes,
  ...coverRoutes,
  ...localRuleRoutes,
  ...nonBoundaryRoutes,
  ...onceOnlyRoutes,
  ...outageRoutes,
  ...procedureRoutes,
  ...signingKeyRoutes,
  ...versionRoutes,
  ...unitRoutes,
]);
