/** Compares the committed API client with what the server describes now; `npm run api-client` writes it anew. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const run = (program, ...args) => {
  const { status, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
};
run('dist/apps/desk/src/write-open-api.js', 'dist/openapi.json');
run('node_modules/openapi-typescript/bin/cli.js', 'dist/openapi.json', '-o', 'dist/schema.d.ts');
const [written, fresh] = ['apps/web/src/api/schema.d.ts', 'dist/schema.d.ts'].map((file) => readFileSync(path.join(root, file), 'utf8'));
if (written !== fresh) {
  console.error('apps/web/src/api/schema.d.ts is out of date; run "npm run api-client" and commit it.');
  process.exitCode = 1;
}
