import { compile, type DossierMachine } from './compile.js';
import type { ProcessDefinition } from './process-definition.js';

/** Keeps compiled machines: a published version never changes, so a machine is made once per process. */
export class MachineCache {
  private readonly machines = new Map<string, DossierMachine>();

  /**
   * The machine of a version.
   * @param process asked for only when the machine has not been made yet
   */
  get(code: string, version: number | string, process: () => ProcessDefinition): DossierMachine {
    const key = `${code}@${version}`;
    const kept = this.machines.get(key);
    if (kept !== undefined) return kept;
    const made = compile(process());
    this.machines.set(key, made);
    return made;
  }
}
