import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadSamples, PAPER_SOURCES, PAPERS, renderPaper, type PaperForm } from '@app/documents';
import { StartError } from '@app/kernel';

/** One template as `papers --json` tells it. */
interface ListedTemplate {
  readonly name: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly version: string;
  readonly source: string;
  /** Points, tried in turn. */
  readonly sizes: readonly number[];
}

/** Lists the templates: `papers [--json]`. Answers true. */
export async function listPapers(args: readonly string[]): Promise<boolean> {
  const { json } = read(() => parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } })).values;
  const templates = (Object.keys(PAPERS) as PaperForm[]).map((name): ListedTemplate => {
    const { titleVi, titleEn, templateVersion: version, sizes } = PAPERS[name];
    return { name, titleVi, titleEn, version, source: PAPER_SOURCES[name], sizes };
  });
  process.stdout.write(json ? `${JSON.stringify(templates)}\n` : asTable(templates));
  return true;
}

/**
 * Writes a template with invented people as PDF: `paper TEMPLATE --sample plain|longest|empty --out FILE`. Answers true.
 * @throws StartError for an unknown template or sample, or a file that cannot be written
 */
export async function writePaper(args: readonly string[]): Promise<boolean> {
  const { values, positionals } = read(() => parseArgs({ args: [...args], options: { sample: { type: 'string', default: 'plain' }, out: { type: 'string' } }, allowPositionals: true }));
  const { SAMPLE_KINDS, SAMPLE_TIME, sampleOf } = await loadSamples();
  const kind = SAMPLE_KINDS.find((each) => each === values.sample);
  const [name] = positionals;
  if (name === undefined || positionals.length > 1 || values.out === undefined || kind === undefined) throw new StartError(`usage: paper TEMPLATE --sample ${SAMPLE_KINDS.join('|')} --out FILE`);
  if (!Object.hasOwn(PAPERS, name)) throw new StartError(`There is no template ${name}; npm run -s admin -- papers lists them.`);
  const form = name as PaperForm;
  const { bytes, pages, sha256 } = await renderPaper(form, sampleOf(form, kind), { createdAt: Temporal.Instant.from(SAMPLE_TIME) });
  await writeFile(values.out, bytes).catch((cause: unknown) => {
    throw new StartError(`${values.out} cannot be written.`, { cause });
  });
  process.stdout.write(`${values.out}: ${pages} ${pages === 1 ? 'page' : 'pages'}, ${bytes.length} bytes, SHA-256 ${sha256}\n`);
  return true;
}

function asTable(templates: readonly ListedTemplate[]): string {
  const width = Math.max(...templates.map(({ name }) => name.length));
  return templates.map(({ name, titleVi, version, source, sizes }) => `${name.padEnd(width)}  ${version}  Tinos ${sizes.join('/')} pt  ${titleVi}  (${source})\n`).join('');
}

function read<Parsed>(parse: () => Parsed): Parsed {
  try {
    return parse();
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error));
  }
}
