import { X509Certificate } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { StartError } from '@app/kernel';

/**
 * The certificates of a folder: files ending in .pem, .crt, .cer or .der, in the order of their names.
 * @throws StartError when it is no folder, or one of them is no certificate
 */
export async function readAuthorities(folder: string): Promise<X509Certificate[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new StartError(`${folder} is no folder.`, { cause });
  });
  const files = names.filter((name) => /\.(pem|crt|cer|der)$/.test(name)).toSorted();
  return Promise.all(files.map(async (name) => {
    try {
      return new X509Certificate(await readFile(path.join(folder, name)));
    } catch (cause) {
      throw new StartError(`${name} is no certificate.`, { cause });
    }
  }));
}
