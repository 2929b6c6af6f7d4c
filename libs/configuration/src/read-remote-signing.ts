import { readFileSync } from 'node:fs';
import { newValidator, StartError } from '@app/kernel';

/** A remote-signing service by the name references of keys call it: its address, and who the desk is there. */
export type RemoteSigningServices = Readonly<Record<string, {
  /** The base of its programming interface, such as `https://sign.example.vn/csc/v2`. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How long one answer may take. */
  readonly timeoutMs?: number;
  /** How long the desk waits for somebody to agree on their telephone. */
  readonly waitMs?: number;
}>>;

const SCHEMA = {
  type: 'object',
  propertyNames: { pattern: '^[a-z0-9-]{1,40}$' },
  additionalProperties: {
    type: 'object', required: ['url', 'clientId', 'clientSecret'], additionalProperties: false,
    properties: {
      url: { type: 'string', pattern: '^https?://' },
      clientId: { type: 'string', minLength: 1 },
      clientSecret: { type: 'string', minLength: 8 },
      timeoutMs: { type: 'integer', minimum: 100, maximum: 60_000 },
      waitMs: { type: 'integer', minimum: 0, maximum: 300_000 },
    },
  },
};

/**
 * Reads the file with the remote-signing services a desk may ask.
 *
 * @param file as configured; without one there is none
 * @param mayBePlain whether an address may begin with http: instead of https:
 * @throws StartError in one sentence; secrets are never shown
 */
export function readRemoteSigning(file: string | undefined, mayBePlain: boolean): RemoteSigningServices {
  if (file === undefined) return {};
  let values: unknown;
  try {
    values = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new StartError(`REMOTE_SIGNING_FILE ${file} cannot be read as JSON; write it like {"mysign": {"url": "https://…/csc/v2", "clientId": "…", "clientSecret": "…"}}.`, { cause });
  }
  const isServices = newValidator().compile<RemoteSigningServices>(SCHEMA);
  if (!isServices(values)) {
    const [fault] = isServices.errors ?? [];
    throw new StartError(`REMOTE_SIGNING_FILE ${file} must give each service, named in small letters, an https address, clientId and clientSecret; look at "${fault?.instancePath || '/'}".`);
  }
  const plain = mayBePlain ? undefined : Object.entries(values).find(([, { url }]) => !url.startsWith('https:'));
  if (plain !== undefined) throw new StartError(`REMOTE_SIGNING_FILE ${file} must give ${plain[0]} an address that begins with https://.`);
  return values;
}
