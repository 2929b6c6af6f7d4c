import type { Localized } from '@app/kernel';
import { ruleOf, type AlarmKind } from '@app/workflow';

/** Something that stands out on a row of a list. */
export interface BadgeView {
  readonly kind: string;
  readonly label: Localized;
  readonly tone: 'alarm' | 'note';
}

interface Badged {
  readonly status: number;
  readonly head_pending: boolean;
  readonly consulted_units: readonly string[];
  readonly alarms: readonly AlarmKind[] | null;
}

/** The time token says these already. */
const SAID_BY_TIME: ReadonlySet<AlarmKind> = new Set(['dueSoon', 'overdue']);

/** The badges of a row, alarms first. */
export function badgesOf({ status, head_pending, consulted_units, alarms }: Badged, ownUnits: ReadonlySet<string>): BadgeView[] {
  const note = (is: boolean, kind: string, vi: string, en: string): BadgeView[] => (is ? [{ kind, label: { vi, en }, tone: 'note' }] : []);
  return [
    ...[...new Set(alarms ?? [])].filter((kind) => !SAID_BY_TIME.has(kind)).map((kind): BadgeView => ({ kind, label: ruleOf(kind).label, tone: 'alarm' })),
    ...note(head_pending, 'head-pending', 'Chờ lãnh đạo quyết định', 'A leader must decide'),
    ...note(consulted_units.some((unit) => ownUnits.has(unit)), 'consulted', 'Đơn vị tôi được hỏi ý kiến', 'My unit is asked for its opinion'),
    ...note(status === 7, 'withdrawal-asked', 'Người dân đề nghị rút hồ sơ', 'The citizen asks to withdraw'),
  ];
}
