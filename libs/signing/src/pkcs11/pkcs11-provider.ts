import { createHash, X509Certificate } from 'node:crypto';
import { SigningError, type Signer } from '@app/documents';
import type { KeyPlace, KeyProvider } from '../key-provider.js';
import { Cryptoki, CryptokiError, word } from './cryptoki.js';
import { derSignature } from './der-signature.js';
import { ATTRIBUTE, CLASS, withToken, type TokenSession } from './token.js';

/** A key on a token: the token's label and the key's id in hexadecimal digits, as in `Con dấu xã/01`. */
const REFERENCE = /^(?<label>.{1,32})\/(?<id>(?:[0-9a-fA-F]{2}){1,64})$/;

const digestOf = (pin: string): string => createHash('sha256').update(pin).digest('hex');

/** Keys on tokens and in modules (PKCS #11) that this machine reaches through one library. */
export class Pkcs11Provider implements KeyProvider {
  private module: Promise<Cryptoki> | undefined;
  /** One at a time: signing in and out is of the whole library, and many tokens know one caller only. */
  private last: Promise<unknown> = Promise.resolve();
  /** A token that is asked a few times with a wrong PIN locks itself; one that was refused is not tried again. */
  private readonly refused = new Map<string, string>();

  constructor(private readonly library: string) {}

  async open(place: KeyPlace): Promise<Signer> {
    const { label, id } = REFERENCE.exec(place.reference)?.groups ?? {};
    if (label === undefined || id === undefined) throw new SigningError('key-refused', 'a key on a token is named by the label of the token and the id of the key, as in "Token/01"');
    const key = Buffer.from(id, 'hex');
    const { type, certificates } = await this.withSession(label, place.secret, async (session) => ({ type: await session.keyType(await findKey(session, key)), certificates: await readCertificates(session, key) }));
    const [certificate, ...others] = certificates.length > 0 ? certificates : (place.certificates ?? []);
    if (certificate === undefined) throw new SigningError('key-refused', 'the token holds no certificate for the key; name the file with it');
    return {
      certificate,
      chain: chainOf(certificate, [...others, ...(place.certificates ?? []).slice(1)]),
      algorithm: type === 'rsa' ? 'rsa-sha256' : 'ecdsa-sha256',
      sign: (bytes) => this.withSession(label, place.secret, async (session) => {
        const found = await findKey(session, key);
        return type === 'rsa' ? session.sign(found, type, bytes) : derSignature(await session.sign(found, type, createHash('sha256').update(bytes).digest()));
      }),
    };
  }

  private async withSession<T>(label: string, pin: string, work: (session: TokenSession) => Promise<T>): Promise<T> {
    const turn = this.last.then(async () => {
      if (this.refused.get(label) === digestOf(pin)) throw new SigningError('key-refused', `the token ${label} refused this PIN before and is not asked again`);
      return withToken(await this.load(), label, pin, work);
    });
    this.last = turn.catch(() => undefined);
    try {
      return await turn;
    } catch (error) {
      if (error instanceof CryptokiError && error.called === 'C_Login' && error.fault === 'key-refused') this.refused.set(label, digestOf(pin));
      throw error;
    }
  }

  private async load(): Promise<Cryptoki> {
    this.module ??= Cryptoki.open(this.library);
    try {
      return await this.module;
    } catch (error) {
      this.module = undefined;
      throw error;
    }
  }
}

async function findKey(session: TokenSession, id: Buffer): Promise<number> {
  const [key] = await session.find([[ATTRIBUTE.class, word(CLASS.privateKey)], [ATTRIBUTE.id, id]]);
  if (key === undefined) throw new SigningError('key-refused', `the token has no key ${id.toString('hex')}`);
  return key;
}

/** The certificate of the key, if the token holds it, and then the others on it. */
async function readCertificates(session: TokenSession, id: Buffer): Promise<Buffer[]> {
  const [own] = await session.find([[ATTRIBUTE.class, word(CLASS.certificate)], [ATTRIBUTE.id, id]]);
  if (own === undefined) return [];
  const others = (await session.find([[ATTRIBUTE.class, word(CLASS.certificate)]])).filter((each) => each !== own);
  const values: Buffer[] = [];
  for (const object of [own, ...others]) {
    const value = await session.read(object, ATTRIBUTE.value);
    if (value) values.push(value);
  }
  return values;
}

/** Of the certificates that lie beside a certificate, those that lead up from it. */
function chainOf(certificate: Uint8Array, beside: readonly Uint8Array[]): Uint8Array[] {
  const own = new X509Certificate(certificate);
  const next = beside.map((each) => new X509Certificate(each)).find((each) => each.fingerprint256 !== own.fingerprint256 && own.checkIssued(each) && own.verify(each.publicKey));
  return next === undefined ? [] : [next.raw, ...chainOf(next.raw, beside.filter((each) => !next.raw.equals(each)))];
}
