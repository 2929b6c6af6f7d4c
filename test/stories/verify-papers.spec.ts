import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { seedKeys } from '@app/demonstration';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { prepare, toApproval, type Preparation } from '../support/prepare.js';
import { MARITAL_STATUS, MATTERS, cast, smallPdf } from '../support/steps.js';

jest.setTimeout(120_000);

let desk: TestDesk;
let people: ReturnType<typeof cast>;
let marital: Preparation;
let id: string;
let token: string;
let secret: string;
let owner: { name: string; number: string };

const rows = <T>(sql: string, params: unknown[] = []): Promise<T[]> => desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<T>(sql, params));
const result = async (): Promise<Uint8Array> => (await people.records.bytes(`/api/dossiers/${id}/papers/form/result.pdf`)).body;

/** Uploads a file on the public page; answers its heading and the sentence below it. */
async function check(bytes: Uint8Array): Promise<{ status: number; title: string; html: string }> {
  const form = new FormData();
  form.append('file', new Blob([Uint8Array.from(bytes)], { type: 'application/pdf' }), 'giay.pdf');
  const response = await fetch(`${desk.url}/kiem-tra`, { method: 'POST', body: form });
  const html = await response.text();
  return { status: response.status, title: /<h1>([^<]*)<\/h1>/u.exec(html)?.[1] ?? '', html };
}

const compare = (said: string, revision = 1): Promise<Response> =>
  fetch(`${desk.url}/verify/${token}/${revision}`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ secret: said }) });

const decide = (correction = false): ReadonlyArray<readonly [string, string]> => [
  ...(correction ? [['tiepnhan.bienhoa', 'handOver'], ['hotich.bienhoa', 'acknowledge'], ['hotich.bienhoa', 'submitForApproval']] as const : []),
  ['chutich.bienhoa', 'approveAndSign'],
];

beforeAll(async () => {
  desk = await startTestDesk('2026-11-23T08:30');
  people = cast(desk);
  marital = await prepare(desk, MARITAL_STATUS);
  await seedKeys({ asMigrator: desk.asOwner, keysFolder: path.join(desk.folder, 'keys'), now: desk.clock.now(), units: ['c26068'] });
  id = await marital.receive();
  await marital.go(id, [...toApproval(), ...decide()]);
  await desk.drain();
  const [dossier] = await rows<{ qr_token: string; look_up_secret: string; full_name: string; personal_id: string }>(
    `select d.qr_token, d.look_up_secret, p.full_name, p.personal_id from dossier d join dossier_person p on p.dossier_id = d.id and p.role = 'owner' where d.id = $1`, [id]);
  ({ qr_token: token, look_up_secret: secret } = dossier!);
  owner = { name: dossier!.full_name, number: dossier!.personal_id };
  expect(owner.number).toBe(MATTERS[MARITAL_STATUS]!.owner);
});
afterAll(() => desk?.stop());

describe('anybody may have a file judged', () => {
  let issued: Uint8Array;
  let signedOnly: Uint8Array;

  test('signed only, it is no paper yet', async () => {
    signedOnly = await result();
    const { status, title, html } = await check(signedOnly);
    expect([status, title]).toEqual([200, 'Giấy chưa hoàn tất']);
    expect(html).toContain('<dt>Chữ ký số</dt>');
  });

  test('sealed but not announced, it is not to be relied on', async () => {
    await marital.go(id, [['vanthu.bienhoa', 'number'], ['vanthu.bienhoa', 'seal']]);
    await desk.drain();
    issued = await result();
    expect((await check(issued)).title).toBe('Giấy chưa được thông báo trả');
  });

  test('announced, it is genuine, signed and sealed by whom it says; nothing is told of its owner', async () => {
    await marital.go(id, [['vanthu.bienhoa', 'handOver'], ['tiepnhan.bienhoa', 'acknowledge'], ['tiepnhan.bienhoa', 'resultReady']]);
    const { title, html } = await check(issued);
    expect(title).toBe('Giấy đúng là giấy đã cấp');
    expect(html).toMatch(/<dt>Chữ ký số<\/dt><dd>[^<]+: hợp lệ<\/dd>\n<dt>Con dấu số<\/dt><dd>Ủy ban nhân dân phường Biên Hoà, [^<]+: hợp lệ<\/dd>/u);
    expect(html).toContain('<dt>Số</dt><dd>01/UBND-XNTTHN</dd>');
    expect([html.includes(owner.name), html.includes(owner.number)]).toEqual([false, false]);
  });

  test('with one byte flipped it is altered, wherever that byte is', async () => {
    for (const at of [300, Math.floor(issued.length / 3), issued.length - 40_000]) {
      const flipped = Uint8Array.from(issued);
      flipped[at]! ^= 1;
      expect([at, (await check(flipped)).title]).toEqual([at, 'Tệp đã bị sửa']);
    }
  });

  test('a file of somebody else is not ours, and what is no PDF cannot be read', async () => {
    expect((await check(smallPdf())).title).toBe('Không phải giấy do hệ thống này cấp');
    expect((await check(new TextEncoder().encode('ảnh chụp'))).title).toBe('Không đọc được tệp');
  });

  test('nothing chosen is said so, in its place', async () => {
    const response = await fetch(`${desk.url}/kiem-tra`, { method: 'POST', body: new FormData() });
    expect([response.status, await response.text()]).toEqual([422, expect.stringContaining('Hãy chọn một tệp PDF.')]);
  });

  test('revoked, it says so, and so does its code', async () => {
    await desk.asOwner.transaction(SYSTEM, async (tx) => {
      const { id: paperId, person_id } = await tx.one<{ id: string; person_id: string }>(`select id, person_id from paper_on_file where dossier_id = $1 and kind = 'marital-status-certificate'`, [id]);
      await tx.execute(`insert into paper_revocation (paper_id, person_id, reason, authority, revoked_on) values ($1, $2, 'Cấp không đúng thẩm quyền', 'Ủy ban nhân dân phường Biên Hoà', '2026-11-23')`, [paperId, person_id]);
    });
    expect((await check(issued)).title).toBe('Giấy này đã bị thu hồi');
    expect(await (await fetch(`${desk.url}/verify/${token}/1`)).text()).toContain('<h1>Giấy này đã bị thu hồi</h1>');
  });
});

describe('a print', () => {
  test('is compared with the paper itself, which only the secret of the dossier opens', async () => {
    expect((await compare('ZZZZZZ')).status).toBe(404);
    const opened = await compare(secret.toLowerCase());
    expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(Buffer.from(await opened.arrayBuffer()).equals(Buffer.from(await result()))).toBe(true);
    expect((await compare(secret, 2)).status).toBe(404);
  });

  test('its code tells who signed and sealed, and when', async () => {
    const page = await (await fetch(`${desk.url}/verify/${token}/1`)).text();
    expect(page).toMatch(/Ký số: [^<]+, 08 giờ 30 phút, ngày 23 tháng 11 năm 2026<br>Đóng dấu số: Ủy ban nhân dân phường Biên Hoà, /u);
    expect([page.includes(owner.name), page.includes(owner.number)]).toEqual([false, false]);
  });
});

describe('a corrected paper', () => {
  test('is called superseded, and names the one in force', async () => {
    const before = await result();
    await marital.go(id, [['tiepnhan.bienhoa', 'returnResult', { recipient: 'Chính chủ' }], ['tiepnhan.bienhoa', 'openCorrection', { reason: 'clerical-error' }], ...decide(true)]);
    await desk.drain();
    await marital.go(id, [['vanthu.bienhoa', 'number'], ['vanthu.bienhoa', 'seal']]);
    await desk.drain();
    await marital.go(id, [['vanthu.bienhoa', 'handOver'], ['tiepnhan.bienhoa', 'acknowledge'], ['tiepnhan.bienhoa', 'resultReady']]);
    // Revoked is the graver word of a paper that is both.
    await desk.asOwner.transaction(SYSTEM, (tx) => tx.execute('delete from paper_revocation'));
    const { title, html } = await check(before);
    expect(title).toBe('Giấy này đã được thay thế');
    expect(html).toContain('Bản đang có giá trị: số 02/UBND-XNTTHN');
    expect((await check(await result())).title).toBe('Giấy đúng là giấy đã cấp');
  });
});
