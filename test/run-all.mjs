/**
 * Everything `npm test` runs, in order: lint, types, import rules, generated files, programs that judge papers, unit, stories on real PostgreSQL,
 * browser. A step that fails does not hide the ones after it. What failed is named once more at the end; the last line is
 * `N passed, M failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

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
  { name: 'programs that are not ours', command: process.execPath, args: ['test/install-programs.mjs'] },
  jest('unit'),
  jest('stories'),
  jest('browser'),
];

/** How many lines of a failed test's message are said once more: enough for what was expected and what came. */
const LINES = 30;

/** What a Jest report says has failed, each with the beginning of its message: at the end of a long log nobody need look for it. */
function failuresIn({ testResults }) {
  const beginning = (message = '') => stripVTControlCharacters(message).trim().split('\n').filter((line) => !/^\s*at /.test(line)).slice(0, LINES).join('\n  ');
  return testResults.filter(({ status }) => status === 'failed').flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    const spec = path.relative(root, name);
    return failed.length === 0 ? [`${spec}: ${beginning(message)}`] : failed.map(({ fullName, failureMessages }) => `${spec}: ${fullName}: ${beginning(failureMessages[0])}`);
  });
}

/** Runs a step; a Jest step counts its tests, any other counts as one. */
function run(step) {
  const start = Date.now();
  console.log(`\n== ${step.name}`);
  if (step.report) rmSync(step.report, { force: true });
  const { status } = spawnSync(step.command, step.args, { cwd: root, env, stdio: 'inherit', shell: process.platform === 'win32' });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`== ${step.name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  if (!step.report) return status === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: [step.name] };
  if (!existsSync(step.report)) return { passed: 0, failures: [`${step.name}: no report`] };
  const report = JSON.parse(readFileSync(step.report, 'utf8'));
  const failures = failuresIn(report);
  return { passed: report.numPassedTests, failures: report.success || failures.length > 0 ? failures : [step.name] };
}

mkdirSync(reports, { recursive: true });
const outcomes = STEPS.map(run);
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failures = outcomes.flatMap((outcome) => outcome.failures);
for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
