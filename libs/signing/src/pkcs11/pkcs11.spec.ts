import { spawnSync } from 'node:child_process';
import { createPrivateKey, createSign, generateKeyPairSync, verify, type KeyObject, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { load } from 'koffi';
import { SYSTEM } from '@app/database';
import { judgePaper, signPaper, type CertifiedKey } from '@app/documents';
import { openSigningOffice, renderReserved, type SigningOffice } from '../testing/signing-office.js';
import { attributes, Cryptoki, word } from './cryptoki.js';
import { derSignature } from './der-signature.js';
import { Pkcs11Provider } from './pkcs11-provider.js';
import { ATTRIBUTE, CLASS, withToken } from './token.js';

const LIBRARY = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so', '/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so', '/opt/homebrew/lib/softhsm/libsofthsm2.so'].find(existsSync);
const hasSoftHsm = LIBRARY !== undefined && ['softhsm2-util', 'openssl'].every((program) => spawnSync(program, ['--version']).error === undefined);
const [LABEL, PIN] = ['Con dấu thử', '83920174'];
const READ_WRITE = 2;

describe('the DER form of an ECDSA signature', () => {
  test('verifies as the two numbers did', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      const pair = createSign('sha256').update(bytes).sign({ key: privateKey, dsaEncoding: 'ieee-p1363' });
      expect(verify('sha256', bytes, publicKey, derSignature(pair))).toBe(true);
    }));
  });

  test('has no needless zeros, and no negative number', () => {
    expect(Buffer.from(derSignature(Buffer.from('0000017f00000080', 'hex'))).toString('hex')).toBe('30080202017f02020080');
  });
});

test('a library that is not there, or none, is unreachable', async () => {
  const fault = (library: string): Promise<unknown> => new Pkcs11Provider(library).open({ reference: 'Token/01', secret: PIN }).catch((error: { fault?: string }) => error.fault);
  expect(await fault('/nowhere/lib.so')).toBe('unreachable');
  expect(await new Pkcs11Provider('/nowhere/lib.so').open({ reference: 'Token', secret: PIN }).catch((error: { fault?: string }) => error.fault)).toBe('key-refused');
});

// Debian: softhsm2. Where it is missing, no token answers and there is nothing to sign with.
(hasSoftHsm ? describe : describe.skip)(`keys on a token (SoftHSM2${hasSoftHsm ? '' : ': skipped, for softhsm2 or openssl is not installed'})`, () => {
  let office: SigningOffice;
  let folder: string;
  let provider: Pkcs11Provider;
  let curve: CertifiedKey;
  let rsa: X509Certificate;

  const util = (...args: readonly string[]): void => {
    const { status, stdout, stderr } = spawnSync('softhsm2-util', args, { encoding: 'utf8', env: { ...process.env, SOFTHSM2_CONF: path.join(folder, 'softhsm2.conf') } });
    if (status !== 0) throw new Error(`softhsm2-util ${args[0]}: ${stdout}${stderr}`);
  };
  const importKey = (key: KeyObject, id: string): void => {
    const file = path.join(folder, `${id}.pem`);
    writeFileSync(file, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    util('--import', file, '--token', LABEL, '--label', `khoá ${id}`, '--id', id, '--pin', PIN);
  };
  const faultOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'none', (error: unknown) => (error as { fault?: string }).fault ?? String(error));

  beforeAll(async () => {
    office = await openSigningOffice();
    folder = mkdtempSync(path.join(tmpdir(), 'softhsm-'));
    mkdirSync(path.join(folder, 'tokens'));
    writeFileSync(path.join(folder, 'softhsm2.conf'), `directories.tokendir = ${path.join(folder, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`);
    // Jest's own process.env does not reach the environment of C.
    load(null).func('int setenv(const char *name, const char *value, int overwrite)')('SOFTHSM2_CONF', path.join(folder, 'softhsm2.conf'), 1);
    util('--init-token', '--free', '--label', LABEL, '--pin', PIN, '--so-pin', '99887766');
    curve = await office.certify('Đơn vị thử');
    importKey(curve.key, '01');
    importKey(createPrivateKey(spawnSync('openssl', ['genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'], { encoding: 'utf8' }).stdout), '02');
    provider = new Pkcs11Provider(LIBRARY!);
  }, 120_000);
  afterAll(async () => {
    await office?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('of a curve and of RSA sign what their certificate verifies', async () => {
    const signer = await provider.open({ reference: `${LABEL}/01`, secret: PIN, certificates: [curve.certificate.raw, office.authority.certificate.raw] });
    expect([signer.algorithm, signer.chain.length]).toEqual(['ecdsa-sha256', 1]);
    const bytes = Buffer.from('một tờ giấy');
    expect(verify('sha256', bytes, curve.certificate.publicKey, await signer.sign(bytes))).toBe(true);
    rsa = rsaCertificate(path.join(folder, '02.pem'));
    const other = await provider.open({ reference: `${LABEL}/02`, secret: PIN, certificates: [rsa.raw] });
    expect([other.algorithm, verify('sha256', bytes, rsa.publicKey, await other.sign(bytes))]).toEqual(['rsa-sha256', true]);
  });

  test('sign a paper that is genuine, with the certificates that lie on the token', async () => {
    await putCertificates(LIBRARY!, [['01', curve.certificate], ['77', office.authority.certificate]]);
    const { keys, registry } = office.open({ tokenModule: LIBRARY! });
    const owner = { kind: 'unit', id: office.unitId } as const;
    await office.database.transaction(SYSTEM, (tx) => registry.add(tx, { owner, key: { provider: 'pkcs11', reference: `${LABEL}/01` }, secret: PIN, by: office.officerId, at: office.now }));
    const { signer, name } = await keys.open(owner, office.now);
    const signed = await signPaper(await renderReserved(office.now), { field: 'seal', signer, at: office.now, look: { lines: [name], size: 8 } });
    expect(await judgePaper(signed, await keys.authorities())).toMatchObject({ verdict: 'genuine', signatures: [{ signer: 'Đơn vị thử', holds: true, isKnown: true }] });
  });

  test('many at once take their turns', async () => {
    const signer = await provider.open({ reference: `${LABEL}/01`, secret: PIN });
    const papers = Array.from({ length: 12 }, (_, index) => Buffer.from(`tờ ${index}`));
    const signatures = await Promise.all(papers.map((paper) => signer.sign(paper)));
    expect(papers.every((paper, index) => verify('sha256', paper, curve.certificate.publicKey, signatures[index]!))).toBe(true);
  });

  test('are refused for a wrong PIN, which is not tried again and said nowhere; for no such key; for no certificate', async () => {
    const error: unknown = await provider.open({ reference: `${LABEL}/01`, secret: '11110000' }).catch((each: unknown) => each);
    expect(error).toMatchObject({ fault: 'key-refused', message: 'the PKCS #11 module refused C_Login with 0xa0' });
    await expect(provider.open({ reference: `${LABEL}/01`, secret: '11110000' })).rejects.toMatchObject({ fault: 'key-refused', message: `the token ${LABEL} refused this PIN before and is not asked again` });
    expect(JSON.stringify(error)).not.toContain('11110000');
    expect(await faultOf(provider.open({ reference: `${LABEL}/01`, secret: PIN }))).toBe('none');
    expect(await faultOf(provider.open({ reference: `${LABEL}/55`, secret: PIN }))).toBe('key-refused');
    expect(await faultOf(provider.open({ reference: `${LABEL}/02`, secret: PIN }))).toBe('key-refused');
  });

  test('wait for a token that is not there', async () => {
    expect(await faultOf(provider.open({ reference: 'Token khác/01', secret: PIN }))).toBe('unreachable');
  });

  test('that were taken away after they were opened do not sign', async () => {
    const signer = await provider.open({ reference: `${LABEL}/01`, secret: PIN });
    const [token] = readdirSync(path.join(folder, 'tokens'));
    renameSync(path.join(folder, 'tokens', token!), path.join(folder, 'taken'));
    expect(await faultOf(signer.sign(Buffer.from('x')))).toBe('unreachable');
    renameSync(path.join(folder, 'taken'), path.join(folder, 'tokens', token!));
  });

  /** A certificate for the RSA key, by openssl: our authority makes keys of its own. */
  function rsaCertificate(key: string): X509Certificate {
    return new X509Certificate(spawnSync('openssl', ['req', '-x509', '-key', key, '-subj', '/CN=RSA', '-days', '30'], { encoding: 'utf8' }).stdout);
  }
});

/** Puts certificates on the token, as whoever issues one does. */
async function putCertificates(library: string, list: ReadonlyArray<readonly [id: string, certificate: X509Certificate]>): Promise<void> {
  const module = await Cryptoki.open(library);
  for (const [id, certificate] of list) {
    await withToken(module, LABEL, PIN, async (_, session) => {
      const object = attributes([
        [ATTRIBUTE.class, word(CLASS.certificate)], [ATTRIBUTE.certificateType, word(0)], [ATTRIBUTE.token, Buffer.of(1)],
        [ATTRIBUTE.id, Buffer.from(id, 'hex')], [ATTRIBUTE.subject, Buffer.from(certificate.subject)], [ATTRIBUTE.value, certificate.raw],
      ]);
      await module.call('C_CreateObject', [session, object, 6, word(0)]);
    }, READ_WRITE);
  }
}
