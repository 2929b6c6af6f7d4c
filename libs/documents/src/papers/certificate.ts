import { mm, PAGE, type Sheet } from '../sheet.js';

const FRAME_GAP = mm(5);

/**
 * Begins a framed certificate. It is no administrative document, so the text stands in the middle of the page, without
 * the wider binding margin of Decree 30/2020; the double frame runs round it on each page.
 */
export function beginCertificate(sheet: Sheet): void {
  const left = (PAGE.width - sheet.width) / 2;
  sheet.beginPart({
    left,
    decorate: () => {
      const width = sheet.width + 2 * FRAME_GAP;
      const y = PAGE.top - FRAME_GAP;
      const height = PAGE.height - PAGE.top - PAGE.bottom + 2 * FRAME_GAP;
      sheet.frame(left - FRAME_GAP, y, width, height, 1.6);
      sheet.frame(left - FRAME_GAP + 3, y + 3, width - 6, height - 6, 0.6);
      sheet.y += mm(2);
    },
  });
}
