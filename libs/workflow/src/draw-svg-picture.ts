import type { Localized } from '@app/kernel';
import { isWorthSaying, readChart, wordsOf, type DrawnChart, type DrawnState, type Way } from './draw-svg-chart.js';
import type { DossierMachine } from './compile.js';
import { ruleOf } from './events.js';
import { placeStates, type PlacedState } from './draw-svg-places.js';

/** A group of states: a step of the process with what it waits for, or a state by itself with what stands beside it. */
export interface Group {
  readonly id: string;
  readonly states: readonly PlacedState[];
}

/** All acts that lead from one state to another, as one arrow with their words. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly words: readonly Localized[];
}

/** What is to be drawn, without sizes. */
export interface Picture {
  readonly names: ReadonlyMap<string, Localized>;
  readonly initial: string;
  /** The main way first; then what may open after it (a correction). */
  readonly sections: ReadonlyArray<readonly Group[]>;
  /** Arrows inside a group, and arrows from group to group. */
  readonly inner: readonly Arrow[];
  readonly outer: readonly Arrow[];
  /** Ways that are said in words at their state, since an arrow would cross the page. */
  readonly said: readonly Way[];
  /** Acts possible at many steps, each with where it leads when that is always the same. */
  readonly general: ReadonlyArray<{ readonly words: Localized; readonly to?: string }>;
  /** Ends that no arrow reaches. */
  readonly ends: readonly DrawnState[];
}

/** An act with the same meaning at so many places is said once beside the drawing instead of drawn at each. */
const MANY = 3;

/** How the ways of a chart run, seen over its groups. */
class Course {
  readonly order: readonly string[];
  private readonly home: ReadonlyMap<string, string>;

  constructor(readonly chart: DrawnChart) {
    this.home = withSides(chart);
    this.order = chart.groups.filter((group) => [...this.home.values()].includes(group));
  }

  groupOf(path: string): string {
    return this.home.get(path) ?? path;
  }

  /** A part of the chart drawn by itself: the main way, and what opens after it. A state by itself goes with the part it is reached from. */
  sectionOf(path: string): string {
    const parts = (path.includes('.') ? [path] : this.chart.ways.filter(({ to }) => to === path).map(({ from }) => from)).map(partOf);
    const [part = ''] = parts;
    return parts.every((each) => each === part) ? part : '';
  }

  rank(path: string): number {
    return this.order.indexOf(this.groupOf(path));
  }

  isInner({ from, to }: Way): boolean {
    return from !== to && this.groupOf(from) === this.groupOf(to);
  }

  isForward({ from, to }: Way): boolean {
    return this.rank(to) > this.rank(from) && this.sectionOf(from) === this.sectionOf(to);
  }

  statesOf(group: string): readonly DrawnState[] {
    return [...this.chart.states.values()].filter(({ path }) => this.groupOf(path) === group);
  }
}

/**
 * Gives each state its group. A state by itself that is reached from one group only, and leads back there or ends
 * while the others go on, stands beside that group.
 */
function withSides({ states, ways }: DrawnChart): ReadonlyMap<string, string> {
  const home = new Map([...states.values()].map(({ path, group }) => [path, group]));
  for (const { path, group } of states.values()) {
    if (group.includes('.')) continue;
    const origins = new Set(ways.filter(({ to, from }) => to === path && from !== path).map(({ from }) => home.get(from)));
    const [origin] = origins;
    if (origins.size !== 1 || origin === undefined || ways.some(({ to, from, everywhere }) => to === path && everywhere && from !== path)) continue;
    const leads = ways.filter(({ from, to }) => from === path && to !== path);
    const returns = leads.every(({ to }) => home.get(to) === origin || states.get(to)?.final === true);
    const othersGoOn = ways.some(({ from, to }) => home.get(from) === origin && home.get(to) !== origin && to !== path && states.get(to)?.final !== true && partOf(home.get(to) ?? to) === partOf(origin));
    if (returns && othersGoOn) home.set(path, origin);
  }
  return home;
}

/** The part of the chart a path lies in; the main way is the part without a name. */
const partOf = (path: string): string => (path.includes('.') && !path.startsWith('processing.') ? path.slice(0, path.indexOf('.')) : '');

/** The first state lasts for a moment only: what another state does as well is drawn there. */
function withoutDoorway(chart: DrawnChart): DrawnChart {
  const elsewhere = (way: Way): boolean => chart.ways.some(({ act, from, to }) => from !== way.from && act === way.act && to === way.to);
  return { ...chart, ways: chart.ways.filter((way) => way.from !== chart.initial || (way.from !== way.to && !elsewhere(way))) };
}

/** Works out what stands where; from the machine alone, nothing about a procedure is listed here. */
export function makePicture(machine: DossierMachine): Picture {
  const course = new Course(withoutDoorway(readChart(machine)));
  const { chart } = course;
  const isWait = (path: string): boolean => chart.states.get(path)?.meta.awaiting !== undefined;
  const apart = chart.ways.filter((way) => way.everywhere || (!isWait(way.from) && ((!course.isInner(way) && !course.isForward(way)) || chart.states.get(way.to)?.final === true)));
  const places = new Map([...Map.groupBy(apart, ({ act }) => act)].map(([act, ways]) => [act, ways.some(({ everywhere }) => everywhere) ? MANY : new Set(ways.map(({ from }) => course.groupOf(from))).size]));
  const isGeneral = (way: Way): boolean => (places.get(way.act) ?? 0) >= MANY && (apart.includes(way) || !course.isInner(way));
  const general = Map.groupBy(chart.ways.filter(isGeneral), ({ act }) => act);

  const specific = chart.ways.filter((way) => !isGeneral(way) && way.from !== way.to);
  const groups = course.order.map((id): Group => ({
    id, states: placeStates(course.statesOf(id), specific.filter((way) => course.isInner(way)), specific.filter((way) => !course.isInner(way)).map(({ from }) => from)),
  }));
  const placed = new Map(groups.flatMap(({ states }) => states).map((state) => [state.path, state]));
  const isDrawn = (way: Way): boolean => {
    const [from, to] = [placed.get(way.from), placed.get(way.to)];
    if (from === undefined || to === undefined) return false;
    return course.isInner(way) ? joinsInside(from, to) : course.sectionOf(way.from) === course.sectionOf(way.to) && joinsOutside(from, to, course.rank(way.to) - course.rank(way.from));
  };
  const drawn = specific.filter(isDrawn);
  const touched = new Set(drawn.flatMap(({ from, to }) => [from, to]));
  const isLonely = ({ states }: Group): boolean => states.every(({ path, final }) => final && !touched.has(path));
  const kept = groups.filter((group) => !isLonely(group));
  return {
    names: new Map([...chart.states.values()].map(({ path, meta }) => [path, meta.name])),
    initial: chart.initial,
    sections: [...Map.groupBy(kept, ({ states }) => course.sectionOf(states[0]?.path ?? '')).values()],
    inner: merge(drawn.filter((way) => course.isInner(way))),
    outer: merge(drawn.filter((way) => !course.isInner(way))),
    said: specific.filter((way) => !isDrawn(way)),
    general: [...general].flatMap(([act, ways]) => {
      const [only, ...others] = new Set(ways.filter(({ from, to }) => from !== to).map(({ to }) => to));
      if (only === undefined && !isWorthSaying(act)) return [];
      return [{ words: ruleOf(act).label, ...(only !== undefined && others.length === 0 && { to: only }) }];
    }),
    ends: groups.filter(isLonely).flatMap(({ states }) => states),
  };
}

/** Whether an arrow inside a group can be drawn: across a row, down to the next row, or between neighbours in one column. */
function joinsInside(from: PlacedState, to: PlacedState): boolean {
  if (from.column === 'main' && to.column === 'main') return to.row - from.row === 1;
  if (from.column === 'main' || to.column === 'main') return from.row === to.row || (to.column === 'main' && to.row - from.row === 1 && from.lowest);
  return from.column === to.column && Math.abs(from.place - to.place) === 1;
}

/**
 * Whether an arrow from group to group can be drawn: from the bottom of one to the top of another, or back up.
 * @param steps how many groups further on; negative for back
 */
function joinsOutside(from: PlacedState, to: PlacedState, steps: number): boolean {
  if (to.column !== 'main') return false;
  if (steps < 0) return from.column === 'main' && from.row === 0 && to.lowest;
  return from.lowest && to.row === 0 && (from.column === 'main' || steps === 1);
}

function merge(ways: readonly Way[]): readonly Arrow[] {
  return [...Map.groupBy(ways, ({ from, to }) => `${from} ${to}`).values()].map((each) => ({
    from: each[0]?.from ?? '', to: each[0]?.to ?? '', words: each.map(wordsOf),
  }));
}
