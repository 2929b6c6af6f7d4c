import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { newId, sha256Hex } from '@app/kernel';
import { FileStore } from '@app/storage';
import { placesOfImages } from '../../libs/documents/src/testing/places-of-images.js';
import { startTestDesk, type Answer, type TestDesk, type Visitor } from '../support/desk.js';
import { MARITAL_STATUS, PEOPLE, receiveAtCounter, smallPdf, type Problem } from '../support/steps.js';
import type { FileDto } from '../../apps/desk/src/dossiers/dossier.dto.js';
import type { DraftDto } from '../../apps/desk/src/citizen/citizen.dto.js';

jest.setTimeout(60_000);

const MEGABYTE = 1024 * 1024;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** The beginning of every Windows program. */
const PROGRAM = Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0, ...new Uint8Array(300));
/** A picture of one red dot. */
const PNG = Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64'));

describe('files that people bring', () => {
  let desk: TestDesk;
  let citizen: Visitor;
  const draft = newId();
  const address = `/api/citizen/files?draft=${draft}&component=residence-proof`;

  beforeAll(async () => {
    desk = await startTestDesk();
    citizen = desk.citizen(PEOPLE.single.personalId);
    await citizen.put(`/api/citizen/drafts/${draft}`, { procedureCode: MARITAL_STATUS, data: {} });
  });
  afterAll(() => desk?.stop());

  test('a PDF is kept as it is, under its digest, and can be read again', async () => {
    const pdf = smallPdf();
    const { status, body } = await citizen.upload<FileDto>(address, 'xác nhận cư trú.pdf', pdf);
    expect([status, body.name, body.mediaType, body.size, body.sha256]).toEqual([201, 'xác nhận cư trú.pdf', 'application/pdf', pdf.length, sha256Hex(pdf)]);
    const opened = await citizen.bytes(`/api/citizen/files/${body.id}`);
    expect([opened.status, opened.headers.get('content-type'), opened.headers.get('x-content-type-options')]).toEqual([200, 'application/pdf', 'nosniff']);
    expect(sha256Hex(opened.body)).toBe(sha256Hex(pdf));
  });

  test('a picture is told by its content, whatever it is called', async () => {
    const { status, body } = await citizen.upload<FileDto>(address, 'anh.pdf', PNG);
    expect([status, body.mediaType, body.name]).toEqual([201, 'image/png', 'anh.png']);
  });

  test.each<[string, string, Uint8Array, number, Partial<Problem>]>([
    ['a program called .pdf', 'giay.pdf', PROGRAM, 415, { code: 'file.kind', detail: 'Chỉ nhận tệp PDF, JPEG hoặc PNG; nội dung tệp này là EXE. Hãy chọn tệp khác.' }],
    ['a page of HTML', 'giay.pdf', bytesOf('<!doctype html><script>alert(1)</script>'), 415, { code: 'file.kind' }],
    ['a program behind the name of a picture', 'anh.png', PROGRAM, 415, { code: 'file.kind' }],
    ['nothing at all', 'giay.pdf', new Uint8Array(), 422, { code: 'file.empty' }],
    ['half a PDF', 'giay.pdf', smallPdf().slice(0, 60), 422, { code: 'file.empty' }],
    ['a PDF under a password', 'giay.pdf', bytesOf('%PDF-1.4\ntrailer<</Root 1 0 R/Encrypt 5 0 R>>\n%%EOF\n'), 422, { code: 'file.locked' }],
    ['one byte more than the limit', 'giay.pdf', Buffer.concat([smallPdf(), new Uint8Array(20 * MEGABYTE)]), 413, { code: 'file.too-large', detail: 'Tệp lớn hơn giới hạn 20 MB. Hãy giảm kích thước hoặc chia thành nhiều tệp.' }],
  ])('%s is refused with a way on', async (_what, name, bytes, status, problem) => {
    const answer = await citizen.upload<Problem>(address, name, bytes);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject(problem);
  });

  test('bytes that were changed behind the desk are never sent', async () => {
    const { body } = await citizen.upload<FileDto>(address, 'hong.pdf', smallPdf('sẽ hỏng'));
    const place = path.join(desk.folder, 'files', body.sha256.slice(0, 2), body.sha256.slice(2, 4), body.sha256);
    writeFileSync(place, smallPdf('của người khác'));
    const { status, body: refusal } = await citizen.get<Problem>(`/api/citizen/files/${body.id}`);
    expect([status, refusal.code]).toEqual([500, 'file.damaged']);
    const { body: metrics } = await desk.anonymous().bytes('/metrics');
    expect(new TextDecoder().decode(metrics)).toContain('content_faults_total{fault="damaged"} 1\n');
    await citizen.delete(`/api/citizen/files/${body.id}`);
  });

  test('a request without a file is refused by name of the field', async () => {
    const { status, body } = await citizen.post<Problem>(address, {});
    expect([status, body.fields?.[0]?.pointer]).toEqual([400, '/file']);
  });

  test('of all this the draft holds the two good ones', async () => {
    const { body } = await citizen.get<DraftDto>(`/api/citizen/drafts/${draft}`);
    expect(body.files['residence-proof']!.map(({ name }) => name).toSorted()).toEqual(['anh.png', 'xác nhận cư trú.pdf']);
  });

  test('nobody else finds a file of a draft: not to read, not to remove, not to file', async () => {
    const { body: mine } = await citizen.upload<FileDto>(address, 'rieng.pdf', smallPdf('riêng'));
    const other = desk.citizen(PEOPLE.mother.personalId);
    const clerk = desk.officer('tiepnhan.bienhoa');
    const missing = await other.get<Problem>(`/api/citizen/files/${newId()}`);
    const theirs = await other.get<Problem>(`/api/citizen/files/${mine.id}`);
    const withoutId = ({ requestId: _, ...rest }: Problem): object => rest;
    expect([theirs.status, withoutId(theirs.body)]).toEqual([404, withoutId(missing.body)]);
    expect((await other.delete(`/api/citizen/files/${mine.id}`)).status).toBe(404);
    expect((await other.get(`/api/citizen/drafts/${draft}`)).status).toBe(404);
    expect((await other.put(`/api/citizen/drafts/${draft}`, { procedureCode: MARITAL_STATUS, data: {} })).status).toBe(404);
    const { dossierId } = await receiveAtCounter(clerk, MARITAL_STATUS);
    expect((await clerk.get(`/api/dossiers/${dossierId}/files/${mine.id}`)).status).toBe(404);
    expect((await citizen.get(`/api/citizen/files/${mine.id}`)).status).toBe(200);
  });

  test('the pictures of one paper are pages of one PDF for the officer; a paper without any has none', async () => {
    const clerk = desk.officer('tiepnhan.bienhoa');
    const { dossierId } = await receiveAtCounter(clerk, MARITAL_STATUS);
    const pages = (): Promise<Answer<Uint8Array>> => clerk.bytes(`/api/dossiers/${dossierId}/components/residence-proof/pages.pdf`);
    expect((await pages()).status).toBe(404);
    for (const name of ['mot.png', 'hai.png']) {
      await desk.app.get(FileStore).put(SYSTEM, { content: PNG, name, uploadedBy: { kind: 'system', id: null }, dossierId, componentKey: 'residence-proof' });
    }
    const { status, headers, body } = await pages();
    expect([status, headers.get('content-type'), (await placesOfImages(body)).pages.length]).toEqual([200, 'application/pdf', 2]);
    expect((await desk.officer('tiepnhan.trangbom').bytes(`/api/dossiers/${dossierId}/components/residence-proof/pages.pdf`)).status).toBe(404);
  });

  test('a stranger cannot put a file into somebody’s draft, nor into a dossier they do not see', async () => {
    const other = desk.citizen(PEOPLE.mother.personalId);
    const { dossierId } = await receiveAtCounter(desk.officer('tiepnhan.bienhoa'), MARITAL_STATUS);
    expect((await other.upload(`/api/citizen/files?dossier=${dossierId}&component=residence-proof`, 'x.pdf', smallPdf())).status).toBe(404);
    expect((await desk.officer('tiepnhan.trangbom').upload(`/api/dossiers/${dossierId}/files?component=residence-proof`, 'x.pdf', smallPdf())).status).toBe(404);
    await other.upload(address, 'gieo.pdf', smallPdf('gieo'));
    const { body } = await citizen.get<DraftDto>(`/api/citizen/drafts/${draft}`);
    expect(body.files['residence-proof']!.map(({ name }) => name)).not.toContain('gieo.pdf');
  });

  test('who brought a file takes it back out of the draft', async () => {
    const { body } = await citizen.upload<FileDto>(address, 'nham.pdf', smallPdf('nhầm'));
    expect((await citizen.delete(`/api/citizen/files/${body.id}`)).status).toBe(204);
    expect((await citizen.get(`/api/citizen/files/${body.id}`)).status).toBe(404);
  });
});
