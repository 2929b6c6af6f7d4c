import { spawn } from 'node:child_process';
import type { TestDesk } from './desk.js';

/** How a program ended, and what it said on its way. */
export interface Ended {
  readonly code: number | null;
  readonly errors: string;
}

/** Starts the desk or the worker as a real process on the database of a story, and waits for its end or for its first words. */
export function startProgram(desk: TestDesk, program: 'desk' | 'worker'): Promise<Ended | 'started'> {
  const child = spawn(process.execPath, ['--import', './test/support/source-loader.mjs', `apps/${program}/src/main.ts`], {
    env: {
      PATH: process.env['PATH'] ?? '', MODE: 'demonstration', LOG_LEVEL: 'fatal', DATA_FOLDER: desk.folder,
      DATABASE_URL: desk.scratch.applicationUrl, DATABASE_MIGRATOR_URL: desk.scratch.migratorUrl,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let errors = '';
    let started = false;
    child.once('error', reject);
    child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
    child.stdout.on('data', (text: Buffer) => {
      if (!text.toString().includes('Một Cửa worker')) return;
      started = true;
      child.kill('SIGTERM');
    });
    child.once('exit', (code) => resolve(started ? 'started' : { code, errors }));
  });
}
