import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { adminRoute } from '../admin-route';

const outagesRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/su-co',
  component: lazyRouteComponent(() => import('./outages-page'), 'OutagesPage'),
});

export const outageRoutes = [outagesRoute] as const;
