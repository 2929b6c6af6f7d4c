import QRCode from 'qrcode';
import type { Sheet } from './sheet.js';

/** Where a paper can be verified. The token must be opaque: an identity number, phone or name never stands in a QR code. */
export interface Verification {
  /** Public address of the desk, without a closing slash. */
  readonly publicUrl: string;
  /** From `newToken()` of the kernel. */
  readonly token: string;
  /** Which revision of the result the paper is; only results carry it, so that a corrected one is told apart. */
  readonly revision?: number;
  /** A line under the code: on which data a result rests. Not part of the address. */
  readonly note?: string;
}

/**
 * The address a paper's QR code holds: `<publicUrl>/verify/<token>`, of a result `<publicUrl>/verify/<token>/<revision>`.
 * @throws RangeError for a token that is not opaque: too short, or made of digits alone.
 */
export function verificationUrl({ publicUrl, token, revision }: Verification): string {
  if (!/^[A-Za-z0-9_-]{16,}$/.test(token) || /^\d+$/.test(token)) throw new RangeError('a verification token is opaque');
  return `${publicUrl.replace(/\/+$/, '')}/verify/${token}${revision === undefined ? '' : `/${revision}`}`;
}

/** A stretch of dark cells: column, row, how many. */
type Bar = readonly [column: number, row: number, length: number];

interface Code {
  /** Cells along a side. */
  readonly size: number;
  readonly bars: readonly Bar[];
}

const codes = new Map<string, Code>();
/** A paper draws its code on each copy and at each size that is tried; working it out costs a fifth of a receipt. */
const REMEMBERED_CODES = 64;

function codeOf(text: string): Code {
  let code = codes.get(text);
  if (code === undefined) {
    if (codes.size >= REMEMBERED_CODES) codes.clear();
    code = encode(text);
    codes.set(text, code);
  }
  return code;
}

function encode(text: string): Code {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const bars: Bar[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      const start = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column += 1;
      bars.push([start, row, column - start + 1]);
    }
  }
  return { size: modules.size, bars };
}

/** Draws a QR code as vector squares; `side` in points without the quiet zone, which the layout leaves free. */
export function drawQr(sheet: Sheet, text: string, x: number, y: number, side: number): void {
  const { size, bars } = codeOf(text);
  const cell = side / size;
  const squares = bars.map(([column, row, length]) => [x + column * cell, y + row * cell, length * cell, cell] as const);
  sheet.tag('Figure', (figure) => sheet.write(figure, 'Figure', () => sheet.fillRectangles(squares)), { alt: 'Mã QR để kiểm tra giấy tờ này' });
}
