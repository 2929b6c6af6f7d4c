/**
 * A process that only lets deadlines fall, at a time that is given, for the test that kills it:
 *
 *     node --import ./test/support/source-loader.mjs test/support/deadline-worker.ts
 *
 * DATABASE_URL is the application's connection, DATA_FOLDER where files lie, AT the local time. Says `ready` when it begins.
 */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { loadConfiguration } from '@app/configuration';
import { DeadlineSweeper } from '@app/dossiers';
import { MovableClock } from '@app/kernel';
import { DeskModule } from '../../apps/desk/src/desk.module.js';

const { DATABASE_URL = '', DATA_FOLDER = '', AT = '' } = process.env;
const clock = new MovableClock('2026-11-23T01:30:00Z');
clock.moveTo(AT);
const configuration = loadConfiguration({ MODE: 'demonstration', DATA_FOLDER, LOG_LEVEL: 'fatal' });
const app = await NestFactory.createApplicationContext(DeskModule.register({ configuration, databaseUrl: DATABASE_URL, clock }), { logger: ['error'] });
app.get(DeadlineSweeper).start();
process.stdout.write('ready\n');
