import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DatabasePart } from '@app/database';
import type { JournalAnchor } from '@app/dossiers';
import { digestOf, StartError } from '@app/kernel';
import type { KeyFilePart } from './key-files.js';

/** The form of back-ups this program writes and reads. */
export const FORMAT = 1;

/** The files of a back-up: their digests stand in a list of their own, in the form that `sha256sum --check` reads. */
export interface FilesPart {
  readonly count: number;
  /** SHA-256 of the list. */
  readonly list: string;
  /** The digests of files that rows name but that were not there, or damaged, when the back-up was taken. */
  readonly missing: readonly string[];
}

/** What a back-up says of itself. Written last: a folder without it is no back-up. */
export interface Manifest {
  readonly format: typeof FORMAT;
  /** The version of the program that took it. */
  readonly product: string;
  readonly database: DatabasePart;
  readonly journal: JournalAnchor;
  readonly files: FilesPart;
  /** Files of signing keys; a back-up without any has none. */
  readonly keys?: readonly KeyFilePart[];
}

export const MANIFEST = 'manifest.json';
export const FILES = 'files';
export const FILE_LIST = 'files.sha256';

/** The text of a manifest, sealed with the digest of its canonical form. */
export function sealManifest(manifest: Manifest): string {
  return `${JSON.stringify({ ...manifest, seal: digestOf(manifest) }, undefined, 1)}\n`;
}

/**
 * Reads the text of a manifest.
 * @param folder the back-up it is of, for the sentence
 * @throws StartError when it is of another form, or was changed
 */
export function openManifest(text: string, folder: string): Manifest {
  const { seal, ...manifest } = parse(text) ?? {};
  if (manifest.format !== undefined && manifest.format !== FORMAT) {
    throw new StartError(`The back-up in ${folder} is of form ${String(manifest.format)}, but this program reads form ${FORMAT}; restore with the version that took it.`);
  }
  if (typeof seal !== 'string' || seal !== digestOf(manifest)) throw new StartError(`The back-up in ${folder} is damaged: ${MANIFEST} differs from its seal. Nothing was restored; take another back-up.`);
  return manifest as unknown as Manifest;
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads the manifest of a back-up.
 * @throws StartError when there is none: a back-up that did not come to its end has none either
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, MANIFEST), 'utf8').catch(() => undefined);
  if (text === undefined) throw new StartError(`${folder} holds no whole back-up: it has no ${MANIFEST}, which is written last. Name the folder that back-up made.`);
  return openManifest(text, folder);
}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeFile(path.join(folder, MANIFEST), sealManifest(manifest), { mode: 0o600, flag: 'wx', flush: true });
}
