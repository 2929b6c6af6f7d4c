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
  writeFileSync(file, `${JSON.stringify(openApiDocument(app), inOrder, 2)}\n`);
}

/** The compiler names the members of a union in the order it met them, which differs between a whole build and a part of one: here they are in the order of letters. */
const inOrder = (key: string, value: unknown): unknown => (key === 'enum' && Array.isArray(value) ? value.toSorted((one, other) => (one < other ? -1 : 1)) : value);

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('usage: node dist/apps/desk/src/write-open-api.js FILE\n');
  process.exitCode = 2;
} else await main(file);
