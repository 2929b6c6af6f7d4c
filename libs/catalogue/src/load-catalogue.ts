import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dataPath, sha256Hex, StartError } from '@app/kernel';
import { checkProcedure } from './check-procedure.js';
import { checkMembers } from './linked/check-group.js';
import { isLinkedGroup, type LinkedGroup } from './linked/linked-group.js';
import type { Assumption, Procedure, Skeleton } from './procedure.js';

/** The folder among the procedures that holds the standard processes, and no procedure. */
export const STANDARD_PROCESSES = 'standard';

/** The catalogue as it stands in the files of the project. */
export interface LoadedCatalogue {
  readonly procedures: readonly Procedure[];
  readonly groups: readonly LinkedGroup[];
  readonly skeletons: readonly Skeleton[];
}

export interface LoadOptions {
  /** Folder of the procedures; the project's own unless a test brings another. */
  readonly folder?: string;
  readonly skeletonFile?: string;
  /** Configured values of assumptions by `<code>/<key>`, such as `1.001193/late-registration-fee`: 12000. */
  readonly assumed?: Readonly<Record<string, number>>;
  /** Digests of documents that are published already: they were checked then, which takes a while, and are not checked again. */
  readonly published?: ReadonlySet<string>;
}

/**
 * Reads every procedure folder and the skeletons, and checks them.
 * @throws StartError when a folder or file is missing, the catalogue is empty (a build that forgot its data), or a
 *   procedure is faulty: one sentence per fault, with the file and the cure.
 */
export function loadCatalogue(options: LoadOptions = {}): LoadedCatalogue {
  const folder = options.folder ?? dataPath('libs/procedures');
  const skeletonFile = options.skeletonFile ?? dataPath('libs/catalogue/data/skeletons.json');
  const documents = loadProcedures(folder, options);
  const procedures = documents.filter((document): document is Procedure => !isLinkedGroup(document));
  const groups = documents.filter(isLinkedGroup);
  refuseLonely(groups, procedures, folder);
  const skeletons = readJson(skeletonFile) as readonly Skeleton[];
  if (skeletons.length === 0) throw new StartError(`The catalogue is empty: ${skeletonFile} lists no procedure. Restore the file.`);
  return { procedures, groups, skeletons };
}

/** A group whose members are not there, or cannot be made from it, would only fail at the counter. */
function refuseLonely(groups: readonly LinkedGroup[], procedures: readonly Procedure[], folder: string): void {
  const newest = (code: string): Procedure | undefined => procedures.filter((each) => each.code === code).toSorted((a, b) => b.version - a.version)[0];
  const sentences = groups.flatMap((group) => checkMembers(group, newest).map(({ pointer, en }) => `${join(folder, group.code)}, ${pointer}: ${en}`));
  if (sentences.length > 0) throw new StartError(sentences.join('\n'));
}

function loadProcedures(folder: string, options: LoadOptions): Array<Procedure | LinkedGroup> {
  if (!existsSync(folder)) throw new StartError(`The folder of the procedures is missing: ${folder}. Restore it.`);
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== STANDARD_PROCESSES);
  if (folders.length === 0) throw new StartError(`The catalogue is empty: ${folder} holds no procedure. Restore its folders.`);
  const sentences: string[] = [];
  const procedures: Array<Procedure | LinkedGroup> = [];
  for (const name of folders.map((entry) => entry.name).sort()) {
    const file = join(folder, name, 'procedure.json');
    const { document, faults } = loadProcedure(join(folder, name), options);
    const procedure = document as Procedure | LinkedGroup;
    if (faults.length > 0) sentences.push(...faults.map((fault) => `${file}: ${fault}`));
    else if (!basename(name).startsWith(`${procedure.code}-`)) sentences.push(`${file}: the folder must be called ${procedure.code}-<name>. Rename it.`);
    else if (procedures.some(({ code, version }) => code === procedure.code && version === procedure.version)) {
      sentences.push(`${file}: version ${procedure.version} of ${procedure.code} exists twice. Raise "version" in one of the two.`);
    } else procedures.push(procedure);
  }
  if (sentences.length > 0) throw new StartError(sentences.join('\n'));
  return procedures;
}

/**
 * Reads one folder: puts the form into the document and the configured values in the place of `{"$assume": key}`.
 * @returns the document and what is wrong with it, in English, for the operator
 */
export function loadProcedure(folder: string, { assumed = {}, published = new Set() }: Pick<LoadOptions, 'assumed' | 'published'> = {}): { document: unknown; faults: string[] } {
  const raw = readJson(join(folder, 'procedure.json'));
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { document: raw, faults: ['The file must hold one object. Correct it.'] };
  const source = raw as Partial<Procedure> & { declaration?: unknown };
  const faults: string[] = [];
  const values = assumedValues(source, assumed);
  const document: Record<string, unknown> = { ...(replaceAssumed(source, values, faults) as object) };
  delete document['$schema'];
  if (typeof source.form === 'string') document['declaration'] = readJson(join(folder, source.form));
  const migrations = readMigrations(join(folder, 'migrations'));
  if (migrations.length > 0) document['migrations'] = migrations;
  if (!published.has(sha256Hex(JSON.stringify(document)))) faults.push(...checkProcedure(document).map((fault) => fault.en));
  return { document, faults };
}

/** The migrations of a folder, one file each: `1-to-2.json` leads from version 1 to version 2. Those to earlier versions were published with these. */
function readMigrations(folder: string): unknown[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith('.json')).sort().map((name) => readJson(join(folder, name)));
}

function assumedValues(source: Partial<Procedure>, assumed: Readonly<Record<string, number>>): Map<string, number | undefined> {
  const list: readonly Assumption[] = Array.isArray(source.assumptions) ? source.assumptions : [];
  return new Map(list.map(({ key, value }) => [key, assumed[`${source.code}/${key}`] ?? value]));
}

function replaceAssumed(value: unknown, values: ReadonlyMap<string, number | undefined>, faults: string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => replaceAssumed(item, values, faults));
  if (typeof value !== 'object' || value === null) return value;
  const wanted = (value as { $assume?: unknown }).$assume;
  if (typeof wanted === 'string') {
    const found = values.get(wanted);
    if (found === undefined) faults.push(`{"$assume": "${wanted}"} names no assumption with a value. Add it to "assumptions".`);
    return found ?? null;
  }
  const entries = Object.entries(value).map(([key, item]) => [key, replaceAssumed(item, values, faults)] as const);
  const replaced = Object.fromEntries(entries);
  // The list of assumptions tells the value that is used, not the one in the file.
  if ('statement' in value && 'key' in value && 'value' in value) replaced['value'] = values.get(String(value.key));
  return replaced;
}

function readJson(file: string): unknown {
  if (!existsSync(file)) throw new StartError(`The file ${file} is missing. Restore it.`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new StartError(`${file} is not JSON (${error instanceof Error ? error.message : String(error)}). Correct it.`, { cause: error });
  }
}
