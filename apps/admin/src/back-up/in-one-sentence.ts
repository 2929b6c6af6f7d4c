import { DomainError, StartError } from '@app/kernel';

/** What the system, and PostgreSQL, say when there is no room left. */
const NO_SPACE: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', '53100']);

interface Refusal {
  readonly code?: string;
  readonly message?: string;
  readonly severity?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly syscall?: string;
  readonly path?: string;
}

/**
 * What an operator can mend, as a sentence; any other error as it is. PostgreSQL's own words for a value that does not
 * fit repeat the value, so they are never passed on.
 *
 * @param full the sentence for a disk without room
 */
export function inOneSentence(error: unknown, full: string): unknown {
  if (error instanceof StartError) return error;
  const { code = '', message = '', severity, table, constraint, syscall, path } = ((error as { driverError?: Refusal }).driverError ?? error) as Refusal;
  if (NO_SPACE.has(code) || (error instanceof DomainError && error.code === 'file.no-space')) return new StartError(full, { cause: error });
  if (severity !== undefined) {
    const speaksOfValues = code.startsWith('22') || code.startsWith('23');
    const where = [table && `table ${table}`, constraint && `rule ${constraint}`].filter(Boolean).join(', ');
    return new StartError(`PostgreSQL refused${where ? ` (${where})` : ''}: ${speaksOfValues ? `code ${code}` : message}.`, speaksOfValues ? {} : { cause: error });
  }
  if (/^Connection (terminated|closed|ended)/i.test(message) || code === 'ECONNRESET' || code === 'EPIPE') return new StartError('The connection to the database was lost; is it still running?', { cause: error });
  if (syscall !== undefined && path !== undefined) return new StartError(`${path} cannot be used (${code} at ${syscall}).`, { cause: error });
  return error;
}
