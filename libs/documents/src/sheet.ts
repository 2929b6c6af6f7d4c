import { fontOf, STYLES } from './fonts.js';
import { FormPlaces } from './form-places.js';
import { GatheringDocument } from './gather.js';
import { mm, PAGE, type Area, type PageShape } from './page-shape.js';
import type { ParagraphOptions } from './paragraph-options.js';
import { Pen } from './pen.js';
import type { FieldStyle, ReservedField } from './signing/reserved.js';
import { isEmpty, layOut, type Line, type Text } from './text.js';

export type { ParagraphOptions } from './paragraph-options.js';
export { LANDSCAPE, mm, PAGE, type Area, type PageShape } from './page-shape.js';

/** Height of a line in sizes: the ascent, descent and gap of Tinos. */
const LINE_HEIGHT = 1.15;
const ASCENT = 0.891;

type Structure = PDFKit.PDFStructureElement;

/** What a structure element says of itself: a text in place of a figure, and for the head of a table which way and how far it reaches. */
interface TagOptions {
  readonly alt?: string;
  readonly scope?: string;
  readonly columns?: number;
  readonly rows?: number;
}

/**
 * A paper being written: pages, a cursor that moves down, and the structure tree behind it. All measures are in points,
 * from the page's upper left corner. The same calls give the same bytes: no clock, no random number is read.
 */
export class Sheet {
  /** The size of body text; Decree 30/2020 allows 13 and 14. */
  readonly size: number;
  /** Where the next block starts. */
  y: number;
  /** Pages written so far. */
  pages = 0;
  /** Pages of the longest part. */
  longestPart = 0;
  /** Left edge of the text area. */
  left: number;
  readonly width: number;
  readonly shape: PageShape;
  private readonly document: PDFKit.PDFDocument;
  private readonly pen: Pen;
  private readonly root: Structure;
  private readonly chunks: Uint8Array[] = [];
  private readonly places: FormPlaces;
  private pageOfPart = 0;
  private decorate: (() => void) | undefined;
  private parent: Structure;

  constructor(options: { title: string; createdAt: Temporal.Instant; size?: number; shape?: PageShape; onBytes?: (bytes: Uint8Array) => void }) {
    this.size = options.size ?? 13;
    this.shape = options.shape ?? PAGE;
    this.y = this.shape.top;
    this.left = this.shape.left;
    this.width = this.shape.width - this.shape.left - this.shape.right;
    // The title also goes into XML that pdfkit does not escape.
    const title = options.title.replace(/[<>&]/g, ' ').normalize('NFC');
    this.document = new GatheringDocument({
      size: [this.shape.width, this.shape.height],
      margin: 0,
      autoFirstPage: false,
      pdfVersion: '1.7',
      subset: 'PDF/A-2a',
      tagged: true,
      lang: 'vi',
      displayTitle: true,
      info: { Title: title, Creator: 'Một Cửa', Producer: 'Một Cửa', CreationDate: new Date(options.createdAt.epochMilliseconds) },
      font: '',
    });
    const { onBytes } = options;
    this.document.on('data', (chunk: Uint8Array) => (onBytes ? onBytes(chunk) : this.chunks.push(chunk)));
    // pdfkit takes a parsed font wherever it takes a file; its types do not say so.
    for (const style of STYLES) this.document.registerFont(style, fontOf(style) as unknown as Uint8Array);
    this.pen = new Pen(this.document);
    this.places = new FormPlaces(this.document, this.pen);
    this.root = this.document.struct('Document');
    this.document.addStructure(this.root);
    this.parent = this.root;
  }

  /**
   * Starts a copy or an annex: a new page whose numbering begins again. `left` moves the text area, whose width stays;
   * `decorate` draws on each page of the part before anything else.
   */
  beginPart(options: { left?: number; decorate?: () => void } = {}): void {
    this.pageOfPart = 0;
    this.left = options.left ?? this.shape.left;
    this.decorate = options.decorate;
    this.newPage();
  }

  newPage(): void {
    this.document.addPage();
    this.pages += 1;
    this.pageOfPart += 1;
    this.longestPart = Math.max(this.longestPart, this.pageOfPart);
    this.y = this.shape.top;
    this.decorate?.();
    // Centred in the top margin, not on the first page (Decree 30/2020, Annex I).
    if (this.pageOfPart > 1) {
      const [line] = layOut(String(this.pageOfPart), { size: 13, width: this.width, align: 'center' });
      this.artifact(() => this.drawLine(line!, this.left, mm(9), 13), 'Pagination');
    }
  }

  /** The room left on this page. */
  get room(): number {
    return this.shape.height - this.shape.bottom - this.y;
  }

  /** The room of an empty page. */
  get fullRoom(): number {
    return this.shape.height - this.shape.bottom - this.shape.top;
  }

  /** Goes to a new page unless so much room is left. */
  ensure(height: number): void {
    if (this.room < height && this.y > this.shape.top) this.newPage();
  }

  space(points: number): void {
    this.y += points;
  }

  lineHeight(size = this.size, spacing = 1): number {
    return size * LINE_HEIGHT * spacing;
  }

  /** A paragraph at the cursor, flowing over pages; an empty text leaves no trace. */
  paragraph(text: Text | undefined, options: ParagraphOptions = {}): void {
    if (text === undefined || isEmpty(text)) return;
    const size = options.size ?? this.size;
    const height = this.lineHeight(size, options.spacing);
    const lines = this.lines(text, options);
    // Never one line of a paragraph alone at the foot of a page; one that leads over to the next block goes along whole.
    this.ensure(Math.min(lines.length, options.keepWith ? 4 : 2) * height + (options.keepWith ?? 0));
    let from = 0;
    this.tag(options.role ?? 'P', (element) => {
      while (from < lines.length) {
        let count = Math.max(1, Math.min(lines.length - from, Math.floor((this.room + 0.01) / height)));
        if (lines.length - from - count === 1 && count > 2) count -= 1;
        this.write(element, options.role ?? 'P', () => this.drawLines(lines.slice(from, from + count), options.x ?? this.left, this.y, size, height));
        this.y += count * height;
        from += count;
        if (from < lines.length) this.newPage();
      }
    });
    this.y += options.after ?? 0;
  }

  /** Lays a text out without drawing it. */
  lines(text: Text, options: ParagraphOptions = {}): Line[] {
    const { style, align, firstLine, balanced } = options;
    return layOut(text, { size: options.size ?? this.size, width: options.width ?? this.width, style, align, firstLine, balanced });
  }

  /** A block at a fixed place, one structure element; gives its height. It does not move the cursor. */
  block(text: Text | undefined, options: ParagraphOptions & { y?: number } = {}): number {
    if (text === undefined || isEmpty(text)) return 0;
    const size = options.size ?? this.size;
    const height = this.lineHeight(size, options.spacing);
    const lines = this.lines(text, options);
    const role = options.role ?? 'P';
    this.tag(role, (element) => {
      this.write(element, role, () => this.drawLines(lines, options.x ?? this.left, options.y ?? this.y, size, height));
    });
    return lines.length * height;
  }

  /** Runs a drawing inside a structure element; elements made within become its children. */
  tag(type: string, draw: (element: Structure) => void, options: TagOptions = {}): void {
    const end = this.begin(type, options);
    draw(this.parent);
    end();
  }

  /** Begins a structure element; what is drawn until the function it gives is called becomes part of it. */
  begin(type: string, { columns = 1, rows = 1, ...options }: TagOptions = {}): () => void {
    const element = this.document.struct(type, options);
    if (columns > 1 || rows > 1) reach(element, { ColSpan: columns, RowSpan: rows });
    const above = this.parent;
    above.add(element);
    this.parent = element;
    return () => {
      this.parent = above;
      element.end();
    };
  }

  /** Draws content that belongs to a structure element, on the page of the moment. */
  write(element: Structure, type: string, draw: () => void): void {
    const content = this.document.markStructureContent(type);
    draw();
    this.document.endMarkedContent();
    element.add(content);
  }

  /** Whether this paper is signed, numbered and sealed after it was rendered: a place was kept for its number. */
  get isReserved(): boolean {
    return !this.places.isEmpty;
  }

  /** Whether the place was kept already: a further copy in the same paper has no second one. */
  keeps(name: ReservedField): boolean {
    return this.places.has(name);
  }

  /** The places that were not kept. */
  get missingPlaces(): readonly ReservedField[] {
    return this.places.missing;
  }

  /**
   * Keeps a place to be filled after the paper was rendered, as a form field of that name.
   * @param style how what is filled in will be written; a signature brings its own look
   */
  reserve(name: ReservedField, area: Area, style?: FieldStyle): void {
    this.tag('Form', (element) => this.places.keep(element, name, area, style));
  }

  /** Draws what a screen reader skips: rules, frames, page numbers. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.document.markContent('Artifact', { type });
    draw();
    this.document.endMarkedContent();
  }

  rule(x: number, y: number, width: number, thickness = 0.7): void {
    this.artifact(() => {
      this.document.lineWidth(thickness).moveTo(x, y).lineTo(x + width, y).stroke('#000');
    });
  }

  /** The dotted line of a form, for a value to be written by hand. */
  dots(x: number, baseline: number, width: number): void {
    if (width < 4) return;
    this.artifact(() => {
      this.document.save().lineWidth(0.8).lineCap('round').dash(0.01, { space: 2.4 });
      this.document.moveTo(x, baseline).lineTo(x + width, baseline).stroke('#000').restore();
    });
  }

  /** Rules round the cells of a row, all at once. */
  grid(cells: readonly Area[], thickness: number): void {
    this.artifact(() => {
      const hundredth = (value: number): number => Math.round(value * 100) / 100;
      const path = cells.map(({ x, y, width, height }) => `${hundredth(x)} ${hundredth(y)} ${hundredth(width)} ${hundredth(height)} re`).join(' ');
      this.document.addContent(`${thickness} w 0 G ${path} S`);
    });
  }

  frame(x: number, y: number, width: number, height: number, thickness = 0.7): void {
    this.artifact(() => {
      this.document.lineWidth(thickness).rect(x, y, width, height).stroke('#000');
    });
  }

  /** Fills rectangles in black inside the open marked content. */
  fillRectangles(rectangles: ReadonlyArray<readonly [x: number, y: number, width: number, height: number]>): void {
    for (const [x, y, width, height] of rectangles) this.document.rect(x, y, width, height);
    this.document.fill('#000');
  }

  drawLines(lines: readonly Line[], x: number, y: number, size: number, height = this.lineHeight(size)): void {
    lines.forEach((line, index) => this.drawLine(line, x, y + index * height, size));
  }

  /** Ends the paper and gives its bytes. */
  async finish(): Promise<Uint8Array> {
    this.root.end();
    this.places.write(this.size);
    const ended = new Promise<void>((resolve, reject) => {
      this.document.once('end', resolve);
      this.document.once('error', reject);
    });
    this.document.end();
    await ended;
    return Buffer.concat(this.chunks);
  }

  private drawLine(line: Line, x: number, y: number, size: number): void {
    const baseline = y + size * ASCENT;
    for (const piece of line.pieces) {
      if (piece.text.trim() === '') continue;
      this.pen.write(piece.text, piece.style, size, x + piece.x, baseline);
    }
  }
}

/** pdfkit writes which way a head of a table reaches, and has no word for how far (PDF 32000-1, table 349). */
function reach(element: Structure, span: { readonly ColSpan: number; readonly RowSpan: number }): void {
  Object.assign((element as unknown as { dictionary: { data: { A: object } } }).dictionary.data.A, span);
}
