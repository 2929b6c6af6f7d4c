import { readFileSync } from 'node:fs';
import { newValidator, StartError } from '@app/kernel';

/** Where a national source is reached, the key shared with it, and under which document each procedure may ask it. */
export type SourceAddresses = Readonly<Record<string, {
  readonly url: string;
  readonly key: string;
  readonly licences: Readonly<Record<string, string>>;
  readonly validMinutes?: number;
  readonly timeoutMs?: number;
}>>;

const SOURCES = ['population-register', 'civil-status-register', 'land-register', 'social-insurance', 'welfare-register'];

const SCHEMA = {
  type: 'object',
  propertyNames: { enum: SOURCES },
  additionalProperties: {
    type: 'object', required: ['url', 'key', 'licences'], additionalProperties: false,
    properties: {
      url: { type: 'string', pattern: '^https?://' },
      // Shorter keys can be guessed.
      key: { type: 'string', minLength: 32 },
      licences: { type: 'object', propertyNames: { pattern: '^[1-6][.][0-9]{6}$' }, additionalProperties: { type: 'string', minLength: 1, maxLength: 300 } },
      validMinutes: { type: 'integer', minimum: 0, maximum: 1440 },
      timeoutMs: { type: 'integer', minimum: 100, maximum: 10_000 },
    },
  },
};

/**
 * Reads the file with the national sources a desk may ask.
 *
 * @param file as configured; without one none is connected
 * @param mayBePlain whether an address may begin with http: instead of https:
 * @throws StartError in one sentence when it cannot be read or names a source without address, key or licences; keys are never shown
 */
export function readSources(file: string | undefined, mayBePlain: boolean): SourceAddresses {
  if (file === undefined) return {};
  let values: unknown;
  try {
    values = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new StartError(`SOURCES_FILE ${file} cannot be read as JSON; write it like {"population-register": {"url": "https://…", "key": "…", "licences": {"1.001193": "…"}}}.`, { cause });
  }
  const isSources = newValidator().compile<SourceAddresses>(SCHEMA);
  if (!isSources(values)) {
    const [fault] = isSources.errors ?? [];
    throw new StartError(`SOURCES_FILE ${file} must give each of ${SOURCES.join(', ')} an https address, a key of at least 32 characters and its licences by procedure code; look at "${fault?.instancePath || '/'}".`);
  }
  const plain = mayBePlain ? undefined : Object.entries(values).find(([, { url }]) => !url.startsWith('https:'));
  if (plain !== undefined) throw new StartError(`SOURCES_FILE ${file} must give ${plain[0]} an address that begins with https://.`);
  return values;
}
