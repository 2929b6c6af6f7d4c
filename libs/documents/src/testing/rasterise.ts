import { createCanvas, DOMMatrix, ImageData, Path2D } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist';

// pdfjs brings a canvas of its own, whose paths ours does not take: it must find ours first.
Object.assign(globalThis, { DOMMatrix, ImageData, Path2D });
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');

/** A word or sentence piece on a page, in points from the upper left corner. */
export interface TextBox {
  readonly text: string;
  readonly x: number;
  /** Upper edge of the letters' em box. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface RasterisedPage {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
  /** The rectangle that holds all ink, in points from the upper left corner; null for an empty page. */
  readonly ink: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number } | null;
  /** The page's text in reading order, lines parted by line feeds. */
  readonly text: string;
  readonly boxes: readonly TextBox[];
  /** The structure elements of the page, as {@link writeTree} writes them. */
  readonly structure: string;
  /** How dark the page is in each square of a centimetre, 0–9, row by row. */
  readonly squares: readonly string[];
  /** Red, green, blue and opacity of each pixel. */
  readonly pixels: { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number };
  /** Whether there is ink at a place, points from the upper left corner. */
  readonly darkAt: (x: number, y: number) => boolean;
}

export interface PdfFacts {
  readonly pages: readonly RasterisedPage[];
  readonly title: string;
  readonly language: string | null;
  readonly tagged: boolean;
}

/** Draws every page of a PDF and reads its text layer, the way a browser would. For tests and samples. */
export async function rasterise(bytes: Uint8Array, options: { scale?: number } = {}): Promise<PdfFacts> {
  const scale = options.scale ?? 1;
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false, disableFontFace: true });
  const pdf = await task.promise;
  try {
    const { info } = await pdf.getMetadata();
    const marks = await pdf.getMarkInfo();
    const pages: RasterisedPage[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const viewport = page.getViewport({ scale });
      const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
      const context = canvas.getContext('2d');
      await page.render({ canvas: null, canvasContext: context as never, viewport }).promise;
      const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
      const { text, boxes } = await textOf(page);
      const darkAt = (x: number, y: number): boolean => pixels.data[(Math.round(y * scale) * pixels.width + Math.round(x * scale)) * 4]! < 128;
      pages.push({ png: canvas.toBuffer('image/png'), width: viewport.width / scale, height: viewport.height / scale, ink: inkOf(pixels, scale), text, boxes, structure: writeTree(await page.getStructTree()), squares: squaresOf(pixels, scale), pixels, darkAt });
    }
    return { pages, title: String(info['Title' as keyof typeof info] ?? ''), language: languageOf(info), tagged: marks?.Marked === true };
  } finally {
    await task.destroy();
  }
}

/** Reads a PDF without drawing it: the text of all pages, and behind it what was filled into its places. */
export async function readText(bytes: Uint8Array): Promise<string> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false, disableFontFace: true });
  const pdf = await task.promise;
  try {
    const parts: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const places = (await page.getAnnotations()) as ReadonlyArray<{ readonly fieldName?: string; readonly fieldValue?: unknown }>;
      parts.push((await textOf(page)).text, ...places.flatMap(({ fieldName, fieldValue }) => (typeof fieldValue === 'string' && fieldValue !== '' ? [`[${fieldName}: ${fieldValue}]`] : [])));
    }
    return parts.join('\n');
  } finally {
    await task.destroy();
  }
}

async function textOf(page: PDFPageProxy): Promise<{ text: string; boxes: TextBox[] }> {
  const { items } = await page.getTextContent();
  const height = page.getViewport({ scale: 1 }).height;
  const boxes: TextBox[] = [];
  let text = '';
  for (const item of items) {
    if (!('str' in item)) continue;
    text += item.str + (item.hasEOL ? '\n' : '');
    if (item.str.trim() === '') continue;
    const [, , , size, x, y] = item.transform as [number, number, number, number, number, number];
    boxes.push({ text: item.str, x, y: height - y - size * 0.891, width: item.width, height: size * 1.107 });
  }
  return { text, boxes };
}

/** A node of the structure tree as pdfjs gives it. */
interface TreeNode {
  readonly type?: string;
  readonly role?: string;
  readonly children?: readonly TreeNode[];
}

/** The structure elements of a page on one line, equal neighbours counted: `Document(P×3 H1 Table(TR(TH×2) TR(TD×2)×5))`. */
function writeTree(node: TreeNode | null): string {
  const children = (node?.children ?? []).filter(({ role }) => role !== undefined).map(writeTree);
  const counted: [text: string, times: number][] = [];
  for (const child of children) {
    const last = counted.at(-1);
    if (last?.[0] === child) last[1] += 1;
    else counted.push([child, 1]);
  }
  const inner = counted.map(([text, times]) => (times === 1 ? text : `${text}×${times}`)).join(' ');
  return inner === '' ? (node?.role ?? '') : `${node?.role}(${inner})`;
}

const CENTIMETRE = 72 / 2.54;

function squaresOf({ data, width, height }: { data: Uint8ClampedArray; width: number; height: number }, scale: number): string[] {
  const side = CENTIMETRE * scale;
  const columns = Math.floor(width / side + 0.01);
  const rows = Math.floor(height / side + 0.01);
  const dark = Array.from({ length: rows }, () => new Float64Array(columns));
  for (let y = 0; y < height; y += 1) {
    const row = dark[Math.floor(y / side)];
    if (row === undefined) break;
    for (let x = 0; x < width; x += 1) {
      const column = Math.floor(x / side);
      if (column < columns) row[column]! += 255 - data[(y * width + x) * 4]!;
    }
  }
  // A square full of text is about a quarter black: that is a nine.
  return dark.map((row) => [...row].map((sum) => Math.min(9, Math.round((sum / (side * side * 255)) * 36))).join(''));
}

function inkOf(pixels: { data: Uint8ClampedArray; width: number; height: number }, scale: number): RasterisedPage['ink'] {
  // Taken out once: the canvas answers each look at its properties from outside JavaScript, which is nine tenths of the time.
  const { data, width, height } = pixels;
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (data[(y * width + x) * 4]! > 160) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
    }
  }
  return left === Infinity ? null : { left: left / scale, top: top / scale, right: right / scale, bottom: bottom / scale };
}

function languageOf(info: object): string | null {
  const language = (info as { Language?: unknown }).Language;
  return typeof language === 'string' ? language : null;
}

