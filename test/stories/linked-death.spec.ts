import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { seedKeys } from '@app/demonstration';
import { countFilings, EFFECT_DEEDS, type EffectDeeds } from '@app/dossiers';
import { newId } from '@app/kernel';
import type { FiledDto } from '../../apps/desk/src/citizen/citizen.dto.js';
import type { AssessmentDto, IntakeResultDto } from '../../apps/desk/src/counter/counter.dto.js';
import type { FiledMemberDto, LinkedDto, LinkedGroupDto, LinkedMemberDto } from '../../apps/desk/src/dossiers/linked.dto.js';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { DAUGHTER, DEATH, LINKED_DEATH, deathDeclaration } from '../support/linked.js';
import { act, cast, fillIn, findPerson, go, intakeBody, pdfText, read, refusedAct, type Problem } from '../support/steps.js';

jest.setTimeout(120_000);

let desk: TestDesk;
let people: ReturnType<typeof cast>;
let citizen: Visitor;

const rows = <T>(sql: string, params: unknown[] = []): Promise<T[]> => desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<T>(sql, params));

/** Files the linked group of a death online; answers it as filed. */
async function file(answers: object = {}, more: object = {}): Promise<FiledDto> {
  const { status, body } = await citizen.post<FiledDto>('/api/citizen/dossiers', {
    commandId: newId(), dossierId: newId(), procedureCode: LINKED_DEATH, declaration: { ...deathDeclaration(), ...answers }, delivery: 'electronic', offers: [], components: [], ...more,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}

const groupOf = async (id: string): Promise<LinkedGroupDto> => (await citizen.get<LinkedGroupDto>(`/api/citizen/groups/${id}`)).body;
const memberOf = async (id: string, key: string): Promise<LinkedMemberDto> => (await groupOf(id)).members.find((member) => member.key === key)!;

/** The death as far as the chairman: received with its notice seen, examined, drafted. */
async function examined(dossierId: string): Promise<void> {
  const { clerk, registrar } = people;
  await go(dossierId, [
    [clerk, 'receive', { components: [{ key: 'death-notice', state: 'passed', kind: 'original' }] }], [clerk, 'handOver'], [registrar, 'acknowledge'],
    [registrar, 'examine', { meets: true, note: 'Đủ điều kiện' }], [registrar, 'submitForApproval', { draft: {} }],
  ]);
}

async function registered(dossierId: string): Promise<void> {
  await examined(dossierId);
  await go(dossierId, [[people.chairman, 'approve'], [people.records, 'number']]);
  await desk.drain();
}

beforeAll(async () => {
  desk = await startTestDesk('2026-11-23T08:30');
  people = cast(desk);
  citizen = desk.citizen(DAUGHTER.personalId);
});
afterAll(() => desk?.stop());

describe('a death and what follows from it are filed once', () => {
  let filed: FiledDto;
  let group: string;
  let death: string;
  let funeral: string;

  test('one form shows all procedures, what each waits for and the date of the whole', async () => {
    const { assessment } = await fillIn(async (declaration) => (await citizen.post<AssessmentDto>('/api/citizen/assess', { procedureCode: LINKED_DEATH, declaration })).body, deathDeclaration());
    expect(assessment.faults).toEqual([]);
    expect(assessment.members?.map(({ key, procedureCode, waitsFor }) => [key, procedureCode, waitsFor.map(({ vi }) => vi)])).toEqual([
      ['death', DEATH, []], ['removal', '1.003197', ['Thủ tục đăng ký khai tử']], ['funeral', '1.001731', ['Thủ tục đăng ký khai tử']],
    ]);
    expect(assessment.due?.at).toBe('2026-11-27T01:30:00Z');
    expect(assessment.components.filter(({ required }) => required).map(({ key }) => key)).toEqual(['death-notice']);
  });

  test('a wrong answer is told at the question of the group, and nothing is filed', async () => {
    const { status, body } = await citizen.post<Problem>('/api/citizen/dossiers', {
      commandId: newId(), dossierId: newId(), procedureCode: LINKED_DEATH, declaration: { ...deathDeclaration(), deathDate: 'hôm qua' }, delivery: 'electronic', offers: [], components: [],
    });
    expect([status, body.code, body.fields?.map(({ pointer }) => pointer)]).toEqual([422, 'declaration.invalid', ['/deathDate']]);
    expect(await rows('select 1 from linked_group')).toEqual([]);
  });

  test('the daughter files it; the same command again makes nothing twice', async () => {
    const command = { commandId: newId(), dossierId: newId() };
    filed = await file({}, command);
    expect(await file({}, command)).toEqual(filed);
    group = filed.groupId!;
    death = filed.dossierId;
    expect(group).toBe(command.dossierId);
    expect(await rows('select count(*)::int as n from dossier')).toEqual([{ n: 1 }]);
    const { members, filingNumber } = await groupOf(group);
    expect(filingNumber).toMatch(/^N26068-261123-/);
    expect(members.map(({ key, state, dossierId, waitsFor }) => [key, state, dossierId, waitsFor.map(({ vi }) => vi)])).toEqual([
      ['death', 'started', death, []], ['removal', 'waiting', undefined, ['Thủ tục đăng ký khai tử']], ['funeral', 'waiting', undefined, ['Thủ tục đăng ký khai tử']],
    ]);
    // The police has no system in this story: what it decides is told in the story of the agencies.
    expect((await citizen.post<LinkedGroupDto>(`/api/citizen/groups/${group}/members/removal/call-off`, {})).status).toBe(200);
  });

  test('a stranger finds no such group', async () => {
    expect((await desk.citizen('075199183919').get(`/api/citizen/groups/${group}`)).status).toBe(404);
  });

  test('the extract is passed on once it is issued: the funeral begins with it, its digest the same', async () => {
    await registered(death);
    const member = await memberOf(group, 'funeral');
    funeral = member.dossierId!;
    expect(member).toMatchObject({ state: 'started', status: 1, waitsFor: [], passed: [{ at: '2026-11-23T01:30:00Z', from: { vi: 'Thủ tục đăng ký khai tử' } }] });
    const [issued] = await rows<{ sha256: string }>("select sha256 from paper where dossier_id = $1 and form = 'result'", [death]);
    const { components, answers } = await read(people.clerk, funeral);
    const [extract] = components.filter(({ key }) => key === 'death-extract');
    expect(extract).toMatchObject({ origin: 'linked', state: 'passed', kind: 'electronic', files: [{ sha256: issued!.sha256, mediaType: 'application/pdf' }] });
    const values = new Map(answers.flatMap((part) => part.answers).map(({ pointer, value, origin }) => [pointer, [value, origin]]));
    expect([values.get('/deathExtractNumber'), values.get('/deathExtractDate'), values.get('/deceasedName')]).toEqual([['01/TLKT', 'paper'], ['23/11/2026', 'paper'], ['Trịnh Văn Bền', 'citizen']]);
    expect(await pdfText((await people.clerk.bytes(`/api/dossiers/${funeral}/files/${extract!.files[0]!.id}`)).body)).toContain('TRÍCH LỤC KHAI TỬ');
    expect(await rows('select from_key, to_key, sha256 from linked_passing')).toEqual([{ from_key: 'death', to_key: 'funeral', sha256: issued!.sha256 }]);
  });

  test('whoever does not take it up within two working hours has an alarm', async () => {
    await desk.moveTo('2026-11-23T10:29');
    expect(await rows("select 1 from alarm where dossier_id = $1", [funeral])).toEqual([]);
    await desk.moveTo('2026-11-23T10:31');
    expect(await rows("select kind from alarm where dossier_id = $1", [funeral])).toEqual([{ kind: 'filingUnanswered' }]);
  });

  test('each result is returned when it is ready: the extract today, marking the deceased; the funeral with a code and clock of its own', async () => {
    const { clerk, records, socialOfficer, chairman } = people;
    await go(death, [[records, 'handOver'], [clerk, 'acknowledge'], [clerk, 'resultReady'], [clerk, 'returnResult', { recipient: DAUGHTER.name }]]);
    await desk.drain();
    expect(await rows("select alive, died_on::text as died from person where personal_id = '075041640101'")).toEqual([{ alive: false, died: '2026-11-20' }]);
    expect(await memberOf(group, 'death')).toMatchObject({ status: 10, code: 'H19.26.01-261123-0001' });
    await go(funeral, [[clerk, 'receive'], [clerk, 'handOver'], [socialOfficer, 'acknowledge']]);
    expect(await memberOf(group, 'funeral')).toMatchObject({ code: 'H19.26.01-261123-0002', dueAt: '2026-11-27T03:31:00Z', clockState: 'running' });
    // The whole is not promised before its last procedure.
    expect((await groupOf(group)).dueAt).toBe('2026-11-27T03:31:00Z');
    const receipt = await pdfText((await clerk.bytes(`/api/dossiers/${funeral}/papers/form/receipt.pdf`)).body);
    expect(receipt).toContain((await groupOf(group)).filingNumber);
    // The division that has only the funeral reads of the other where it is, and no more.
    const { body } = await socialOfficer.get<LinkedDto>(`/api/dossiers/${funeral}/linked`);
    const sibling = body.group!.members.find(({ key }) => key === 'death')!;
    expect([sibling.dossierId, sibling.code, sibling.dueAt, sibling.status]).toEqual([undefined, undefined, undefined, 10]);
    expect(body.group!.members.find(({ key }) => key === 'funeral')).toMatchObject({ dossierId: funeral, code: 'H19.26.01-261123-0002' });
    await go(funeral, [
      [socialOfficer, 'examine', { meets: true, note: 'Đủ điều kiện' }], [socialOfficer, 'submitForApproval', { draft: {} }], [chairman, 'approve'], [records, 'number'], [records, 'handOver'],
      [clerk, 'acknowledge'], [clerk, 'resultReady'], [clerk, 'returnResult', { recipient: DAUGHTER.name }],
    ]);
    await desk.drain();
    const paper = (await read(clerk, funeral)).papers.find(({ form }) => form === 'result')!;
    const decision = await pdfText((await clerk.bytes(`/api/dossiers/${funeral}/papers/${paper.id}.pdf`)).body);
    for (const words of ['Về việc hỗ trợ chi phí mai táng', 'theo Trích lục khai tử số 01/TLKT', '10.000.000 đồng', 'Trịnh Thị Nhạn']) expect(decision).toContain(words);
  });

  test('in the figures it is one matter', async () => {
    const counted = await desk.asOwner.transaction(SYSTEM, (tx) => countFilings(tx, {
      commune: 'c26068', from: Temporal.Instant.from('2026-11-22T17:00:00Z'), until: Temporal.Instant.from('2026-11-23T17:00:00Z'),
    }));
    expect(counted).toEqual({ filed: 1, open: 0, resolved: 1, onTime: 1 });
  });
});

describe('one member fails and undoes no other', () => {
  test('a refused death calls the funeral off; the person is told; with another paper it is filed by hand', async () => {
    const { dossierId, groupId } = await file();
    await examined(dossierId);
    await go(dossierId, [[people.chairman, 'refuse', { reason: 'conditions-not-met', note: 'Người chết đã được đăng ký khai tử tại nơi khác' }], [people.records, 'number']]);
    await desk.drain();
    expect(await memberOf(groupId!, 'funeral')).toMatchObject({ state: 'called-off', cause: 'refused', because: { vi: 'Thủ tục đăng ký khai tử' } });
    const told = await rows<{ text: { vi: string } }>("select text from notification where dossier_id = $1 and text ->> 'vi' like 'Chưa thực hiện được%'", [dossierId]);
    expect(told).toHaveLength(1);
    expect(told[0]!.text.vi).toContain('Hỗ trợ chi phí mai táng');
    const first = await people.clerk.post<FiledMemberDto>(`/api/dossiers/${dossierId}/linked/funeral`, {});
    const again = await people.clerk.post<FiledMemberDto>(`/api/dossiers/${dossierId}/linked/funeral`, {});
    expect([first.status, again.body]).toEqual([200, first.body]);
    expect((await refusedAct(people.clerk, first.body.dossierId, 'receive')).code).toBe('components.missing');
    const received = await act(people.clerk, first.body.dossierId, 'receive', { components: [{ key: 'death-extract', state: 'passed', kind: 'certified-copy' }] });
    expect(received.received).toBe(true);
    expect(await memberOf(groupId!, 'funeral')).toMatchObject({ state: 'started', byHand: true, status: 2 });
  });

  test('a member that waits may be given up, once; it does not begin afterwards', async () => {
    const { dossierId, groupId } = await file();
    const called = await citizen.post<LinkedGroupDto>(`/api/citizen/groups/${groupId}/members/funeral/call-off`, {});
    expect(called.body.members.find(({ key }) => key === 'funeral')).toMatchObject({ state: 'called-off', cause: 'by-citizen' });
    expect((await citizen.post<Problem>(`/api/citizen/groups/${groupId}/members/funeral/call-off`, {})).body.code).toBe('linked.not-waiting');
    await registered(dossierId);
    expect(await memberOf(groupId!, 'funeral')).toMatchObject({ state: 'called-off' });
    expect(await memberOf(groupId!, 'death')).toMatchObject({ state: 'started', status: 4 });
  });
});

describe('passing on is done once', () => {
  test('a worker killed before its work was written down leaves nothing; the next one does it', async () => {
    const { dossierId, groupId } = await file();
    await examined(dossierId);
    await desk.drain();
    await go(dossierId, [[people.chairman, 'approve'], [people.records, 'number']]);
    const deeds = desk.app.get<EffectDeeds>(EFFECT_DEEDS);
    const effects = await rows<Parameters<EffectDeeds['passOn']>[0]>('select * from effect where dossier_id = $1 and done_at is null order by seq, n', [dossierId]);
    const passOn = effects.find(({ kind }) => kind === 'passOn')!;
    // All but the last is done; the passing itself is lost with its transaction.
    const complete = await deeds.passOn(passOn);
    await expect(desk.asOwner.transaction(SYSTEM, async (tx) => {
      await complete(tx);
      throw new Error('killed');
    })).rejects.toThrow('killed');
    expect(await memberOf(groupId!, 'funeral')).toMatchObject({ state: 'waiting' });
    await desk.drain();
    await desk.drain();
    expect(await memberOf(groupId!, 'funeral')).toMatchObject({ state: 'started', status: 1 });
    expect(await rows('select count(*)::int as n from linked_passing where group_id = $1', [groupId])).toEqual([{ n: 2 }]);
    expect(await rows("select count(*)::int as n from journal j join linked_member m on m.dossier_id = j.dossier_id where m.group_id = $1 and m.key = 'funeral'", [groupId])).toEqual([{ n: 1 }]);
  });
});

describe('a result signed with keys', () => {
  test('is passed on once it is sealed, not before', async () => {
    await seedKeys({ asMigrator: desk.asOwner, keysFolder: path.join(desk.folder, 'keys'), now: desk.clock.now(), units: ['c26068'] });
    // Who may do what is remembered for a while, and so is who has a key.
    await desk.moveTo('2026-11-23T10:40');
    const { dossierId, groupId } = await file();
    await examined(dossierId);
    await go(dossierId, [[people.chairman, 'approveAndSign']]);
    await desk.drain();
    await go(dossierId, [[people.records, 'number']]);
    await desk.drain();
    expect(await memberOf(groupId!, 'funeral')).toMatchObject({ state: 'waiting' });
    await go(dossierId, [[people.records, 'seal']]);
    await desk.drain();
    expect(await memberOf(groupId!, 'funeral')).toMatchObject({ state: 'started', status: 1 });
  });
});

describe('at the counter', () => {
  test('a clerk receives the whole; a whole refusal is not offered', async () => {
    const owner = await findPerson(people.clerk, DAUGHTER.personalId);
    const filled = await fillIn(async (declaration) => (await people.clerk.post<AssessmentDto>('/api/counter/assess', { procedureCode: LINKED_DEATH, ownerId: owner.id, declaration })).body, deathDeclaration());
    const refused = await people.clerk.post<Problem>('/api/counter/intake', intakeBody(LINKED_DEATH, owner.id, filled, { outcome: 'refuseReceipt', reason: 'not-entitled' }));
    expect([refused.status, refused.body.code]).toEqual([422, 'linked.receive-whole']);
    const { status, body } = await people.clerk.post<IntakeResultDto>('/api/counter/intake', intakeBody(LINKED_DEATH, owner.id, filled));
    expect([status, body.received]).toEqual([200, true]);
    const { body: linked } = await people.clerk.get<LinkedDto>(`/api/dossiers/${body.dossierId}/linked`);
    expect(linked.group).toMatchObject({ id: body.groupId, members: [{ key: 'death', status: 2 }, { key: 'removal', state: 'waiting' }, { key: 'funeral', state: 'waiting' }] });
  });
});

describe('the seven days of the decree', () => {
  test('what is not supplied within seven working days stops its own dossier, and the funeral with it', async () => {
    await desk.moveTo('2026-11-25T08:30');
    const { dossierId, groupId } = await file();
    await act(people.clerk, dossierId, 'requestSupplement', { items: [{ target: 'component', key: 'death-notice', reason: 'missing-paper' }] });
    await desk.moveTo('2026-12-07T08:31');
    await desk.drain();
    expect(await memberOf(groupId!, 'death')).toMatchObject({ status: 8 });
    expect(await memberOf(groupId!, 'funeral')).toMatchObject({ state: 'called-off', cause: 'stopped' });
  });
});
