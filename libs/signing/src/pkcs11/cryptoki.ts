import { load, address, sizeof, type LibraryHandle } from 'koffi';
import { SigningError } from '@app/documents';

/** What a module answers (PKCS #11 v2.40, 11.1), as far as it makes a difference here. */
export const RETURNED = {
  ok: 0x00, pinIncorrect: 0xa0, pinInvalid: 0xa1, pinLengthRange: 0xa2, pinExpired: 0xa3, pinLocked: 0xa4, alreadyLoggedIn: 0x100, pinNotSet: 0x102, alreadyInitialised: 0x191,
} as const;

const REFUSALS: ReadonlySet<number> = new Set([RETURNED.pinIncorrect, RETURNED.pinInvalid, RETURNED.pinLengthRange, RETURNED.pinExpired, RETURNED.pinLocked, RETURNED.pinNotSet]);

/** A module said no. What it is about the PIN is `key-refused`; all else may pass, and is `unreachable`. */
export class CryptokiError extends SigningError {
  constructor(readonly called: string, readonly returned: number) {
    super(REFUSALS.has(returned) ? 'key-refused' : 'unreachable', `the PKCS #11 module refused ${called} with 0x${returned.toString(16)}`);
  }
}

/** An attribute of an object: its kind, and its value (for looking up) or the room for it (for reading). */
export type Attribute = readonly [kind: number, value: Buffer];

const WORD = sizeof('unsigned long');
const POINTER = sizeof('void *');

/** A number as the module has it in its memory. */
export function word(value: number): Buffer {
  const bytes = Buffer.alloc(WORD);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** A number the module wrote; -1 where it has none. */
export function readWord(bytes: Buffer): number {
  return WORD === 8 && bytes.readUInt32LE(4) !== 0 ? -1 : bytes.readUInt32LE();
}

/** What rows of attributes point at: it lives as long as they do, and they are held while the module is asked. */
const pointedAt = new WeakMap<Buffer, readonly Buffer[]>();
const inUse = new Set<readonly Argument[]>();

/** Where something lies in memory. */
function pointer(to: Buffer | undefined): Buffer {
  const bytes = Buffer.alloc(POINTER);
  const at = to === undefined || to.length === 0 ? 0n : address(to);
  for (let index = 0; index < POINTER; index += 1) bytes[index] = Number((at >> BigInt(8 * index)) & 0xffn);
  return bytes;
}

/** Attributes in a row: kind, place and length of each. Without gaps on every machine, for Windows packs them and elsewhere all three are as wide. */
export function attributes(list: readonly Attribute[]): Buffer {
  const row = Buffer.concat(list.flatMap(([kind, value]) => [word(kind), pointer(value), word(value.length)]));
  pointedAt.set(row, list.map(([, value]) => value));
  return row;
}

/** The lengths that the module wrote into such a row. */
export const lengthsIn = (row: Buffer): number[] => {
  const size = 2 * WORD + POINTER;
  return Array.from({ length: row.length / size }, (_, index) => readWord(row.subarray(index * size + WORD + POINTER, (index + 1) * size)));
};

/** A mechanism without parameters. */
export const mechanism = (kind: number): Buffer => Buffer.concat([word(kind), pointer(undefined), word(0)]);

const FUNCTIONS = {
  C_Initialize: ['void *'],
  C_GetSlotList: ['uint8_t', 'void *', 'void *'],
  C_GetTokenInfo: ['unsigned long', 'void *'],
  C_OpenSession: ['unsigned long', 'unsigned long', 'void *', 'void *', 'void *'],
  C_CloseSession: ['unsigned long'],
  C_Login: ['unsigned long', 'unsigned long', 'void *', 'unsigned long'],
  C_FindObjectsInit: ['unsigned long', 'void *', 'unsigned long'],
  C_FindObjects: ['unsigned long', 'void *', 'unsigned long', 'void *'],
  C_FindObjectsFinal: ['unsigned long'],
  C_GetAttributeValue: ['unsigned long', 'unsigned long', 'void *', 'unsigned long'],
  C_CreateObject: ['unsigned long', 'void *', 'unsigned long', 'void *'],
  C_SignInit: ['unsigned long', 'void *', 'unsigned long'],
  C_Sign: ['unsigned long', 'void *', 'unsigned long', 'void *', 'void *'],
} as const;

export type CryptokiFunction = keyof typeof FUNCTIONS;
type Argument = number | Buffer | null;

/** The functions of a PKCS #11 module, called beside the event loop: a module in a rack may take its time. */
export class Cryptoki {
  private readonly functions = new Map<CryptokiFunction, ReturnType<LibraryHandle['func']>>();

  private constructor(private readonly library: LibraryHandle) {}

  /** @throws SigningError unreachable when there is no such module, or it does not start */
  static async open(file: string): Promise<Cryptoki> {
    let library: LibraryHandle;
    try {
      library = load(file);
    } catch (cause) {
      throw new SigningError('unreachable', `the PKCS #11 module ${file} cannot be loaded`, { cause });
    }
    const module = new Cryptoki(library);
    // No functions of ours for locking; the module may use the system's.
    const byTheSystem = Buffer.concat([...Array.from({ length: 4 }, () => pointer(undefined)), word(2), pointer(undefined)]);
    await module.call('C_Initialize', [byTheSystem], [RETURNED.alreadyInitialised]);
    return module;
  }

  /** @param alsoFine what else than "ok" is no error. @throws CryptokiError */
  async call(name: CryptokiFunction, given: readonly Argument[], alsoFine: readonly number[] = []): Promise<void> {
    const called = this.functions.get(name) ?? this.library.func(name, 'unsigned long', [...FUNCTIONS[name]]);
    this.functions.set(name, called);
    inUse.add(given);
    const returned = await new Promise<number>((resolve, reject) => {
      called.async(...given, (error: unknown, answer: number | bigint) => (error ? reject(error) : resolve(Number(answer))));
    }).finally(() => inUse.delete(given));
    if (returned !== RETURNED.ok && !alsoFine.includes(returned)) throw new CryptokiError(name, returned);
  }
}
