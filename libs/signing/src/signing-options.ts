import path from 'node:path';
import { readRemoteSigning, type Configuration } from '@app/configuration';
import type { RemoteService } from './remote/csc-client.js';
import { standInSigning } from './stand-in-signing.js';

/** What signing needs to be told. */
export interface SigningOptions {
  /** Where the key files lie, and the master key unless it is named. */
  readonly keysFolder: string;
  /** A file with the master key, kept elsewhere by the operator. */
  readonly masterKeyFile?: string;
  /** The library through which tokens and modules are reached (PKCS #11). */
  readonly tokenModule?: string;
  /** The remote-signing services that may be asked, by the name references of keys call them. */
  readonly remoteServices?: Readonly<Record<string, RemoteService>>;
  /** The address of the time-stamping authority (RFC 3161); papers are not stamped without one. */
  readonly timeStampUrl?: string;
  /** A folder with certificates of further authorities that are trusted, PEM or DER. */
  readonly authoritiesFolder?: string;
}

/** What the configuration says of signing. @throws StartError when a file it names cannot be read */
export function signingOptions(configuration: Configuration): SigningOptions {
  const { dataFolder, keysSecretFile, tokenModule, remoteSigningFile, mode, host, signingStandInPort, tsaUrl, authoritiesFolder } = configuration;
  const standIns = mode === 'demonstration' && signingStandInPort !== undefined ? standInSigning(`http://${host}:${signingStandInPort}`) : {};
  return {
    ...standIns,
    keysFolder: path.join(dataFolder, 'keys'),
    ...(keysSecretFile === undefined ? {} : { masterKeyFile: keysSecretFile }),
    ...(tokenModule === undefined ? {} : { tokenModule }),
    ...(remoteSigningFile === undefined ? {} : { remoteServices: readRemoteSigning(remoteSigningFile, mode === 'demonstration') }),
    ...(tsaUrl === undefined ? {} : { timeStampUrl: tsaUrl }),
    ...(authoritiesFolder === undefined ? {} : { authoritiesFolder }),
  };
}
