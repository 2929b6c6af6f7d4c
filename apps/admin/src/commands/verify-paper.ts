import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { judgePaper, type JudgedPaper } from '@app/documents';
import { StartError } from '@app/kernel';
import { readAuthorities } from '@app/signing';

const OPTIONS = { authorities: { type: 'string' }, json: { type: 'boolean' } } as const;

/**
 * Judges a signed paper: `verify-paper FILE [--authorities FOLDER] [--json]`. The folder holds the certificates (PEM or DER)
 * that are trusted; without it signatures can hold, but vouch for nobody. Answers whether the paper is genuine.
 */
export async function verifyPaper(args: readonly string[]): Promise<boolean> {
  const { file, options } = readArguments(args);
  const judged = await judgePaper(await read(file), options.authorities ? await readAuthorities(options.authorities) : []);
  process.stdout.write(options.json ? `${JSON.stringify(judged)}\n` : describe(judged));
  return judged.verdict === 'genuine';
}

function readArguments(args: readonly string[]): { readonly file: string; readonly options: { readonly authorities?: string; readonly json?: boolean } } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (positionals.length === 1) return { file: positionals[0]!, options: values };
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error));
  }
  throw new StartError('Name one file: verify-paper FILE (--authorities FOLDER, --json).');
}

async function read(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new StartError(`${file} cannot be read.`, { cause });
  }
}

function describe({ verdict, signatures }: JudgedPaper): string {
  const lines = signatures.map(({ field, signer, stampedAt, claimedAt, holds, isKnown, later }) =>
    `  ${field}: ${signer || 'nobody'}, ${stampedAt ?? claimedAt ?? 'no time'}; ${holds ? 'holds' : 'does not hold'}, ${isKnown ? 'known' : 'not known'}, changed since: ${later}`);
  return [verdict, ...lines, ''].join('\n');
}
