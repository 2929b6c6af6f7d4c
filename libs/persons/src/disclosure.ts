import { readFileSync } from 'node:fs';
import { dataPath, type Localized } from '@app/kernel';
import type { Look } from './reader.js';

/** Why the law lets a person not be told yet that somebody looked at their data. A closed list: what is not in it is told at once. */
export const DISCLOSURE_CLASSES = {
  'criminal-proceedings': { vi: 'Phục vụ hoạt động tố tụng hình sự', en: 'For criminal proceedings' },
  'national-security': { vi: 'Phục vụ bảo vệ an ninh quốc gia', en: 'For national security' },
  'anti-corruption': { vi: 'Phục vụ phòng, chống tham nhũng', en: 'For the fight against corruption' },
} as const satisfies Record<string, Localized>;

export type DisclosureClass = keyof typeof DISCLOSURE_CLASSES;

/** Which looks are of a class: by the unit that looks (the last part of its id), or by the kind of reason given; for how many days they stay untold. */
interface DisclosureRule {
  readonly class: DisclosureClass;
  readonly units: readonly string[];
  readonly reasons: readonly string[];
  readonly days: number;
  readonly basis: string;
}

/** A look that the law keeps from the person for a while. */
export interface Deferral {
  readonly class: DisclosureClass;
  readonly days: number;
}

let rules: readonly DisclosureRule[] | undefined;

function readRules(): readonly DisclosureRule[] {
  rules ??= (JSON.parse(readFileSync(dataPath('libs/persons/data/disclosure-rules.json'), 'utf8')) as { rules: DisclosureRule[] }).rules;
  return rules;
}

/**
 * Whether the law puts off telling the person of this look; nothing for one they may know at once. A look for a dossier is always
 * told: the person filed it. Neither whoever looks nor their screen can ask for it: the unit and the kind of reason decide.
 */
export function deferralOf({ reader, dossierId, procedureCode, reasonKind }: Look): Deferral | undefined {
  if (reader.kind === 'citizen' || dossierId !== undefined || procedureCode !== undefined) return undefined;
  const unit = reader.unitId?.split('.').at(-1);
  const rule = readRules().find(({ units, reasons }) => (unit !== undefined && units.includes(unit)) || (reasonKind !== undefined && reasons.includes(reasonKind)));
  return rule && { class: rule.class, days: rule.days };
}
