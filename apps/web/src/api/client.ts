import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from './schema';
import { asProblem, problemOf } from './problem';

/** The header that proves an unsafe request comes from our own page; the token travels with the session. */
const CSRF_HEADER = 'x-csrf-token';

let csrf: string | undefined;
let onSignedOut: () => void = () => undefined;

/** Remembers the token of the present session; unsafe requests carry it from now on. */
export function rememberCsrf(token: string | undefined): void {
  csrf = token;
}

/** The headers an unsafe request needs outside the generated client (uploads). */
export function csrfHeaders(): Record<string, string> {
  return csrf ? { [CSRF_HEADER]: csrf } : {};
}

/** Says what to do when the desk no longer knows who we are: the session ended while the page stood open. */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

/** Tells the listener when a refusal means that the session is over. */
export function noteRefusal(status: number, code: string): void {
  if (status === 401 && code === 'sign-in.required') onSignedOut();
}

const attachCsrf: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET' && csrf) request.headers.set(CSRF_HEADER, csrf);
    return request;
  },
};

/** The generated client. Use it through the functions of `calls.ts`. */
export const client = createClient<paths>({ baseUrl: '', credentials: 'same-origin' });
client.use(attachCsrf);

interface Outcome<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** Waits for a call: its data, or a thrown `Problem`. */
export async function result<T>(call: Promise<Outcome<T>>): Promise<T> {
  const { data, error, response } = await call.catch((reason: unknown) => {
    throw asProblem(reason);
  });
  if (response.ok) return data as T;
  const problem = problemOf(response.status, error);
  noteRefusal(problem.body.status, problem.code);
  throw problem;
}
