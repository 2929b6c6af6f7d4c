import type { Sheet } from './sheet.js';
import { bold, isEmpty, plain, type Run } from './text.js';

/** One labelled value of a form. */
export interface Field {
  readonly label: string;
  readonly value?: string;
  /** Prints the value in bold: names and codes. */
  readonly strong?: boolean;
}

const AFTER = 4;

/** A labelled value at the cursor; an empty one becomes a dotted line to write on. */
export function drawField(sheet: Sheet, field: Field, area: { x?: number; width?: number; after?: number } = {}): void {
  const x = area.x ?? sheet.left;
  const width = area.width ?? sheet.width;
  if (!isEmpty(field.value)) {
    sheet.paragraph(runs(field), { x, width, after: area.after ?? AFTER, align: 'left' });
    return;
  }
  sheet.ensure(sheet.lineHeight());
  drawBlank(sheet, field, x, width);
  sheet.y += sheet.lineHeight() + (area.after ?? AFTER);
}

/** Several short fields beside each other, each with its share of the width; one that does not fit gets a row of its own. */
export function drawFieldRow(sheet: Sheet, fields: readonly Field[], shares: readonly number[] = fields.map(() => 1)): void {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => (sheet.width * share) / total - 6);
  const fits = fields.every((field, index) => sheet.lines(runs(field), { width: widths[index]! }).length === 1);
  if (!fits) {
    for (const field of fields) drawField(sheet, field);
    return;
  }
  sheet.ensure(sheet.lineHeight());
  let x = sheet.left;
  fields.forEach((field, index) => {
    if (isEmpty(field.value)) drawBlank(sheet, field, x, widths[index]!);
    else sheet.block(runs(field), { x, width: widths[index]! });
    x += widths[index]! + 6;
  });
  sheet.y += sheet.lineHeight() + AFTER;
}

function runs(field: Field): Run[] {
  const value = field.value ?? '';
  return [plain(`${field.label}: `), field.strong ? bold(value) : plain(value)];
}

function drawBlank(sheet: Sheet, field: Field, x: number, width: number): void {
  const label = `${field.label}:`;
  const used = sheet.lines(label, { width })[0]!.width + 4;
  sheet.block(label, { x, width });
  sheet.dots(x + used, sheet.y + sheet.size * 0.91, width - used);
}
