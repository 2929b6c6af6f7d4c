import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadCatalogue } from '@app/catalogue';
import { dataPath } from '@app/kernel';
import { draw } from '@app/workflow';

/**
 * Writes the drawing of each complete procedure's machine into its own folder, so that a procedure stays one folder; with `--check`
 * it only says which ones are out of date.
 */
export function drawProcesses(args: readonly string[]): Promise<boolean> {
  const root = dataPath('libs/procedures');
  const folders = readdirSync(root);
  const stale = loadCatalogue().procedures.filter((procedure) => {
    const folder = folders.find((name) => name.startsWith(`${procedure.code}-`)) ?? procedure.code;
    const file = path.join(root, folder, 'process.md');
    const text = `# ${procedure.code} ${procedure.name.vi}\n\nDrawn from the procedure's process, version ${procedure.version}; do not edit.\n\n\`\`\`mermaid\n${draw(procedure.process).trimEnd()}\n\`\`\`\n`;
    if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
    if (!args.includes('--check')) writeFileSync(file, text);
    return true;
  });
  if (!args.includes('--check')) process.stdout.write(`${stale.length} drawings written.\n`);
  else if (stale.length > 0) process.stderr.write(`Out of date: ${stale.map(({ code }) => code).join(', ')}; run npm run -s admin -- draw.\n`);
  return Promise.resolve(!args.includes('--check') || stale.length === 0);
}
