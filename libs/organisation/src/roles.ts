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

/** Who heads a part of an office and so may take up, as the lead, what nobody there can do: the counter, the case work. */
const HEADING: Readonly<Partial<Record<ProcessRole, readonly OfficerRole[]>>> = {
  'receiving-clerk': ['centre-director'],
  'case-officer': ['division-head'],
  reviewer: ['division-head'],
};

/** Who heads the part of an office that does a process role's work; empty for a role that has no such head. */
export function rolesHeading(processRole: string): readonly OfficerRole[] {
  return Object.hasOwn(HEADING, processRole) ? (HEADING[processRole as ProcessRole] ?? []) : [];
}

/** The officer roles that may be the lead at a step of this process role: those that fulfil it, and the head of the unit. */
export function rolesLeading(processRole: string): readonly OfficerRole[] {
  return [...rolesFulfilling(processRole), ...rolesHeading(processRole)];
}

const lowerFirst = (text: string): string => `${text.charAt(0).toLocaleLowerCase('vi')}${text.slice(1)}`;

/**
 * The title of whoever heads a unit, as it stands above a signature given by order or by delegation: with the unit, since
 * "Trưởng phòng" alone says too little under "TL. CHỦ TỊCH".
 * @param unitName as a document's head writes it, in Vietnamese
 */
export function positionAt(role: OfficerRole, unitName: string): string {
  if (role === 'division-head') return unitName.startsWith('Văn phòng') ? `Chánh ${unitName}` : `Trưởng ${lowerFirst(unitName)}`;
  return role === 'centre-director' || role === 'director' ? `Giám đốc ${unitName}` : OFFICER_ROLES[role].vi;
}
