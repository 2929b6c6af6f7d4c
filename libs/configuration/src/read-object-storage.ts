import { readFileSync } from 'node:fs';
import { StartError } from '@app/kernel';
import type { Configuration } from './configuration.js';

/** A bucket of an S3-compatible storage, and the key to it. */
export interface ObjectStorage {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/**
 * The object storage the configuration names; nothing when files lie in the data folder.
 * @throws StartError when the file with the secret key cannot be read, or is empty
 */
export function readObjectStorage({ s3Endpoint, s3Bucket, s3Region, s3AccessKey, s3SecretKey, s3SecretKeyFile }: Configuration): ObjectStorage | undefined {
  if (s3Endpoint === undefined || s3Bucket === undefined || s3AccessKey === undefined) return undefined;
  return { endpoint: s3Endpoint, bucket: s3Bucket, region: s3Region, accessKey: s3AccessKey, secretKey: s3SecretKey ?? readSecret(s3SecretKeyFile ?? '') };
}

function readSecret(file: string): string {
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret !== '') return secret;
  } catch (error) {
    throw new StartError(`S3_SECRET_KEY_FILE names ${file}, which cannot be read (${(error as NodeJS.ErrnoException).code}).`, { cause: error });
  }
  throw new StartError(`S3_SECRET_KEY_FILE names ${file}, which is empty.`);
}
