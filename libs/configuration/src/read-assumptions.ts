import { readFileSync } from 'node:fs';
import { StartError } from '@app/kernel';

/** Values for the open assumptions of procedures, by `<code>/<key>`: `{"1.012786/posting-days": 15}`. */
export type Assumptions = Readonly<Record<string, number>>;

/**
 * Reads the file of assumptions.
 *
 * @param file as configured; without one nothing is assumed otherwise than the procedures state
 * @throws StartError in one sentence when it cannot be read or holds anything but numbers
 */
export function readAssumptions(file: string | undefined): Assumptions {
  if (file === undefined) return {};
  let values: unknown;
  try {
    values = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new StartError(`ASSUMPTIONS_FILE ${file} cannot be read as JSON; write it like {"1.012786/posting-days": 15}.`, { cause });
  }
  const faulty = Object.entries(values ?? {}).find(([key, value]) => !/^\d\.\d{6}\/[a-z-]+$/.test(key) || typeof value !== 'number' || !(value >= 0));
  if (typeof values !== 'object' || values === null || Array.isArray(values) || faulty) {
    throw new StartError(`ASSUMPTIONS_FILE ${file} must hold numbers by code and key, like {"1.012786/posting-days": 15}${faulty ? `, but has "${faulty[0]}"` : ''}.`);
  }
  return values as Assumptions;
}
