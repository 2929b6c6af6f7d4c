import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfiguration } from '@app/configuration';
import { systemClock } from '@app/kernel';
import { DeskModule } from './desk.module.js';
import { openApiDocument } from './http/open-api.js';

/**
 * Writes the description of the HTTP interface: `node dist/apps/desk/src/write-open-api.js FILE`. The application is
 * only looked at (preview), so neither database nor port is needed.
 */
async function main(file: string): Promise<void> {
  const module = DeskModule.register({ configuration: loadConfiguration({}), databaseUrl: 'postgresql://nobody:nothing@127.0.0.1:1/none', clock: systemClock });
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), { preview: true, logger: false });
  writeFileSync(file, `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
}

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('usage: node dist/apps/desk/src/write-open-api.js FILE\n');
  process.exitCode = 2;
} else await main(file);
