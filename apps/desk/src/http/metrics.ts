import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { NationalSources } from '@app/exchange';
import type { Contents } from '@app/storage';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What is measured of this process, for Prometheus. */
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from request to answer, by route pattern (never by address, which may hold an id)',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Measures every request the server answers. */
  measure(app: NestFastifyApplication): void {
    app
      .getHttpAdapter()
      .getInstance()
      .addHook('onResponse', (request, reply, done) => {
        const route = request.routeOptions.url ?? 'unknown';
        this.requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
        done();
      });
  }

  /** Measures every question to a national source: how many ended how, how long they took, and whether a source is left alone. Nothing of whom they were about. */
  measureSources(sources: NationalSources): void {
    const asked = new Counter({ name: 'source_requests_total', help: 'Questions sent to a national source, by how they ended', labelNames: ['source', 'outcome'], registers: [this.registry] });
    const seconds = new Histogram({
      name: 'source_request_duration_seconds', help: 'Time from a question to a national source to its end', labelNames: ['source'], buckets: [0.05, 0.1, 0.2, 0.5, 1, 1.5, 2, 3], registers: [this.registry],
    });
    sources.watch(({ source, outcome, seconds: took }) => {
      asked.inc({ source, outcome });
      seconds.observe({ source }, took);
    });
    const resting = new Gauge({
      name: 'source_breaker_open', help: '1 while a national source is left alone after several failures in a row', labelNames: ['source'], registers: [this.registry],
      collect: () => {
        for (const source of sources.keys) resting.set({ source }, sources.isResting(source) ? 1 : 0);
      },
    });
  }

  /** Counts what was asked for and is no longer what was stored: a disk or a storage that loses files. */
  measureContents(contents: Contents): void {
    const faults = new Counter({ name: 'content_faults_total', help: 'Stored files and papers that were refused when asked for', labelNames: ['fault'], registers: [this.registry] });
    contents.watch(({ fault }) => faults.inc({ fault }));
  }
}
