/**
 * A process that only carries effects out, for the test that kills it:
 *
 *     node --import ./test/support/source-loader.mjs test/support/lane-worker.ts
 *
 * DATABASE_URL is the application's connection, DATA_FOLDER where files lie. Says `ready` when it begins.
 */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { loadConfiguration } from '@app/configuration';
import { LaneRunner } from '@app/dossiers';
import { systemClock } from '@app/kernel';
import { DeskModule } from '../../apps/desk/src/desk.module.js';

const { DATABASE_URL = '', DATA_FOLDER = '' } = process.env;
// Nothing here starts the stand-ins: without them nothing is stamped.
const configuration = { ...loadConfiguration({ MODE: 'demonstration', DATA_FOLDER, LOG_LEVEL: 'fatal' }), signingStandInPort: undefined };
const app = await NestFactory.createApplicationContext(
  DeskModule.register({ configuration, databaseUrl: DATABASE_URL, clock: systemClock, lanes: { width: 4, leaseSeconds: 1, pollMs: 50 } }), { logger: ['error'] });
app.get(LaneRunner).start();
process.stdout.write('ready\n');
