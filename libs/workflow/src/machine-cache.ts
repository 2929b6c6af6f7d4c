import { processAt, type DecidingAuthority } from './authority.js';
import { compile, type DossierMachine } from './compile.js';
import type { ProcessDefinition } from './process-definition.js';

/** Keeps compiled machines: a published version never changes, so a machine is made once per process and authority. */
export class MachineCache {
  private readonly machines = new Map<string, DossierMachine>();

  /**
   * The machine of a version for those who decide it.
   * @param process asked for only when the machine has not been made yet
   */
  get(code: string, version: number | string, authority: DecidingAuthority, process: () => ProcessDefinition): DossierMachine {
    const key = `${code}@${version} ${authority.level} ${authority.office ?? ''}`;
    const kept = this.machines.get(key);
    if (kept !== undefined) return kept;
    const made = compile(processAt(process(), authority));
    this.machines.set(key, made);
    return made;
  }
}
