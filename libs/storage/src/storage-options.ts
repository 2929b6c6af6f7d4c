import path from 'node:path';
import { readObjectStorage, type Configuration, type ObjectStorage } from '@app/configuration';
import { MEGABYTE } from './collect.js';
import { ContentFolder } from './content-folder.js';
import type { FileLimits } from './file-store.js';
import type { Contents } from './contents.js';
import { ObjectContents } from './object-contents.js';
import type { ScannerAddress } from './virus-scanner.js';

/** Where the bytes of files and papers lie, and who looks into them first. */
export interface StorageOptions {
  /** The folder, unless there is an object storage. */
  readonly filesFolder: string;
  readonly objectStorage?: ObjectStorage;
  /** What looks for viruses in uploads; without one nothing does. */
  readonly scanner?: ScannerAddress;
  readonly limits?: FileLimits;
}

/**
 * What the configuration says of it.
 * @throws StartError when the file with the secret key cannot be read
 */
export function storageOptions(configuration: Configuration): StorageOptions {
  const objectStorage = readObjectStorage(configuration);
  const { clamavHost: host, clamavPort: port, uploadLimitMb, uploadTotalMb } = configuration;
  const limits: FileLimits = { file: uploadLimitMb * MEGABYTE, total: uploadTotalMb * MEGABYTE };
  return { filesFolder: path.join(configuration.dataFolder, 'files'), limits, ...(objectStorage && { objectStorage }), ...(host !== undefined && { scanner: { host, port } }) };
}

/** The place the options name. */
export function openContents({ filesFolder, objectStorage }: StorageOptions): Contents {
  return objectStorage === undefined ? new ContentFolder(filesFolder) : new ObjectContents(objectStorage);
}
