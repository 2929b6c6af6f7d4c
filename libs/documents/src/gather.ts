import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';

/** An object of a paper with its stream, as pdfkit has it and does not type. */
interface StreamObject {
  compress: boolean;
  buffer: readonly Uint8Array[];
  readonly data: { Filter?: string };
  finalize: () => void;
}

/** What pdfkit has for writing, and does not type. */
interface Writing {
  _offset: number;
  push: (bytes: Uint8Array | null) => boolean;
  ref: (data: object) => StreamObject;
}

const { ref, push } = PDFDocument.prototype as unknown as Writing;

/** Compressing was a quarter of making a paper; a twentieth more bytes halves that. */
const LEVEL = 1;

/** Bytes below which a stream stays as it is: setting the compression up takes longer than what it saves is worth. */
const WORTH = 1_500;

/** Bytes that are gathered before they are passed on. */
const ROOM = 65_536;

/**
 * A document that hands on its bytes in large pieces. pdfkit pushes every line of every object through its stream, letter by
 * letter made into bytes; a page with a table has thousands of them. What is changed is changed for the class: a function of
 * its own in each document keeps the document in memory until the next full collection.
 */
export class GatheringDocument extends PDFDocument {
  /** Not set here: the constructor of pdfkit writes already. */
  private declare pending: string | undefined;

  override ref(data: object): PDFKit.PDFKitReference {
    const made = ref.call(this, data);
    made.finalize = finalizeStream;
    return made as unknown as PDFKit.PDFKitReference;
  }

  _write(data: string | Uint8Array): void {
    const writing = this as unknown as Writing;
    if (typeof data === 'string') {
      this.pending = `${this.pending ?? ''}${data}\n`;
      writing._offset += data.length + 1;
      if (this.pending.length > ROOM) this.flush();
      return;
    }
    this.flush();
    writing.push(data);
    writing._offset += data.length;
  }

  override push(bytes: Uint8Array | null): boolean {
    // The end of the stream follows the cross-reference table at once: what was gathered goes before it.
    if (bytes === null) this.flush();
    return push.call(this, bytes);
  }

  private flush(): void {
    const { pending } = this;
    this.pending = '';
    if (pending) push.call(this, Buffer.from(pending, 'latin1'));
  }
}

/** The colour profile comes as the same bytes into every paper. */
const profiles = new WeakMap<Uint8Array, Uint8Array>();

function finalizeStream(this: StreamObject): void {
  if (this.compress && this.buffer.length > 0) this.buffer = [compressed(this)];
  this.compress = false;
  (Object.getPrototypeOf(this) as StreamObject).finalize.call(this);
}

function compressed({ buffer, data }: StreamObject): Uint8Array {
  const [first] = buffer;
  const profile = 'N' in data ? first! : undefined;
  const known = profile && profiles.get(profile);
  if (known !== undefined) return known;
  const bytes = Buffer.concat(buffer);
  if (bytes.length < WORTH || isFontProgram(bytes)) {
    delete data.Filter;
    return bytes;
  }
  const small = deflateSync(bytes, { level: LEVEL });
  if (profile) profiles.set(profile, small);
  return small;
}

/** Outlines shrink by a quarter at most, and compressing them would take a tenth of the whole paper. */
function isFontProgram(bytes: Buffer): boolean {
  return bytes.readUInt32BE(0) === 0x00010000;
}
