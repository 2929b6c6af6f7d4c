import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { dataPath, StartError } from '@app/kernel';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Configuration, DEMONSTRATION_SECRET, VARIABLES } from './configuration.js';

/** The variables of a process; an empty one counts as missing, so that `.env` may list what is not used. */
export type Environment = Readonly<Record<string, string | undefined>>;

const FIELDS = Object.keys(VARIABLES) as Array<keyof Configuration>;
const DEFAULT_STAND_IN_PORT = 3001;
const DEMONSTRATION_CLIENT = { oidcClientId: 'mot-cua', oidcClientSecret: DEMONSTRATION_SECRET };

/**
 * Reads and checks the configuration.
 *
 * @param environment usually of {@link readEnvironment}
 * @throws StartError with one sentence per faulty variable, all of them at once, one a line
 */
export function loadConfiguration(environment: Environment): Configuration {
  const given = Object.fromEntries(
    FIELDS.map((field) => [field, environment[VARIABLES[field]]?.trim()]).filter(([, value]) => value !== undefined && value !== ''),
  ) as Partial<Record<keyof Configuration, string>>;
  const production = given.mode === 'production';
  const withDefaults = production ? given : { ...demonstrationDefaults(given), ...given };
  const configuration = plainToInstance(Configuration, withDefaults, { exposeDefaultValues: true });
  const faults = [...valueFaults(configuration), ...pairFaults(configuration), ...storageFaults(configuration), ...(production ? productionFaults(given) : [])];
  const sentences = distinctVariables(faults);
  if (sentences.length > 0) throw new StartError(sentences.join('\n'));
  configuration.dataFolder = path.resolve(dataPath('.'), configuration.dataFolder);
  configuration.publicUrl = configuration.publicUrl.replace(/\/+$/, '');
  return configuration;
}

/** The variables of the process, and beneath them those of a `.env` file in the project's folder, if there is one. */
export function readEnvironment(file = dataPath('.env')): Environment {
  return { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...process.env };
}

/** The demonstration brings an identity provider, agencies, national sources, a time-stamping authority and a remote-signing service of its own, unless others are named. */
function demonstrationDefaults(given: Partial<Record<keyof Configuration, string>>): Partial<Record<keyof Configuration, string>> {
  const port = given.port ?? String(new Configuration().port);
  const standIn = given.oidcStandInPort ?? String(DEFAULT_STAND_IN_PORT);
  const identity = given.oidcIssuer === undefined ? { oidcIssuer: `http://localhost:${standIn}`, oidcStandInPort: standIn, ...DEMONSTRATION_CLIENT } : {};
  const agencies = given.agenciesFile === undefined ? { agenciesStandInPort: String(Number(standIn) + 1) } : {};
  const sources = given.sourcesFile === undefined ? { sourcesStandInPort: String(Number(standIn) + 2) } : {};
  const signing = given.tsaUrl === undefined && given.remoteSigningFile === undefined ? { signingStandInPort: String(Number(standIn) + 3) } : {};
  return { publicUrl: `http://localhost:${port}`, ...identity, ...agencies, ...sources, ...signing };
}

/** A faulty variable, and what is wrong with it: together a sentence. */
type Fault = readonly [variable: string, complaint: string];

const SECRETS: ReadonlySet<string> = new Set(['sessionSecret', 'oidcClientSecret', 'databaseUrl', 'databaseMigratorUrl', 's3AccessKey', 's3SecretKey']);

function valueFaults(configuration: Configuration): Fault[] {
  return validateSync(configuration, { stopAtFirstError: true, forbidUnknownValues: true }).map(({ property, value, constraints }) => {
    const shown = SECRETS.has(property) || value === '' ? '' : `, but is "${String(value)}"`;
    return [VARIABLES[property as keyof Configuration], `${Object.values(constraints ?? {})[0]}${shown}`];
  });
}

function pairFaults({ databaseUrl, databaseMigratorUrl, oidcIssuer, oidcClientId, oidcClientSecret }: Configuration): Fault[] {
  const faults: Fault[] = [];
  if (databaseUrl !== undefined && databaseMigratorUrl === undefined) faults.push(['DATABASE_MIGRATOR_URL', 'is needed together with DATABASE_URL']);
  if (databaseUrl === undefined && databaseMigratorUrl !== undefined) faults.push(['DATABASE_URL', 'is needed together with DATABASE_MIGRATOR_URL']);
  if (databaseUrl !== undefined && databaseUrl === databaseMigratorUrl) faults.push(['DATABASE_URL', 'must sign in as another role than DATABASE_MIGRATOR_URL']);
  if (oidcIssuer !== undefined && oidcClientId === undefined) faults.push(['OIDC_CLIENT_ID', 'is needed together with OIDC_ISSUER']);
  if (oidcIssuer !== undefined && oidcClientSecret === undefined) faults.push(['OIDC_CLIENT_SECRET', 'is needed together with OIDC_ISSUER']);
  return faults;
}

/** An object storage is named whole, with one secret key. */
function storageFaults({ s3Endpoint, s3Bucket, s3AccessKey, s3SecretKey, s3SecretKeyFile }: Configuration): Fault[] {
  const keys = [s3SecretKey, s3SecretKeyFile].filter((key) => key !== undefined).length;
  const parts = { S3_ENDPOINT: s3Endpoint, S3_BUCKET: s3Bucket, S3_ACCESS_KEY: s3AccessKey, S3_SECRET_KEY: keys > 0 || undefined };
  const missing = Object.entries(parts).filter(([, value]) => value === undefined);
  const faults: Fault[] = missing.length === 4 ? [] : missing.map(([variable]) => [variable, 'is needed for an object storage, which is named by S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY or S3_SECRET_KEY_FILE']);
  return keys > 1 ? [...faults, ['S3_SECRET_KEY', 'must not be set beside S3_SECRET_KEY_FILE']] : faults;
}

/** What a demonstration may leave to defaults, and real use may not. */
function productionFaults(given: Partial<Record<keyof Configuration, string>>): Fault[] {
  const faults: Fault[] = [];
  if (given.publicUrl === undefined) faults.push(['PUBLIC_URL', 'is needed in production: the address people type, such as https://motcua.example.vn']);
  if (given.sessionSecret === undefined || given.sessionSecret === DEMONSTRATION_SECRET) {
    faults.push(['SESSION_SECRET', 'is needed in production and must be your own; "openssl rand -base64 48" makes a good one']);
  }
  if (given.oidcStandInPort !== undefined) faults.push(['OIDC_STAND_IN_PORT', 'must not be set in production, since the stand-in identity provider lets anyone in']);
  if (given.agenciesStandInPort !== undefined) faults.push(['AGENCIES_STAND_IN_PORT', 'must not be set in production, since the stand-ins decide dossiers on nobody’s authority']);
  if (given.sourcesStandInPort !== undefined) faults.push(['SOURCES_STAND_IN_PORT', 'must not be set in production, since the stand-ins know invented people only']);
  if (given.signingStandInPort !== undefined) faults.push(['SIGNING_STAND_IN_PORT', 'must not be set in production, since the stand-ins sign and stamp for anybody']);
  if (given.oidcIssuer?.startsWith('http:')) faults.push(['OIDC_ISSUER', 'must begin with https:// in production']);
  if (given.oidcClientSecret === DEMONSTRATION_SECRET) faults.push(['OIDC_CLIENT_SECRET', "must not be the demonstration's in production"]);
  return faults;
}

/** One sentence per variable, the last (most specific) complaint winning; in the order of {@link VARIABLES}. */
function distinctVariables(faults: readonly Fault[]): string[] {
  const complaints = new Map(faults);
  return Object.values(VARIABLES).flatMap((variable) => (complaints.has(variable) ? [`${variable} ${complaints.get(variable)}.`] : []));
}
