import { codeOf } from './problem.js';

/** What may be logged of an error. */
export interface LoggedError {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  readonly constraint?: string;
  readonly stack?: string;
}

/**
 * An error without personal data. A database error quotes the values it stumbled over ("invalid input syntax …",
 * "Key (personal_id)=(…) already exists") and carries the statement's parameters, so of those only the code, the
 * constraint and the place in our code are kept.
 */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).join('\n');
  const code = codeOf(error);
  const fromDatabase = /^[0-9A-Z]{5}$/.test(code) || 'parameters' in error;
  return {
    name: error.name,
    ...(code !== '' && { code }),
    ...(fromDatabase ? constraintOf(error) : { message: error.message }),
    stack: frames,
  };
}

function constraintOf(error: Error): { constraint?: string } {
  const constraint: unknown = 'constraint' in error ? error.constraint : undefined;
  return typeof constraint === 'string' ? { constraint } : {};
}
