import type { Declaration } from '../procedure.js';
import type { Migration } from './migration.js';

/** The answers of an earlier version as the later one asks for them. Pure; what was renamed keeps its value. */
export function migrateDeclaration({ declaration: { rename = {}, set = {}, remove = [] } = {} }: Migration, answers: Declaration): Declaration {
  const gone = new Set(remove);
  const kept = Object.entries(answers).filter(([name]) => !gone.has(name)).map(([name, value]): [string, unknown] => [rename[name] ?? name, value]);
  const moved = Object.fromEntries(kept);
  return { ...Object.fromEntries(Object.entries(set).filter(([name]) => moved[name] === undefined)), ...moved };
}

/** What is kept by the field's JSON pointer (where an answer came from), under the names of the later version. */
export function migratePointers<Kept>({ declaration: { rename = {}, remove = [] } = {} }: Migration, kept: Readonly<Record<string, Kept>>): Record<string, Kept> {
  const gone = new Set(remove);
  return Object.fromEntries(Object.entries(kept).flatMap(([pointer, value]): Array<[string, Kept]> => {
    const [name = '', ...rest] = pointer.slice(1).split('/');
    return gone.has(name) ? [] : [[['', rename[name] ?? name, ...rest].join('/'), value]];
  }));
}
