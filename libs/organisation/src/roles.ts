import type { Localized } from '@app/kernel';

/** The role an officer holds in a post, with the title that stands above their signature. */
export const OFFICER_ROLES = {
  'receiving-clerk': { vi: 'Cán bộ tiếp nhận', en: 'Receiving clerk' },
  'case-officer': { vi: 'Công chức thụ lý', en: 'Case officer' },
  'division-head': { vi: 'Trưởng phòng', en: 'Head of division' },
  chairman: { vi: 'Chủ tịch', en: 'Chairman' },
  'vice-chairman': { vi: 'Phó Chủ tịch', en: 'Vice-chairman' },
  'records-clerk': { vi: 'Văn thư', en: 'Records clerk' },
  'centre-director': { vi: 'Giám đốc Trung tâm', en: 'Director of the centre' },
  reviewer: { vi: 'Chuyên viên thẩm định', en: 'Reviewer' },
  director: { vi: 'Giám đốc', en: 'Director' },
  'deputy-director': { vi: 'Phó Giám đốc', en: 'Deputy director' },
  administrator: { vi: 'Quản trị hệ thống', en: 'Administrator' },
} as const satisfies Record<string, Localized>;

export type OfficerRole = keyof typeof OFFICER_ROLES;

/** The roles a process step may name. */
export type ProcessRole = 'receiving-clerk' | 'case-officer' | 'reviewer' | 'leader' | 'records-clerk';

const FULFILLING: Readonly<Record<ProcessRole, readonly OfficerRole[]>> = {
  'receiving-clerk': ['receiving-clerk'],
  'case-officer': ['case-officer'],
  reviewer: ['reviewer'],
  // Who may sign for the agency (Decree 30/2020, Art. 13): the head, or a deputy signing for the head (KT.).
  leader: ['chairman', 'vice-chairman', 'director', 'deputy-director'],
  'records-clerk': ['records-clerk'],
};

/** The officer roles that may act where a process names this role; empty for a role no process knows. */
export function rolesFulfilling(processRole: string): readonly OfficerRole[] {
  return Object.hasOwn(FULFILLING, processRole) ? FULFILLING[processRole as ProcessRole] : [];
}

/** The process roles this officer role may act in. */
export function processRolesOf(role: OfficerRole): readonly ProcessRole[] {
  return (Object.keys(FULFILLING) as ProcessRole[]).filter((processRole) => FULFILLING[processRole].includes(role));
}
