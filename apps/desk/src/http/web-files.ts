import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NONCE_PLACEHOLDER } from './security.js';

/** Addresses that are never a page of the browser part: what is missing there is missing. */
const NOT_A_PAGE = /^\/(api|health|metrics|assets|verify|tra-cuu|su-co)(\/|$)/;

/** Names of files end in letters; what ends in digits is a page (`/cong-dan/thu-tuc/1.004873`). */
const FILE = /\.[a-z][a-z0-9]*$/i;

/** Vite names these files by their content, so a name never gets another content. */
const HASHED = `${path.sep}assets${path.sep}`;

/**
 * Serves the built browser part, and its page at every address the browser part knows and the server does not.
 *
 * @param folder the build (`dist/web`); when there is none, the API alone is served
 */
export async function serveWebFiles(app: NestFastifyApplication, folder: string): Promise<void> {
  const pageFile = path.join(folder, 'index.html');
  if (!existsSync(pageFile)) return;
  const page = readFileSync(pageFile, 'utf8');
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    globIgnore: ['index.html'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, file) => {
      reply.header('cache-control', file.includes(HASHED) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      const [address = '/'] = request.url.split('?', 1);
      if (NOT_A_PAGE.test(address) || FILE.test(address)) return reply.callNotFound();
      // The nonce is this answer's own, so the page is not to be kept.
      return reply
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(page.replaceAll(NONCE_PLACEHOLDER, reply.cspNonce.style));
    });
}
