import { spawnSync } from 'node:child_process';
import { expect, jest, test } from '@jest/globals';

jest.setTimeout(240_000);

test('ten days of a commune’s life with workers killed: each deadline falls once, each ledger and journal gives what is stored; one holder at every instant, stand-ins within their right', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [
    '--import', './test/support/source-loader.mjs', 'test/simulation/month.ts', '--dossiers', '60', '--communes', '4', '--days', '10', '--kills', '0.03', '--json',
  ], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  if (stdout === '') throw new Error(stderr);
  const verdict = JSON.parse(stdout) as Record<string, unknown> & { acts: number; kills: number; actsForOthers: number; deadlines: Record<string, number> };
  expect(verdict).toMatchObject({ dossiers: 60, missed: 0, failed: 0, notOnce: [], wronglyLate: [], notOneHolder: [], beyondTheirRight: [], ownDecisions: [], faultCount: 0, faults: [] });
  expect(verdict.acts).toBeGreaterThan(250);
  expect(verdict.actsForOthers).toBeGreaterThan(5);
  expect(verdict.deadlines['fired']).toBeGreaterThan(20);
  expect(status).toBe(0);
});
