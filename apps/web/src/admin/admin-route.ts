import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '../shell/base-routes';

/** The administration area: its menu, and within it the pages of its sections. */
export const adminRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/quan-tri',
  component: lazyRouteComponent(() => import('./admin-layout'), 'AdminLayout'),
});
