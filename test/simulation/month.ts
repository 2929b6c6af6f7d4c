/**
 * A month of simulated time: people file, officers act, deadlines fall, workers are killed at random. Then the database is
 * judged.
 *
 *     npm run -s simulate -- --dossiers 10000 --communes 20 [--days 31] [--workers 2] [--kills 0.08] [--no-effects] [--seed 1] [--json]
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Declaration } from '@app/catalogue';
import { dataPath } from '@app/kernel';
import { openSimulation } from './open-simulation.js';

const { values } = parseArgs({ options: {
  dossiers: { type: 'string', default: '10000' }, communes: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' }, workers: { type: 'string', default: '2' },
  days: { type: 'string', default: '31' }, kills: { type: 'string', default: '0.08' }, 'no-effects': { type: 'boolean', default: false }, json: { type: 'boolean', default: false },
} });

const example = (folder: string, name: number): Declaration =>
  (JSON.parse(readFileSync(dataPath(`libs/procedures/${folder}/examples.json`), 'utf8')) as Array<{ declaration: Declaration }>)[name]!.declaration;

const begun = performance.now();
const simulation = await openSimulation({
  communes: Number(values.communes), seed: Number(values.seed), workers: Number(values.workers), effects: !values['no-effects'],
  matters: [
    { procedureCode: '1.004873', declaration: example('1.004873-marital-status', 0), field: '/purpose' },
    { procedureCode: '1.012786', declaration: example('1.012786-lost-land-certificate', 0), field: '/lossCircumstances' },
    { procedureCode: '1.013225', declaration: example('1.013225-building-permit', 0), field: '/ownerAddress' },
  ],
});
try {
  const log = values.json ? () => undefined : (line: string): void => void process.stdout.write(`${line}\n`);
  const to = Temporal.PlainDate.from('2026-11-02').add({ days: Number(values.days) - 1 }).toString();
  const report = await simulation.play({ dossiers: Number(values.dossiers), from: '2026-11-02', to, kills: Number(values.kills) }, log);
  const verdict = await simulation.judge();
  const seconds = Math.round((performance.now() - begun) / 1000);
  process.stdout.write(`${JSON.stringify({ ...report, ...verdict, faults: verdict.faults.slice(0, 20), faultCount: verdict.faults.length, seconds }, null, values.json ? 0 : 2)}\n`);
  process.exitCode = verdict.missed + verdict.notOnce.length + verdict.wronglyLate.length + verdict.notOneHolder.length + verdict.beyondTheirRight.length + verdict.ownDecisions.length + verdict.failed + verdict.faults.length === 0 ? 0 : 1;
} finally {
  await simulation.stop();
}
