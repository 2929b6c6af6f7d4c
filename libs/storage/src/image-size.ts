/** The size of a picture in pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** The size a PNG's header chunk gives, or undefined when there is no whole header. */
export function pngSize(bytes: Uint8Array): PixelSize | undefined {
  // 8 bytes signature, 4 length, 4 type, then width and height.
  if (bytes.length < 24 || Buffer.from(bytes.subarray(12, 16)).toString('latin1') !== 'IHDR') return undefined;
  const view = viewOf(bytes);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The size a JPEG's start-of-frame segment gives, or undefined when the segments end before one is found. */
export function jpegSize(bytes: Uint8Array): PixelSize | undefined {
  const view = viewOf(bytes);
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    if (isFrame(marker)) return at + 9 <= bytes.length ? { height: view.getUint16(at + 5), width: view.getUint16(at + 7) } : undefined;
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** SOF0 … SOF15; C4, C8 and CC in between are tables and an extension. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
