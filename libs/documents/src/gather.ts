import { deflateSync } from 'node:zlib';

/** An object of a paper with its stream, as pdfkit has it and does not type. */
interface StreamObject {
  compress: boolean;
  buffer: Uint8Array[];
  finalize: () => void;
}

/** What pdfkit has for writing, and does not type. */
interface Writing {
  _offset: number;
  _write: (data: string | Uint8Array) => void;
  _finalize: () => void;
  push: (bytes: Uint8Array | null) => boolean;
  ref: (data: object) => StreamObject;
}

/** Compressing is a quarter of making a paper; a twentieth more bytes halves that. */
const LEVEL = 1;

/** Bytes that are gathered before they are passed on. */
const ROOM = 65_536;

/**
 * Lets a paper hand on its bytes in large pieces. pdfkit pushes every line of every object through its stream, letter by
 * letter made into bytes; a page with a table has thousands of them.
 */
export function gather(document: PDFKit.PDFDocument): void {
  const writing = document as unknown as Writing;
  const finalize = writing._finalize.bind(document);
  const ref = writing.ref.bind(document);
  writing.ref = (data) => {
    const made = ref(data);
    const end = made.finalize.bind(made);
    made.finalize = () => {
      if (made.compress && made.buffer.length > 0) made.buffer = [deflateSync(Buffer.concat(made.buffer), { level: LEVEL })];
      made.compress = false;
      end();
    };
    return made;
  };
  let pending = '';
  const flush = (): void => {
    if (pending !== '') writing.push(Buffer.from(pending, 'latin1'));
    pending = '';
  };
  writing._write = (data) => {
    if (typeof data === 'string') {
      pending += `${data}\n`;
      writing._offset += data.length + 1;
      if (pending.length > ROOM) flush();
      return;
    }
    flush();
    writing.push(data);
    writing._offset += data.length;
  };
  writing._finalize = () => {
    // The end of the stream follows the cross-reference table at once: what was gathered goes before it.
    const { push } = writing;
    writing.push = (bytes) => {
      if (bytes === null) flush();
      return push.call(document, bytes);
    };
    finalize();
  };
}
