import type { Localized } from '@app/kernel';
import { OFFICER_ROLES } from '@app/organisation';
import { OUTSIDE_REASONS, withoutNames, type ReadLogEntry, type Seen } from '@app/persons';
import { linkOf, type DossierCodes, type DossierLink } from './values.js';

/** One look at a person's data, as the person reads it: who by unit and role, never by name. */
export interface LookView {
  readonly id: string;
  readonly at: string;
  /** Who: a unit, the person themselves, a parent, or the system. */
  readonly by: 'unit' | 'self' | 'parent' | 'system';
  readonly unit?: string;
  readonly role?: Localized;
  readonly purpose: string;
  /** Of a look outside a dossier: for what, and why in the officer's words, without names and numbers of others. */
  readonly reason?: { readonly kind: Localized; readonly text: string };
  readonly procedureName?: Localized;
  readonly dossier?: DossierLink;
  readonly what: readonly Localized[];
}

const SEEN: Readonly<Record<Seen, Localized>> = {
  listed: { vi: 'Tên, ngày sinh, địa chỉ trong danh sách tìm kiếm', en: 'Name, birthday, address in a list of search hits' },
  identity: { vi: 'Thông tin nhân thân, nơi cư trú, liên hệ', en: 'Identity, residence, contact' },
  family: { vi: 'Quan hệ gia đình', en: 'Family relations' },
  papers: { vi: 'Giấy tờ đang lưu', en: 'Papers on file' },
  household: { vi: 'Thông tin thành viên hộ gia đình', en: 'Membership of a household' },
  role: { vi: 'Tư cách trong tổ chức', en: 'Role in an organisation' },
};

/** @param units names of units by id; @param procedures names of procedures by code */
export function lookView(entry: ReadLogEntry, units: ReadonlyMap<string, string>, procedures: ReadonlyMap<string, Localized>, codes: DossierCodes): LookView {
  const { id, at, readerKind, unitId, role, dossierId, procedureCode, purpose, reasonKind, reason, what } = entry;
  const procedureName = procedureCode === null ? undefined : procedures.get(procedureCode);
  const dossier = linkOf(dossierId, codes);
  return {
    id, at, purpose, what: what.map((each) => SEEN[each]),
    by: readerKind === 'citizen' ? (role === 'parent' ? 'parent' : 'self') : unitId === null ? 'system' : 'unit',
    ...(reasonKind === null ? {} : { reason: { kind: OUTSIDE_REASONS[reasonKind], text: withoutNames(reason ?? '') } }),
    ...(unitId === null ? {} : { unit: units.get(unitId) ?? unitId }),
    ...(role !== null && Object.hasOwn(OFFICER_ROLES, role) ? { role: OFFICER_ROLES[role as keyof typeof OFFICER_ROLES] } : {}),
    ...(procedureName === undefined ? {} : { procedureName }),
    ...(dossier === undefined ? {} : { dossier }),
  };
}
