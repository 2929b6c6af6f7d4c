import { randomBytes } from 'node:crypto';
import { SYSTEM, type Database } from '@app/database';
import { drawDemonstrationSeal, makeAuthority, makeCertificate, writePkcs12, type CertifiedKey, type Subject, type Validity } from '@app/documents';
import { rolesFulfilling } from '@app/organisation';
import { KeyPlaces, KeyRegistry, type KeyOwner } from '@app/signing';

/** What the keys of the demonstration need to be told. */
export interface SeedKeysOptions {
  readonly asMigrator: Database;
  /** Where the key files lie. */
  readonly keysFolder: string;
  readonly now: Temporal.Instant;
  /** Only the keys of these units and of who leads there; all that are staffed when left out. A centre is a unit of its own. */
  readonly units?: readonly string[];
}

/** Who answers for the keys of the demonstration. */
const ADMINISTRATOR = 'quantri';
/** The dossiers of the demonstration reach back some weeks, and its keys further. */
const HOURS_BACK = 24 * 365;
const HOURS_AHEAD = 24 * 365 * 3;
/** A password of 192 random bits is not guessed, however fast one guess is; the demonstration is to start soon. */
const ITERATIONS = 2000;
const AUTHORITY: Subject = { name: 'Gốc chứng thư MẪU của bản trình diễn', organisation: 'Một Cửa' };

/** An owner without a key yet. */
interface Awaited {
  readonly kind: KeyOwner['kind'];
  readonly id: string;
  readonly name: string;
  readonly agency: string;
}

/**
 * Makes an authority of the demonstration's own, and with it a seal for each unit that has a leader, for each centre, and a key for each leader, as
 * far as they have none. The passwords are made up and known to nobody; the authority's own key is thrown away.
 * @returns how many keys were made
 */
export async function seedKeys({ asMigrator, keysFolder, now, units }: SeedKeysOptions): Promise<number> {
  const { awaited, by } = await asMigrator.transaction(SYSTEM, async (tx) => ({
    awaited: await tx.rows<Awaited>(AWAITED, [rolesFulfilling('leader'), units ?? null]),
    by: await tx.maybeOne<{ id: string }>('select id from officer where login = $1', [ADMINISTRATOR]),
  }));
  if (awaited.length === 0 || by === undefined) return 0;
  const validity: Validity = { from: now.subtract({ hours: HOURS_BACK }), until: now.add({ hours: HOURS_AHEAD }) };
  const authority = await makeAuthority(AUTHORITY, validity);
  const options = { keysFolder };
  const registry = new KeyRegistry(new KeyPlaces(options), options);
  const at = validity.from;
  for (const owner of awaited) {
    const { file, secret, image } = await makeKey(authority, owner, validity);
    await asMigrator.transaction(SYSTEM, (tx) => registry.add(tx, { owner: { kind: owner.kind, id: owner.id }, key: { provider: 'pkcs12', file }, secret, image, by: by.id, at }));
  }
  return awaited.length;
}

const AWAITED = `
  with held as (
    select distinct p.officer_id, p.unit_id, p.role from post p join officer o on o.id = p.officer_id
     where p.until is null and o.active and ($2::text[] is null or p.unit_id = any ($2))),
  led as (select officer_id, unit_id from held where role = any ($1))
  select 'unit' as kind, u.id, u.name_vi as name, u.name_vi as agency from unit u where u.id in (select unit_id from led union select unit_id from held where role = 'centre-director')
     and not exists (select from signing_key k where k.unit_id = u.id and k.revoked_at is null)
  union all
  select 'officer', o.id::text, o.full_name, (select u.name_vi from led l join unit u on u.id = l.unit_id where l.officer_id = o.id order by u.id limit 1) from officer o
   where o.id in (select officer_id from led) and not exists (select from signing_key k where k.officer_id = o.id and k.revoked_at is null)
  order by kind desc, 2`;

async function makeKey(authority: CertifiedKey, { kind, name, agency }: Awaited, validity: Validity): Promise<{ file: Uint8Array; secret: string; image?: Uint8Array }> {
  const secret = randomBytes(24).toString('base64url');
  const key = await makeCertificate(authority, { name, organisation: agency }, validity);
  const file = await writePkcs12(key, [authority.certificate.raw], secret, ITERATIONS);
  return { file, secret, ...(kind === 'unit' && { image: drawDemonstrationSeal(name) }) };
}
