import path from 'node:path';
import type { Configuration } from '@app/configuration';

/** What signing needs to be told. */
export interface SigningOptions {
  /** Where the key files lie, and the master key unless it is named. */
  readonly keysFolder: string;
  /** A file with the master key, kept elsewhere by the operator. */
  readonly masterKeyFile?: string;
  /** The address of the time-stamping authority (RFC 3161); papers are not stamped without one. */
  readonly timeStampUrl?: string;
  /** A folder with certificates of further authorities that are trusted, PEM or DER. */
  readonly authoritiesFolder?: string;
}

/** What the configuration says of signing; a program may have opened stand-ins since. */
export function signingOptions(configuration: Configuration): SigningOptions {
  const { dataFolder, keysSecretFile, tsaUrl, authoritiesFolder } = configuration;
  return {
    keysFolder: path.join(dataFolder, 'keys'),
    ...(keysSecretFile === undefined ? {} : { masterKeyFile: keysSecretFile }),
    ...(tsaUrl === undefined ? {} : { timeStampUrl: tsaUrl }),
    ...(authoritiesFolder === undefined ? {} : { authoritiesFolder }),
  };
}
