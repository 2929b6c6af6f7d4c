import { SigningError } from '@app/documents';
import { attributes, Cryptoki, lengthsIn, mechanism, readWord, RETURNED, word, type Attribute } from './cryptoki.js';

/** What is asked of objects on a token (PKCS #11 v2.40, 10). */
export const ATTRIBUTE = { class: 0x00, token: 0x01, value: 0x11, certificateType: 0x80, subject: 0x101, keyType: 0x100, id: 0x102 } as const;
export const CLASS = { certificate: 1, privateKey: 3 } as const;
/** RSA with PKCS #1 padding over SHA-256, which the module computes; ECDSA over a digest that is brought. */
const MECHANISM = { rsaSha256: 0x40, ecdsa: 0x1041 } as const;
const KEY_TYPE: ReadonlyMap<number, 'rsa' | 'ec'> = new Map([[0, 'rsa'], [3, 'ec']]);

const SERIAL_SESSION = 4;
const USER = 1;
const LABEL = 32;
const TOKEN_INFO_ROOM = 512;
const MOST_OBJECTS = 100;
const LONGEST_VALUE = 65_536;
/** Longer than an RSA signature of 8192 bits. */
const LONGEST_SIGNATURE = 1024;

/** A session with one token, signed in with its PIN. */
export interface TokenSession {
  find(wanted: readonly Attribute[]): Promise<number[]>;
  /** @returns nothing where the object has no such attribute */
  read(object: number, kind: number): Promise<Buffer | undefined>;
  keyType(key: number): Promise<'rsa' | 'ec'>;
  /** @param data the bytes for RSA, their digest for an elliptic curve */
  sign(key: number, type: 'rsa' | 'ec', data: Uint8Array): Promise<Buffer>;
}

/**
 * Signs in to the token with this label, does the work, and signs out.
 * @throws SigningError unreachable when no such token is there; key-refused for a wrong or locked PIN
 */
export async function withToken<T>(module: Cryptoki, label: string, pin: string, work: (session: TokenSession, handle: number) => Promise<T>, flags = 0): Promise<T> {
  const slot = await findSlot(module, label);
  const handle = word(0);
  await module.call('C_OpenSession', [slot, SERIAL_SESSION | flags, null, null, handle]);
  const session = readWord(handle);
  try {
    const secret = Buffer.from(pin, 'utf8');
    await module.call('C_Login', [session, USER, secret, secret.length], [RETURNED.alreadyLoggedIn]);
    return await work(sessionOf(module, session), session);
  } finally {
    // The last session that is closed signs out. One that is gone with its token needs no closing.
    await module.call('C_CloseSession', [session]).catch(() => undefined);
  }
}

async function findSlot(module: Cryptoki, label: string): Promise<number> {
  const count = word(0);
  await module.call('C_GetSlotList', [1, null, count]);
  const wide = count.length;
  const slots = Buffer.alloc(readWord(count) * wide);
  if (slots.length > 0) await module.call('C_GetSlotList', [1, slots, count]);
  for (let index = 0; index < readWord(count); index += 1) {
    const slot = readWord(slots.subarray(index * wide, (index + 1) * wide));
    const info = Buffer.alloc(TOKEN_INFO_ROOM);
    await module.call('C_GetTokenInfo', [slot, info]);
    if (info.subarray(0, LABEL).toString('utf8').trimEnd() === label) return slot;
  }
  throw new SigningError('unreachable', `the token ${label} is not there`);
}

function sessionOf(module: Cryptoki, session: number): TokenSession {
  const read = async (object: number, kind: number): Promise<Buffer | undefined> => {
    const asked = attributes([[kind, Buffer.alloc(0)]]);
    await module.call('C_GetAttributeValue', [session, object, asked, 1]);
    const [length] = lengthsIn(asked);
    if (length === undefined || length <= 0 || length > LONGEST_VALUE) return undefined;
    const value = Buffer.alloc(length);
    await module.call('C_GetAttributeValue', [session, object, attributes([[kind, value]]), 1]);
    return value;
  };
  return {
    read,
    async find(wanted) {
      const [found, count] = [Buffer.alloc(MOST_OBJECTS * word(0).length), word(0)];
      await module.call('C_FindObjectsInit', [session, attributes(wanted), wanted.length]);
      await module.call('C_FindObjects', [session, found, MOST_OBJECTS, count]);
      await module.call('C_FindObjectsFinal', [session]);
      return Array.from({ length: readWord(count) }, (_, index) => readWord(found.subarray(index * count.length, (index + 1) * count.length)));
    },
    async keyType(key) {
      const value = await read(key, ATTRIBUTE.keyType);
      const type = value && KEY_TYPE.get(readWord(value));
      if (type === undefined) throw new SigningError('key-refused', 'the key on the token is neither RSA nor of an elliptic curve');
      return type;
    },
    async sign(key, type, data) {
      const [signature, length] = [Buffer.alloc(LONGEST_SIGNATURE), word(LONGEST_SIGNATURE)];
      await module.call('C_SignInit', [session, mechanism(type === 'rsa' ? MECHANISM.rsaSha256 : MECHANISM.ecdsa), key]);
      await module.call('C_Sign', [session, Buffer.from(data), data.length, signature, length]);
      return signature.subarray(0, readWord(length));
    },
  };
}
