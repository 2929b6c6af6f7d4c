import { readFileSync } from 'node:fs';
import { StartError } from '@app/kernel';

/** Where the own systems of agencies are reached, and the key shared with each. */
export type AgencyAddresses = Readonly<Record<string, { readonly url: string; readonly key: string }>>;

/** Shorter keys can be guessed. */
const SHORTEST_KEY = 32;

/**
 * Reads the file with the addresses of agencies' systems.
 *
 * @param file as configured; without one no system is connected
 * @param mayBePlain whether an address may begin with http: instead of https:
 * @throws StartError in one sentence when it cannot be read, or names a system without a proper address or key; keys are never shown
 */
export function readAgencies(file: string | undefined, mayBePlain: boolean): AgencyAddresses {
  if (file === undefined) return {};
  let values: unknown;
  try {
    values = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new StartError(`AGENCIES_FILE ${file} cannot be read as JSON; write it like {"residence": {"url": "https://…", "key": "…"}}.`, { cause });
  }
  const systems = typeof values === 'object' && values !== null && !Array.isArray(values) ? Object.entries(values) : undefined;
  const faulty = systems?.find(([system, connection]) => !/^[a-z]+(-[a-z]+)*$/u.test(system) || !isConnection(connection, mayBePlain));
  if (systems === undefined || faulty !== undefined) {
    throw new StartError(`AGENCIES_FILE ${file} must give each system an https address and a key of at least ${SHORTEST_KEY} characters${faulty ? `; look at "${faulty[0]}"` : ''}.`);
  }
  return values as AgencyAddresses;
}

function isConnection(value: unknown, mayBePlain: boolean): boolean {
  const { url, key } = (value ?? {}) as { url?: unknown; key?: unknown };
  if (typeof url !== 'string' || typeof key !== 'string' || key.length < SHORTEST_KEY || !URL.canParse(url)) return false;
  const { protocol } = new URL(url);
  return protocol === 'https:' || (mayBePlain && protocol === 'http:');
}
