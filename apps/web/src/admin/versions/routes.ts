import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { adminRoute } from '../admin-route';

const countsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/phien-ban-cu',
  component: lazyRouteComponent(() => import('./counts-page'), 'CountsPage'),
});

const earlierRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/phien-ban-cu/$code',
  component: lazyRouteComponent(() => import('./earlier-page'), 'EarlierPage'),
});

export const versionRoutes = [countsRoute, earlierRoute] as const;
