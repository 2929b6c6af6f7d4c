/**
 * A worker of the simulation: carries effects out and lets deadlines fall, at the time its parent tells it. It is killed
 * without warning and started again.
 *
 *     node --import ./test/support/source-loader.mjs test/simulation/worker.ts
 */
import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { loadConfiguration } from '@app/configuration';
import { DeadlineSweeper, LaneRunner } from '@app/dossiers';
import { MovableClock } from '@app/kernel';
import { DeskModule } from '../../apps/desk/src/desk.module.js';

const { DATABASE_URL = '', DATA_FOLDER = '', NOW = '', EFFECTS = 'on' } = process.env;
const clock = new MovableClock(NOW);
process.on('message', (now: string) => clock.moveTo(now));
process.once('disconnect', () => process.exit(0));
const configuration = loadConfiguration({ MODE: 'demonstration', DATA_FOLDER, LOG_LEVEL: 'fatal' });
const app = await NestFactory.createApplicationContext(
  DeskModule.register({ configuration, databaseUrl: DATABASE_URL, clock, lanes: { width: 2, leaseSeconds: 2, pollMs: 100 } }), { logger: ['error'] });
// Laying out papers takes far longer than all else: a long run may leave the lanes to wait.
if (EFFECTS === 'on') app.get(LaneRunner).start();
process.send?.('ready');
for (;;) {
  await app.get(DeadlineSweeper).sweep();
  await pause(100);
}
