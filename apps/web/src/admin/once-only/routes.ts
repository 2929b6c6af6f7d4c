import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { adminRoute } from '../admin-route';
import { readSearch } from './search';

const onceOnlyRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/hoi-mot-lan',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./once-only-page'), 'OnceOnlyPage'),
});

export const onceOnlyRoutes = [onceOnlyRoute] as const;
