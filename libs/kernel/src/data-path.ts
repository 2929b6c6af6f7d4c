import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The package whose folder holds the data: its name is written in the root package.json. */
const PROJECT = 'mot-cua';

let root: string | undefined;

/**
 * The path of a file that ships as data, given relative to the project's folder
 * (`libs/calendar/data/national-days.json`). The compiler copies no data, so compiled code in `dist/`
 * has to find the source tree: the nearest folder above this file whose package.json names the project.
 * Throws when there is none, rather than letting a part start with nothing in it.
 */
export function dataPath(relative: string): string {
  root ??= findRoot(import.meta.dirname);
  return join(root, relative);
}

function findRoot(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === PROJECT) return folder;
    if (folder === dirname(folder)) throw new Error(`no folder of the project "${PROJECT}" above ${from}`);
  }
}
