import dagre from '@dagrejs/dagre';
import { TITLE, arrowLines, heightOf, type Wording } from './draw-svg-content.js';
import { layGroup, WIDTHS, type LaidGroup } from './draw-svg-group.js';
import type { LaidArrow, LaidBox, Layout, Point } from './draw-svg-laid.js';
import { widthOf, wrap } from './draw-svg-text.js';
import { DRAWING_WORDS } from './draw-svg-words.js';
import type { Arrow, Group, Picture } from './draw-svg-picture.js';

const GAP_BETWEEN_SECTIONS = 44;
/** How far from its neighbours an arrow back stands. */
const BACK = 70;

/** Lays a picture out: each group in rows and columns, the groups of a section by dagre, the sections one below the other. */
export function layOut(picture: Picture, wording: Wording): Layout {
  const parts = picture.sections.map((section) => laySection(section, picture, wording));
  const middle = Math.max(...parts.map((part) => part.middle));
  const width = middle + Math.max(...parts.map((part) => part.width - part.middle));
  const lines = wrap(DRAWING_WORDS.correction[wording.language], width, TITLE).map((text) => ({ ...TITLE, text }));
  const headings: Array<Layout['headings'][number]> = [];
  let top = 0;
  const moved = parts.map((part, index) => {
    if (index > 0) {
      headings.push({ lines, x: middle, y: top + GAP_BETWEEN_SECTIONS });
      top += GAP_BETWEEN_SECTIONS + heightOf(lines) + 14;
    }
    const at = top;
    top += part.height;
    return shift(part, middle - part.middle, at);
  });
  return {
    width, height: top, middle, headings,
    boxes: moved.flatMap(({ boxes }) => boxes), arrows: moved.flatMap(({ arrows }) => arrows), frames: moved.flatMap(({ frames }) => frames),
  };
}

type Part = Omit<Layout, 'headings'>;

function shift({ width, height, middle, boxes, arrows, frames }: Part, x: number, y: number): Part {
  const move = <P extends Point>(point: P): P => ({ ...point, x: point.x + x, y: point.y + y });
  return {
    width, height, middle: middle + x, boxes: boxes.map(move), frames: frames.map(move),
    arrows: arrows.map((arrow) => ({ ...arrow, points: arrow.points.map(move), label: move(arrow.label) })),
  };
}

/** One section: dagre gives each group its place below the one before; the column of the work is straight. */
function laySection(groups: readonly Group[], picture: Picture, wording: Wording): Part {
  const laid = groups.map((group) => layGroup(group, picture, wording));
  const indexOf = new Map(groups.flatMap(({ states }, index) => states.map(({ path }) => [path, index])));
  const outer = picture.outer.flatMap((arrow): OuterArrow[] => {
    const [from, to] = [indexOf.get(arrow.from), indexOf.get(arrow.to)];
    return from === undefined || to === undefined ? [] : [{ ...arrow, fromGroup: from, toGroup: to, steps: to - from }];
  });
  const tops = rankGroups(laid, outer, wording);

  const placed = laid.map((group, index) => shift({ ...group, middle: group.width / 2, frames: group.frame === undefined ? [] : [group.frame] }, -group.width / 2, tops[index] ?? 0));
  const boxes = placed.flatMap((part) => part.boxes);
  const box = new Map(boxes.map((each) => [each.path, each]));
  const joined = new Map<string, number>();
  const ends = (arrow: OuterArrow): readonly LaidBox[] => [box.get(arrow.from), box.get(arrow.to)].flatMap((each) => each ?? []);
  const near = outer.flatMap((arrow): LaidArrow[] => {
    const [source, target] = ends(arrow);
    if (source === undefined || target === undefined || Math.abs(arrow.steps) !== 1) return [];
    return [arrow.steps === 1 ? forward(arrow, source, target, outer.filter(({ steps }) => steps === 1), joined, wording) : back(arrow, source, target, wording)];
  });
  const taken = [...boxes, ...near.map(labelBox)];
  const lanes: number[] = [];
  const far = outer.flatMap((arrow): LaidArrow[] => {
    const [source, target] = ends(arrow);
    if (source === undefined || target === undefined || Math.abs(arrow.steps) === 1) return [];
    const { lane, width, ...laid } = around(arrow, source, target, taken, lanes, wording);
    lanes.push(lane);
    taken.push({ x: lane - width / 2, y: Math.min(source.y, target.y), width, height: Math.abs(source.y - target.y) });
    return [laid];
  });
  const between = [...near, ...far];
  return tidy({ width: 0, height: 0, middle: 0, boxes, frames: placed.flatMap(({ frames }) => frames), arrows: [...placed.flatMap(({ arrows }) => arrows), ...between] });
}

interface OuterArrow extends Arrow {
  readonly fromGroup: number;
  readonly toGroup: number;
  /** How many groups further on; negative for back. */
  readonly steps: number;
}

/** The top of each group, with room for the words on the arrows between. */
function rankGroups(groups: readonly LaidGroup[], arrows: readonly OuterArrow[], { language }: Wording): readonly number[] {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', ranksep: 22 });
  for (const [index, { width, height }] of groups.entries()) graph.setNode(String(index), { width, height });
  for (const { from, to, fromGroup, toGroup, words, steps } of arrows) {
    const height = Math.abs(steps) === 1 ? heightOf(arrowLines(words, WIDTHS.main, language)) + 8 : 8;
    graph.setEdge(String(fromGroup), String(toGroup), { width: 4, height, labelpos: 'c', weight: steps === 1 ? 20 : 1 }, `${from} ${to}`);
  }
  dagre.layout(graph);
  return groups.map(({ height }, index) => graph.node(String(index)).y - height / 2);
}

/** Down to the next group: straight from the middle, round a corner from the side. */
function forward(arrow: Arrow, source: LaidBox, target: LaidBox, all: readonly Arrow[], joined: Map<string, number>, { language }: Wording): LaidArrow {
  const lines = arrowLines(arrow.words, WIDTHS.main, language);
  const others = joined.get(arrow.to) ?? 0;
  joined.set(arrow.to, others + 1);
  const crowded = all.some(({ from, to }) => to === arrow.to && from !== arrow.from);
  const start = { x: source.x + source.width / 2, y: source.y + source.height };
  const end = { x: target.x + target.width / 2 + others * BACK, y: target.y };
  if (!source.beside) {
    const x = end.x;
    return { ...arrow, points: [{ x, y: start.y }, end], label: { lines, x: crowded ? x - 9 : x + 9, y: (start.y + end.y - heightOf(lines)) / 2 - 2, anchor: crowded ? 'end' : 'start' } };
  }
  const turn = end.y - 16;
  return {
    ...arrow, points: [start, { x: start.x, y: turn }, { x: end.x, y: turn }, end],
    label: { lines, x: (start.x + end.x) / 2, y: turn - heightOf(lines) - 3, anchor: 'middle' },
  };
}

/** Back up to the group before, beside the arrow that came down. */
function back(arrow: Arrow, source: LaidBox, target: LaidBox, { language }: Wording): LaidArrow {
  const lines = arrowLines(arrow.words, WIDTHS.main, language);
  const x = source.x + source.width / 2 - BACK;
  const end = target.y + target.height;
  return { ...arrow, points: [{ x, y: source.y }, { x, y: end }], label: { lines, x: x - 9, y: (source.y + end - heightOf(lines)) / 2 - 2, anchor: 'end' } };
}

type Area = Point & { readonly width: number; readonly height: number };

/** What the words of an arrow cover. */
function labelBox({ label: { lines, x, y, anchor } }: LaidArrow): Area {
  const width = Math.max(0, ...lines.map((line) => widthOf(line.text, line)));
  return { x: anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2, y, width, height: heightOf(lines) };
}

/** Past other groups, outside of everything that stands between. The column of the work has its middle at 0. */
function around(arrow: Arrow, source: LaidBox, target: LaidBox, taken: readonly Area[], lanes: readonly number[], { language }: Wording): LaidArrow & { lane: number; width: number } {
  const lines = arrowLines(arrow.words, WIDTHS.gap, language);
  const width = Math.max(...lines.map((line) => widthOf(line.text, line)));
  const down = target.y > source.y;
  const [startY, endY] = down ? [source.y + source.height, target.y] : [source.y, target.y + target.height];
  const [top, bottom] = [Math.min(startY, endY), Math.max(startY, endY)];
  const between = taken.filter((each) => each.y < bottom && top < each.y + each.height);
  const reach = (left: boolean): number => Math.max(WIDTHS.main / 2, ...between.map((each) => (left ? -each.x : each.x + each.width)));
  const left = reach(true) <= reach(false);
  const sign = left ? -1 : 1;
  const lane = sign * (reach(left) + 10 + width / 2);
  // Of two lanes on one side the outer one leaves its box nearer to the corner and turns sooner: so they do not cross.
  const inside = lanes.filter((other) => Math.sign(other) === sign).length;
  const port = sign * (WIDTHS.main / 2 - Math.max(6, 40 - 17 * inside));
  const out = (down ? 1 : -1) * Math.max(4, 12 - 4 * inside);
  const points = [{ x: port, y: startY }, { x: port, y: startY + out }, { x: lane, y: startY + out }, { x: lane, y: endY - out }, { x: port, y: endY - out }, { x: port, y: endY }];
  return { from: arrow.from, to: arrow.to, points, label: { lines, x: lane, y: (startY + endY - heightOf(lines)) / 2, anchor: 'middle' }, lane, width };
}

/** Moves everything so that it begins at the top left, and measures it. */
function tidy(part: Part): Part {
  const points = [...part.boxes.flatMap(({ x, y, width, height }) => [{ x, y }, { x: x + width, y: y + height }]), ...part.frames.flatMap(({ x, y, width, height }) => [{ x, y }, { x: x + width, y: y + height }]), ...part.arrows.flatMap(({ points: own }) => own)];
  const [left, right] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))];
  return { ...shift(part, -left, -top), width: right - left, height: bottom - top };
}
