import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { adminRoute } from '../admin-route';

/** Whose rules, by its unit id; the person's own province or commune when it is left out. */
const unitIn = (search: Record<string, unknown>): { donvi?: string } => ({
  donvi: typeof search['donvi'] === 'string' && /^[pc]\d{2,5}$/.test(search['donvi']) ? search['donvi'] : undefined,
});

const listRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/quy-dinh',
  validateSearch: unitIn,
  component: lazyRouteComponent(() => import('./rules-page'), 'RulesPage'),
});

const proposeRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/quy-dinh/de-xuat',
  validateSearch: (search: Record<string, unknown>): { donvi?: string; thay?: string } => ({
    ...unitIn(search),
    thay: typeof search['thay'] === 'string' && /^[0-9a-f-]{36}$/.test(search['thay']) ? search['thay'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./propose-page'), 'ProposePage'),
});

const ruleRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/quy-dinh/$id',
  component: lazyRouteComponent(() => import('./rule-page'), 'RulePage'),
});

export const localRuleRoutes = [listRoute, proposeRoute, ruleRoute] as const;
