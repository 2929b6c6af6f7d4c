import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadCatalogue, type Procedure } from '@app/catalogue';
import { dataPath } from '@app/kernel';
import { draw, drawSvg } from '@app/workflow';

/** The two drawings of a process by the names of their files: the picture, and every state and arrow as Mermaid text. */
function drawingsOf({ code, version, name, process }: Procedure): ReadonlyMap<string, string> {
  const drawn = `Drawn from the procedure's process, version ${version}; do not edit.`;
  return new Map([
    ['process.svg', drawSvg(process, { language: 'vi', title: name })],
    ['process.md', `# ${code} ${name.vi}\n\n${drawn}\n\n![Sơ đồ quy trình](process.svg)\n\n\`\`\`mermaid\n${draw(process).trimEnd()}\n\`\`\`\n`],
  ]);
}

/**
 * Writes the drawings of each complete procedure's machine into its own folder, so that a procedure stays one folder; with `--check`
 * it only says which ones are out of date.
 */
export function drawProcesses(args: readonly string[]): Promise<boolean> {
  const root = dataPath('libs/procedures');
  const folders = readdirSync(root);
  const stale = loadCatalogue().procedures.filter((procedure) => {
    const folder = folders.find((name) => name.startsWith(`${procedure.code}-`)) ?? procedure.code;
    const changed = [...drawingsOf(procedure)].filter(([name, text]) => {
      const file = path.join(root, folder, name);
      return !existsSync(file) || readFileSync(file, 'utf8') !== text;
    });
    if (!args.includes('--check')) for (const [name, text] of changed) writeFileSync(path.join(root, folder, name), text);
    return changed.length > 0;
  });
  if (!args.includes('--check')) process.stdout.write(`Drawings of ${stale.length} procedures written.\n`);
  else if (stale.length > 0) process.stderr.write(`Out of date: ${stale.map(({ code }) => code).join(', ')}; run npm run -s admin -- draw.\n`);
  return Promise.resolve(!args.includes('--check') || stale.length === 0);
}
