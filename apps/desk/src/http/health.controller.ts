import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Database, MIGRATIONS, PUBLIC } from '@app/database';
import { DomainError } from '@app/kernel';
import { Public } from './audience.js';
import { Metrics } from './metrics.js';

/** For the machinery around the desk: is the process alive, may it be sent requests, how is it doing. */
@Public()
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
  ) {}

  /** Answers as long as the process can. A dead database is no reason to kill it. */
  @Get('health/live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Ready when the database answers and has every change of the schema this program knows; else `server.busy`. */
  @Get('health/ready')
  async ready(): Promise<{ status: 'ok'; migrations: number }> {
    const migrations = await this.migrations();
    if (migrations < MIGRATIONS.length) throw new DomainError('server.busy', { facts: { missingMigrations: MIGRATIONS.length - migrations } });
    return { status: 'ok', migrations };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  measurements(): Promise<string> {
    return this.metrics.registry.metrics();
  }

  private async migrations(): Promise<number> {
    try {
      const { count } = await this.database.transaction(PUBLIC, (tx) => tx.one<{ count: number }>('SELECT count(*)::integer AS count FROM migration'));
      return count;
    } catch {
      throw new DomainError('server.busy', { facts: { database: 'away' } });
    }
  }
}
