import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import QRCode from 'qrcode';

const WIDTH = 640;
const HEIGHT = 480;
/** Brightness of paper and of ink; both colour planes lie at the middle, which is grey. */
const PAPER = 235;
const INK = 16;
const GREY = 128;

/**
 * Writes a film (YUV4MPEG2, which Chromium plays as the picture of a camera) of a QR code held still.
 * @param line what the code says
 */
export function filmOfCode(file: string, line: string): void {
  const brightness = Buffer.alloc(WIDTH * HEIGHT, PAPER);
  for (const { left, top, side } of squaresOf(line)) {
    for (let y = top; y < top + side; y += 1) brightness.fill(INK, y * WIDTH + left, y * WIDTH + left + side);
  }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), brightness, Buffer.alloc((WIDTH * HEIGHT) / 2, GREY)]);
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]));
}

/** Where the dark squares of a code lie in the picture. */
function squaresOf(line: string): Array<{ left: number; top: number; side: number }> {
  const { modules } = QRCode.create(line, { errorCorrectionLevel: 'M' });
  const side = Math.floor((HEIGHT - 60) / modules.size);
  const [left, top] = [Math.floor((WIDTH - modules.size * side) / 2), Math.floor((HEIGHT - modules.size * side) / 2)];
  const places = Array.from({ length: modules.size * modules.size }, (_, place) => [place % modules.size, Math.floor(place / modules.size)] as const);
  return places.filter(([column, row]) => modules.get(row, column)).map(([column, row]) => ({ left: left + column * side, top: top + row * side, side }));
}

/** Gives a page of a browser without cameras one that shows a code; it asks for leave as a browser does (`window.mayFilm`). */
export async function giveCamera(page: Page, line: string): Promise<void> {
  await page.addInitScript(`(() => {
    const squares = ${JSON.stringify(squaresOf(line))};
    navigator.mediaDevices.getUserMedia = async () => {
      if (!window.mayFilm) throw new DOMException('nobody gave leave', 'NotAllowedError');
      const canvas = Object.assign(document.createElement('canvas'), { width: ${WIDTH}, height: ${HEIGHT} });
      const picture = canvas.getContext('2d');
      setInterval(() => {
        picture.fillStyle = 'white';
        picture.fillRect(0, 0, ${WIDTH}, ${HEIGHT});
        picture.fillStyle = 'black';
        for (const { left, top, side } of squares) picture.fillRect(left, top, side, side);
      }, 100);
      return canvas.captureStream(10);
    };
  })()`);
}
