import { widthOf, type Style } from './fonts.js';

/** A stretch of text in one cut. */
export interface Run {
  readonly text: string;
  readonly style?: Style;
}

/** A text in one cut, or in several. A line feed breaks the line. */
export type Text = string | readonly Run[];

export const bold = (text: string): Run => ({ text, style: 'bold' });
export const italic = (text: string): Run => ({ text, style: 'italic' });
export const boldItalic = (text: string): Run => ({ text, style: 'bold-italic' });
export const plain = (text: string): Run => ({ text, style: 'regular' });

/** A piece of a line, in one cut, at its place from the line's left edge (points). */
export interface Piece {
  readonly text: string;
  readonly style: Style;
  readonly x: number;
}

export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

export type Align = 'left' | 'center' | 'right' | 'justify';

export interface LineOptions {
  readonly size: number;
  /** Room in points. */
  readonly width: number;
  readonly align?: Align;
  /** Indent of the first line in points. */
  readonly firstLine?: number;
  /** The cut of plain strings and of runs that name none. */
  readonly style?: Style;
  /** Breaks so that the lines come out about equally long: for headings. */
  readonly balanced?: boolean;
}

interface Part {
  readonly text: string;
  readonly style: Style;
  readonly width: number;
}

/** A word that may not be broken: its parts differ in cut only. */
interface Word {
  readonly parts: readonly Part[];
  readonly width: number;
  /** The blank behind it as it will be drawn: measured with the word, since the two may kern. */
  readonly blank: number;
  readonly breakAfter: boolean;
}

/** Breaks a text into lines no wider than asked. A word wider than the line is broken between letters. */
export function layOut(text: Text, options: LineOptions): Line[] {
  const { size, width } = options;
  const words = rememberedWords(text, options.style ?? 'regular', size).flatMap((word) => splitWide(word, width, size));
  const room = options.balanced ? balancedWidth(words, width) : width;
  const rows = fill(words, room, options.firstLine ?? 0);
  return rows.map((row, index) => {
    const indent = index === 0 ? (options.firstLine ?? 0) : 0;
    const last = index === rows.length - 1 || row.at(-1)?.breakAfter === true;
    return place(row, { indent, width, align: options.align ?? 'left', last });
  });
}

/** Whether a text has nothing to print. */
export function isEmpty(text: Text | undefined | null): boolean {
  if (text === undefined || text === null) return true;
  return (typeof text === 'string' ? text : text.map((run) => run.text).join('')).trim() === '';
}

const remembered = new Map<string, readonly Word[]>();
/** Labels are the same on every paper, and a paper is laid out once for each size that is tried and each copy. */
const REMEMBERED_TEXTS = 4_000;

function rememberedWords(text: Text, style: Style, size: number): readonly Word[] {
  const key = typeof text === 'string' ? `${style} ${size} ${text}` : `${size} ${text.map((run) => `${run.style ?? style}\u0001${run.text}`).join('\u0002')}`;
  let words = remembered.get(key);
  if (words === undefined) {
    if (remembered.size >= REMEMBERED_TEXTS) remembered.clear();
    words = wordsOf(text, style, size);
    remembered.set(key, words);
  }
  return words;
}

function wordsOf(text: Text, style: Style, size: number): Word[] {
  const runs = typeof text === 'string' ? [{ text, style }] : text;
  const words: Word[] = [];
  let parts: Part[] = [];
  const close = (breakAfter: boolean): void => {
    if (parts.length > 0 || breakAfter) words.push(wordFrom(parts, size, breakAfter));
    parts = [];
  };
  for (const run of runs) {
    const cut = run.style ?? style;
    for (const token of run.text.normalize('NFC').match(/\n|[ \t]+|[^ \t\n]+/g) ?? []) {
      if (token === '\n') close(true);
      else if (/^[ \t]/.test(token)) close(false);
      else parts.push({ text: token, style: cut, width: widthOf(token, cut, size) });
    }
  }
  close(false);
  return words;
}

/** Breaks a word that no line can hold (a long e-mail, a run of digits) between its letters. */
function splitWide(word: Word, width: number, size: number): Word[] {
  if (word.width <= width) return [word];
  const pieces: Word[] = [];
  let parts: { text: string; style: Style; width: number }[] = [];
  let used = 0;
  for (const part of word.parts) {
    for (const letter of part.text) {
      const letterWidth = widthOf(letter, part.style, size);
      if (used + letterWidth > width && parts.length > 0) {
        pieces.push(wordFrom(parts, size, false));
        parts = [];
        used = 0;
      }
      const open = parts.at(-1);
      if (open && open.style === part.style) {
        open.text += letter;
        open.width += letterWidth;
      } else parts.push({ text: letter, style: part.style, width: letterWidth });
      used += letterWidth;
    }
  }
  pieces.push(wordFrom(parts, size, word.breakAfter));
  return pieces;
}

function fill(words: readonly Word[], width: number, firstLine: number): Word[][] {
  const rows: Word[][] = [];
  let row: Word[] = [];
  let used = firstLine;
  const close = (): void => {
    rows.push(row);
    row = [];
    used = 0;
  };
  for (const word of words) {
    const gap = row.length === 0 ? 0 : row.at(-1)!.blank;
    if (row.length > 0 && used + gap + word.width > width + 0.01) close();
    used += (row.length === 0 ? 0 : gap) + word.width;
    row.push(word);
    if (word.breakAfter) close();
  }
  if (row.length > 0) close();
  return rows;
}

/** The narrowest width that needs no more lines than the full one. */
function balancedWidth(words: readonly Word[], width: number): number {
  const lines = fill(words, width, 0).length;
  let low = Math.max(0, ...words.map((word) => word.width));
  let high = width;
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (fill(words, middle, 0).length > lines) low = middle;
    else high = middle;
  }
  return high;
}

interface Placing {
  readonly indent: number;
  readonly width: number;
  readonly align: Align;
  readonly last: boolean;
}

function place(row: readonly Word[], { indent, width, align, last }: Placing): Line {
  const gaps = row.slice(0, -1).map((word) => word.blank);
  const natural = row.reduce((total, word) => total + word.width, 0) + gaps.reduce((total, gap) => total + gap, 0);
  const spare = width - indent - natural;
  const stretch = align === 'justify' && !last && gaps.length > 0 ? Math.max(0, spare / gaps.length) : 0;
  let x = align === 'center' ? Math.max(0, spare / 2) : align === 'right' ? Math.max(0, spare) : indent;
  const pieces: { text: string; style: Style; x: number }[] = [];
  row.forEach((word, index) => {
    word.parts.forEach((part, number) => {
      const before = pieces.at(-1);
      // Joined where nothing stands between, so that a reader's text selection sees whole sentences.
      if (before && before.style === part.style && (number > 0 || stretch === 0)) before.text += part.text;
      else pieces.push({ text: part.text, style: part.style, x });
      x += part.width;
    });
    const gap = gaps[index];
    const open = pieces.at(-1);
    if (gap === undefined || !open) return;
    open.text += ' ';
    x += gap + stretch;
  });
  return { pieces, width: natural };
}

function wordFrom(parts: readonly Part[], size: number, breakAfter: boolean): Word {
  const last = parts.at(-1);
  return { parts, width: sum(parts), blank: last ? widthOf(`${last.text} `, last.style, size) - last.width : 0, breakAfter };
}

function sum(parts: readonly Part[]): number {
  return parts.reduce((total, part) => total + part.width, 0);
}
