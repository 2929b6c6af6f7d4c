import type { IncomingMessage, ServerResponse } from 'node:http';
import { RequestMethod } from '@nestjs/common';
import type { Params } from 'nestjs-pino';
import { destination, type DestinationStream } from 'pino';
import type { Options } from 'pino-http';
import type { Configuration } from '@app/configuration';

/** Paths that say nothing about the desk's work, asked for every few seconds. */
const QUIET = /^\/(health\/|metrics$|assets\/|favicon)/;

/** Paths whose last part is a secret: the token of a slip opens its dossier's stage. */
const SECRET_PART = /^(\/verify\/).+$/;

/**
 * Structured logs, one JSON line each, with the request's id. A line holds method, path, status and time: no headers,
 * no query, no body, no address, so nothing about a person.
 *
 * @param logTo where the lines go; standard output when left out
 */
export function loggingOptions(configuration: Configuration, logTo: DestinationStream = destination(1)): Params {
  const options: Options = {
    level: configuration.logLevel,
    base: undefined,
    // Fastify has given the request its id already.
    genReqId: (request) => request.id,
    serializers: { req: requestLine, res: answerLine, err: () => undefined },
    wrapSerializers: false,
    autoLogging: { ignore: (request) => QUIET.test(pathOf(addressOf(request))) },
    // The filter has logged the refusal with its cause; this line only closes the request.
    customLogLevel: () => 'info',
    customSuccessMessage: () => 'request answered',
    customErrorMessage: () => 'request answered',
  };
  // The library's own pattern for "every route" matches the root alone under this adapter.
  return { pinoHttp: [options, logTo], forRoutes: [{ path: '{*path}', method: RequestMethod.ALL }] };
}

function requestLine(request: IncomingMessage): { id: string; method: string; path: string } {
  return { id: String(request.id), method: request.method ?? '', path: loggedPath(addressOf(request)) };
}

function answerLine(response: ServerResponse): { status: number } {
  return { status: response.statusCode };
}

/** The address as it came in: inside a middleware, `url` has lost its path. */
function addressOf(request: IncomingMessage & { originalUrl?: string }): string | undefined {
  return request.originalUrl ?? request.url;
}

function pathOf(url: string | undefined): string {
  return (url ?? '').split('?', 1)[0] ?? '';
}

/** A path as it may stand in a log: without query, and without a secret. */
export function loggedPath(url: string | undefined): string {
  return pathOf(url).replace(SECRET_PART, '$1…');
}
