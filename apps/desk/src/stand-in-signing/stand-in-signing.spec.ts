import { spawnSync } from 'node:child_process';
import { createHash, randomBytes, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { httpTimeStamper, judgePaper, signPaper, type Signer } from '@app/documents';
import { KeyPlaces, STAND_IN_SIGNING } from '@app/signing';
import { renderReserved } from '../../../../libs/signing/src/testing/signing-office.js';
import { startStandInSigning, type StandInSigning } from './start-stand-in-signing.js';

const NOW = Temporal.Instant.from('2026-11-23T02:00:00Z');
const REFERENCE = `${STAND_IN_SIGNING.service}/${STAND_IN_SIGNING.credential}`;
const PAPER = Buffer.from('một tờ giấy');

describe('the stand-ins for signing services', () => {
  let standIn: StandInSigning;
  let folder: string;
  const start = (): Promise<StandInSigning> => startStandInSigning({ host: '127.0.0.1', port: 0, folder, now: () => NOW });
  const faultOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'none', (error: unknown) => (error as { fault?: string }).fault ?? String(error));

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'stand-in-signing-'));
    standIn = await start();
  });
  afterAll(async () => {
    await standIn?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => {
    standIn.stamps.fault = 'none';
    standIn.remote.fault = 'none';
  });

  describe('a remote-signing service', () => {
    let places: KeyPlaces;
    const open = (secret: string = STAND_IN_SIGNING.pin, reference = REFERENCE): Promise<Signer> => places.provider('remote').open({ reference, secret });

    beforeEach(() => {
      const [name, service] = Object.entries(standIn.connections.remoteServices)[0]!;
      places = new KeyPlaces({ keysFolder: folder, remoteServices: { [name]: { ...service, timeoutMs: 700, waitMs: 2500 } } });
    });

    test('signs what its certificate verifies, and a paper that is genuine', async () => {
      const signer = await open();
      expect([signer.algorithm, signer.chain.length]).toEqual(['rsa-sha256', 1]);
      expect(verify('sha256', PAPER, standIn.authorities.credential.certificate.publicKey, await signer.sign(PAPER))).toBe(true);
      const signed = await signPaper(await renderReserved(NOW), { field: 'signature', signer, at: NOW, look: { lines: ['Ký từ xa'], size: 10 } });
      expect(await judgePaper(signed, [standIn.authorities.root.certificate])).toMatchObject({ verdict: 'genuine', signatures: [{ signer: 'Ký số từ xa GIẢ LẬP' }] });
    });

    test('that asks the owner first signs once they agreed, and waits for whoever does not answer', async () => {
      const signer = await open();
      standIn.remote.fault = 'asks';
      expect(verify('sha256', PAPER, standIn.authorities.credential.certificate.publicKey, await signer.sign(PAPER))).toBe(true);
      standIn.remote.fault = 'unanswered';
      expect(await faultOf(signer.sign(PAPER))).toBe('unreachable');
    });

    test.each([['down', 'unreachable'], ['slow', 'unreachable'], ['declined', 'key-refused'], ['wrong-signature', 'key-refused']] as const)('that is %s: %s, and no signature is accepted', async (fault, expected) => {
      const signer = await open();
      standIn.remote.fault = fault;
      expect(await faultOf(signer.sign(PAPER))).toBe(expected);
      standIn.remote.fault = 'none';
      expect(await faultOf(signer.sign(PAPER))).toBe('none');
    });

    test('that ended the token is signed in to anew', async () => {
      const signer = await open();
      standIn.remote.endTokens();
      expect(await faultOf(signer.sign(PAPER))).toBe('none');
    });

    test('refuses a wrong PIN, and nobody says it', async () => {
      const signer = await open('94815207');
      const error: unknown = await signer.sign(PAPER).catch((each: unknown) => each);
      expect(error).toMatchObject({ fault: 'key-refused', message: 'the remote-signing service answered credentials/authorize with 400 invalid_pin' });
      expect(inspect(error, { depth: 20 })).not.toContain('94815207');
    });

    test('knows no other credential, and the desk no other service', async () => {
      expect(await faultOf(open('', `${STAND_IN_SIGNING.service}/khác`))).toBe('key-refused');
      expect(await faultOf(open('', 'khac/mau-01'))).toBe('unreachable');
      expect(await faultOf(open('', 'khac'))).toBe('key-refused');
    });

    test('refuses a desk with another secret', async () => {
      const [name, service] = Object.entries(standIn.connections.remoteServices)[0]!;
      places = new KeyPlaces({ keysFolder: folder, remoteServices: { [name]: { ...service, clientSecret: 'something else' } } });
      expect(await faultOf(open())).toBe('key-refused');
    });
  });

  describe('a time-stamping authority', () => {
    test('stamps a signature with its time', async () => {
      const signer = await new KeyPlaces({ keysFolder: folder, ...standIn.connections }).provider('remote').open({ reference: REFERENCE, secret: STAND_IN_SIGNING.pin });
      const signed = await signPaper(await renderReserved(NOW), { field: 'signature', signer, at: NOW.subtract({ seconds: 5 }), look: { lines: ['x'], size: 10 }, stamper: httpTimeStamper(standIn.connections.timeStampUrl) });
      expect((await judgePaper(signed, [standIn.authorities.root.certificate])).signatures).toMatchObject([{ claimedAt: '2026-11-23T01:59:55Z', stampedAt: '2026-11-23T02:00:00Z', holds: true }]);
    });

    // Another program's eye; where openssl is missing, only ours has looked.
    (spawnSync('openssl', ['version']).error === undefined ? test : test.skip)('gives a token that openssl verifies', async () => {
      const digest = createHash('sha256').update(randomBytes(8)).digest();
      const [token, root] = [path.join(folder, 'token.der'), path.join(folder, 'root.pem')];
      writeFileSync(token, await httpTimeStamper(standIn.connections.timeStampUrl).stamp(digest));
      writeFileSync(root, standIn.authorities.root.certificate.toString());
      const verified = spawnSync('openssl', ['ts', '-verify', '-digest', digest.toString('hex'), '-in', token, '-token_in', '-CAfile', root, '-attime', String(NOW.epochMilliseconds / 1000)], { encoding: 'utf8' });
      expect(`${verified.stdout}${verified.stderr}`).toContain('Verification: OK');
    });

    test('that is away gives none, and the signature waits', async () => {
      standIn.stamps.fault = 'down';
      expect(await faultOf(httpTimeStamper(standIn.connections.timeStampUrl).stamp(createHash('sha256').digest()))).toBe('unreachable');
    });
  });

  test('are those they were after a restart, and fail as somebody at their page says', async () => {
    const again = await start();
    expect(again.authorities.credential.certificate.fingerprint256).toBe(standIn.authorities.credential.certificate.fingerprint256);
    const set = async (what: string, fault: string): Promise<number> => (await fetch(`${again.url}/${what}/fault`, { method: 'POST', body: new URLSearchParams({ fault }), redirect: 'manual' })).status;
    expect([await set('tsa', 'down'), await set('remote', 'declined'), await set('remote', 'no such fault')]).toEqual([303, 303, 303]);
    expect([again.stamps.fault, again.remote.fault]).toEqual(['down', 'declined']);
    const page = await (await fetch(again.url)).text();
    expect(page).toContain('<option value="declined" selected>Người ký từ chối</option>');
    await again.close();
  });
});
