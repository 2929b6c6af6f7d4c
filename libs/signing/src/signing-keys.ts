import { X509Certificate } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, SYSTEM, type Transaction } from '@app/database';
import { httpTimeStamper, SigningError, type Signer, type TimeStamper } from '@app/documents';
import { readAuthorities } from './authorities.js';
import { checkedSigner } from './checked-signer.js';
import { columnsOf, type KeyOwner } from './key-owner.js';
import type { KeyProviderName } from './key-provider.js';
import { aboutKey, KeyPlaces } from './key-places.js';
import type { SigningOptions } from './signing-options.js';

/** A key that is open: what it signs with, and what is seen of it on the paper. */
export interface OpenKey {
  readonly signer: Signer;
  readonly keyId: string;
  /** The common name of its certificate. */
  readonly name: string;
  /** PNG of the seal or the signature, where one was registered. */
  readonly image?: Uint8Array;
}

interface StoredKey {
  readonly id: string;
  readonly provider: KeyProviderName;
  readonly reference: string;
  readonly certificate: Buffer;
  readonly chain: readonly Buffer[];
  readonly subject: string;
  readonly secret: Buffer;
  readonly image: Buffer | null;
}

/** The keys of officers and units, wherever they lie. */
@Injectable()
export class SigningKeys {
  private readonly timeStamper: TimeStamper | undefined;

  constructor(
    private readonly database: Database,
    private readonly places: KeyPlaces,
    private readonly options: SigningOptions,
  ) {
    this.timeStamper = options.timeStampUrl === undefined ? undefined : httpTimeStamper(options.timeStampUrl);
  }

  /** Whether somebody has a key that holds at that moment; one cheap question in an open transaction, of whoever acts. */
  async holdsKey(tx: Transaction, owner: KeyOwner, at: Temporal.Instant): Promise<boolean> {
    const { holds } = await tx.one<{ holds: boolean }>('select holds_signing_key($1::uuid, $2, $3) as holds', [...columnsOf(owner), at.toString()]);
    return holds;
  }

  /**
   * Opens the key somebody had at that moment.
   * @throws SigningError key-refused when none is registered, it had ended or was revoked, or its secret does not open it; unreachable
   */
  async open(owner: KeyOwner, at: Temporal.Instant): Promise<OpenKey> {
    const key = await this.database.transaction(SYSTEM, (tx) => tx.maybeOne<StoredKey>(
      `select id, provider, reference, certificate, chain, subject, sealed_secret as secret, image from signing_key
        where (officer_id = $1::uuid or unit_id = $2) and valid_from <= $3 and $3 < valid_until and revoked_at is null`, [...columnsOf(owner), at.toString()]));
    if (key === undefined) throw new SigningError('key-refused', `${owner.kind} ${owner.id} has no key that holds now`);
    return this.openStored(key);
  }

  /** Opens a key by its id, also one that has ended: to see whether it still can be. @throws SigningError */
  async openById(id: string): Promise<OpenKey> {
    return this.openStored(await this.database.transaction(SYSTEM, (tx) =>
      tx.one<StoredKey>('select id, provider, reference, certificate, chain, subject, sealed_secret as secret, image from signing_key where id = $1', [id])));
  }

  /** The configured time-stamping authority, if any. */
  stamper(): TimeStamper | undefined {
    return this.timeStamper;
  }

  /** The certificates this desk trusts when it judges papers: those above its own registered keys, also revoked ones, and those of the configured folder. */
  async authorities(): Promise<readonly X509Certificate[]> {
    const rows = await this.database.transaction(SYSTEM, (tx) => tx.rows<{ certificate: Buffer }>('select distinct unnest(chain) as certificate from signing_key order by 1'));
    const own = rows.map(({ certificate }) => new X509Certificate(certificate)).filter(({ ca }) => ca);
    const { authoritiesFolder } = this.options;
    return authoritiesFolder === undefined ? own : [...own, ...(await readAuthorities(authoritiesFolder))];
  }

  private async openStored(key: StoredKey): Promise<OpenKey> {
    const secret = await this.places.vault.open(key.secret, aboutKey(key));
    const opened = await this.places.provider(key.provider).open({ reference: key.reference, secret, certificates: [key.certificate, ...key.chain] });
    if (!key.certificate.equals(opened.certificate)) throw new SigningError('key-refused', 'another certificate lies where the key was registered; register the new one');
    return { signer: checkedSigner({ ...opened, chain: key.chain }), keyId: key.id, name: key.subject, ...(key.image === null ? {} : { image: new Uint8Array(key.image) }) };
  }
}
