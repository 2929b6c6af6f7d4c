import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { Configuration } from '@app/configuration';

/** What stands in the built page where each answer puts its own nonce (Vite's `html.cspNonce`). */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/**
 * The headers that tell a browser what this site may do: nothing from elsewhere, no inline code. Inline styles need the
 * page's nonce: the component library writes style elements for its responsive props and can be given one.
 */
export function securityHeaders(configuration: Configuration): FastifyHelmetOptions {
  const https = configuration.publicUrl.startsWith('https:');
  return {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        // Papers are shown in a frame of our own page.
        frameAncestors: ["'self'"],
        frameSrc: ["'self'", 'blob:'],
        imgSrc: ["'self'", 'data:', 'blob:'],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'"],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    // On plain HTTP (the demonstration) a promise of TLS would lock the browser out.
    strictTransportSecurity: https && { maxAge: 31_536_000, includeSubDomains: false },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'sameorigin' },
  };
}
