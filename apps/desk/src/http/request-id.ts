import { newId } from '@app/kernel';

/** The header in which a proxy may hand down the id of a request, and in which it is answered. */
export const REQUEST_ID_HEADER = 'x-request-id';

/** The id under which a request is logged: the proxy's, if it is a harmless one, or a new one. */
export function requestIdFrom(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[A-Za-z0-9._-]{8,64}$/.test(header) ? header : newId();
}
