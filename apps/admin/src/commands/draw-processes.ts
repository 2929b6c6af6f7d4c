import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadCatalogue, type Procedure } from '@app/catalogue';
import { dataPath } from '@app/kernel';
import { draw, drawSvg, namedLevels, processAt, type ProcessDefinition } from '@app/workflow';

/** What a way is called where a process has one for each level. */
const AT = {
  commune: { file: 'process.commune.svg', vi: 'Cấp xã giải quyết', en: 'decided by the commune' },
  province: { file: 'process.province.svg', vi: 'Cấp tỉnh giải quyết', en: 'decided by the province' },
} as const;

/** The drawings of a process by the names of their files: the picture of each way, and every state and arrow as Mermaid text. */
function drawingsOf({ code, version, name, process }: Procedure): ReadonlyMap<string, string> {
  const drawn = `Drawn from the procedure's process, version ${version}; do not edit.`;
  const head = `# ${code} ${name.vi}\n\n${drawn}\n`;
  const text = (way: ProcessDefinition, file: string): string => `\n![Sơ đồ quy trình](${file})\n\n\`\`\`mermaid\n${draw(way).trimEnd()}\n\`\`\`\n`;
  const levels = namedLevels(process);
  if (levels.length === 0) return new Map([['process.svg', drawSvg(process, { language: 'vi', title: name })], ['process.md', head + text(process, 'process.svg')]]);
  const ways = levels.map((level) => ({ ...AT[level], way: processAt(process, { level }) }));
  return new Map([
    ...ways.map(({ file, vi, en, way }) => [file, drawSvg(way, { language: 'vi', title: { vi: `${name.vi} (${vi})`, en: `${name.en} (${en})` } })] as const),
    ['process.md', head + ways.map(({ file, vi, way }) => `\n## ${vi}\n${text(way, file)}`).join('')],
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
