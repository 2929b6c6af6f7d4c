import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Layout } from './layout';
import { requireOfficer } from './session';

interface RouterContext {
  queries: QueryClient;
}

/** The frame around every page. */
export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Layout,
  notFoundComponent: lazyRouteComponent(() => import('./faults'), 'NotFoundPage'),
  errorComponent: lazyRouteComponent(() => import('./faults'), 'RouteFault'),
});

/** Pages for officers who are signed in. */
export const staffRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'staff',
  beforeLoad: ({ context, location }) => requireOfficer(context.queries, location.href),
});
