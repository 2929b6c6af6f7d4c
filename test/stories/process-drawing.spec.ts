import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { BIRTH, PEOPLE, act, cast, receiveAtCounter, type Problem } from '../support/steps.js';

jest.setTimeout(60_000);

let desk: TestDesk;
let id: string;

beforeAll(async () => {
  desk = await startTestDesk('2026-11-23T08:30');
  const { clerk } = cast(desk);
  id = (await receiveAtCounter(clerk, BIRTH)).dossierId;
});
afterAll(() => desk?.stop());

/** The drawing as text, whatever its type says. */
async function drawing(who: Visitor, address: string): Promise<{ status: number; svg: string; headers: Headers }> {
  const { status, bytes, headers } = await who.bytes(address).then(({ status, body, headers }) => ({ status, bytes: body, headers }));
  return { status, svg: new TextDecoder().decode(bytes), headers };
}
const here = (svg: string): number => svg.split('>Đang ở đây<').length - 1;
const passed = (svg: string): number => svg.split('url(#passed)').length - 1;

test('the clerk sees where the dossier is and the way it went', async () => {
  const { clerk, registrar } = cast(desk);
  const first = await drawing(clerk, `/api/dossiers/${id}/process.svg`);
  expect(first.status).toBe(200);
  expect([here(first.svg), passed(first.svg)]).toEqual([1, 2]);
  expect(first.svg).toContain('Đang ở đây: Chuyển hồ sơ đến bộ phận tư pháp.');
  // The units have the names they have here, not the words of the process.
  expect(first.svg).not.toContain('commune/');

  await act(clerk, id, 'handOver');
  await act(registrar, id, 'acknowledge');
  const then = await drawing(clerk, `/api/dossiers/${id}/process.svg?lang=en`);
  expect(passed(then.svg)).toBe(4);
  expect(then.svg).toContain(' lang="en"');
  expect(then.svg).toContain('It is here: Examination');
});

test('it is a picture and nothing else: no cache keeps it, no script may run in it', async () => {
  const { headers } = await drawing(cast(desk).clerk, `/api/dossiers/${id}/process.svg`);
  expect(headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'self'; sandbox");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('private, no-store');
});

test('whoever may not see the dossier is told what is told of a missing one', async () => {
  const other = cast(desk, 'trangbom').clerk;
  const strange = await other.get<Problem>(`/api/dossiers/${id}/process.svg`);
  const missing = await other.get<Problem>('/api/dossiers/01a20000-0000-7000-8000-000000000000/process.svg');
  expect([strange.status, missing.status]).toEqual([404, 404]);
  expect({ ...strange.body, requestId: '', instance: '' }).toEqual({ ...missing.body, requestId: '', instance: '' });
  expect((await desk.anonymous().get(`/api/dossiers/${id}/process.svg`)).status).toBe(401);
  expect((await desk.citizen(PEOPLE.mother.personalId).get(`/api/dossiers/${id}/process.svg`)).status).toBe(403);
});

test('an administrator sees the process of a version, without any dossier', async () => {
  const administrator = desk.officer('quantri');
  const { status, svg } = await drawing(administrator, `/api/admin/procedures/${BIRTH}/versions/1/process.svg`);
  expect([status, here(svg), passed(svg)]).toEqual([200, 0, 0]);
  expect(svg).toContain('<title id="title">Sơ đồ quy trình: Thủ tục đăng ký khai sinh</title>');
  expect((await administrator.get<Problem>(`/api/admin/procedures/${BIRTH}/versions/99/process.svg`)).body.code).toBe('procedure.version-missing');
  expect((await drawing(administrator, `/api/admin/procedures/${BIRTH}/versions/1/process.svg?lang=fr`)).svg).toBe(svg);
  expect((await cast(desk).clerk.get<Problem>(`/api/admin/procedures/${BIRTH}/versions/1/process.svg`)).body.code).toBe('permission.missing');
});

test('what is being written is drawn beside what is in force', async () => {
  const administrator = desk.officer('quantri');
  expect((await administrator.post(`/api/admin/procedures/${BIRTH}/draft`, {})).status).toBe(200);
  const draft = await drawing(administrator, `/api/admin/procedures/${BIRTH}/draft/process.svg`);
  const version = await drawing(administrator, `/api/admin/procedures/${BIRTH}/versions/1/process.svg`);
  expect(draft.status).toBe(200);
  expect(draft.svg).toBe(version.svg);
});
