import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { loadConfiguration, readEnvironment } from '@app/configuration';
import { SYSTEM, type Database, type Transaction } from '@app/database';
import { SigningError } from '@app/documents';
import { localDate, StartError, systemClock } from '@app/kernel';
import { findOfficerByLogin } from '@app/organisation';
import { KeyPlaces, KeyRegistry, SigningKeys, signingOptions, type KeyOwner, type NewKey, type RegisteredKey } from '@app/signing';
import { withDatabase } from '../with-database.js';

const USAGE = `Say what: npm run -s admin -- keys
  list (--json)
  add --owner officer:LOGIN|unit:UNIT --by LOGIN (--file KEY.p12 | --token LABEL/ID (--certificates FILE.pem) | --remote SERVICE/CREDENTIAL)
      (--image SEAL.png) (--replaces REASON), the password or PIN on standard input
  revoke KEY --reason TEXT --by LOGIN
  check (--json)`;
const OPTIONS = {
  owner: { type: 'string' }, by: { type: 'string' }, file: { type: 'string' }, token: { type: 'string' }, certificates: { type: 'string' }, remote: { type: 'string' },
  image: { type: 'string' }, replaces: { type: 'string' }, reason: { type: 'string' }, json: { type: 'boolean' },
} as const;
type Options = { readonly [name in Exclude<keyof typeof OPTIONS, 'json'>]?: string } & { readonly json?: boolean };

/** Before the end of a certificate its owner must have the next. */
const WARN_DAYS = 30;
const MS_A_DAY = 86_400_000;

/** What a command on keys works with. */
interface Office {
  readonly database: Database;
  readonly keys: SigningKeys;
  readonly registry: KeyRegistry;
}

/** Lists, registers, revokes or checks signing keys. */
export async function keys(args: readonly string[]): Promise<boolean> {
  const { what, id, options } = read(args);
  const told = signingOptions(loadConfiguration(readEnvironment()));
  return withDatabase('application', async (database) => {
    const places = new KeyPlaces(told);
    const office: Office = { database, keys: new SigningKeys(database, places, told), registry: new KeyRegistry(places, told) };
    try {
      if (what === 'list') return await list(office, options);
      if (what === 'check') return await check(office, options);
      if (what === 'add') return await add(office, options);
      return await revoke(office, id, options);
    } catch (error) {
      if (error instanceof SigningError) throw new StartError(`The key cannot be used: ${error.message}.`, { cause: error });
      throw error;
    }
  });
}

function read(args: readonly string[]): { readonly what: 'list' | 'add' | 'revoke' | 'check'; readonly id: string; readonly options: Options } {
  try {
    const { values, positionals: [what, id = '', ...more] } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (more.length === 0 && (what === 'revoke' ? id !== '' : id === '') && (what === 'list' || what === 'add' || what === 'revoke' || what === 'check')) return { what, id, options: values };
  } catch {
    // told below
  }
  throw new StartError(USAGE);
}

async function list({ database, registry }: Office, { json }: Options): Promise<boolean> {
  const all = await database.transaction(SYSTEM, (tx) => registry.list(tx));
  if (json) process.stdout.write(`${JSON.stringify(all)}\n`);
  else for (const key of all) process.stdout.write(`${describe(key)}\n`);
  return true;
}

const describe = ({ id, owner, ownerName, provider, issuer, validUntil, revoked }: RegisteredKey): string =>
  `${id}  ${owner.kind} ${ownerName}, ${provider}, by ${issuer}, ${revoked ? `revoked ${day(revoked.at)} by ${revoked.by}: ${revoked.reason}` : `until ${day(validUntil)}`}`;
const day = (instant: string): string => localDate(Temporal.Instant.from(instant));

/** Opens every key in force. Answers false when one does not open, has ended, or ends soon. */
async function check({ database, keys: opened, registry }: Office, { json }: Options): Promise<boolean> {
  const inForce = (await database.transaction(SYSTEM, (tx) => registry.list(tx))).filter(({ revoked }) => revoked === undefined);
  const checked: Array<{ readonly id: string; readonly ownerName: string; readonly daysLeft: number; readonly fault: string | undefined }> = [];
  for (const { id, ownerName, validUntil } of inForce) {
    const fault = await opened.openById(id).then(() => undefined, (error: unknown) => {
      if (error instanceof SigningError) return `${error.fault}: ${error.message}`;
      throw error;
    });
    checked.push({ id, ownerName, daysLeft: Math.floor((Temporal.Instant.from(validUntil).epochMilliseconds - systemClock.now().epochMilliseconds) / MS_A_DAY), fault });
  }
  if (json) process.stdout.write(`${JSON.stringify(checked)}\n`);
  else for (const { id, ownerName, daysLeft, fault } of checked) process.stdout.write(`${fault || daysLeft < WARN_DAYS ? 'WARNING' : 'fine   '} ${id}  ${ownerName}: ${daysLeft < 0 ? 'has ended' : `${daysLeft} days left`}${fault ? `, ${fault}` : ''}\n`);
  return checked.every(({ daysLeft, fault }) => fault === undefined && daysLeft >= WARN_DAYS);
}

async function add({ database, registry }: Office, { owner, by, image, replaces, ...options }: Options): Promise<boolean> {
  if (owner === undefined || by === undefined) throw new StartError(USAGE);
  const key = await placeOf(options);
  const picture = image === undefined ? undefined : await readBytes(image);
  const secret = (await text(process.stdin)).replace(/\r?\n$/, '');
  const id = await database.transaction(SYSTEM, async (tx) => registry.add(tx, {
    owner: await ownerOf(tx, owner), key, secret, by: await officerOf(tx, by), at: systemClock.now(), ...(picture && { image: picture }), ...(replaces !== undefined && { replaces }),
  }));
  process.stdout.write(`${owner} has the key ${id}.\n`);
  return true;
}

async function placeOf({ file, token, certificates, remote }: Options): Promise<NewKey['key']> {
  if ([file, token, remote].filter((each) => each !== undefined).length !== 1) throw new StartError(USAGE);
  if (file !== undefined) return { provider: 'pkcs12', file: await readBytes(file) };
  if (remote !== undefined) return { provider: 'remote', reference: remote };
  return { provider: 'pkcs11', reference: token!, ...(certificates !== undefined && { certificates: await readChain(certificates) }) };
}

/** The certificate of the key first, then those above it, in one PEM file. */
async function readChain(file: string): Promise<Uint8Array[]> {
  const found = (await readBytes(file)).toString('utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (found.length === 0) throw new StartError(`${file} holds no certificate in PEM.`);
  return found.map((pem) => new X509Certificate(pem).raw);
}

async function readBytes(file: string): Promise<Buffer> {
  return readFile(file).catch((cause: unknown) => {
    throw new StartError(`${file} cannot be read.`, { cause });
  });
}

async function revoke({ database, registry }: Office, id: string, { reason, by }: Options): Promise<boolean> {
  if (reason === undefined || by === undefined) throw new StartError(USAGE);
  await database.transaction(SYSTEM, async (tx) => registry.revoke(tx, { id, by: await officerOf(tx, by), at: systemClock.now(), reason }));
  process.stdout.write(`The key ${id} is revoked.\n`);
  return true;
}

async function officerOf(tx: Transaction, login: string): Promise<string> {
  const account = await findOfficerByLogin(tx, login);
  if (account === undefined) throw new StartError(`There is no officer ${login}.`);
  return account.id;
}

async function ownerOf(tx: Transaction, named: string): Promise<KeyOwner> {
  const [kind, name = ''] = named.split(/:(.*)/s);
  if (kind === 'officer') return { kind, id: await officerOf(tx, name) };
  const unit = kind === 'unit' ? await tx.maybeOne<{ id: string }>('select id from unit where id = $1 and until is null', [name]) : undefined;
  if (unit === undefined) throw new StartError(`${named} is neither officer:LOGIN nor unit:ID of a unit that exists.`);
  return { kind: 'unit', id: unit.id };
}
