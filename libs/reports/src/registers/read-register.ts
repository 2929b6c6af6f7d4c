import { CHOSEN, boundsOf, parametersOf, type RegisterPart, type RegisterReader } from './chosen-numbers.js';
import { dossierRows } from './read-dossiers.js';
import { numberRows } from './read-numbers.js';
import type { RegisterName, RegisterQuery, RegisterRow } from './register.js';

/** How many lines a register has. */
export async function countRegister(name: RegisterName, query: RegisterQuery, reader: RegisterReader): Promise<number> {
  const { count } = await reader.tx.one<{ count: number }>(`with ${CHOSEN} select count(*)::int as count from chosen`, parametersOf(boundsOf(name, query, reader)));
  return count;
}

/** A part of a register: what was recorded up to the day asked for, and nothing that came later. */
export function readRegister(name: RegisterName, query: RegisterQuery, reader: RegisterReader, part: RegisterPart): Promise<RegisterRow[]> {
  const parameters = parametersOf(boundsOf(name, query, reader));
  return name === 'dossiers' ? dossierRows(reader, parameters, part) : numberRows(name, reader, parameters, part);
}
