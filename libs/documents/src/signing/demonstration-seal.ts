import { deflateSync, crc32 } from 'node:zlib';
import { fontOf, widthOf, type Style } from '../fonts.js';

/** A point in picture units: the middle is 0, 0, the edge of the seal at 100. */
type Point = readonly [number, number];
type Outline = readonly Point[];

/** Pixels along an edge, and how many dots each is made of that way: the more, the smoother. */
const PIXELS = 320;
const DOTS = 4;
const RED = [204, 13, 13] as const;
/** Of red, from nothing to full. */
const STRENGTHS = 16;

/**
 * A picture of a round red seal for demonstrations: two rings, a star, the name around it and "MẪU - BẢN TRÌNH DIỄN" below. It has no
 * national emblem, so that nobody takes it for one.
 * @param name of the agency, such as "ỦY BAN NHÂN DÂN XÃ TRẢNG BOM"
 * @returns PNG, transparent around the drawing
 */
export function drawDemonstrationSeal(name: string): Uint8Array {
  const upper = name.toLocaleUpperCase('vi').normalize('NFC');
  return toPng([
    ...ring(98, 94), ...ring(91, 89.5), ...ring(55, 53.5), star(38),
    ...aroundTop(upper, 'bold', Math.min(17, (17 * 300) / widthOf(upper, 'bold', 17)), 66),
    ...aroundBottom('MẪU - BẢN TRÌNH DIỄN', 'bold', 9.5, 79),
  ]);
}

const circle = (radius: number, turns: 1 | -1): Outline => Array.from({ length: 180 }, (_, step) => {
  const angle = (turns * step * Math.PI) / 90;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
});

/** The inner circle runs the other way round and so cuts the middle out. */
const ring = (outer: number, inner: number): Outline[] => [circle(outer, 1), circle(inner, -1)];

const star = (radius: number): Outline => Array.from({ length: 10 }, (_, step) => {
  const reach = step % 2 === 0 ? radius : radius * 0.382;
  const angle = Math.PI / 2 + (step * Math.PI) / 5;
  return [reach * Math.cos(angle), reach * Math.sin(angle)];
});

/** Letters with their feet towards the middle, over the top. */
function aroundTop(text: string, style: Style, size: number, radius: number): Outline[] {
  const width = widthOf(text, style, size);
  return letters(text, style, size).map((outline) => outline.map(([x, y]) => bend(Math.PI / 2 - (x - width / 2) / radius, radius + y)));
}

/** Letters with their heads towards the middle, along the bottom. */
function aroundBottom(text: string, style: Style, size: number, radius: number): Outline[] {
  const width = widthOf(text, style, size);
  return letters(text, style, size).map((outline) => outline.map(([x, y]) => bend(-Math.PI / 2 + (x - width / 2) / radius, radius + size * 0.66 - y)));
}

const bend = (angle: number, reach: number): Point => [reach * Math.cos(angle), reach * Math.sin(angle)];

/** The outlines of a line of text, from 0 to the right, on the line 0. */
function letters(text: string, style: Style, size: number): Outline[] {
  const font = fontOf(style);
  const scale = size / font.unitsPerEm;
  let at = 0;
  return Array.from(text).flatMap((letter) => {
    const { path, advanceWidth } = font.glyphForCodePoint(letter.codePointAt(0)!);
    const left = at;
    at += advanceWidth;
    return flatten(path.commands).map((outline) => outline.map(([x, y]): Point => [(left + x) * scale, y * scale]));
  });
}

interface PathCommand {
  readonly command: string;
  readonly args: readonly number[];
}

/** TrueType outlines have straight lines and quadratic curves; a curve becomes a few straight pieces. */
function flatten(commands: readonly PathCommand[]): Outline[] {
  const outlines: Point[][] = [];
  for (const { command, args: [a = 0, b = 0, c = 0, d = 0] } of commands) {
    const outline = outlines.at(-1);
    const [x, y] = outline?.at(-1) ?? [0, 0];
    if (command === 'moveTo') outlines.push([[a, b]]);
    if (command === 'lineTo') outline?.push([a, b]);
    if (command === 'quadraticCurveTo') for (const t of [0.25, 0.5, 0.75, 1]) outline?.push([(1 - t) ** 2 * x + 2 * t * (1 - t) * a + t ** 2 * c, (1 - t) ** 2 * y + 2 * t * (1 - t) * b + t ** 2 * d]);
  }
  return outlines;
}

/** Fills outlines by the rule of turns, as fonts are drawn, and writes them as a picture of one colour in a few strengths. */
function toPng(outlines: readonly Outline[]): Uint8Array {
  const counts = fill(outlines);
  const strengthOf = (pixel: number): number => Math.round((counts[pixel]! / DOTS ** 2) * (STRENGTHS - 1));
  const rowLength = PIXELS + 1;
  const rows = Buffer.alloc(PIXELS * rowLength);
  for (let pixel = 0; pixel < PIXELS ** 2; pixel += 1) {
    rows[Math.floor(pixel / PIXELS) * rowLength + 1 + (pixel % PIXELS)] = strengthOf(pixel);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(PIXELS, 0);
  header.writeUInt32BE(PIXELS, 4);
  // A byte a pixel, from a palette: fewer bits the library that puts pictures into papers does not read.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.concat(Array.from({ length: STRENGTHS }, () => Buffer.from(RED)))),
    chunk('tRNS', Buffer.from(Array.from({ length: STRENGTHS }, (_, strength) => Math.round((strength * 255) / (STRENGTHS - 1))))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** How many dots of each pixel lie inside. */
function fill(outlines: readonly Outline[]): Uint8Array {
  const size = PIXELS * DOTS;
  const toDots = ([x, y]: Point): Point => [((x + 100) / 200) * size, ((100 - y) / 200) * size];
  const crossings: Array<Array<readonly [x: number, turn: number]>> = Array.from({ length: size }, () => []);
  for (const outline of outlines.map((each) => each.map(toDots))) {
    outline.forEach(([x1, y1], index) => {
      const [x2, y2] = outline[(index + 1) % outline.length]!;
      const [top, bottom] = y1 < y2 ? [y1, y2] : [y2, y1];
      for (let line = Math.max(0, Math.ceil(top - 0.5)); line < Math.min(size, bottom - 0.5); line += 1) {
        crossings[line]!.push([x1 + ((line + 0.5 - y1) / (y2 - y1)) * (x2 - x1), y1 < y2 ? 1 : -1]);
      }
    });
  }
  const counts = new Uint8Array(PIXELS ** 2);
  crossings.forEach((crossed, line) => {
    let turns = 0;
    crossed.sort(([a], [b]) => a - b).forEach(([x, turn], index) => {
      turns += turn;
      if (turns === 0) return;
      const end = Math.min(size, Math.round(crossed[index + 1]?.[0] ?? x));
      for (let dot = Math.max(0, Math.round(x)); dot < end; dot += 1) counts[Math.floor(line / DOTS) * PIXELS + Math.floor(dot / DOTS)]! += 1;
    });
  });
  return counts;
}
