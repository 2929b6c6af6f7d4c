import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUrl, Matches, Max, Min } from 'class-validator';

/** `demonstration`: seeded, with stand-ins, for trying out. `production`: real use; nothing of that. */
export const MODES = ['demonstration', 'production'] as const;
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** The secret of the demonstration: public knowledge, and refused in production. */
export const DEMONSTRATION_SECRET = 'demonstration-only-secret-do-not-use-in-production';

const DIGITS = /^\d+$/;
const Num = () => Transform(({ value }: { value: unknown }) => (typeof value === 'string' && DIGITS.test(value) ? Number(value) : value));
const Flag = () => Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));
const WholeNumber = (least: number, most: number, message: string) => (target: object, key: string) => {
  Num()(target, key);
  for (const rule of [IsInt({ message }), Min(least, { message }), Max(most, { message })]) rule(target, key);
};
const Port = () => WholeNumber(1, 65_535, 'must be a port number from 1 to 65535');
const WebAddress = () => IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false }, { message: 'must be a web address such as https://motcua.example.vn' });
const DatabaseAddress = () => Matches(/^postgres(ql)?:\/\/[^\s/]+\/[^\s]+$/, { message: 'must look like postgresql://user:password@host:5432/database' });

/**
 * What the program is told from outside. Read once at start by {@link loadConfiguration}; every value here has been
 * checked. The names of the variables are in {@link VARIABLES}, their meaning for operators in `.env.example`.
 */
export class Configuration {
  @IsIn(MODES, { message: 'must be "demonstration" or "production"' })
  mode: (typeof MODES)[number] = 'demonstration';

  /** The address to listen on. A demonstration, whose passwords are known, stays on this machine unless told otherwise. */
  @IsString()
  host = '127.0.0.1';

  @Port()
  port = 3000;

  /** The address people type, without a slash at its end; it stands in QR codes and links. */
  @WebAddress()
  publicUrl = '';

  /**
   * The proxies in front of the desk, whose word on the caller's address is believed: addresses, networks, or
   * `loopback`, separated by commas. Without it all callers behind a proxy would share one count of wrong guesses.
   */
  @IsOptional() @Matches(/^(loopback|linklocal|uniquelocal|[0-9a-fA-F.:]+(\/\d{1,3})?)(\s*,\s*(loopback|linklocal|uniquelocal|[0-9a-fA-F.:]+(\/\d{1,3})?))*$/, { message: 'must list addresses or networks such as "loopback, 10.0.0.0/8"' })
  trustProxy?: string;

  /** An external PostgreSQL, as the restricted role; without one, the embedded server runs. */
  @IsOptional() @DatabaseAddress()
  databaseUrl?: string;

  /** The same database, as the role that owns the schema. */
  @IsOptional() @DatabaseAddress()
  databaseMigratorUrl?: string;

  /** The port of the embedded server; without one, any free port. */
  @IsOptional() @Port()
  databasePort?: number;

  /** The folder of the embedded database and of stored files; absolute here. */
  @IsNotEmpty({ message: 'must name a folder' })
  dataFolder = 'var';

  /** Signs sessions; at least 32 characters. */
  @Matches(/^.{32,}$/, { message: 'must have at least 32 characters; "openssl rand -base64 48" makes a good one' })
  sessionSecret = DEMONSTRATION_SECRET;

  /** The identity provider of citizens (OpenID Connect); without one in production, citizens are served at the counter only. */
  @IsOptional() @WebAddress()
  oidcIssuer?: string;

  @IsOptional() @IsString()
  oidcClientId?: string;

  @IsOptional() @IsString()
  oidcClientSecret?: string;

  /** The claim in which the identity provider gives the 12-digit personal identification number. */
  @IsNotEmpty({ message: 'must name a claim' })
  oidcPersonalIdClaim = 'personal_id';

  /** What the identity provider is asked for besides `openid`, separated by blanks. */
  @IsString()
  oidcScope = 'profile identity';

  /** The port of the demonstration's own identity provider; nothing in production. */
  @IsOptional() @Port()
  oidcStandInPort?: number;

  /** A file with the addresses and keys of agencies' own systems, by the name processes call them. */
  @IsOptional() @IsString()
  agenciesFile?: string;

  /** The port of the demonstration's stand-ins for those systems; nothing in production. */
  @IsOptional() @Port()
  agenciesStandInPort?: number;

  /** A file with the addresses and keys of national sources, and which procedures may ask each. */
  @IsOptional() @IsString()
  sourcesFile?: string;

  /** The port of the demonstration's stand-ins for those sources; nothing in production. */
  @IsOptional() @Port()
  sourcesStandInPort?: number;

  /** A file with the key that seals the secrets of signing keys; without one it lies in the data folder. */
  @IsOptional() @IsString()
  keysSecretFile?: string;

  /** The library of a token or module (PKCS #11) that holds keys. */
  @IsOptional() @IsString()
  tokenModule?: string;

  /** A file with the addresses of remote-signing services, and who the desk is there. */
  @IsOptional() @IsString()
  remoteSigningFile?: string;

  /** The time-stamping authority (RFC 3161) that stamps signatures; without one they carry no stamp. */
  @IsOptional() @WebAddress()
  tsaUrl?: string;

  /** A folder with the certificates of authorities that are trusted when papers are judged, beside those of registered keys. */
  @IsOptional() @IsString()
  authoritiesFolder?: string;

  /** An S3-compatible storage for files and papers; without one they lie in the data folder. */
  @IsOptional() @WebAddress()
  s3Endpoint?: string;

  @IsOptional() @Matches(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { message: 'must be the name of a bucket such as mot-cua-files' })
  s3Bucket?: string;

  /** What the storage calls its region; most that are not Amazon's take any. */
  @Matches(/^[a-z0-9-]+$/, { message: 'must be the name of a region such as us-east-1' })
  s3Region = 'us-east-1';

  @IsOptional() @IsString()
  s3AccessKey?: string;

  @IsOptional() @IsString()
  s3SecretKey?: string;

  /** A file that holds the secret key and nothing else. */
  @IsOptional() @IsString()
  s3SecretKeyFile?: string;

  /** Where ClamAV's daemon looks for viruses in uploads; without a host nothing does. */
  @IsOptional() @IsString()
  clamavHost?: string;

  @Port()
  clamavPort = 3310;

  /** The port of the demonstration's stand-ins for a time-stamping authority and a remote-signing service; nothing in production. */
  @IsOptional() @Port()
  signingStandInPort?: number;

  @IsIn(LOG_LEVELS, { message: `must be one of ${LOG_LEVELS.join(', ')}` })
  logLevel: (typeof LOG_LEVELS)[number] = 'info';

  /** Whether jobs and deadlines run inside the desk's process. */
  @Flag() @IsBoolean({ message: 'must be "true" or "false"' })
  workerInProcess = true;

  /** The largest file that may be uploaded, in megabytes (10^6 bytes). */
  @WholeNumber(1, 500, 'must be a whole number of megabytes from 1 to 500')
  uploadLimitMb = 20;

  /** What all files of one draft or dossier may hold together, in megabytes. */
  @WholeNumber(1, 10_000, 'must be a whole number of megabytes from 1 to 10000')
  uploadTotalMb = 200;

  /** After how many days values from the file and from national sources go out of a draft that was not filed. */
  @WholeNumber(1, 30, 'must be a whole number of days from 1 to 30')
  fetchedValuesDays = 3;

  /** The telephone number citizens are told to call. */
  @IsString()
  hotline = '';

  /** A file with values for what the sources of a procedure do not settle, such as the days of a public posting. */
  @IsOptional() @IsString()
  assumptionsFile?: string;
}

/** The environment variable of each value. */
export const VARIABLES = {
  mode: 'MODE',
  host: 'HOST',
  port: 'PORT',
  publicUrl: 'PUBLIC_URL',
  trustProxy: 'TRUST_PROXY',
  databaseUrl: 'DATABASE_URL',
  databaseMigratorUrl: 'DATABASE_MIGRATOR_URL',
  databasePort: 'DATABASE_PORT',
  dataFolder: 'DATA_FOLDER',
  sessionSecret: 'SESSION_SECRET',
  oidcIssuer: 'OIDC_ISSUER',
  oidcClientId: 'OIDC_CLIENT_ID',
  oidcClientSecret: 'OIDC_CLIENT_SECRET',
  oidcPersonalIdClaim: 'OIDC_PERSONAL_ID_CLAIM',
  oidcScope: 'OIDC_SCOPE',
  oidcStandInPort: 'OIDC_STAND_IN_PORT',
  agenciesFile: 'AGENCIES_FILE',
  agenciesStandInPort: 'AGENCIES_STAND_IN_PORT',
  sourcesFile: 'SOURCES_FILE',
  sourcesStandInPort: 'SOURCES_STAND_IN_PORT',
  keysSecretFile: 'KEYS_SECRET_FILE',
  tokenModule: 'TOKEN_MODULE',
  remoteSigningFile: 'REMOTE_SIGNING_FILE',
  tsaUrl: 'TSA_URL',
  authoritiesFolder: 'AUTHORITIES_FOLDER',
  s3Endpoint: 'S3_ENDPOINT',
  s3Bucket: 'S3_BUCKET',
  s3Region: 'S3_REGION',
  s3AccessKey: 'S3_ACCESS_KEY',
  s3SecretKey: 'S3_SECRET_KEY',
  s3SecretKeyFile: 'S3_SECRET_KEY_FILE',
  clamavHost: 'CLAMAV_HOST',
  clamavPort: 'CLAMAV_PORT',
  signingStandInPort: 'SIGNING_STAND_IN_PORT',
  logLevel: 'LOG_LEVEL',
  workerInProcess: 'WORKER_IN_PROCESS',
  uploadLimitMb: 'UPLOAD_LIMIT_MB',
  uploadTotalMb: 'UPLOAD_TOTAL_MB',
  fetchedValuesDays: 'FETCHED_VALUES_DAYS',
  hotline: 'HOTLINE',
  assumptionsFile: 'ASSUMPTIONS_FILE',
} as const satisfies Record<keyof Configuration, string>;
