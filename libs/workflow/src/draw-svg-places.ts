import type { DrawnState, Way } from './draw-svg-chart.js';

/** Left stands what waits for the citizen, in the middle the work, right what waits for others and for time. */
export const COLUMNS = ['left', 'main', 'right'] as const;
export type Column = (typeof COLUMNS)[number];

/** A state with its place in its group. */
export interface PlacedState extends DrawnState {
  readonly column: Column;
  /** The row within the group; states beside stand in the row of the state they hang on. */
  readonly row: number;
  /** The place among those of the same column and row, from the top. */
  readonly place: number;
  /** Whether nothing of the group stands below it in its column. */
  readonly lowest: boolean;
}

/**
 * Puts the states of one group into rows and columns. In the middle, one below the other, stands what every dossier
 * passes here; beside it what is only waited for.
 * @param inner the ways between states of a group
 * @param exits the states from which ways lead out of their group
 */
export function placeStates(states: readonly DrawnState[], inner: readonly Way[], exits: readonly string[]): readonly PlacedState[] {
  const [entry] = states;
  if (entry === undefined) return [];
  const main = states.filter((state) => state === entry || (!state.final && state.meta.awaiting === undefined && isPassed(state.path, entry.path, inner, exits)));
  const isMain = (path: string): boolean => main.some((state) => state.path === path);
  const neighbours = (path: string): readonly string[] => inner.flatMap(({ from, to }) => (from === path ? [to] : to === path ? [from] : []));

  const toCitizen = new Set(states.filter(({ path, final, meta }) => !isMain(path) && (final || meta.awaiting === 'citizen')).map(({ path }) => path));
  const columnOf = ({ path, meta }: DrawnState): Column => {
    if (isMain(path)) return 'main';
    const withCitizen = toCitizen.has(path) || (meta.awaiting === undefined && neighbours(path).some((each) => toCitizen.has(each)));
    return withCitizen ? 'left' : 'right';
  };
  const rowOf = (path: string): number => (isMain(path) ? main.findIndex((state) => state.path === path) : Math.max(0, main.findIndex((state) => neighbours(path).includes(state.path))));

  const placed = states.map((state) => ({ ...state, column: columnOf(state), row: rowOf(state.path) }));
  return placed.map((state) => {
    const column = placed.filter(({ column: other }) => other === state.column);
    const mates = column.filter(({ row }) => row === state.row);
    const place = mates.indexOf(state);
    return { ...state, place, lowest: place === mates.length - 1 && column.every(({ row }) => row <= state.row) };
  });
}

/** Whether every way from the entry out of the group leads through a state. */
function isPassed(path: string, entry: string, inner: readonly Way[], exits: readonly string[]): boolean {
  const reached = new Set([entry]);
  for (const from of reached) { // a Set hands out what is added while it is walked
    for (const way of inner) if (way.from === from && way.to !== path) reached.add(way.to);
  }
  return exits.includes(path) || inner.some(({ from }) => from === path) ? ![...reached].some((each) => exits.includes(each)) : false;
}
