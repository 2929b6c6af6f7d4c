import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { escapeIdentifier as name, type ClientBase } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { ByteDigest, RowDigest } from './row-digest.js';
import type { TableShape } from './table-shape.js';

/** A table as a back-up holds it. */
export interface TablePart extends TableShape {
  readonly rows: number;
  /** The digest of its rows as a set; see {@link RowDigest}. */
  readonly content: string;
  /** Size and SHA-256 of its file, compressed as it lies there. */
  readonly bytes: number;
  readonly sha256: string;
}

/** Where in a back-up the rows of a table lie: PostgreSQL's text form, compressed with Zstandard. */
export const fileOf = (table: string): string => path.join('database', `${table}.copy.zst`);

const columnsOf = ({ columns }: TableShape): string => columns.map(name).join(', ');

/** Writes a table into its file. The client is inside the transaction whose snapshot counts. */
export async function copyOut(client: ClientBase, table: TableShape, folder: string): Promise<TablePart> {
  const rows = new RowDigest();
  const bytes = new ByteDigest();
  const source = client.query(copyTo(`copy ${name(table.name)} (${columnsOf(table)}) to stdout`));
  await pipeline(source, rows, createZstdCompress(), bytes, createWriteStream(path.join(folder, fileOf(table.name)), { flags: 'wx', mode: 0o600, flush: true }));
  return { ...table, rows: rows.rows, content: rows.digest(), bytes: bytes.bytes, sha256: bytes.digest() };
}

/** Loads a table from its file. */
export async function copyIn(client: ClientBase, table: TablePart, folder: string): Promise<void> {
  const target = client.query(copyFrom(`copy ${name(table.name)} (${columnsOf(table)}) from stdin`));
  await pipeline(createReadStream(path.join(folder, fileOf(table.name))), createZstdDecompress(), target);
}

/** Rows and digest of a table as it is now, to compare with what a back-up says. */
export async function digestTable(client: ClientBase, table: TableShape): Promise<Pick<TablePart, 'rows' | 'content'>> {
  const rows = new RowDigest();
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(client.query(copyTo(`copy ${name(table.name)} (${columnsOf(table)}) to stdout`)), rows, nowhere);
  return { rows: rows.rows, content: rows.digest() };
}

/** SHA-256 of a file of a back-up. */
export async function digestFile(file: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) digest.update(chunk);
  return digest.digest('hex');
}
