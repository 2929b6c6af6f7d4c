import type { Sheet } from './sheet.js';
import { bold, isEmpty, plain, type Run } from './text.js';

/** One labelled value of a form. */
export interface Field {
  readonly label: string;
  readonly value?: string;
  /** Prints the value in bold: names and codes. */
  readonly strong?: boolean;
}

const AFTER = 3;
const GAP = 6;

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

/** Several short fields beside each other, by shares of the width or as wide as they are; too long together, each gets its own row. */
export function drawFieldRow(sheet: Sheet, fields: readonly Field[], shares: readonly number[] = fields.map(() => 1)): void {
  const widths = rowWidths(sheet, fields, shares);
  if (!widths) {
    for (const field of fields) drawField(sheet, field);
    return;
  }
  sheet.ensure(sheet.lineHeight());
  let x = sheet.left;
  fields.forEach((field, index) => {
    if (isEmpty(field.value)) drawBlank(sheet, field, x, widths[index]!);
    else sheet.block(runs(field), { x, width: widths[index]! });
    x += widths[index]! + GAP;
  });
  sheet.y += sheet.lineHeight() + AFTER;
}

function rowWidths(sheet: Sheet, fields: readonly Field[], shares: readonly number[]): number[] | undefined {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const asked = shares.map((share) => (sheet.width * share) / total - GAP);
  const natural = fields.map((field) => {
    const lines = sheet.lines(runs(field));
    return lines.length === 1 ? lines[0]!.width + 1 : Infinity;
  });
  if (natural.every((width, index) => width <= asked[index]!)) return asked;
  const spare = sheet.width - natural.reduce((sum, width) => sum + width + GAP, 0);
  return spare >= 0 ? natural.map((width) => width + spare / fields.length) : undefined;
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
