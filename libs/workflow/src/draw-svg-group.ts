import type { Localized } from '@app/kernel';
import { arrowLines, boxLines, heightOf, type Wording } from './draw-svg-content.js';
import type { LaidArrow, LaidBox, Point } from './draw-svg-laid.js';
import type { Arrow, Group, Picture } from './draw-svg-picture.js';
import type { Column, PlacedState } from './draw-svg-places.js';

/** The widths of the columns and of the space between them, in pixels: together they fit a page of 1366. */
export const WIDTHS = { main: 270, side: 222, gap: 118 } as const;
/** Between the border of a box and its words. */
export const PADDING = { x: 11, y: 11 } as const;
const FRAME = 8;
/** Between two boxes one above the other, when no arrow joins them. */
const STACKED = 14;
/** Room for an arrow and its head. */
const ARROW = 26;

/** A group with its boxes, measured from its own top left. */
export interface LaidGroup {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly LaidBox[];
  readonly arrows: readonly LaidArrow[];
  readonly frame?: Point & { readonly width: number; readonly height: number };
}

/** Sets the boxes of a group in rows; the box in the middle is as high as what stands beside it, so that arrows are level. */
export function layGroup(group: Group, picture: Picture, wording: Wording): LaidGroup {
  const { states } = group;
  const own = picture.inner.filter(({ from }) => states.some(({ path }) => path === from));
  const step: Localized | undefined = states[0]?.meta.stepId === undefined ? undefined : states[0].meta.name;
  const hasSide = (side: Column): boolean => states.some(({ column }) => column === side);
  const wide = hasSide('left') || hasSide('right');
  const width = WIDTHS.main + 2 * FRAME + (wide ? 2 * (WIDTHS.gap + WIDTHS.side) : 0);
  const lefts: Readonly<Record<Column, number>> = { left: FRAME, main: (width - WIDTHS.main) / 2, right: width - FRAME - WIDTHS.side };
  const framed = states.length > 1;

  const boxes = new Map<string, LaidBox>();
  let top: number = framed ? FRAME : 0;
  const rows = Math.max(...states.map(({ row }) => row)) + 1;
  for (let row = 0; row < rows; row++) {
    const inRow = (column: Column): readonly PlacedState[] => states.filter((state) => state.column === column && state.row === row).toSorted((a, b) => a.place - b.place);
    const stacks = (['left', 'right'] as const).map((column) => stack(inRow(column), own, (state) => boxLines(state, picture, undefinedFor(state, states, step), WIDTHS.side - 2 * PADDING.x, wording), wording));
    const [main] = inRow('main');
    const lines = main === undefined ? [] : boxLines(main, picture, row === 0 ? undefined : step, WIDTHS.main - 2 * PADDING.x, wording);
    const height = Math.max(heightOf(lines) + 2 * PADDING.y, ...stacks.map((each) => each.height));
    if (main !== undefined) boxes.set(main.path, { path: main.path, x: lefts.main, y: top, width: WIDTHS.main, height, lines, beside: false, final: main.final });
    for (const [index, column] of (['left', 'right'] as const).entries()) {
      const { items = [], height: used = 0 } = stacks[index] ?? {};
      for (const { state, y, height: own, lines: words } of items) {
        boxes.set(state.path, { path: state.path, x: lefts[column], y: top + y + (height - used) / 2, width: WIDTHS.side, height: own, lines: words, beside: true, final: state.final });
      }
    }
    top += height + (row < rows - 1 ? ARROW + Math.max(0, ...own.filter((arrow) => rowOf(arrow.from, states) === row && rowOf(arrow.to, states) === row + 1).map(({ words }) => heightOf(arrowLines(words, WIDTHS.gap, wording.language)))) : 0);
  }
  const height = top + (framed ? FRAME : 0);
  const all = [...boxes.values()];
  const [left, right] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map((box) => box.x + box.width))];
  return {
    width, height, boxes: all,
    arrows: own.flatMap((arrow) => join(arrow, own, states, boxes, wording)),
    ...(framed && { frame: { x: left - FRAME, y: 0, width: right - left + 2 * FRAME, height } }),
  };
}

const rowOf = (path: string, states: readonly PlacedState[]): number => states.find((state) => state.path === path)?.row ?? 0;
/** The step's name is left out of the names beside it. */
const undefinedFor = (state: PlacedState, states: readonly PlacedState[], step: Localized | undefined): Localized | undefined => (state === states[0] ? undefined : step);

interface Stacked { readonly state: PlacedState; readonly y: number; readonly height: number; readonly lines: LaidBox['lines'] }

/** Boxes of one column and row, one below the other. Each is high enough for the words on the arrows beside it. */
function stack(states: readonly PlacedState[], arrows: readonly Arrow[], linesOf: (state: PlacedState) => LaidBox['lines'], { language }: Wording): { items: readonly Stacked[]; height: number } {
  let y = 0;
  const labelHeight = (words: Arrow['words']): number => heightOf(arrowLines(words, WIDTHS.gap - 12, language));
  const items = states.map((state, index) => {
    const lines = linesOf(state);
    const across = arrows.filter((arrow) => [arrow.from, arrow.to].includes(state.path) && !states.some(({ path }) => path !== state.path && [arrow.from, arrow.to].includes(path)));
    const height = Math.max(heightOf(lines) + 2 * PADDING.y, 2 * Math.max(0, ...across.map(({ words }) => labelHeight(words) + 14)));
    const item = { state, y, height, lines };
    const below = states[index + 1];
    const joins = below === undefined ? [] : arrows.filter(({ from, to }) => [from, to].every((path) => path === state.path || path === below.path));
    y += height + (below === undefined ? 0 : joins.length === 0 ? STACKED : ARROW + Math.max(...joins.map(({ words }) => heightOf(arrowLines(words, WIDTHS.side / 2 - 16, language)))));
    return item;
  });
  return { items, height: y };
}

/** An arrow inside a group. */
function join(arrow: Arrow, arrows: readonly Arrow[], states: readonly PlacedState[], boxes: ReadonlyMap<string, LaidBox>, { language }: Wording): LaidArrow[] {
  const [from, to] = [boxes.get(arrow.from), boxes.get(arrow.to)];
  if (from === undefined || to === undefined) return [];
  const hasReturn = arrows.some((other) => other.from === arrow.to && other.to === arrow.from);
  const middle = (box: LaidBox): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  const isBack = rowOf(arrow.from, states) === rowOf(arrow.to, states) && from.beside && !to.beside;

  if (from.beside && to.beside) { // neighbours in one column
    const down = to.y > from.y;
    const x = middle(from).x + (hasReturn ? (down ? -1 : 1) * (WIDTHS.side / 4) : 0) - (hasReturn ? 0 : 20);
    const [start, end] = down ? [from.y + from.height, to.y] : [from.y, to.y + to.height];
    const lines = arrowLines(arrow.words, WIDTHS.side / 2 - 16, language);
    return [{ ...arrow, points: [{ x, y: start }, { x, y: end }], label: { lines, x: x + 8, y: (start + end - heightOf(lines)) / 2, anchor: 'start' } }];
  }
  if (!from.beside && !to.beside) { // down to the next row
    const lines = arrowLines(arrow.words, WIDTHS.gap, language);
    const { x } = middle(from);
    return [{ ...arrow, points: [{ x, y: from.y + from.height }, { x, y: to.y }], label: { lines, x: x + 9, y: (from.y + from.height + to.y - heightOf(lines)) / 2, anchor: 'start' } }];
  }
  if (from.beside && rowOf(arrow.from, states) !== rowOf(arrow.to, states)) { // from the side down into the next row
    const lines = arrowLines(arrow.words, WIDTHS.gap, language);
    const onLeft = from.x < to.x;
    const end = { x: onLeft ? to.x : to.x + to.width, y: middle(to).y };
    return [{
      ...arrow, points: [{ x: middle(from).x, y: from.y + from.height }, { x: middle(from).x, y: end.y }, end],
      label: { lines, x: (onLeft ? to.x - WIDTHS.gap / 2 : to.x + to.width + WIDTHS.gap / 2), y: end.y - heightOf(lines) - 3, anchor: 'middle' },
    }];
  }
  const side = from.beside ? from : to;
  const main = from.beside ? to : from;
  const onLeft = side.x < main.x;
  const y = middle(side).y + (hasReturn ? (isBack ? 7 : -7) : 0);
  const [inner, outer] = onLeft ? [main.x, side.x + side.width] : [main.x + main.width, side.x];
  const lines = arrowLines(arrow.words, WIDTHS.gap - 12, language);
  return [{
    ...arrow, points: from.beside ? [{ x: outer, y }, { x: inner, y }] : [{ x: inner, y }, { x: outer, y }],
    label: { lines, x: (inner + outer) / 2, y: isBack ? y + 4 : y - heightOf(lines) - 4, anchor: 'middle' },
  }];
}
