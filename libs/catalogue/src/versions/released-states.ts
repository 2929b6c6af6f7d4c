import { compile, levelsOf, processAt, stateList } from '@app/workflow';
import type { Procedure } from '../procedure.js';

/** The committed list of the states that released versions have: `<code>` → `<version>` → state path → status and public stage. */
export type ReleasedStates = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

/** Where the list lies. */
export const RELEASED_STATES = 'libs/procedures/released-states.json';

/** The states of a version as the list keeps them: `processing.examine.working` → `4 Đang giải quyết`. */
export function statesOf({ process }: Pick<Procedure, 'process'>): Readonly<Record<string, string>> {
  // A version decided at either level has the states of both ways; those they share mean the same.
  return Object.fromEntries(levelsOf(process).flatMap((level) => {
    const machine = compile(processAt(process, { level }));
    return stateList(machine).map((path) => {
      const { status, stage } = machine.states.get(path)!;
      return [path, `${status} ${stage.vi}`];
    });
  }));
}

/** How the machines of today differ from the released list. */
export interface StateChanges {
  /** A released state that is gone or means something else: dossiers may stand in it. Each a sentence with its cure. */
  readonly broken: readonly string[];
  /** What the list does not know yet: a new version, or a state more. Each a sentence with its cure. */
  readonly unlisted: readonly string[];
  /** The list with what it did not know. */
  readonly complete: ReleasedStates;
}

/**
 * Compares the machines of the procedures with the released list. A version whose folder moved on to a later one is left
 * alone: it lives in the databases, and its dossiers follow it there.
 */
export function compareStates(released: ReleasedStates, procedures: ReadonlyArray<Pick<Procedure, 'code' | 'version' | 'process'>>): StateChanges {
  const broken: string[] = [];
  const unlisted: string[] = [];
  const complete: Record<string, Record<string, Record<string, string>>> = structuredClone(released) as Record<string, Record<string, Record<string, string>>>;
  for (const { code, version, process } of procedures) {
    const name = `version ${version} of procedure ${code}`;
    const states = statesOf({ process });
    const known = released[code]?.[version];
    for (const [path, meaning] of Object.entries(known ?? {})) {
      const now = states[path];
      if (now === meaning) continue;
      broken.push(`The released state "${path}" of ${name} ${now === undefined ? 'is gone' : `was "${meaning}" and is now "${now}"`}: dossiers may stand in it. `
        + `Restore it, or raise "version" in its procedure.json, add migrations/${version}-to-${version + 1}.json and run npm run -s admin -- release-states.`);
    }
    const missing = Object.entries(states).filter(([path]) => known?.[path] === undefined);
    if (missing.length > 0) {
      const what = known === undefined ? `The states of ${name} are` : `The ${missing.map(([path]) => `"${path}"`).join(', ')} of ${name} ${missing.length === 1 ? 'is' : 'are'}`;
      unlisted.push(`${what} not in ${RELEASED_STATES}: run npm run -s admin -- release-states and commit the file.`);
    }
    complete[code] = { ...complete[code], [version]: { ...known, ...Object.fromEntries(missing) } };
  }
  return { broken, unlisted, complete };
}

/** The list as it is written: codes and versions in order, one state a line. */
export function releasedText(states: ReleasedStates): string {
  const sorted = Object.fromEntries(Object.entries(states).toSorted(([one], [other]) => one.localeCompare(other)));
  return `${JSON.stringify(sorted, null, 2)}\n`;
}
