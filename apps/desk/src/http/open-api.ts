import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { CSRF_HEADER, SESSION_COOKIE } from '@app/access';
import { ProblemBody } from './problem.js';

/** Where the description of the interface is served, for people and for generators of clients. */
export const OPEN_API_PATH = '/api/openapi.json';

/** The description of every route of the desk. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Một Cửa')
    .setDescription('The desk of a commune’s Public Administration Service Centre. Refusals are `application/problem+json`.')
    .setVersion('1')
    .addCookieAuth(SESSION_COOKIE)
    .addApiKey({ type: 'apiKey', in: 'header', name: CSRF_HEADER }, 'csrf')
    .build();
  const document = SwaggerModule.createDocument(app, description, {
    extraModels: [ProblemBody],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  return document;
}

/** Serves the description; it is made when first asked for, since most processes never are. */
export function serveOpenApi(app: NestFastifyApplication): void {
  let document: OpenAPIObject | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get(OPEN_API_PATH, () => (document ??= openApiDocument(app)));
}
