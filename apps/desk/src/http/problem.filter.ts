import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { loggedError } from './log-safely.js';
import { asDomainError, problemBody } from './problem.js';

/** The one place where a refusal becomes an answer: `application/problem+json`, with the request's id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: PinoLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const requestId = String(request.id);
    const refusal = asDomainError(error, requestId);
    const { status } = refusal.problem;
    const facts = { requestId, code: refusal.code, status };
    if (status >= 500) this.logger.error({ ...facts, error: loggedError(error) }, 'request failed');
    else this.logger.info(facts, 'request refused');
    if (reply.raw.headersSent) {
      // A file broke off in the middle: only a broken line tells the reader so.
      reply.raw.destroy();
      return;
    }
    const minutes = refusal.code === 'request.too-many' ? refusal.details.params?.minutes : undefined;
    if (typeof minutes === 'number') void reply.header('retry-after', minutes * 60);
    void reply
      .code(status)
      .header('cache-control', 'no-store')
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemBody(refusal, requestId)));
  }
}
