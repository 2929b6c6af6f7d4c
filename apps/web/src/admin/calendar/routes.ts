import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { adminRoute } from '../admin-route';

/** Whose calendar, by its unit id; the nation's when it is left out. */
const unitIn = (search: Record<string, unknown>): { donvi?: string } => ({
  donvi: typeof search['donvi'] === 'string' && /^(vn|[pc]\d{2,5}(\.[a-z0-9-]+)*)$/.test(search['donvi']) ? search['donvi'] : undefined,
});

const calendarRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/lich',
  validateSearch: (search: Record<string, unknown>): { donvi?: string; nam?: number } => ({
    ...unitIn(search),
    nam: typeof search['nam'] === 'number' && search['nam'] >= 2000 && search['nam'] <= 2200 ? Math.floor(search['nam']) : undefined,
  }),
  component: lazyRouteComponent(() => import('./calendar-page'), 'CalendarPage'),
});

const proposeRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/lich/de-xuat',
  validateSearch: unitIn,
  component: lazyRouteComponent(() => import('./propose-page'), 'ProposePage'),
});

const changeRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/lich/thay-doi/$id',
  component: lazyRouteComponent(() => import('./change-page'), 'ChangePage'),
});

const logRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/lich/nhat-ky',
  validateSearch: unitIn,
  component: lazyRouteComponent(() => import('./log-page'), 'LogPage'),
});

export const calendarRoutes = [calendarRoute, proposeRoute, changeRoute, logRoute] as const;
