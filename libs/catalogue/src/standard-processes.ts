import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataPath, DomainError, type Localized } from '@app/kernel';
import type { ProcessDefinition, TimeAmount } from '@app/workflow';
import { limitHours } from './check-procedure.js';
import type { TimeLimit } from './procedure.js';

/** A unit a standard process leaves open: a division of the commune, or an agency of the province. */
export type OpenUnit = 'division' | 'department';

/** A way a dossier commonly goes (libs/procedures/standard), ready to be fitted to a procedure. */
export interface StandardProcess {
  readonly key: string;
  readonly name: Localized;
  /** What it is for, in a sentence. */
  readonly about: Localized;
  readonly decidedBy: 'commune' | 'province';
  readonly asks: readonly OpenUnit[];
  /** As the file has it: units in braces, times as shares of the limit. */
  readonly process: unknown;
}

/** What is chosen for a procedure. */
export interface StandardChoice {
  /** The procedure's limit; an incomplete draft may not have one yet, then the steps share five working days. */
  readonly limit: TimeLimit | undefined;
  /** Unit paths, such as `commune/culture`. */
  readonly units: Partial<Record<OpenUnit, string>>;
}

let known: readonly StandardProcess[] | undefined;

/** The standard processes, by their keys. */
export function standardProcesses(): readonly StandardProcess[] {
  const folder = dataPath('libs/procedures/standard');
  known ??= readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as StandardProcess)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return known;
}

const FIVE_DAYS = 40;

/**
 * A standard process with the chosen units, each step with its share of the limit. A unit that was not chosen stays
 * empty, so that the check names it.
 * @throws DomainError not-found for a key nobody knows
 */
export function fitStandardProcess(key: string, { limit, units }: StandardChoice): ProcessDefinition {
  const standard = standardProcesses().find((candidate) => candidate.key === key);
  if (!standard) throw new DomainError('not-found');
  const hours = (limit && limitHours(limit)) || FIVE_DAYS;
  return fit(standard.process, hours, units) as ProcessDefinition;
}

function fit(value: unknown, hours: number, units: StandardChoice['units']): unknown {
  if (typeof value === 'string') return value.replace(/^\{(division|department)\}$/, (_, unit: OpenUnit) => units[unit] ?? '');
  if (Array.isArray(value)) return value.map((item) => fit(item, hours, units));
  if (typeof value !== 'object' || value === null) return value;
  if ('share' in value && typeof value.share === 'number') return amountOf(value.share * hours);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, fit(item, hours, units)]));
}

/** A share rounded down to what people count in: half working days, half hours, quarters of an hour. */
function amountOf(hours: number): TimeAmount {
  const down = (value: number, step: number): number => Math.floor(value / step + 1e-9) * step;
  if (hours >= 8) return { value: down(hours / 8, 0.5), unit: 'working-days' };
  if (hours >= 0.5) return { value: down(hours, 0.5), unit: 'hours' };
  return { value: Math.max(down(hours * 60, 5), 5), unit: 'minutes' };
}
