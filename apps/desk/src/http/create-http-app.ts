import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { Configuration } from '@app/configuration';
import { dataPath } from '@app/kernel';
import { MEGABYTE } from '@app/storage';
import { drain } from './drain.js';
import { Metrics } from './metrics.js';
import { serveOpenApi } from './open-api.js';
import { REQUEST_ID_HEADER, requestIdFrom } from './request-id.js';
import { securityHeaders } from './security.js';
import { serveWebFiles } from './web-files.js';

/** The largest JSON body: a declaration with every field filled is a tenth of it. */
const BODY_LIMIT = MEGABYTE;

/** How the shell is set up beside its configuration. */
export interface HttpAppOptions {
  /** The built browser part; `dist/web` when left out. */
  readonly webFolder?: string;
}

/**
 * The desk as an HTTP application, ready to `listen`. The module must import {@link ShellModule}, which brings the guard,
 * the filter and the sign-in; this adds what belongs to the server itself: ids, headers, limits, files, descriptions.
 */
export async function createHttpApp(module: Type | DynamicModule, configuration: Configuration, options: HttpAppOptions = {}): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: configuration.trustProxy ?? false,
    genReqId: (request: IncomingMessage) => requestIdFrom(request.headers[REQUEST_ID_HEADER]),
    // A file name in a path may be long; an id never is.
    routerOptions: { maxParamLength: 200 },
  });
  adapter.getInstance().addHook('onRequest', (request, reply, done) => {
    reply.header(REQUEST_ID_HEADER, request.id);
    done();
  });
  adapter.getInstance().addHook('onResponse', (request, _reply, done) => {
    drain(request.raw);
    done();
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: ['error', 'warn'], abortOnError: false });
  await app.register(helmet, securityHeaders(configuration));
  await app.register(cookie);
  await app.register(multipart, uploadLimits(configuration));
  app.get(Metrics).measure(app);
  serveOpenApi(app);
  await serveWebFiles(app, options.webFolder ?? dataPath('dist/web'));
  await app.init();
  // Only now: a hundred lines on mapped routes at each start would hide the one that matters.
  app.useLogger(app.get(Logger));
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** One file at a time. A byte more than allowed is let in, so that our own check refuses and names the limit. */
function uploadLimits(configuration: Configuration): object {
  return { limits: { files: 1, fileSize: configuration.uploadLimitMb * MEGABYTE + 1, fields: 10, fieldSize: 10_000, parts: 11 } };
}
