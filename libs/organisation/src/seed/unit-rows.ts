import type { UnitKind } from '../unit.js';
import type { CommuneRecord, DemonstrationUnit, ProvinceRecord } from './data.js';

/** A row of the table `unit`, its columns by name. */
export interface UnitRow {
  readonly id: string;
  readonly parent_id: string | null;
  readonly path: string;
  readonly kind: UnitKind;
  readonly functions: readonly string[];
  readonly name_vi: string;
  readonly name_en: string;
  readonly short_vi: string;
  readonly short_en: string;
  readonly place_code: string | null;
  readonly code_segment: string | null;
  readonly code_invented: boolean;
  readonly document_symbol: string | null;
  readonly place_name: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly since: string;
}

/** The day the two-level local government began; units of the data stand since then. */
const TWO_LEVELS_SINCE = '2025-07-01';

const KIND_EN = { tỉnh: 'Province', 'thành phố': 'City', xã: 'Commune', phường: 'Ward', 'đặc khu': 'Special Zone' } as const;

const NATION: UnitRow = {
  ...blank('vn', null, 'vn', 'nation'),
  name_vi: 'Cộng hòa xã hội chủ nghĩa Việt Nam',
  name_en: 'Socialist Republic of Viet Nam',
  short_vi: 'Việt Nam',
  short_en: 'Viet Nam',
};

/** The whole national tree from the two lists: the nation, its provinces, their communes. */
export function nationalRows(provinces: readonly ProvinceRecord[], communes: readonly CommuneRecord[]): UnitRow[] {
  return [NATION, ...provinces.map(provinceRow), ...communes.map(communeRow)];
}

function provinceRow(province: ProvinceRecord): UnitRow {
  const id = `p${province.code}`;
  return {
    ...blank(id, 'vn', `vn.${id}`, 'province'),
    ...committeeNames(province.kind, province.name, province.nameEn),
    place_code: province.code,
    code_segment: province.organisationCode,
    place_name: province.name,
  };
}

function communeRow(commune: CommuneRecord): UnitRow {
  const id = `c${commune.code}`;
  return {
    ...blank(id, `p${commune.province}`, `vn.p${commune.province}.${id}`, 'commune'),
    ...committeeNames(commune.kind, commune.name, withoutAccents(commune.name)),
    place_code: commune.code,
    // The kind is left out of the place-and-date line unless the name is a number (Decree 30/2020, Annex I).
    place_name: /^\d/.test(commune.name) ? `${capital(commune.kind)} ${commune.name}` : commune.name,
  };
}

/** The rows of the demonstration's staffed units. */
export function demonstrationRows(units: readonly DemonstrationUnit[]): UnitRow[] {
  const paths = new Map([['vn', 'vn']]);
  return units.map((unit) => {
    const path = `${paths.get(unit.parent)}.${unit.id.split('.').at(-1)}`;
    paths.set(unit.id, path);
    return {
      ...blank(unit.id, unit.parent, path, unit.kind),
      functions: unit.functions,
      name_vi: unit.name.vi,
      name_en: unit.name.en,
      short_vi: unit.short.vi,
      short_en: unit.short.en,
      place_code: /^[pc]\d+$/.test(unit.id) ? unit.id.slice(1) : null,
      code_segment: unit.code ?? null,
      code_invented: unit.codeInvented ?? false,
      document_symbol: unit.symbol,
      place_name: unit.place ?? null,
      address: unit.address ?? null,
      phone: unit.phone,
    };
  });
}

function blank(id: string, parentId: string | null, path: string, kind: UnitKind) {
  const seat = kind === 'province' || kind === 'commune';
  return {
    id,
    parent_id: parentId,
    path,
    kind,
    functions: seat ? ['committee'] : [],
    place_code: null,
    code_segment: null,
    code_invented: false,
    document_symbol: seat ? 'UBND' : null,
    place_name: null,
    address: null,
    phone: null,
    since: TWO_LEVELS_SINCE,
  };
}

function committeeNames(kind: keyof typeof KIND_EN, name: string, nameEn: string) {
  return {
    name_vi: `Ủy ban nhân dân ${kind} ${name}`,
    name_en: `People's Committee of ${nameEn} ${KIND_EN[kind]}`,
    short_vi: `${capital(kind)} ${name}`,
    short_en: `${nameEn} ${KIND_EN[kind]}`,
  };
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** The name as English text writes it: "Biên Hoà" → "Bien Hoa". */
const withoutAccents = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}+/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
