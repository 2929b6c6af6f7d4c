/** The cookie that carries the session's token. */
export const SESSION_COOKIE = 'mot_cua_session';

/** The cookie that carries a citizen's sign-in between leaving for the identity provider and coming back. */
export const SIGN_IN_COOKIE = 'mot_cua_sign_in';

/** Where the sign-in cookie is sent: nowhere but the two addresses that need it. */
export const SIGN_IN_PATH = '/api/citizen';

/** How a cookie is set, in the words of `@fastify/cookie`. */
export interface CookieFlags {
  readonly httpOnly: true;
  readonly sameSite: 'lax';
  readonly secure: boolean;
  readonly path: string;
  /** Seconds; without it the cookie goes with the browser's session. */
  readonly maxAge?: number;
}

/**
 * The flags of a cookie: never readable by scripts, not sent along by other sites' forms, and only over TLS
 * where the desk is published under https. (`Lax`, not `Strict`: coming back from the identity provider is a
 * navigation started by another site.)
 */
export function cookieFlags(publicUrl: string, path = '/', maxAge?: number): CookieFlags {
  return {
    httpOnly: true,
    sameSite: 'lax',
    secure: new URL(publicUrl).protocol === 'https:',
    path,
    ...(maxAge === undefined ? {} : { maxAge }),
  };
}
