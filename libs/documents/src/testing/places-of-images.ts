const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');

/** Where the one picture of a page lies. */
export interface ImagePlace {
  /** Whole points. */
  readonly page: { readonly width: number; readonly height: number };
  /** As it is seen; turned clockwise by so many degrees. */
  readonly image: { readonly width: number; readonly height: number; readonly turn: number };
}

type Matrix = readonly [number, number, number, number, number, number];

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];

/** Reads where pictures lie on the pages of a PDF without drawing them: the canvas of tests and that of the reader do not take each other's pictures. */
export async function placesOfImages(bytes: Uint8Array): Promise<{ readonly title: string; readonly language: string | null; readonly tagged: boolean; readonly pages: readonly ImagePlace[] }> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false, disableFontFace: true });
  const pdf = await task.promise;
  try {
    const info = (await pdf.getMetadata()).info as { readonly Title?: string; readonly Language?: string };
    const pages: ImagePlace[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const { fnArray, argsArray } = await page.getOperatorList();
      const saved: Matrix[] = [];
      let now: Matrix = [1, 0, 0, 1, 0, 0];
      for (const [index, operator] of fnArray.entries()) {
        if (operator === OPS.save) saved.push(now);
        if (operator === OPS.restore) now = saved.pop() ?? now;
        if (operator === OPS.transform) now = times(now, argsArray[index] as Matrix);
        if (operator !== OPS.paintImageXObject) continue;
        const [a, b, c, d] = now;
        const seen = { width: Math.max(Math.abs(a), Math.abs(c)), height: Math.max(Math.abs(b), Math.abs(d)) };
        pages.push({ page: { width: Math.round(width), height: Math.round(height) }, image: { ...seen, turn: (Math.round(-Math.atan2(b, a) * (180 / Math.PI)) + 360) % 360 } });
      }
    }
    return { title: info.Title ?? '', language: info.Language ?? null, tagged: (await pdf.getMarkInfo())?.Marked === true, pages };
  } finally {
    await task.destroy();
  }
}
