import { readFileSync } from 'node:fs';
import type { OfficeHours } from '@app/calendar';
import { dataPath, type Localized } from '@app/kernel';
import type { OfficerRole } from '../roles.js';
import type { UnitKind } from '../unit.js';

/** A record of `data/provinces.json` (Decision 19/2025/QĐ-TTg, Res. 30/2026/QH16). */
export interface ProvinceRecord {
  readonly code: string;
  readonly kind: 'tỉnh' | 'thành phố';
  readonly name: string;
  readonly nameEn: string;
  /** `Hnn`; not confirmed = taken from the list before the mergers of 2025. */
  readonly organisationCode: string;
  readonly organisationCodeConfirmed: boolean;
  readonly mergedWith: readonly string[];
  readonly centreModel: 'one-level' | 'commune-centres';
}

/** A record of `data/communes.json`; the name stands without its kind. */
export interface CommuneRecord {
  readonly code: string;
  readonly kind: 'xã' | 'phường' | 'đặc khu';
  readonly name: string;
  readonly province: string;
}

/** A staffed demonstration unit of `data/dong-nai.json`. */
export interface DemonstrationUnit {
  readonly id: string;
  readonly parent: string;
  readonly kind: UnitKind;
  readonly functions: readonly string[];
  readonly name: Localized;
  readonly short: Localized;
  readonly code?: string;
  readonly codeInvented?: boolean;
  readonly symbol: string;
  readonly place?: string;
  readonly address?: string;
  readonly phone: string;
}

/** An officer with the post they hold, and further ones: a small commune seconds its officers to the counter (Decree 118/2025 Art. 10(3)). */
export interface DemonstrationOfficer {
  readonly login: string;
  readonly name: string;
  readonly phone: string;
  readonly unit: string;
  readonly role: OfficerRole;
  readonly also?: ReadonlyArray<{ readonly unit: string; readonly role: OfficerRole }>;
}

export interface DemonstrationProvince {
  readonly units: readonly DemonstrationUnit[];
  readonly hours: ReadonlyArray<OfficeHours & { readonly unit: string }>;
  readonly officers: readonly DemonstrationOfficer[];
}

const read = (name: string): unknown => JSON.parse(readFileSync(dataPath(`libs/organisation/data/${name}`), 'utf8'));

/** All 34 provinces and centrally run cities. */
export const readProvinces = (): ProvinceRecord[] => read('provinces.json') as ProvinceRecord[];

/** All 3,321 communes. */
export const readCommunes = (): CommuneRecord[] => read('communes.json') as CommuneRecord[];

/** The demonstration province: Đồng Nai with four staffed communes. */
export const readDemonstration = (): DemonstrationProvince => read('dong-nai.json') as DemonstrationProvince;
