import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { countFilings, ExchangeRunner, OutageAdministration, verifyJournal } from '@app/dossiers';
import { newId } from '@app/kernel';
import { grant } from '../../apps/desk/src/stand-in-agencies/answering.js';
import { NO_FAULTS } from '../../apps/desk/src/stand-in-agencies/faults.js';
import { startStandInAgencies, type StandInAgencies } from '../../apps/desk/src/stand-in-agencies/start-stand-in-agencies.js';
import type { OutageDto } from '../../apps/desk/src/admin/outage.dto.js';
import type { FiledDto } from '../../apps/desk/src/citizen/citizen.dto.js';
import type { AssessmentDto } from '../../apps/desk/src/counter/counter.dto.js';
import type { AlarmListDto } from '../../apps/desk/src/dossiers/alarms.dto.js';
import type { LinkedGroupDto, LinkedMemberDto } from '../../apps/desk/src/dossiers/linked.dto.js';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { CHILD, DAUGHTER, LINKED_BIRTH, LINKED_DEATH, MOTHER, birthDeclaration, pensionerDeclaration } from '../support/linked.js';
import { RESIDENCE, cast, fillIn, go, pdfText, read } from '../support/steps.js';

jest.setTimeout(120_000);

let desk: TestDesk;
let agencies: StandInAgencies;
let people: ReturnType<typeof cast>;

beforeAll(async () => {
  agencies = await startStandInAgencies({ host: '127.0.0.1', port: 0, now: () => desk.clock.now().toString() });
  desk = await startTestDesk('2026-11-23T08:30', { agencies: agencies.connections });
  people = cast(desk);
});
afterAll(async () => {
  await desk?.stop();
  await agencies?.close();
});

const rows = <T>(sql: string, params: unknown[] = []): Promise<T[]> => desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<T>(sql, params));
const eventsOf = async (id: string): Promise<string[]> => (await rows<{ event: string }>('select event from journal where dossier_id = $1 order by seq', [id])).map(({ event }) => event);

/** Effects into the outbox, one round of the agencies, and what follows from it. */
async function round(): Promise<void> {
  await desk.drain();
  await desk.app.get(ExchangeRunner).round({ ignoreBackOff: true });
  await desk.drain();
}

const switchTo = (system: string, isDown: boolean): void => void (agencies.get(system).faults = { ...NO_FAULTS, isDown });

/** The agency takes the case up; it decides on it. */
const takesUp = async (system: string, id: string): Promise<void> => {
  agencies.get(system).agency.tell(id, 'acknowledged');
  await round();
};
const grants = async (system: string, id: string): Promise<void> => {
  const { agency, kind } = agencies.get(system);
  await grant(agency, kind, agency.find(id)!, desk.clock.now().toString());
  await round();
};

async function file(citizen: Visitor, procedureCode: string, declaration: object): Promise<FiledDto> {
  const { status, body } = await citizen.post<FiledDto>('/api/citizen/dossiers', { commandId: newId(), dossierId: newId(), procedureCode, declaration, delivery: 'electronic', offers: [], components: [] });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}

const groupOf = async (citizen: Visitor, id: string): Promise<LinkedGroupDto> => (await citizen.get<LinkedGroupDto>(`/api/citizen/groups/${id}`)).body;
const memberOf = async (citizen: Visitor, id: string, key: string): Promise<LinkedMemberDto> => (await groupOf(citizen, id)).members.find((member) => member.key === key)!;
const returned = (id: string, recipient: string): Promise<unknown> => go(id, [[people.clerk, 'returnResult', { recipient }]]);

/** Received with the proof seen, examined, drafted. */
async function examined(id: string, proof: string): Promise<void> {
  const { clerk, registrar } = people;
  await go(id, [
    [clerk, 'receive', { components: [{ key: proof, state: 'passed', kind: 'original' }] }], [clerk, 'handOver'], [registrar, 'acknowledge'],
    [registrar, 'examine', { meets: true, note: 'Đủ điều kiện' }], [registrar, 'submitForApproval', { draft: {} }],
  ]);
}

/** Signed, numbered, handed back and returned. */
async function issued(id: string, recipient: string): Promise<void> {
  const { clerk, chairman, records } = people;
  await go(id, [
    [chairman, 'approve'], [records, 'number'], [records, 'handOver'], [clerk, 'acknowledge'], [clerk, 'resultReady'], [clerk, 'returnResult', { recipient }],
  ]);
  await desk.drain();
}

const counted = (day: string) => desk.asOwner.transaction(SYSTEM, (tx) => countFilings(tx, {
  commune: 'c26068', from: Temporal.Instant.from(`${day}T00:00:00+07:00`), until: Temporal.Instant.from(`${day}T00:00:00+07:00`).add({ hours: 24 }),
}));

describe('a birth with all that follows, social insurance away for more than a day', () => {
  let mother: Visitor;
  let group: string;
  let birth: string;
  const ids: Record<string, string> = {};

  test('one form shows the four procedures; the whole takes as long as the card', async () => {
    mother = desk.citizen(MOTHER.personalId);
    const { assessment } = await fillIn(async (declaration) => (await mother.post<AssessmentDto>('/api/citizen/assess', { procedureCode: LINKED_BIRTH, declaration })).body, birthDeclaration());
    expect(assessment.faults).toEqual([]);
    expect(assessment.members?.map(({ key, limit }) => [key, limit.vi.split(/[;(]/u)[0]!.trim()])).toEqual([
      ['birth', 'Trong ngày làm việc'], ['residence', '2 ngày làm việc'], ['health', '3 ngày làm việc'], ['card', '5 ngày làm việc'],
    ]);
    expect(assessment.due?.at).toBe('2026-12-02T01:30:00Z');
  });

  test('the shorter limits are the group’s: who files one procedure can neither see nor send what marks them', async () => {
    const { body } = await mother.post<AssessmentDto>('/api/citizen/assess', { procedureCode: RESIDENCE, declaration: { requesterRelation: 'parent', home: 'parents-home', linkedFiling: 'birth-group' } });
    expect(body.visible).not.toContain('linkedFiling');
    expect(body.due?.limit.vi).toMatch(/^7 ngày làm việc/u);
    expect(body.fee.total).toBe(10_000);
  });

  test('the certificate is issued today; within ten minutes the three others have it, with its digest', async () => {
    switchTo('social-insurance', true);
    const filed = await file(mother, LINKED_BIRTH, birthDeclaration());
    [group, birth] = [filed.groupId!, filed.dossierId];
    await examined(birth, 'birth-proof');
    await desk.drain();
    await mother.post(`/api/citizen/dossiers/${birth}/acts`, { commandId: newId(), expectedVersion: (await read(people.clerk, birth)).version, event: 'confirmDraft' });
    await desk.moveTo('2026-11-23T10:00');
    await issued(birth, MOTHER.name);
    expect(await memberOf(mother, group, 'birth')).toMatchObject({ status: 10 });
    const [paper] = await rows<{ sha256: string }>("select sha256 from paper where dossier_id = $1 and form = 'result'", [birth]);
    const passings = await rows<{ to_key: string; component: string; sha256: string; seconds: number }>(
      'select to_key, component, sha256, extract(epoch from passed_at - issued_at)::int as seconds from linked_passing where group_id = $1 order by to_key', [group]);
    expect(passings.map(({ to_key, component, sha256 }) => [to_key, component, sha256])).toEqual([
      ['card', 'birth-certificate', paper!.sha256], ['health', 'child-birth-certificate', paper!.sha256], ['residence', 'relation-proof', paper!.sha256],
    ]);
    for (const { seconds } of passings) expect(seconds).toBeLessThanOrEqual(600);
    for (const { key, dossierId } of (await groupOf(mother, group)).members) ids[key] = dossierId!;
    for (const key of ['residence', 'health', 'card']) await go(ids[key]!, [[people.clerk, 'receive']]);
    await round();
    expect(agencies.get('residence').agency.find(ids['residence']!)).toMatchObject({ status: 'new', declaration: { subjectName: CHILD.name, linkedFiling: 'birth-group' } });
    expect(agencies.get('identity-card').agency.find(ids['card']!)).toMatchObject({ status: 'new' });
    expect(agencies.get('social-insurance').agency.cases).toEqual([]);
    const members = (await groupOf(mother, group)).members;
    expect(members.map(({ key, dueAt }) => [key, dueAt])).toEqual([
      ['birth', '2026-11-23T10:00:00Z'], ['residence', '2026-11-26T10:00:00Z'], ['health', '2026-11-27T10:00:00Z'], ['card', '2026-12-01T10:00:00Z'],
    ]);
    expect(new Set(members.map(({ code }) => code)).size).toBe(4);
  });

  test('the head of household confirms on VNeID: that day is not counted, and the page says what is awaited and until when', async () => {
    await takesUp('residence', ids['residence']!);
    await takesUp('identity-card', ids['card']!);
    agencies.get('residence').agency.tell(ids['residence']!, 'confirmation-awaited');
    await round();
    expect(await memberOf(mother, group, 'residence')).toMatchObject({
      clockState: 'paused', paused: { why: { vi: 'Tạm dừng – chờ người dân kiểm tra hoặc xác nhận' }, since: '2026-11-23T03:00:00Z', until: '2026-12-01T10:00:00Z' },
    });
    await desk.moveTo('2026-11-25T10:00');
    agencies.get('residence').agency.tell(ids['residence']!, 'confirmation-given');
    await round();
    const residence = await memberOf(mother, group, 'residence');
    expect([residence.clockState, residence.paused, residence.dueAt]).toEqual(['running', undefined, '2026-11-27T10:00:00Z']);
  });

  test('who is away holds up nobody else: the address and the card are decided and returned', async () => {
    await grants('residence', ids['residence']!);
    await grants('identity-card', ids['card']!);
    await returned(ids['residence']!, MOTHER.name);
    await returned(ids['card']!, MOTHER.name);
    expect(await memberOf(mother, group, 'residence')).toMatchObject({ status: 10 });
    const health = await read(people.clerk, ids['health']!);
    expect([health.stepName.vi, health.clock.state]).toEqual([expect.stringContaining('đang gửi'), 'running']);
    expect(health.elsewhere).toMatchObject({ status: 'sending', exchange: 'waiting' });
    const { body } = await people.clerk.get<AlarmListDto>('/api/alarms?kind=elsewhereUnacknowledged');
    expect(body.rows.map(({ dossierId, unit }) => [dossierId, unit.name])).toContainEqual([ids['health'], 'Trung tâm PVHCC phường Biên Hoà']);
    expect((await people.clerk.bytes(`/api/dossiers/${ids['health']}/papers/form/result.pdf`)).status).toBe(404);
  });

  test('back after a day it gets the case once; its paper is returned, and its date has not moved', async () => {
    await desk.moveTo('2026-11-25T14:00');
    switchTo('social-insurance', false);
    await round();
    await round();
    expect(agencies.get('social-insurance').agency.cases.map(({ id }) => id)).toEqual([ids['health']]);
    await takesUp('social-insurance', ids['health']!);
    await grants('social-insurance', ids['health']!);
    const health = await memberOf(mother, group, 'health');
    expect([health.status, health.dueAt]).toEqual([9, '2026-11-27T10:00:00Z']);
    const paper = await people.clerk.bytes(`/api/dossiers/${ids['health']}/papers/form/result.pdf`);
    expect(paper.status).toBe(200);
    expect(await pdfText(paper.body)).toContain('BẢO HIỂM XÃ HỘI VIỆT NAM');
    await returned(ids['health']!, MOTHER.name);
    expect(await eventsOf(ids['health']!)).toEqual(['file', 'receive', 'elsewhereUnacknowledged', 'sentElsewhere', 'acknowledgedElsewhere', 'grantedElsewhere', 'returnResult']);
  });

  test('the papers are on the child’s file, beside the mother’s', async () => {
    const kept = await rows<{ kind: string }>(
      `select kind from paper_on_file join person on person.id = person_id where full_name = $1 and birth_date = $2 order by kind`, [CHILD.name, CHILD.bornOn]);
    expect(kept.map(({ kind }) => kind)).toEqual(['birth-certificate', 'health-insurance-card', 'id-card-notice', 'permanent-residence-notice']);
    const [address] = await rows<{ text: string }>("select permanent_address ->> 'text' as text from person where full_name = $1 and birth_date = $2", [CHILD.name, CHILD.bornOn]);
    expect(address!.text).toContain('phường Biên Hoà');
  });

  test('in the figures it is one matter, in time; nothing is lost and nothing done twice', async () => {
    expect(await counted('2026-11-23')).toEqual({ filed: 1, open: 0, resolved: 1, onTime: 1 });
    expect(await rows('select key, state from linked_member where group_id = $1 order by position', [group])).toEqual(['birth', 'residence', 'health', 'card'].map((key) => ({ key, state: 'started' })));
    expect(await rows("select 1 from elsewhere_message where state <> 'received'")).toEqual([]);
    expect(await rows("select 1 from elsewhere_event where state <> 'applied'")).toEqual([]);
    expect((await verifyJournal(desk.asOwner)).faults).toEqual([]);
  });
});

describe('a death with residence and benefit, the police away for a day with notice', () => {
  const ids: Record<string, string> = {};
  const follow = async (at: string): Promise<void> => {
    desk.clock.moveTo(at);
    await desk.app.get(OutageAdministration).follow();
    await desk.moveTo(at);
  };
  let daughter: Visitor;
  let group: string;

  test('the extract is returned and passed on; social insurance decides while the police is away', async () => {
    await desk.moveTo('2026-11-26T08:30');
    daughter = desk.citizen(DAUGHTER.personalId);
    const filed = await file(daughter, LINKED_DEATH, pensionerDeclaration());
    group = filed.groupId!;
    await examined(filed.dossierId, 'death-notice');
    await issued(filed.dossierId, DAUGHTER.name);
    for (const { key, dossierId } of (await groupOf(daughter, group)).members) ids[key] = dossierId!;
    expect(Object.keys(ids)).toEqual(['death', 'removal', 'insurance']);
    expect(await rows('select to_key, component from linked_passing where group_id = $1 order by to_key', [group])).toEqual([
      { to_key: 'insurance', component: 'death-extract' }, { to_key: 'removal', component: 'death-extract' },
    ]);
    switchTo('residence', true);
    for (const key of ['removal', 'insurance']) await go(ids[key]!, [[people.clerk, 'receive']]);
    await round();
    expect(agencies.get('social-insurance').agency.find(ids['insurance']!)).toMatchObject({ declaration: { deathExtractNumber: '01/TLKT', insuredAs: 'pensioner', relationToDeceased: 'child' } });
    await takesUp('social-insurance', ids['insurance']!);
    await grants('social-insurance', ids['insurance']!);
    await returned(ids['insurance']!, DAUGHTER.name);
    expect((await groupOf(daughter, group)).members.map(({ key, status, dueAt }) => [key, status, dueAt])).toEqual([
      ['death', 10, '2026-11-26T10:00:00Z'], ['removal', 2, '2026-11-27T10:00:00Z'], ['insurance', 10, '2026-12-08T10:00:00Z'],
    ]);
  });

  test('its owner announces the outage: the clock stands, the page says why, and the time goes on when the system is back', async () => {
    await desk.moveTo('2026-11-26T10:00');
    const [first, second] = [desk.officer('quantri'), desk.officer('quantri2')];
    const announced = await first.post<OutageDto>('/api/admin/outages', {
      system: 'Cơ sở dữ liệu về cư trú', owner: 'Cục Cảnh sát quản lý hành chính về trật tự xã hội', document: '77/TB-C06', procedures: ['1.003197'], communes: ['c26068'],
      from: '2026-11-26T08:30:00+07:00', to: '2026-11-27T08:30:00+07:00',
    });
    expect(announced.status).toBe(201);
    expect((await second.post<OutageDto>(`/api/admin/outages/${announced.body.id}/approve`, {})).status).toBe(200);
    await follow('2026-11-26T10:01');
    expect(await memberOf(daughter, group, 'removal')).toMatchObject({ clockState: 'paused', paused: { why: { vi: 'Tạm dừng – sự cố hệ thống' }, since: '2026-11-26T01:30:00Z' } });
    await follow('2026-11-27T09:00');
    switchTo('residence', false);
    await round();
    const removal = await memberOf(daughter, group, 'removal');
    expect([removal.clockState, removal.dueAt]).toEqual(['running', '2026-11-30T10:00:00Z']);
    expect(agencies.get('residence').agency.cases.filter(({ id }) => id === ids['removal'])).toHaveLength(1);
  });

  test('what is not supplied within seven working days stops its own dossier and no other', async () => {
    await takesUp('residence', ids['removal']!);
    agencies.get('residence').agency.tell(ids['removal']!, 'supplement-asked', { items: [{ target: 'field', key: 'homeAddress', reason: 'wrong-information', note: 'Ghi rõ số nhà.' }] });
    await round();
    expect(await memberOf(daughter, group, 'removal')).toMatchObject({ status: 5, paused: { why: { vi: 'Tạm dừng – chờ bổ sung' }, until: '2026-12-08T10:00:00Z' } });
    await desk.moveTo('2026-12-08T17:01');
    await round();
    expect((await groupOf(daughter, group)).members.map(({ key, status }) => [key, status])).toEqual([['death', 10], ['removal', 8], ['insurance', 10]]);
    expect(agencies.get('residence').agency.find(ids['removal']!)?.status).toBe('stopped');
    expect(await rows("select form from paper where dossier_id = $1 and form = 'stop-notice'", [ids['removal']])).toHaveLength(1);
  });

  test('in the figures it is one matter; every act is in the journal', async () => {
    expect(await counted('2026-11-26')).toMatchObject({ filed: 1, open: 0, resolved: 1 });
    expect((await verifyJournal(desk.asOwner)).faults).toEqual([]);
  });
});
