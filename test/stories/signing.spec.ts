import { X509Certificate } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { seedKeys } from '@app/demonstration';
import { judgePaper } from '@app/documents';
import { KeyRegistry, SigningKeys } from '@app/signing';
import type { CitizenDossierDto } from '../../apps/desk/src/citizen/citizen.dto.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { prepare, toApproval, type Preparation } from '../support/prepare.js';
import { BIRTH, MARITAL_STATUS, MATTERS, cast, pdfText, read, refusedAct, tryAct } from '../support/steps.js';

jest.setTimeout(120_000);

let desk: TestDesk;
let people: ReturnType<typeof cast>;
let marital: Preparation;

const rows = <T>(sql: string, params: unknown[] = []): Promise<T[]> => desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<T>(sql, params));
const stepOf = async (id: string): Promise<unknown> => (await rows<{ value: unknown }>('select value from dossier where id = $1', [id]))[0]!.value;
const offered = async (login: string, id: string): Promise<string[]> => (await read(desk.officer(login), id)).acts.filter(({ beside }) => !beside).map(({ event }) => event);
const trusted = async (): Promise<readonly X509Certificate[]> => desk.app.get(SigningKeys).authorities();

/** A dossier that waits for its leader. */
async function atApproval(preparation: Preparation): Promise<string> {
  const id = await preparation.receive();
  await preparation.go(id, [...toApproval()]);
  return id;
}

/** The results the owner may open. */
async function resultsOfCitizen(id: string): Promise<Uint8Array[]> {
  const citizen = desk.citizen(MATTERS[MARITAL_STATUS]!.owner);
  const { papers } = (await citizen.get<CitizenDossierDto>(`/api/citizen/dossiers/${id}`)).body;
  return Promise.all(papers.filter(({ form }) => form === 'result').map(async (paper) => (await citizen.bytes(`/api/citizen/dossiers/${id}/papers/${paper.id}.pdf`)).body));
}

/** Ends the key somebody has. */
async function revoke(owner: 'officer' | 'unit', which: string): Promise<void> {
  const [key] = await rows<{ id: string; by: string }>(
    owner === 'officer'
      ? `select k.id, o.id as by from signing_key k join officer o on o.id = k.officer_id where o.login = $1 and k.revoked_at is null`
      : `select k.id, k.added_by as by from signing_key k where k.unit_id = $1 and k.revoked_at is null`, [which]);
  await desk.asOwner.transaction(SYSTEM, (tx) => desk.app.get(KeyRegistry).revoke(tx, { id: key!.id, by: key!.by, reason: 'mất thiết bị', at: desk.clock.now() }));
}

beforeAll(async () => {
  desk = await startTestDesk('2026-11-23T08:30');
  people = cast(desk);
  marital = await prepare(desk, MARITAL_STATUS);
  await seedKeys({ asMigrator: desk.asOwner, keysFolder: path.join(desk.folder, 'keys'), now: desk.clock.now(), units: ['c26068'] });
});
afterAll(() => desk?.stop());

describe('a decision is signed, numbered and sealed with keys', () => {
  let id: string;

  test('the chairman, who has a key, is offered to sign at once; signing is an effect, and nothing may be numbered before it is done', async () => {
    id = await atApproval(marital);
    expect(await offered('chutich.bienhoa', id)).toEqual(['approveAndSign', 'approve', 'sendBack', 'refuseAndSign', 'refuse', 'stop']);
    await marital.go(id, [['chutich.bienhoa', 'approveAndSign']]);
    expect([await stepOf(id), (await read(people.chairman, id)).awaiting]).toEqual([{ processing: { approve: 'signing' } }, 'signature']);
    expect((await refusedAct(people.records, id, 'number')).code).toBe('permission.missing');
    await desk.drain();
    expect(await stepOf(id)).toEqual({ processing: { number: 'working' } });
  });

  test('the paper the records clerk sees is the signed one, still without a number', async () => {
    const { body } = await people.records.bytes(`/api/dossiers/${id}/papers/form/result.pdf`);
    const { verdict, signatures } = await judgePaper(body, await trusted());
    expect([verdict, signatures.map(({ field, holds }) => [field, holds])]).toEqual(['genuine', [['signature', true]]]);
    expect(await pdfText(body)).not.toContain('[number:');
  });

  test('numbered and sealed it is issued once, genuine, with both names, and says its number and day', async () => {
    await marital.go(id, [['vanthu.bienhoa', 'number'], ['vanthu.bienhoa', 'seal']]);
    expect(await stepOf(id)).toEqual({ processing: { number: 'sealing' } });
    expect((await read(people.records, id)).papers.filter(({ form }) => form === 'result')).toEqual([]);
    await desk.drain();
    expect(await stepOf(id)).toEqual({ processing: { handBack: 'ready' } });
    const { papers, signing } = await read(people.records, id);
    const issued = papers.filter(({ form }) => form === 'result');
    expect(issued).toMatchObject([{ number: '01/UBND-XNTTHN' }]);
    expect(signing?.done.map(({ kind, signer }) => [kind, signer])).toEqual([
      ['signature', signers.chairman], ['number', undefined], ['seal', signers.commune],
    ]);
    const { body } = await people.records.bytes(`/api/dossiers/${id}/papers/${issued[0]!.id}.pdf`);
    const { verdict, signatures } = await judgePaper(body, await trusted());
    expect([verdict, signatures.map(({ field, signer, later }) => [field, signer, later])]).toEqual([
      'genuine', [['signature', signers.chairman, 'permitted'], ['seal', signers.commune, 'none']],
    ]);
    expect(await pdfText(body)).toMatch(/\/UBND-XNTTHN.*\[number: 01\] \[day: 23\] \[month: 11\] \[year: 2026\]/);
  });

  test('each of the three revisions begins with the bytes of the one before', async () => {
    const digests = await rows<{ sha256: string; size: number }>('select sha256, size from paper_revision where dossier_id = $1 order by seq', [id]);
    const bytes = await Promise.all(digests.map(({ sha256 }) => readFile(path.join(desk.folder, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256))));
    expect(bytes.map(({ length }) => length)).toEqual(digests.map(({ size }) => size));
    expect([bytes[1]!.subarray(0, bytes[0]!.length).equals(bytes[0]!), bytes[2]!.subarray(0, bytes[1]!.length).equals(bytes[1]!)]).toEqual([true, true]);
  });

  test('and goes on file as born digital and signed', async () => {
    expect(await rows('select number, assurance from paper_on_file where dossier_id = $1', [id])).toEqual([{ number: '01/UBND-XNTTHN', assurance: 'born-digital-signed' }]);
  });

  test('the citizen gets it when the counter has it, and not before', async () => {
    expect(await resultsOfCitizen(id)).toEqual([]);
    await marital.go(id, [['vanthu.bienhoa', 'handOver'], ['tiepnhan.bienhoa', 'acknowledge'], ['tiepnhan.bienhoa', 'resultReady']]);
    const [result] = await resultsOfCitizen(id);
    expect((await judgePaper(result!, await trusted())).verdict).toBe('genuine');
  });

  test('printed once more it is a marked copy behind the bytes that were issued, and no signed paper itself', async () => {
    const [issued] = (await read(people.clerk, id)).papers.filter(({ form }) => form === 'result');
    const address = `/api/dossiers/${id}/papers/${issued!.id}`;
    expect((await people.records.post(`${address}/reprints`, {})).status).toBe(403);
    const { status, body } = await people.clerk.post<{ paperId: string }>(`${address}/reprints`, {});
    expect(status).toBe(201);
    const copy = (await people.clerk.bytes(`/api/dossiers/${id}/papers/${body.paperId}.pdf`)).body;
    const original = (await people.clerk.bytes(`${address}.pdf`)).body;
    expect(await pdfText(copy)).toContain('BẢN IN LẠI lần 1, lúc 08 giờ 30 phút, ngày 23 tháng 11 năm 2026');
    expect(Buffer.from(copy).subarray(0, original.length).equals(Buffer.from(original))).toBe(true);
    expect((await judgePaper(copy, await trusted())).verdict).toBe('altered');
    expect((await read(people.clerk, id)).papers.filter(({ form }) => form === 'result').map(({ title, reprinted }) => [title.vi.includes('bản in lại lần 1'), reprinted])).toEqual([[false, false], [true, true]]);
    expect((await people.clerk.post(`/api/dossiers/${id}/papers/${body.paperId}/reprints`, {})).status).toBe(404);
  });

  test('one flipped byte of it is called altered', async () => {
    const [result] = await resultsOfCitizen(id);
    const flipped = Uint8Array.from(result!);
    flipped[1000]! ^= 1;
    expect((await judgePaper(flipped, await trusted())).verdict).toBe('altered');
  });
});

const signers = { chairman: '', commune: '' };
beforeAll(async () => {
  const [officer] = await rows<{ subject: string }>(`select k.subject from signing_key k join officer o on o.id = k.officer_id where o.login = 'chutich.bienhoa'`);
  const [unit] = await rows<{ subject: string }>(`select subject from signing_key where unit_id = 'c26068'`);
  Object.assign(signers, { chairman: officer!.subject, commune: unit!.subject });
});

describe('a refusal', () => {
  test('is signed, numbered and sealed in the same way, and never becomes a paper on file', async () => {
    const id = await atApproval(marital);
    await marital.go(id, [['chutich.bienhoa', 'refuseAndSign', { reason: 'conditions-not-met', note: 'Chưa đủ điều kiện' }]]);
    await desk.drain();
    await marital.go(id, [['vanthu.bienhoa', 'number'], ['vanthu.bienhoa', 'seal']]);
    await desk.drain();
    const [paper] = (await read(people.records, id)).papers.filter(({ form }) => form === 'refusal');
    expect(paper).toMatchObject({ number: '01/TB-TC' });
    const { body } = await people.records.bytes(`/api/dossiers/${id}/papers/${paper!.id}.pdf`);
    expect((await judgePaper(body, await trusted())).verdict).toBe('genuine');
    expect(await rows('select 1 from paper_on_file where dossier_id = $1', [id])).toEqual([]);
  });
});

describe('a number with its year behind it', () => {
  test('fits into its place', async () => {
    const birth = await prepare(desk, BIRTH);
    const id = await atApproval(birth);
    await birth.go(id, [['chutich.bienhoa', 'approveAndSign']]);
    await desk.drain();
    await birth.go(id, [['vanthu.bienhoa', 'number'], ['vanthu.bienhoa', 'seal']]);
    await desk.drain();
    const { body } = await people.records.bytes(`/api/dossiers/${id}/papers/form/result.pdf`);
    expect(await pdfText(body)).toContain('[number: 01/2026]');
    expect((await judgePaper(body, await trusted())).verdict).toBe('genuine');
  });
});

describe('a decision taken up again before it has a number', () => {
  test('is signed anew; the paper signed before is not the one that is issued', async () => {
    const id = await atApproval(marital);
    await marital.go(id, [['chutich.bienhoa', 'approveAndSign']]);
    await desk.drain();
    await marital.go(id, [['vanthu.bienhoa', 'stepBack', { reason: 'new-facts' }], ['hotich.bienhoa', 'submitForApproval', { draft: {} }], ['chutich.bienhoa', 'approve'], ['vanthu.bienhoa', 'number']]);
    await desk.drain();
    const [paper] = (await read(people.records, id)).papers.filter(({ form }) => form === 'result');
    const { body } = await people.records.bytes(`/api/dossiers/${id}/papers/${paper!.id}.pdf`);
    expect((await judgePaper(body, await trusted())).verdict).toBe('unsigned');
  });
});

describe('when a key fails', () => {
  test('the leader is told why, and who has no key signs on paper', async () => {
    const id = await atApproval(marital);
    await marital.go(id, [['chutich.bienhoa', 'approveAndSign']]);
    await revoke('officer', 'chutich.bienhoa');
    await desk.drain();
    expect([await stepOf(id), (await read(people.chairman, id)).signing]).toEqual([{ processing: { approve: 'unsigned' } }, { done: [], fault: 'key-refused' }]);
    await desk.moveTo('2026-11-23T08:45');
    expect(await offered('chutich.bienhoa', id)).toEqual(['signByHand', 'stepBack']);
    const { version } = await read(people.chairman, id);
    expect((await tryAct(people.chairman, id, version, 'sign')).body).toMatchObject({ code: 'signing.no-key' });
    await marital.go(id, [['chutich.bienhoa', 'signByHand'], ['vanthu.bienhoa', 'number']]);
    await desk.drain();
    const [paper] = (await read(people.records, id)).papers.filter(({ form }) => form === 'result');
    const { body } = await people.records.bytes(`/api/dossiers/${id}/papers/${paper!.id}.pdf`);
    expect((await judgePaper(body, await trusted())).verdict).toBe('unsigned');
  });

  test('a paper that lacks what it must state is not waited for: the leader takes the decision back', async () => {
    const id = await atApproval(marital);
    // As a layout of a later version might ask for what an old declaration does not have.
    await rows(`update dossier_declaration set data = data || '{"personName": ""}' where dossier_id = $1`, [id]);
    await marital.go(id, [['phochutich.bienhoa', 'approveAndSign']]);
    await desk.drain();
    expect([await stepOf(id), (await read(people.viceChairman, id)).signing]).toEqual([{ processing: { approve: 'unsigned' } }, { done: [], fault: 'value-missing' }]);
    await marital.go(id, [['phochutich.bienhoa', 'stepBack', { reason: 'step-done-wrong' }]]);
    expect([await stepOf(id), await rows('select decided_by from result where dossier_id = $1 order by revision', [id])]).toEqual([{ processing: { draft: 'working' } }, [{ decided_by: null }]]);
    await rows(`update dossier_declaration set data = data || '{"personName": "Phạm Thị Thu Hà"}' where dossier_id = $1`, [id]);
    await marital.go(id, [['hotich.bienhoa', 'submitForApproval', { draft: {} }], ['phochutich.bienhoa', 'approveAndSign']]);
    await desk.drain();
    expect(await stepOf(id)).toEqual({ processing: { number: 'working' } });
  });

  test('nobody is offered a signature the agency could not seal', async () => {
    const id = await atApproval(marital);
    expect(await offered('phochutich.bienhoa', id)).toContain('approveAndSign');
    await revoke('unit', 'c26068');
    expect((await refusedAct(people.viceChairman, id, 'approveAndSign')).code).toBe('signing.no-seal');
    await marital.go(id, [['phochutich.bienhoa', 'approve']]);
  });
});

describe('a receipt carries the seal of its centre', () => {
  const CENTRE = 'c26068.centre';
  const keysFolder = (): string => path.join(desk.folder, 'keys');
  const seal = (): Promise<number> => seedKeys({ asMigrator: desk.asOwner, keysFolder: keysFolder(), now: desk.clock.now(), units: [CENTRE] });

  /** The receipt as it was issued. */
  async function receipt(): Promise<{ bytes: Uint8Array; sha256: string }> {
    const id = await marital.receive();
    await desk.drain();
    expect(await rows('select 1 from effect where dossier_id = $1 and done_at is null', [id])).toEqual([]);
    const [paper] = await rows<{ id: string; sha256: string }>(`select id, sha256 from paper where dossier_id = $1 and form = 'receipt'`, [id]);
    return { bytes: (await people.clerk.bytes(`/api/dossiers/${id}/papers/${paper!.id}.pdf`)).body, sha256: paper!.sha256 };
  }

  test('given as it is issued, by nobody’s act; whoever is shown the file can tell', async () => {
    expect(await seal()).toBe(1);
    const { bytes, sha256 } = await receipt();
    expect(await judgePaper(bytes, await trusted())).toMatchObject({ verdict: 'genuine', signatures: [{ field: 'seal', signer: 'Trung tâm Phục vụ hành chính công phường Biên Hoà', holds: true, isKnown: true, later: 'none' }] });
    expect(await rows('select state, form from verify_paper($1)', [sha256])).toEqual([{ state: 'issued', form: 'receipt' }]);
    const altered = Buffer.from(bytes);
    altered[Math.floor(altered.length / 3)]! ^= 1;
    expect((await judgePaper(altered, await trusted())).verdict).toBe('altered');
  });

  test('a key that does not open holds up no receipt', async () => {
    const files = (await readdir(keysFolder())).filter((name) => name !== 'master.key').map((name) => path.join(keysFolder(), name));
    const whole = await Promise.all(files.map((file) => readFile(file)));
    await Promise.all(files.map((file) => writeFile(file, 'no key')));
    expect((await judgePaper((await receipt()).bytes, await trusted())).verdict).toBe('unsigned');
    await Promise.all(files.map((file, index) => writeFile(file, whole[index]!)));
    expect((await judgePaper((await receipt()).bytes, await trusted())).verdict).toBe('genuine');
  });

  test('without a key it is signed by hand, as before', async () => {
    await revoke('unit', CENTRE);
    const { bytes } = await receipt();
    expect((await judgePaper(bytes, await trusted())).verdict).toBe('unsigned');
    expect(await pdfText(bytes)).not.toContain('[seal');
  });
});
