import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { adminRoute } from '../admin-route';

const signingKeysRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/khoa-ky',
  component: lazyRouteComponent(() => import('./signing-keys-page'), 'SigningKeysPage'),
});

export const signingKeyRoutes = [signingKeysRoute] as const;
