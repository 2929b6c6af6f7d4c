import { headOf } from './process-definition.js';
import type { DossierMachine } from './compile.js';
import { statePath, type Stored, type StoredValue } from './decide.js';
import type { StateMeta } from './state-meta.js';

/**
 * Where the states of one machine lie in another: path → path. A state that is not named keeps its path. `null`: whoever stands in it
 * stays with the old machine until they have left it.
 */
export type StateMap = Readonly<Record<string, string | null>>;

/** The stored value of a path: `processing.examine.working` is `{ processing: { examine: 'working' } }`. */
function valueOf(path: string): StoredValue {
  const [first = '', ...rest] = path.split('.');
  return rest.length === 0 ? first : { [first]: valueOf(rest.join('.')) };
}

/** Where a state of the old machine lies in the new one; `null` where a dossier has to leave it first. */
export function movedPath(states: StateMap, path: string): string | null {
  const named = states[path];
  return named === undefined ? path : named;
}

/**
 * A dossier's stored state as the new machine has it. Pure: the context, which counts what has happened, goes along unchanged.
 * @returns nothing where it has to leave its state first
 */
export function moveState(to: DossierMachine, states: StateMap, stored: Stored): Stored | undefined {
  const path = movedPath(states, statePath(stored.value));
  // A map is checked for those who usually decide; where others do, a state may be missing.
  if (path === null || !to.states.has(path)) return undefined;
  return { value: valueOf(path), context: stored.context };
}

/** What is wrong with a map, and at which state of the old machine. */
export interface StateMapFault {
  readonly path: string;
  readonly vi: string;
  readonly en: string;
}

/**
 * Checks that every state of the old machine has its place in the new one, or says that it has none, and that nobody's open records
 * lose their way out: what is waited for stays the same, and the dossier stays with its agency, since only an acknowledged
 * handover takes it to another.
 */
export function checkStateMap(from: DossierMachine, to: DossierMachine, states: StateMap): StateMapFault[] {
  const unknown = Object.keys(states).filter((path) => !from.states.has(path)).map((path): StateMapFault => ({
    path, vi: `Phiên bản trước không có trạng thái "${path}". Hãy bỏ dòng này.`, en: `The version before has no state "${path}". Take this line away.`,
  }));
  return [...unknown, ...[...from.states].flatMap(([path, meta]): StateMapFault[] => {
    const target = movedPath(states, path);
    if (target === null) return [];
    const there = to.states.get(target);
    if (there === undefined) {
      return [{ path, vi: `Trạng thái "${path}" không có chỗ trong phiên bản mới. Hãy ghi trạng thái tương ứng, hoặc null.`, en: `The state "${path}" has no place in the new version. Name the one that answers to it, or null.` }];
    }
    const differs = differences(meta, there, [path, target]);
    if (differs === undefined) return [];
    return [{ path, vi: `Trạng thái "${path}" không thể thành "${target}": ${differs.vi}.`, en: `The state "${path}" cannot become "${target}": ${differs.en}.` }];
  })];
}

const regionOf = (path: string): string => path.split('.')[0] ?? '';
const agencyOf = (meta: StateMeta): string => headOf(meta.holder);

function differences(one: StateMeta, other: StateMeta, [from, to]: readonly [string, string]): { readonly vi: string; readonly en: string } | undefined {
  if (regionOf(from) !== regionOf(to)) return { vi: 'khác giai đoạn của vòng đời', en: 'it lies in another part of the life cycle' };
  if (one.clock !== other.clock || one.pauseCause !== other.pauseCause) return { vi: 'thời hạn chạy ở nơi này và dừng ở nơi kia', en: 'the clock runs in one and stands in the other' };
  if (one.awaiting !== other.awaiting) return { vi: 'chờ người khác', en: 'somebody else is waited for' };
  if (agencyOf(one) !== agencyOf(other)) return { vi: 'cơ quan khác giữ hồ sơ', en: 'another agency holds the dossier' };
  if (one.addressee !== other.addressee) return { vi: 'bàn giao đến nơi khác', en: 'the handover goes elsewhere' };
  return undefined;
}
