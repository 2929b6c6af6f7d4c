/**
 * Papers are judged by programs that are not ours, and keys are tried on a token made of software. As root on a Debian system without them they
 * are installed; anywhere else, and when that does not succeed soon, their tests are skipped and say so. Never fails.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Which package brings which program. */
const PROGRAMS = { 'poppler-utils': 'pdfsig', 'mupdf-tools': 'mutool', qpdf: 'qpdf', softhsm2: 'softhsm2-util' };
const UPDATE_MS = 60_000;
const INSTALL_MS = 180_000;
/** A mirror that does not answer is given up soon, and so is a lock of another apt. */
const IMPATIENT = ['-o', 'Acquire::http::Timeout=10', '-o', 'Acquire::https::Timeout=10', '-o', 'Acquire::Retries=0', '-o', 'DPkg::Lock::Timeout=20'];

const isThere = (program) => (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, program)));
const missing = Object.entries(PROGRAMS).filter(([, program]) => !isThere(program)).map(([name]) => name);

const apt = (args, timeout) => spawnSync('apt-get', [...IMPATIENT, ...args], {
  stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', timeout, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
});

if (missing.length === 0) {
  console.log(`${Object.values(PROGRAMS).join(', ')} are there: papers and keys are also judged by them.`);
} else if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
  console.log(`Not here: ${missing.join(', ')}. Their tests are skipped; install them to have papers and keys judged by programs that are not ours.`);
} else {
  console.log(`Installing ${missing.join(', ')}, so that papers and keys are judged by programs that are not ours …`);
  apt(['update', '-qq'], UPDATE_MS);
  const { status, signal, stderr } = apt(['install', '-y', '-qq', '--no-install-recommends', ...missing], INSTALL_MS);
  console.log(status === 0 ? 'They are installed.' : `That did not succeed (${signal ?? stderr?.trim().split('\n').at(-1)}); their tests are skipped.`);
}
