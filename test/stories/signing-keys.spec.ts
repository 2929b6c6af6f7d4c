import { spawn } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { seedKeys } from '@app/demonstration';
import { judgePaper, makeAuthority, makeCertificate, signPaper, writePkcs12, type CertifiedKey } from '@app/documents';
import { SigningKeys, type RegisteredKey } from '@app/signing';
import type { SigningKeysDto } from '../../apps/desk/src/admin/signing-keys.dto.js';
import { renderReserved } from '../../libs/signing/src/testing/signing-office.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';

jest.setTimeout(240_000);

const COMMUNE = 'c26068';
const PASSWORD = 'mật khẩu của tệp 17';
let desk: TestDesk;

/** Runs `admin keys …` as an operator does, beside the running desk. */
async function admin(args: readonly string[], input = ''): Promise<{ code: number; out: string; errors: string }> {
  const child = spawn(process.execPath, ['--import', './test/support/source-loader.mjs', 'apps/admin/src/main.ts', 'keys', ...args], {
    env: { PATH: process.env['PATH'] ?? '', MODE: 'demonstration', DATA_FOLDER: desk.folder, DATABASE_URL: desk.scratch.applicationUrl, DATABASE_MIGRATOR_URL: desk.scratch.migratorUrl },
  });
  child.stdin.end(input);
  const [out, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), new Promise<number>((resolve) => void child.once('exit', (ended) => resolve(ended ?? -1)))]);
  return { code, out, errors };
}

const seen = async (login: string): Promise<SigningKeysDto> => {
  const { status, body } = await desk.officer(login).get<SigningKeysDto>('/api/admin/signing-keys');
  expect(status).toBe(200);
  return body;
};

beforeAll(async () => {
  desk = await startTestDesk('2026-11-23T08:30', { withSigning: true });
  await seedKeys({ asMigrator: desk.asOwner, keysFolder: path.join(desk.folder, 'keys'), now: desk.clock.now(), units: [COMMUNE] });
});
afterAll(() => desk?.stop());

describe('the keys of the demonstration', () => {
  test('are the seal of each unit with a leader and one for each leader; a second seed makes none', async () => {
    const { own, keys } = await seen('chutich.bienhoa');
    expect(keys.map(({ kind, ownerName, subject, issuer, hasImage, daysLeft }) => [kind, ownerName, subject === ownerName, issuer, hasImage, daysLeft])).toEqual([
      ['unit', 'Ủy ban nhân dân phường Biên Hoà', true, 'Gốc chứng thư MẪU của bản trình diễn', true, 1095],
      ['officer', 'Đặng Hoàng Nam', true, 'Gốc chứng thư MẪU của bản trình diễn', false, 1095],
      ['officer', 'Bùi Thị Lan Chi', true, 'Gốc chứng thư MẪU của bản trình diễn', false, 1095],
    ]);
    expect(own?.ownerName).toBe('Đặng Hoàng Nam');
    expect(await seedKeys({ asMigrator: desk.asOwner, keysFolder: path.join(desk.folder, 'keys'), now: desk.clock.now(), units: [COMMUNE] })).toBe(0);
  });

  test('sign and seal a paper in the running desk, stamped by the stand-in', async () => {
    const keys = desk.app.get(SigningKeys);
    const now = desk.clock.now();
    const seal = await keys.open({ kind: 'unit', id: COMMUNE }, now);
    const sealed = await signPaper(await renderReserved(now), { field: 'seal', signer: seal.signer, at: now, look: { image: seal.image!, size: 8 }, stamper: keys.stamper()! });
    expect(await judgePaper(sealed, await keys.authorities())).toMatchObject({ verdict: 'genuine', signatures: [{ signer: 'Ủy ban nhân dân phường Biên Hoà', stampedAt: '2026-11-23T01:30:00Z' }] });
  });
});

describe('whoever answers for a unit', () => {
  test('sees its keys and no others; an administrator those of the whole province', async () => {
    expect((await seen('chutich.trangbom')).keys).toEqual([]);
    expect((await seen('chutich.trangbom')).own).toBeUndefined();
    expect((await seen('quantri')).keys).toHaveLength(3);
    expect((await desk.officer('tiepnhan.bienhoa').get('/api/admin/signing-keys')).status).toBe(403);
  });

  test('never reads what opens a key', async () => {
    const { body } = await desk.officer('quantri').get<object>('/api/admin/signing-keys');
    expect(JSON.stringify(body)).not.toMatch(/secret|sealed|certificate"|reference/i);
  });
});

describe('an operator', () => {
  let added: string;

  beforeAll(async () => {
    const validity = { from: Temporal.Now.instant().subtract({ hours: 1 }), until: Temporal.Now.instant().add({ hours: 24 * 20 }) };
    const authority: CertifiedKey = await makeAuthority({ name: 'Gốc thử', organisation: 'Thử' }, validity);
    const file = await writePkcs12(await makeCertificate(authority, { name: 'Lê Quang Vinh', organisation: 'UBND' }, validity), [authority.certificate.raw], PASSWORD, 2000);
    writeFileSync(path.join(desk.folder, 'vinh.p12'), file);
  });
  const add = (input: string, ...more: readonly string[]): ReturnType<typeof admin> =>
    admin(['add', '--owner', 'officer:chutich.trangbom', '--by', 'quantri', '--file', path.join(desk.folder, 'vinh.p12'), ...more], input);

  test('registers a key file with its password, which a wrong one does not open and nothing repeats', async () => {
    const wrong = await add('sai mật khẩu 99\n');
    expect([wrong.code, wrong.errors.trim()]).toEqual([1, 'The key cannot be used: the key file does not open.']);
    const right = await add(`${PASSWORD}\n`);
    expect([right.code, right.out.replace(/[0-9a-f-]{36}/, 'ID').trim()]).toEqual([0, 'officer:chutich.trangbom has the key ID.']);
    added = /[0-9a-f-]{36}/.exec(right.out)![0];
    expect(`${wrong.out}${wrong.errors}${right.out}${right.errors}`).not.toMatch(new RegExp(`${PASSWORD}|sai mật khẩu 99`));
    const again = await add(PASSWORD);
    expect([again.code, again.errors]).toEqual([1, expect.stringContaining('say why it is replaced, or revoke it first')]);
  });

  test('is warned of a key that ends within thirty days, and of one whose file is gone', async () => {
    const { code, out } = await admin(['check', '--json']);
    const checked = (JSON.parse(out) as Array<{ id: string; daysLeft: number; fault?: string }>).find(({ id }) => id === added)!;
    expect([code, checked.daysLeft, checked.fault]).toEqual([1, 19, undefined]);
    expect((await seen('chutich.trangbom')).own?.subject).toBe('Lê Quang Vinh');
    const gone = (await seen('chutich.bienhoa')).own!.id;
    const file = path.join(desk.folder, 'keys', `${gone}.p12`);
    renameSync(file, `${file}.away`);
    const { out: told } = await admin(['check']);
    renameSync(`${file}.away`, file);
    expect(told).toContain(`WARNING ${gone}  Đặng Hoàng Nam: `);
    expect(told).toContain(`days left, unreachable: the key file ${gone}.p12 cannot be read`);
    expect(told.match(/^WARNING/gm)).toHaveLength(2);
  });

  test('revokes it with a reason, which is listed; it cannot be revoked twice', async () => {
    expect((await admin(['revoke', added, '--reason', 'Hết nhiệm kỳ', '--by', 'quantri'])).code).toBe(0);
    const { out } = await admin(['list', '--json']);
    const listed = (JSON.parse(out) as RegisteredKey[]).find(({ id }) => id === added)!;
    expect([listed.ownerName, listed.revoked?.reason, listed.revoked?.by]).toEqual(['Lê Quang Vinh', 'Hết nhiệm kỳ', 'Nguyễn Văn Quản']);
    const twice = await admin(['revoke', added, '--reason', 'x', '--by', 'quantri']);
    expect([twice.code, twice.errors.trim()]).toEqual([1, `There is no key ${added} in force; "keys list" names them.`]);
    expect((await seen('chutich.trangbom')).own).toBeUndefined();
  });

  test('is told what to say', async () => {
    const { code, errors } = await admin(['add', '--owner', 'nobody']);
    expect([code, errors.split('\n')[0]]).toEqual([1, 'Say what: npm run -s admin -- keys']);
  });
});
