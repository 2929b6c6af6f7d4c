/**
 * Builds what is out of date: `node apps/admin/src/build-if-stale.mjs`. Plain JavaScript, since it runs before anything
 * is compiled. Server and browser part are built side by side, each only when its inputs changed since its last build.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SHARED = ['package-lock.json', 'tsconfig.json'];

/** What is built: the inputs that decide whether it is stale, one output that must be there, and the command. */
export const PARTS = [
  {
    name: 'server',
    inputs: [...SHARED, 'tsconfig.build.json', 'nest-cli.json', 'libs', 'apps/desk', 'apps/worker', 'apps/admin'],
    // Data of the libs lie beside their src and are read in place.
    isInput: (file) => /\.(ts|json)$/.test(file) && !file.endsWith('.spec.ts') && /^(?!libs\/)|\/src\//.test(file),
    output: 'dist/apps/desk/src/main.js',
    // The compiler believes its notes about what it wrote; without the output they would be wrong.
    notes: 'dist/tsconfig.build.tsbuildinfo',
    program: 'node_modules/@nestjs/cli/bin/nest.js',
    args: ['build', 'desk'],
  },
  {
    name: 'browser part',
    inputs: [...SHARED, 'apps/web'],
    isInput: (file) => !/\.spec\.tsx?$/.test(file),
    output: 'dist/web/index.html',
    program: 'node_modules/vite/bin/vite.js',
    args: ['build', '--config', 'apps/web/vite.config.ts', '--logLevel', 'warn'],
  },
];

/** The digest of all inputs of a part: their paths and contents. */
export function digestOfInputs(root, { inputs, isInput }) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesBelow(root, input)).filter(isInput)) {
    hash.update(`${file}\0`).update(createHash('sha256').update(readFileSync(path.join(root, file))).digest());
  }
  return hash.digest('hex');
}

/** The files at or below a path, in a fixed order, with `/` between folders; what packages and tools put there left out. */
function filesBelow(root, input) {
  const full = path.join(root, input);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [input];
  return readdirSync(full)
    .filter((name) => name !== 'node_modules' && !name.startsWith('.'))
    .sort()
    .flatMap((name) => filesBelow(root, `${input}/${name}`));
}

/** The parts that need building, with the digests of their inputs. */
export function findStale(root, parts, built) {
  return parts
    .map((part) => ({ part, digest: digestOfInputs(root, part) }))
    .filter(({ part, digest }) => built[part.name] !== digest || !existsSync(path.join(root, part.output)));
}

/** The digests of the last successful builds. */
export function readBuilt(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

function build(root, part) {
  if (part.notes && !existsSync(path.join(root, part.output))) rmSync(path.join(root, part.notes), { force: true });
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [part.program, ...part.args], {
      cwd: root,
      env: { ...process.env, PATH: `${path.join(root, 'node_modules', '.bin')}${path.delimiter}${process.env.PATH ?? ''}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.once('error', (error) => resolve({ code: 1, said: error.message }));
    child.once('close', (code) => resolve({ code, said }));
  });
}

/** Builds the stale parts below a folder; answers whether all went well. */
export async function buildIfStale(root, parts = PARTS, say = console.log) {
  const missing = parts.find(({ program }) => !existsSync(path.join(root, program)));
  if (missing) {
    say(`The packages are not installed (${missing.program} is missing); run "npm ci" first.`);
    return false;
  }
  const file = path.join(root, 'dist', '.build-hash');
  const stale = findStale(root, parts, readBuilt(file));
  const results = stale.map(async ({ part, digest }) => {
    const start = Date.now();
    say(`Building the ${part.name} …`);
    const { code, said } = await build(root, part);
    if (code !== 0) {
      say(`The ${part.name} could not be built:\n${said.trim()}`);
      return false;
    }
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify({ ...readBuilt(file), [part.name]: digest }, undefined, 2)}\n`);
    say(`Built the ${part.name} in ${((Date.now() - start) / 1000).toFixed(1)} s.`);
    return true;
  });
  return (await Promise.all(results)).every(Boolean);
}

if (import.meta.main) {
  // A command's standard output is its answer; what the build says must not stand in it.
  const say = process.argv.includes('--quiet') ? console.error : console.log;
  // `--server`: commands and the worker need no browser part, and must not change it under a desk that runs.
  const parts = process.argv.includes('--server') ? PARTS.filter(({ name }) => name === 'server') : PARTS;
  process.exitCode = (await buildIfStale(path.resolve(import.meta.dirname, '../../..'), parts, say)) ? 0 : 1;
}
