import { X509Certificate } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/database';
import { isDrawable } from '@app/documents';
import { isId, newId, StartError } from '@app/kernel';
import { checkedSigner } from './checked-signer.js';
import { columnsOf, type KeyOwner } from './key-owner.js';
import { aboutKey, KeyPlaces } from './key-places.js';
import type { KeyProviderName } from './key-provider.js';
import type { SigningOptions } from './signing-options.js';

/** A key to be registered: a file is copied into the folder of keys, any other stays where it is. */
export interface NewKey {
  readonly owner: KeyOwner;
  readonly key: { readonly provider: 'pkcs12'; readonly file: Uint8Array } | { readonly provider: 'pkcs11' | 'remote'; readonly reference: string; /** Its certificate and those above it, DER, where only the key lies there. */ readonly certificates?: readonly Uint8Array[] };
  /** What opens it: a password, a PIN. */
  readonly secret: string;
  /** PNG of the seal or the signature. */
  readonly image?: Uint8Array;
  /** The officer who answers for it. */
  readonly by: string;
  readonly at: Temporal.Instant;
  /** Why the key its owner has now is revoked; without it there must be none. */
  readonly replaces?: string;
}

/** A registered key as people see it; what opens it is not part of that. */
export interface RegisteredKey {
  readonly id: string;
  readonly owner: KeyOwner;
  readonly ownerName: string;
  readonly provider: KeyProviderName;
  /** The common names in its certificate. */
  readonly subject: string;
  readonly issuer: string;
  /** ISO instants. */
  readonly validFrom: string;
  readonly validUntil: string;
  readonly hasImage: boolean;
  readonly addedAt: string;
  readonly addedBy: string;
  readonly revoked: { readonly at: string; readonly by: string; readonly reason: string } | undefined;
}

/** Which keys are registered: added after they were seen to sign, revoked with a reason, never changed. */
@Injectable()
export class KeyRegistry {
  constructor(
    private readonly places: KeyPlaces,
    private readonly options: SigningOptions,
  ) {}

  /**
   * Registers a key once it has signed something that fits its certificate.
   * @returns its id
   * @throws SigningError when it does not open or does not sign; StartError when its owner has one already, or it is another's
   */
  async add(tx: Transaction, { owner, key, secret, image, by, at, replaces }: NewKey): Promise<string> {
    if (image !== undefined && !isDrawable(image)) throw new StartError('The picture of a seal or signature must be a PNG file with eight bits a colour.');
    const id = newId();
    const reference = key.provider === 'pkcs12' ? `${id}.p12` : key.reference;
    const file = key.provider === 'pkcs12' ? path.join(this.options.keysFolder, reference) : undefined;
    if (file !== undefined && key.provider === 'pkcs12') {
      await mkdir(this.options.keysFolder, { recursive: true, mode: 0o700 });
      await writeFile(file, key.file, { mode: 0o600, flag: 'wx', flush: true });
    }
    try {
      const signer = await this.places.provider(key.provider).open({ reference, secret, ...(key.provider !== 'pkcs12' && { certificates: key.certificates }) });
      await checkedSigner(signer).sign(Buffer.from(id));
      const certificate = new X509Certificate(signer.certificate);
      await this.makeRoom(tx, { owner, by, at, replaces, provider: key.provider, reference });
      await tx.execute(
        `insert into signing_key (id, officer_id, unit_id, provider, reference, certificate, chain, subject, issuer, valid_from, valid_until, sealed_secret, image, added_at, added_by)
         values ($1, $2::uuid, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
        [id, ...columnsOf(owner), key.provider, reference, certificate.raw, signer.chain.map((each) => Buffer.from(each)), commonName(certificate.subject), commonName(certificate.issuer),
          certificate.validFromDate.toISOString(), certificate.validToDate.toISOString(), await this.places.vault.seal(secret, aboutKey({ id, provider: key.provider, reference })),
          image === undefined ? null : Buffer.from(image), at.toString(), by]);
    } catch (error) {
      if (file !== undefined) await rm(file, { force: true });
      throw error;
    }
    return id;
  }

  /** Revokes a key; what was signed with it before stays signed. @throws StartError when it is none in force */
  async revoke(tx: Transaction, { id, by, at, reason }: { readonly id: string; readonly by: string; readonly at: Temporal.Instant; readonly reason: string }): Promise<void> {
    const revoked = isId(id) ? await tx.execute('update signing_key set revoked_at = $2, revoked_by = $3, revoked_reason = $4 where id = $1 and revoked_at is null', [id, at.toString(), by, reason]) : 0;
    if (revoked === 0) throw new StartError(`There is no key ${id} in force; "keys list" names them.`);
  }

  /** The keys whoever asks may see, those in force first, then by the name of their owner. */
  async list(tx: Transaction): Promise<RegisteredKey[]> {
    const rows = await tx.rows<Omit<RegisteredKey, 'owner' | 'revoked'> & { ownerKind: KeyOwner['kind']; ownerId: string; revokedAt: string | null; revokedBy: string; revokedReason: string }>(
      `select k.id, case when k.officer_id is null then 'unit' else 'officer' end as "ownerKind", coalesce(k.officer_id::text, k.unit_id) as "ownerId", coalesce(o.full_name, u.name_vi) as "ownerName",
              k.provider, k.subject, k.issuer, k.valid_from as "validFrom", k.valid_until as "validUntil", k.has_image as "hasImage", k.added_at as "addedAt", a.full_name as "addedBy",
              k.revoked_at as "revokedAt", r.full_name as "revokedBy", k.revoked_reason as "revokedReason"
         from signing_key_shown k
         left join officer o on o.id = k.officer_id left join unit u on u.id = k.unit_id
         join officer a on a.id = k.added_by left join officer r on r.id = k.revoked_by
        order by k.revoked_at is not null, k.unit_id is null, coalesce(k.unit_id, o.login), k.added_at desc`);
    return rows.map(({ ownerKind, ownerId, revokedAt, revokedBy, revokedReason, ...row }) => ({
      ...row, owner: { kind: ownerKind, id: ownerId }, revoked: revokedAt === null ? undefined : { at: revokedAt, by: revokedBy, reason: revokedReason },
    }));
  }

  private async makeRoom(tx: Transaction, { owner, by, at, replaces, provider, reference }: Pick<NewKey, 'owner' | 'by' | 'at' | 'replaces'> & { readonly provider: string; readonly reference: string }): Promise<void> {
    const held = await tx.maybeOne<{ id: string }>('select id from signing_key where (officer_id = $1::uuid or unit_id = $2) and revoked_at is null', columnsOf(owner));
    if (held !== undefined && replaces === undefined) throw new StartError(`${owner.kind} ${owner.id} has the key ${held.id} already; say why it is replaced, or revoke it first.`);
    if (held !== undefined && replaces !== undefined) await this.revoke(tx, { id: held.id, by, at, reason: replaces });
    const others = await tx.maybeOne<{ id: string }>('select id from signing_key where provider = $1 and reference = $2 and revoked_at is null', [provider, reference]);
    if (others !== undefined) throw new StartError(`${reference} is registered as the key ${others.id} of another already.`);
  }
}

/** Of a name, the part people know somebody by; else the whole. */
function commonName(name: string): string {
  return /(?:^|\n| \+ )CN=([^\n]*?)(?= \+ [A-Z]+=|\n|$)/.exec(name)?.[1] ?? name.replaceAll('\n', ', ');
}
