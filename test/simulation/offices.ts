import type { DemonstrationProvince } from '@app/organisation';

/** A commune of the simulation. */
export interface SimulatedCommune {
  readonly id: string;
}

/** The four communes of the demonstration, whose offices are copied under other codes of the same province. */
const COPIED = 'c26068';

/**
 * The demonstration province with further staffed communes: offices and officers of one commune, copied. The codes are
 * those of real communes of the province; the officers are invented.
 */
export function withMoreCommunes(province: DemonstrationProvince, codes: readonly string[]): DemonstrationProvince {
  const staffed = new Set(province.units.map(({ id }) => id));
  const wanted = codes.filter((code) => !staffed.has(`c${code}`));
  const model = province.units.filter(({ id }) => id === COPIED || id.startsWith(`${COPIED}.`));
  const people = province.officers.filter(({ unit }) => unit === COPIED || unit.startsWith(`${COPIED}.`));
  return {
    ...province,
    units: [...province.units, ...wanted.flatMap((code, index) => model.map((unit) => ({
      ...unit, id: unit.id.replace(COPIED, `c${code}`), parent: unit.parent.replace(COPIED, `c${code}`),
      ...(unit.code === undefined ? {} : { code: unit.code.replace(/\d+$/u, String(index + 50)) }),
    })))],
    officers: [...province.officers, ...wanted.flatMap((code) => people.map(({ also: _, ...officer }) => ({
      ...officer, login: officer.login.replace(/\..*$/u, `.${code}`), unit: officer.unit.replace(COPIED, `c${code}`),
    })))],
  };
}
