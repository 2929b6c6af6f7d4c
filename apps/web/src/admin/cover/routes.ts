import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { adminRoute } from '../admin-route';

const coverRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/thay-the',
  component: lazyRouteComponent(() => import('./cover-page'), 'CoverPage'),
});

export const coverRoutes = [coverRoute] as const;
