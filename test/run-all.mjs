/**
 * Everything `npm test` runs, in order: lint, types, import rules, generated files, unit, stories on real PostgreSQL,
 * browser. A step that fails does not hide the ones after it. The last line is `N passed, M failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const env = { ...process.env, PATH: `${path.join(root, 'node_modules', '.bin')}${path.delimiter}${process.env.PATH ?? ''}`, NODE_NO_WARNINGS: '1' };
const reports = path.join(root, 'dist', 'test-reports');

const npm = (script) => ({ name: script, command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: ['run', '-s', script] });
const jest = (project) => ({
  name: `jest ${project}`,
  command: process.execPath,
  args: ['--experimental-vm-modules', path.join(root, 'node_modules/jest/bin/jest.js'), '--selectProjects', project, '--json', `--outputFile=${path.join(reports, `${project}.json`)}`],
  report: path.join(reports, `${project}.json`),
});

const STEPS = [
  npm('lint'),
  npm('types'),
  npm('imports'),
  { name: 'build', command: process.execPath, args: ['apps/admin/src/build-if-stale.mjs'] },
  { name: 'procedures', command: process.execPath, args: ['dist/apps/admin/src/main.js', 'check-procedures'] },
  { name: 'drawings are fresh', command: process.execPath, args: ['dist/apps/admin/src/main.js', 'draw', '--check'] },
  { name: 'API client is fresh', command: process.execPath, args: ['test/client-is-fresh.mjs'] },
  jest('unit'),
  jest('stories'),
  jest('browser'),
];

/** Runs a step; a Jest step counts its tests, any other counts as one. */
function run(step) {
  const start = Date.now();
  console.log(`\n== ${step.name}`);
  if (step.report) rmSync(step.report, { force: true });
  const { status } = spawnSync(step.command, step.args, { cwd: root, env, stdio: 'inherit', shell: process.platform === 'win32' });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`== ${step.name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  if (!step.report) return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  if (!existsSync(step.report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, success } = JSON.parse(readFileSync(step.report, 'utf8'));
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: success || failed > 0 ? failed : 1 };
}

mkdirSync(reports, { recursive: true });
const total = STEPS.map(run).reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }));
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
