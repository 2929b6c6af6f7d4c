/**
 * Cuts letters out of a TrueType font. fontkit's own subsetter decodes and encodes each table field by field, which costs more
 * than the rest of a receipt; here the bytes of a letter are copied as they are, without its hinting instructions (readers and
 * printers draw Tinos from its outlines at the sizes of a paper), and remembered for the next paper.
 */
export class GlyphSource {
  private readonly tables = new Map<string, Buffer>();
  private readonly outlines = new Map<number, Outline>();

  constructor(file: Buffer) {
    for (let index = 0; index < file.readUInt16BE(4); index += 1) {
      const entry = 12 + index * 16;
      const offset = file.readUInt32BE(entry + 8);
      this.tables.set(file.toString('latin1', entry, entry + 4), file.subarray(offset, offset + file.readUInt32BE(entry + 12)));
    }
  }

  table(tag: string): Buffer {
    const found = this.tables.get(tag);
    if (found === undefined) throw new Error(`the font has no table ${tag}`);
    return found;
  }

  /** The outline of a glyph without instructions. */
  outline(glyph: number): Outline {
    let known = this.outlines.get(glyph);
    if (known === undefined) {
      known = withoutInstructions(this.table('glyf').subarray(this.offsetOf(glyph), this.offsetOf(glyph + 1)));
      this.outlines.set(glyph, known);
    }
    return known;
  }

  /** Advance width and left side bearing, four bytes. */
  metrics(glyph: number): Buffer {
    const counted = this.table('hhea').readUInt16BE(34);
    const metrics = this.table('hmtx');
    if (glyph < counted) return metrics.subarray(glyph * 4, glyph * 4 + 4);
    const bearing = counted * 4 + (glyph - counted) * 2;
    return Buffer.concat([metrics.subarray(counted * 4 - 4, counted * 4 - 2), metrics.subarray(bearing, bearing + 2)]);
  }

  private offsetOf(glyph: number): number {
    const loca = this.table('loca');
    return this.table('head').readInt16BE(50) === 0 ? loca.readUInt16BE(glyph * 2) * 2 : loca.readUInt32BE(glyph * 4);
  }
}

interface Outline {
  /** Padded to four bytes. */
  readonly bytes: Buffer;
  /** Where in the bytes the numbers of other glyphs stand that this one is put together from. */
  readonly parts: readonly number[];
}

/** Some glyphs of a font, numbered anew in the order they are asked for; what pdfkit and fontkit call a subset. */
export class GlyphSubset {
  private readonly glyphs: number[] = [0];
  private readonly numbers = new Map<number, number>([[0, 0]]);

  constructor(private readonly source: GlyphSource) {}

  includeGlyph(glyph: number): number {
    let number = this.numbers.get(glyph);
    if (number === undefined) {
      number = this.glyphs.push(glyph) - 1;
      this.numbers.set(glyph, number);
    }
    return number;
  }

  /** The subset as a TrueType file with the tables a PDF needs (PDF 32000-1, 9.9). */
  encode(): Uint8Array {
    const outlines: Buffer[] = [];
    // Grows while it is walked: the parts of a letter, and their parts, come behind the letters.
    for (let index = 0; index < this.glyphs.length; index += 1) {
      const { bytes, parts } = this.source.outline(this.glyphs[index]!);
      outlines.push(parts.length === 0 ? bytes : this.renumber(bytes, parts));
    }
    const offsets = Buffer.alloc((outlines.length + 1) * 4);
    let end = 0;
    outlines.forEach((outline, index) => {
      end += outline.length;
      offsets.writeUInt32BE(end, (index + 1) * 4);
    });
    const head = Buffer.from(this.source.table('head'));
    head.writeUInt32BE(0, 8);
    head.writeInt16BE(1, 50);
    const hhea = Buffer.from(this.source.table('hhea'));
    hhea.writeUInt16BE(outlines.length, 34);
    const maxp = Buffer.from(this.source.table('maxp'));
    maxp.writeUInt16BE(outlines.length, 4);
    maxp.writeUInt16BE(0, 26);
    const hmtx = Buffer.concat(this.glyphs.map((glyph) => this.source.metrics(glyph)));
    return fileOf({ glyf: Buffer.concat(outlines), head, hhea, hmtx, loca: offsets, maxp });
  }

  private renumber(bytes: Buffer, parts: readonly number[]): Buffer {
    const copy = Buffer.from(bytes);
    for (const at of parts) copy.writeUInt16BE(this.includeGlyph(bytes.readUInt16BE(at)), at);
    return copy;
  }
}

const INSTRUCTIONS = 0x0100;
const MORE_PARTS = 0x0020;

/** OpenType, table glyf: a simple outline holds its instructions behind the ends of its contours, a composed one behind its parts. */
function withoutInstructions(glyph: Buffer): Outline {
  if (glyph.length === 0) return { bytes: glyph, parts: [] };
  const contours = glyph.readInt16BE(0);
  if (contours >= 0) {
    const at = 10 + contours * 2;
    const rest = glyph.subarray(at + 2 + glyph.readUInt16BE(at));
    return { bytes: padded(glyph.subarray(0, at), Buffer.alloc(2), rest), parts: [] };
  }
  const bytes = Buffer.from(glyph);
  const parts: number[] = [];
  let at = 10;
  for (let flags = MORE_PARTS; flags & MORE_PARTS;) {
    flags = bytes.readUInt16BE(at);
    bytes.writeUInt16BE(flags & ~INSTRUCTIONS, at);
    parts.push(at + 2);
    at += 4 + (flags & 0x0001 ? 4 : 2) + (flags & 0x0008 ? 2 : flags & 0x0040 ? 4 : flags & 0x0080 ? 8 : 0);
  }
  return { bytes: padded(bytes.subarray(0, at)), parts };
}

function padded(...parts: readonly Buffer[]): Buffer {
  const whole = Buffer.concat(parts);
  return Buffer.concat([whole, Buffer.alloc(-whole.length & 3)]);
}

/** Header, directory in the order of tags, tables; no check sum of the whole, which readers of embedded fonts do not look at. */
function fileOf(tables: Readonly<Record<string, Buffer>>): Buffer {
  const entries = Object.entries(tables);
  const header = Buffer.alloc(12 + entries.length * 16);
  const power = 2 ** Math.floor(Math.log2(entries.length));
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(entries.length, 4);
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((entries.length - power) * 16, 10);
  let offset = header.length;
  const bodies = entries.map(([tag, table], index) => {
    const body = padded(table);
    const entry = 12 + index * 16;
    header.write(tag, entry, 'latin1');
    header.writeUInt32BE(sumOf(body), entry + 4);
    header.writeUInt32BE(offset, entry + 8);
    header.writeUInt32BE(table.length, entry + 12);
    offset += body.length;
    return body;
  });
  return Buffer.concat([header, ...bodies]);
}

function sumOf(body: Buffer): number {
  let sum = 0;
  for (let at = 0; at < body.length; at += 4) sum = (sum + body.readUInt32BE(at)) | 0;
  return sum >>> 0;
}
