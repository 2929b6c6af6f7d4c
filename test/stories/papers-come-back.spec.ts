import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { newId, sha256Hex } from '@app/kernel';
import { PersonsService } from '@app/persons';
import type { FileDto } from '../../apps/desk/src/dossiers/dossier.dto.js';
import type { PersonDto } from '../../apps/desk/src/counter/counter.dto.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { MARITAL_STATUS, PEOPLE, cast, fillInAtCounter, findPerson, go, intakeBody, receiveAtCounter, smallPdf, type Problem } from '../support/steps.js';

jest.setTimeout(60_000);

describe('a paper that was accepted once is not asked for again', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;
  let ownerId: string;
  let code: string;
  const scan = smallPdf('xác nhận cư trú');
  const proofOffered = async () => (await fillInAtCounter(people.clerk, MARITAL_STATUS, ownerId)).assessment.componentOffers.filter(({ key }) => key === 'residence-proof');
  const use = async (paperOnFileId: string, key = 'residence-proof') => people.clerk.post<Problem>('/api/counter/intake', intakeBody(
    MARITAL_STATUS, ownerId, await fillInAtCounter(people.clerk, MARITAL_STATUS, ownerId), { feePaid: true, components: [{ key, state: 'passed', kind: 'electronic', paperOnFileId }] }));

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    people = cast(desk);
    ownerId = (await findPerson(people.clerk, PEOPLE.single.personalId)).id;
  });
  afterAll(() => desk?.stop());

  /** A dossier to which a scan was handed in, received and decided. */
  const decideWith = async (bytes: Uint8Array, paper?: object): Promise<string> => {
    const draft = newId();
    const file = (await people.clerk.upload<FileDto>(`/api/counter/files?draft=${draft}&component=residence-proof`, 'x.pdf', bytes)).body;
    const received = await receiveAtCounter(people.clerk, MARITAL_STATUS, { dossierId: draft, feePaid: true, components: [{ key: 'residence-proof', state: 'passed', kind: 'electronic', fileIds: [file.id], paper }] });
    await desk.drain();
    await go(draft, [
      [people.clerk, 'handOver'], [people.registrar, 'acknowledge'], [people.registrar, 'examine', { meets: true }], [people.registrar, 'submitForApproval'], [people.chairman, 'approve'], [people.records, 'number'],
      [people.records, 'handOver'], [people.clerk, 'acknowledge'], [people.clerk, 'resultReady'],
    ]);
    await desk.drain();
    return received.code;
  };

  test('handed in as a scan, it goes on file when the dossier is decided', async () => {
    expect(await proofOffered()).toEqual([]);
    code = await decideWith(scan);
    expect(await proofOffered()).toMatchObject([{ paper: { kind: 'residence-confirmation', state: 'in-force', assurance: 'scanned', source: code, acceptedOn: '2026-11-23' } }]);
  });

  test('used in the next dossier it is frozen with its digest; for another component it is refused', async () => {
    const [offer] = await proofOffered();
    expect(await use(offer!.paper.id, 'previous-certificate')).toMatchObject({ status: 422, body: { code: 'paper.unusable' } });
    const { status, body } = await use(offer!.paper.id);
    expect(status).toBe(200);
    const frozen = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one(
      `select origin, paper_digest from dossier_component where key = 'residence-proof' and dossier_id = $1`, [(body as unknown as { dossierId: string }).dossierId]));
    expect(frozen).toEqual({ origin: 'on-file', paper_digest: sha256Hex(scan) });
  });

  test('revoked, it is shown with the reason and never offered, not even to one who remembers it', async () => {
    const [offer] = await proofOffered();
    await desk.asOwner.transaction(SYSTEM, (tx) => new PersonsService().revokePaper(tx, { paperId: offer!.paper.id, reason: 'Xác nhận sai nơi cư trú', authority: 'Công an phường Biên Hoà', on: '2026-11-23' }));
    expect(await proofOffered()).toEqual([]);
    expect(await use(offer!.paper.id)).toMatchObject({ status: 422, body: { code: 'paper.unusable' } });
    const { body } = await people.clerk.post<PersonDto>('/api/counter/persons/open', { personId: ownerId });
    expect(body.papers.filter(({ id }) => id === offer!.paper.id)).toMatchObject([
      { state: 'revoked', revocation: { on: '2026-11-23', reason: 'Xác nhận sai nơi cư trú', authority: 'Công an phường Biên Hoà' } },
    ]);
  });

  test('one whose time is over is shown as expired and is not offered', async () => {
    const { body } = await people.clerk.post<PersonDto>('/api/counter/persons/open', { personId: ownerId });
    const old = body.papers.find(({ validUntil }) => validUntil === '2026-08-05')!;
    expect(old).toMatchObject({ kind: 'marital-status-certificate', state: 'expired' });
    expect(await use(old.id, 'previous-certificate')).toMatchObject({ status: 422, body: { code: 'paper.unusable' } });
  });

  test('what the clerk read off it stands in the dossier and on file: the same number is one paper, and its last day ends it', async () => {
    const paper = { number: 'XN-77/2026', issuer: 'Công an phường Biên Hoà', issuedOn: '2026-11-01', validUntil: '2026-12-31' };
    const refused = async (wrong: object): Promise<unknown> => (await people.clerk.post<Problem>('/api/counter/intake', intakeBody(MARITAL_STATUS, ownerId, await fillInAtCounter(people.clerk, MARITAL_STATUS, ownerId), {
      feePaid: true, components: [{ key: 'residence-proof', state: 'passed', kind: 'original', paper: { ...paper, ...wrong } }],
    }))).body.fields?.map(({ pointer }) => pointer);
    expect(await refused({ issuedOn: '2026-11-24' })).toEqual(['/components/residence-proof/paper/issuedOn']);
    expect(await refused({ validUntil: '2026-10-31' })).toEqual(['/components/residence-proof/paper/validUntil']);
    expect(await refused({ issuedOn: '2026-10-01', validUntil: '2026-11-22' })).toEqual(['/components/residence-proof/paper/validUntil']);
    const first = await decideWith(smallPdf('bản quét thứ nhất'), paper);
    expect(await proofOffered()).toMatchObject([{ paper: { ...paper, source: first } }]);
    const frozen = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one(`select c.paper from dossier_component c join dossier d on d.id = c.dossier_id where d.code = $1 and c.key = 'residence-proof'`, [first]));
    expect(frozen).toEqual({ paper });
    await decideWith(smallPdf('bản quét thứ hai'), { ...paper, issuer: 'công an phường Biên Hoà' });
    expect((await proofOffered()).map((offer) => offer.paper.number)).toEqual(['XN-77/2026']);
    const { body } = await people.clerk.post<PersonDto>('/api/counter/persons/open', { personId: ownerId });
    expect(body.papers.filter(({ number }) => number === 'XN-77/2026')).toHaveLength(1);
    await desk.moveTo('2027-01-04T08:30');
    expect(await proofOffered()).toEqual([]);
  });
});
