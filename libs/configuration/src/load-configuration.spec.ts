import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { dataPath, StartError } from '@app/kernel';
import { DEMONSTRATION_SECRET, loadConfiguration, readEnvironment, VARIABLES, type Environment } from './index.js';

const PRODUCTION = { MODE: 'production', PUBLIC_URL: 'https://motcua.trangbom.vn/', SESSION_SECRET: 'k'.repeat(40) };

/** The sentences a faulty environment is refused with. */
function faultsOf(environment: Environment): string[] {
  try {
    loadConfiguration(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(StartError);
    return (error as Error).message.split('\n');
  }
  return [];
}

describe('a demonstration', () => {
  test('needs nothing', () => {
    expect({ ...loadConfiguration({}) }).toEqual({
      mode: 'demonstration',
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      dataFolder: dataPath('var'),
      sessionSecret: DEMONSTRATION_SECRET,
      oidcIssuer: 'http://localhost:3001',
      oidcClientId: 'mot-cua',
      oidcClientSecret: DEMONSTRATION_SECRET,
      oidcPersonalIdClaim: 'personal_id',
      oidcScope: 'profile identity',
      oidcStandInPort: 3001,
      agenciesStandInPort: 3002,
      sourcesStandInPort: 3003,
      s3Region: 'us-east-1',
      clamavPort: 3310,
      signingStandInPort: 3004,
      logLevel: 'info',
      workerInProcess: true,
      uploadLimitMb: 20, uploadTotalMb: 200,
      fetchedValuesDays: 3,
      hotline: '',
    });
  });

  test('follows the ports given', () => {
    const { publicUrl, oidcIssuer, port, oidcStandInPort } = loadConfiguration({ PORT: '8080', OIDC_STAND_IN_PORT: '8081' });
    expect({ publicUrl, oidcIssuer, port, oidcStandInPort }).toEqual({
      publicUrl: 'http://localhost:8080', oidcIssuer: 'http://localhost:8081', port: 8080, oidcStandInPort: 8081,
    });
  });

  test('with an identity provider of its own runs no stand-in', () => {
    const given = { OIDC_ISSUER: 'https://id.example.vn', OIDC_CLIENT_ID: 'desk', OIDC_CLIENT_SECRET: 's' };
    expect(loadConfiguration(given).oidcStandInPort).toBeUndefined();
  });
});

describe('production', () => {
  test('takes real values', () => {
    const configuration = loadConfiguration({ ...PRODUCTION, WORKER_IN_PROCESS: 'false', DATA_FOLDER: '/srv/mot-cua', DATABASE_PORT: ' ' });
    expect(configuration).toMatchObject({ mode: 'production', publicUrl: 'https://motcua.trangbom.vn', workerInProcess: false, dataFolder: '/srv/mot-cua' });
    expect(configuration.oidcIssuer).toBeUndefined();
    expect(configuration.databasePort).toBeUndefined();
  });

  test('refuses what a demonstration leaves to defaults', () => {
    expect(faultsOf({ MODE: 'production', OIDC_STAND_IN_PORT: '3001', SESSION_SECRET: DEMONSTRATION_SECRET })).toEqual([
      'PUBLIC_URL is needed in production: the address people type, such as https://motcua.example.vn.',
      'SESSION_SECRET is needed in production and must be your own; "openssl rand -base64 48" makes a good one.',
      'OIDC_STAND_IN_PORT must not be set in production, since the stand-in identity provider lets anyone in.',
    ]);
  });

  test('refuses an identity provider without TLS or with the known secret', () => {
    expect(faultsOf({ ...PRODUCTION, OIDC_ISSUER: 'http://localhost:3001', OIDC_CLIENT_ID: 'mot-cua', OIDC_CLIENT_SECRET: DEMONSTRATION_SECRET })).toEqual([
      'OIDC_ISSUER must begin with https:// in production.',
      "OIDC_CLIENT_SECRET must not be the demonstration's in production.",
    ]);
  });
});

describe('faults', () => {
  test('are told all at once, one sentence per variable', () => {
    const faulty = {
      MODE: 'test', PORT: '70000', PUBLIC_URL: 'motcua', DATABASE_PORT: '5432a', SESSION_SECRET: 'short',
      LOG_LEVEL: 'loud', WORKER_IN_PROCESS: 'yes', UPLOAD_LIMIT_MB: '1.5',
    };
    expect(faultsOf(faulty)).toEqual([
      'MODE must be "demonstration" or "production", but is "test".',
      'PORT must be a port number from 1 to 65535, but is "70000".',
      'PUBLIC_URL must be a web address such as https://motcua.example.vn, but is "motcua".',
      'DATABASE_PORT must be a port number from 1 to 65535, but is "5432a".',
      'SESSION_SECRET must have at least 32 characters; "openssl rand -base64 48" makes a good one.',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, but is "loud".',
      'WORKER_IN_PROCESS must be "true" or "false", but is "yes".',
      'UPLOAD_LIMIT_MB must be a whole number of megabytes from 1 to 500, but is "1.5".',
    ]);
  });

  test.each([
    [{ DATABASE_URL: 'postgresql://mot_cua_app:a@db/mot_cua' }, 'DATABASE_MIGRATOR_URL is needed together with DATABASE_URL.'],
    [{ DATABASE_MIGRATOR_URL: 'postgresql://m:a@db/mot_cua' }, 'DATABASE_URL is needed together with DATABASE_MIGRATOR_URL.'],
    [{ DATABASE_URL: 'postgresql://m:a@db/x', DATABASE_MIGRATOR_URL: 'postgresql://m:a@db/x' }, 'DATABASE_URL must sign in as another role than DATABASE_MIGRATOR_URL.'],
    [{ DATABASE_URL: 'mysql://m:secret@db/x', DATABASE_MIGRATOR_URL: 'postgresql://m:a@db/x' }, 'DATABASE_URL must look like postgresql://user:password@host:5432/database.'],
    [
      { S3_ENDPOINT: 'https://s3.example.vn', S3_BUCKET: 'mot-cua', S3_ACCESS_KEY: 'desk' },
      'S3_SECRET_KEY is needed for an object storage, which is named by S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY or S3_SECRET_KEY_FILE.',
    ],
    [{ S3_ENDPOINT: 'https://s3.example.vn', S3_BUCKET: 'mot-cua', S3_ACCESS_KEY: 'desk', S3_SECRET_KEY: 'a', S3_SECRET_KEY_FILE: 'b' }, 'S3_SECRET_KEY must not be set beside S3_SECRET_KEY_FILE.'],
    [{ S3_ENDPOINT: 'https://s3.example.vn', S3_BUCKET: 'Mot Cua', S3_ACCESS_KEY: 'desk', S3_SECRET_KEY: 'a' }, 'S3_BUCKET must be the name of a bucket such as mot-cua-files, but is "Mot Cua".'],
    [{ OIDC_ISSUER: 'https://id.example.vn', OIDC_CLIENT_ID: 'desk' }, 'OIDC_CLIENT_SECRET is needed together with OIDC_ISSUER.'],
  ])('%j', (environment, sentence) => {
    expect(faultsOf(environment)).toEqual([sentence]);
  });
});

test('.env.example lists each variable once, in order, and is itself a good configuration', () => {
  const lines = readFileSync(dataPath('.env.example'), 'utf8').split('\n').filter((line) => /^[A-Z0-9_]+=/.test(line));
  const pairs = lines.map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]);
  expect(pairs.map(([name]) => name)).toEqual(Object.values(VARIABLES));
  expect({ ...loadConfiguration(Object.fromEntries(pairs)) }).toEqual({ ...loadConfiguration({}) });
});

test('a .env file gives way to what is set already', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-env-'));
  const file = path.join(folder, '.env');
  writeFileSync(file, 'SPEC_SET=file\nSPEC_UNSET=file\n');
  process.env['SPEC_SET'] = 'process';
  expect(readEnvironment(file)).toMatchObject({ SPEC_SET: 'process', SPEC_UNSET: 'file' });
  expect(readEnvironment(path.join(folder, 'missing'))).toEqual(process.env);
  rmSync(folder, { recursive: true });
});
