import type { PaperForm } from '../papers.js';
import { mm, PAGE } from '../sheet.js';
import type { PdfFacts, TextBox } from './rasterise.js';

const SLACK = 1.5;

/** Certificates, whose text stands in the middle of a frame. */
export const FRAMED: ReadonlySet<PaperForm> = new Set<PaperForm>(['result/birth-certificate', 'result/land-certificate', 'result/extract-copy', 'result/correction-extract', 'result/death-extract']);

/** Whether two pieces of text stand on each other. */
function overlaps(one: TextBox, other: TextBox): boolean {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return across > SLACK && down > SLACK;
}

/**
 * What is wrong with the layout of a paper: ink outside the margins of Decree 30/2020 (top and bottom 20–25 mm, left
 * 30–35, right 15–20; the page number alone stands higher), or text on text.
 * @param framed a certificate, whose text stands in the middle of a frame
 */
export function layoutFaults({ pages }: PdfFacts, { framed }: { framed: boolean }): string[] {
  const slack = mm(0.6);
  const left = framed ? mm(17.5) : PAGE.left;
  const right = framed ? PAGE.width - mm(17.5) : PAGE.width - PAGE.right;
  const bottom = PAGE.height - (framed ? mm(15) : PAGE.bottom);
  return pages.flatMap(({ ink, boxes }, index) => {
    const top = mm(index > 0 ? 9 : framed ? 15 : 20);
    const outside = !ink || ink.left < left - slack || ink.right > right + slack || ink.top < top - slack || ink.bottom > bottom + slack;
    const clashes = boxes.flatMap((box, at) => boxes.slice(at + 1).filter((other) => overlaps(box, other)).map((other) => `page ${index + 1}: ${box.text} × ${other.text}`));
    return [...(outside ? [`page ${index + 1}: ink ${JSON.stringify(ink)}`] : []), ...clashes];
  });
}
