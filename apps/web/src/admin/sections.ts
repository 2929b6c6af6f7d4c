import type { Session } from '../api/types';
import { may } from '../shell/session';

/**
 * The pages of the administration area, in the order of its menu. A page appears in the menu and on the home page of
 * whoever holds one of its permissions; its words are `admin:section.<key>` and `admin:about.<key>`.
 */
export const SECTIONS = [
  { key: 'procedures', to: '/quan-tri/thu-tuc', permissions: ['procedure.edit', 'procedure.publish'] },
  { key: 'versions', to: '/quan-tri/phien-ban-cu', permissions: ['dossier.move-version'] },
  { key: 'calendar', to: '/quan-tri/lich', permissions: ['calendar.propose', 'calendar.approve'] },
  { key: 'authority', to: '/quan-tri/tham-quyen', permissions: ['authority.propose', 'authority.approve'] },
  { key: 'units', to: '/quan-tri/sap-xep', permissions: ['unit.propose', 'unit.approve'] },
  { key: 'outages', to: '/quan-tri/su-co', permissions: ['outage.announce', 'outage.approve'] },
  { key: 'localRules', to: '/quan-tri/quy-dinh', permissions: ['local-rule.propose', 'local-rule.approve'] },
  { key: 'nonBoundary', to: '/quan-tri/phi-dia-gioi', permissions: ['local-rule.propose', 'local-rule.approve'] },
  { key: 'cover', to: '/quan-tri/thay-the', permissions: ['absence.manage', 'delegation.propose', 'delegation.approve'] },
  { key: 'signingKeys', to: '/quan-tri/khoa-ky', permissions: ['admin.read'] },
  { key: 'onceOnly', to: '/quan-tri/hoi-mot-lan', permissions: ['report.read'] },
] as const;

/** The pages this person may look after. */
export const sectionsOf = (session: Session) => SECTIONS.filter(({ permissions }) => permissions.some((permission) => may(session, permission)));
