import { StartError } from '@app/kernel';

/**
 * Why a database cannot be used, as a sentence for the operator: address, database and role, but never the password.
 *
 * @param url the address as configured
 * @param error what `pg` threw while connecting
 */
export function unreachable(url: string, error: unknown): StartError {
  const { username, host, pathname } = new URL(url);
  return new StartError(`The database ${pathname.slice(1)} at ${host} cannot be used as "${decodeURIComponent(username)}": ${reasonOf(error)}.`, { cause: error });
}

/** Node tries each address of a name and joins the refusals into an error without a message. */
function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const { message, code } = first as { message?: string; code?: string };
  return (message || code || 'no reason was given').replace(/\.$/, '');
}
