import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { AbsenceAdministration, ExchangeRunner, verifyJournal } from '@app/dossiers';
import { startStandInAgencies, type StandInAgencies } from '../../apps/desk/src/stand-in-agencies/start-stand-in-agencies.js';
import { grant } from '../../apps/desk/src/stand-in-agencies/answering.js';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { HEALTH_CARD, PEOPLE, RESIDENCE, act, go, read, receiveAtCounter } from '../support/steps.js';
import type { AlarmListDto } from '../../apps/desk/src/dossiers/alarms.dto.js';

jest.setTimeout(60_000);

let desk: TestDesk;
let agencies: StandInAgencies;
let clerk: Visitor;

beforeAll(async () => {
  agencies = await startStandInAgencies({ host: '127.0.0.1', port: 0, now: () => desk.clock.now().toString() });
  desk = await startTestDesk('2026-11-23T08:30', { agencies: agencies.connections });
  clerk = desk.officer('tiepnhan.bienhoa');
});

afterAll(async () => {
  await desk.stop();
  await agencies.close();
});

/** Effects into the outbox, then one round of the agencies. */
async function round(): Promise<void> {
  await desk.drain();
  await desk.app.get(ExchangeRunner).round({ ignoreBackOff: true });
  await desk.drain();
}

test('a residence is decided in the system of the police and its result returned by the centre', async () => {
  const police = agencies.get('residence');
  const { dossierId: id, code } = await receiveAtCounter(clerk, RESIDENCE);
  expect((await read(clerk, id)).stepName.vi).toContain('đang gửi');
  await round();
  expect((await read(clerk, id)).stepName.vi).toContain('chờ cơ quan xác nhận');
  const [known] = police.agency.cases;
  expect(known).toMatchObject({ id, dossierCode: code, status: 'new' });
  expect(Object.keys(known!.declaration)).not.toContain('requesterPhone');

  police.agency.tell(id, 'acknowledged');
  await round();
  const underway = await read(clerk, id);
  expect([underway.holder.name, underway.status]).toEqual(['Công an phường Biên Hoà', 4]);

  await grant(police.agency, police.kind, police.agency.find(id)!, desk.clock.now().toString());
  await round();
  const finished = await read(clerk, id);
  expect([finished.status, finished.holder.name]).toEqual([9, 'Trung tâm PVHCC phường Biên Hoà']);
  const paper = finished.papers.find(({ form }) => form === 'result');
  const onFile = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ sha256: string; issuer: string; content: unknown }>(
    `select sha256, issuer, content from paper_on_file where dossier_id = $1`, [id]));
  expect(onFile).toMatchObject({ sha256: paper?.sha256, issuer: 'Công an phường Biên Hoà', content: { name: PEOPLE.single.name } });
  // Whoever moved lives there from now on, on the word of the police and of this dossier.
  const person = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ lives: string; provenance: object }>(
    `select permanent_address ->> 'text' as lives, provenance -> 'permanentAddress' as provenance from person where personal_id = $1`, [PEOPLE.single.personalId]));
  expect(person).toEqual({
    lives: '7 hẻm 2 khu phố 5, phường Biên Hoà, thành phố Đồng Nai', provenance: { source: 'dossier', asOf: '2026-11-23', authority: 'Công an phường Biên Hoà', dossierId: id },
  });
  expect((await verifyJournal(desk.asOwner)).faults).toEqual([]);
});

const RESTING = { isDown: false, slowMs: 0, isConfused: false, answersNothing: false, sendsWrongPaper: false };

/** How a case stands, as it is kept here. */
const known = (id: string) => desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ status: string; reference: string | null }>('select status, reference from elsewhere_case where dossier_id = $1', [id]));
const acts = (id: string) => desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ event: string }>('select event from journal where dossier_id = $1 order by seq', [id])).then((rows) => rows.map(({ event }) => event));

test('a system that is down for a day delays and loses nothing: the alarm has an owner, the clock runs on', async () => {
  const insurance = agencies.get('social-insurance');
  insurance.faults = { ...RESTING, isDown: true };
  const { dossierId: id } = await receiveAtCounter(clerk, HEALTH_CARD);
  const promised = (await read(clerk, id)).clock.dueAt;
  await round();
  await round();
  expect(await known(id)).toEqual({ status: 'sending', reference: null });

  await desk.moveTo('2026-11-23T10:31');
  const { body: alarms } = await clerk.get<AlarmListDto>('/api/alarms?kind=elsewhereUnacknowledged');
  expect(alarms.rows.map(({ dossierId, unit }) => [dossierId, unit.name])).toContainEqual([id, 'Trung tâm PVHCC phường Biên Hoà']);

  await desk.moveTo('2026-11-24T09:00');
  await round();
  const waiting = await read(clerk, id);
  expect([waiting.clock.state, waiting.clock.dueAt]).toEqual(['running', promised]);
  insurance.faults = RESTING;
  await round();
  insurance.agency.tell(id, 'acknowledged');
  await round();
  expect(await known(id)).toMatchObject({ status: 'acknowledged', reference: 'BHXH-00001' });
  expect((await clerk.get<AlarmListDto>('/api/alarms?kind=elsewhereUnacknowledged')).body.rows.map(({ dossierId }) => dossierId)).not.toContain(id);
  expect(insurance.agency.cases.map((each) => each.id)).toEqual([id]);
  expect((await read(clerk, id)).clock.dueAt).toBe(promised);
  expect(await acts(id)).toEqual(['receive', 'elsewhereUnacknowledged', 'sentElsewhere', 'acknowledgedElsewhere']);
});

test('what becomes late at an agency is told to the centre that answers for the dossier, and nobody is missed at the agency', async () => {
  const { dossierId: id } = await receiveAtCounter(clerk, RESIDENCE);
  const { dossierId: other } = await receiveAtCounter(desk.officer('tiepnhan.trangbom'), RESIDENCE);
  await round();
  for (const each of [id, other]) agencies.get('residence').agency.tell(each, 'acknowledged');
  await round();
  const { clock: { dueAt }, holder } = await read(clerk, id);
  expect(holder.name).toBe('Công an phường Biên Hoà');
  const before = desk.clock.now().toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDateTime().toString().slice(0, 16);
  await desk.moveTo(Temporal.Instant.from(dueAt!).add({ hours: 26 }).toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDateTime().toString().slice(0, 16));
  const told = async (who: Visitor, dossier: string): Promise<Array<[string, string]>> =>
    (await who.get<AlarmListDto>('/api/alarms')).body.rows.filter(({ dossierId }) => dossierId === dossier).map(({ kind, unit }): [string, string] => [kind, unit.name]).toSorted();
  const centre = 'Trung tâm PVHCC phường Biên Hoà';
  expect(await told(clerk, id)).toEqual([['overdue', centre], ['stepOverdue', centre]]);
  expect(await told(clerk, other)).toEqual([]);
  expect((await told(desk.officer('tiepnhan.trangbom'), other)).map(([kind]) => kind)).toEqual(['overdue', 'stepOverdue']);
  // The dossier's own page says the same, and the list that narrows to alarms finds it.
  expect((await read(clerk, id)).alarms.map(({ unit }) => unit.name)).toEqual((await read(clerk, id)).alarms.map(() => centre));
  await desk.app.get(AbsenceAdministration).watch();
  expect(await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows(`select unit_id from lane_alarm a join unit u on u.id = a.unit_id where u.kind = 'agency'`))).toEqual([]);
  await desk.moveTo(before);
});

test('what comes twice and in another order is done once and in order', async () => {
  const police = agencies.get('residence');
  police.faults = { ...RESTING, isConfused: true };
  const { dossierId: id } = await receiveAtCounter(clerk, RESIDENCE);
  await round();
  for (const kind of ['acknowledged', 'confirmation-awaited', 'confirmation-given'] as const) police.agency.tell(id, kind);
  await round();
  await round();
  expect(await acts(id)).toEqual(['receive', 'sentElsewhere', 'acknowledgedElsewhere', 'confirmationAwaited', 'confirmationGiven']);
  police.faults = RESTING;
});

test('an answer that is no receipt does not count, and what was sent is sent again', async () => {
  const police = agencies.get('residence');
  police.faults = { ...RESTING, answersNothing: true };
  const { dossierId: id } = await receiveAtCounter(clerk, RESIDENCE);
  await round();
  expect(await known(id)).toMatchObject({ status: 'sending' });
  const { tries, last_error: error, body } = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ tries: number; last_error: string; body: string | null }>(
    'select tries, last_error, body from elsewhere_message where dossier_id = $1', [id]));
  expect([tries, error, body === null]).toEqual([1, 'malformed: the answer is no JSON', false]);
  police.faults = RESTING;
  await round();
  expect(await known(id)).toMatchObject({ status: 'sent' });
  expect(police.agency.cases.filter((each) => each.id === id)).toHaveLength(1);
  // What was sent is personal data: once it is received it is not kept a second time.
  expect(await desk.asOwner.transaction(SYSTEM, (tx) => tx.one('select state, body from elsewhere_message where dossier_id = $1', [id]))).toEqual({ state: 'received', body: null });
});

test('a paper that is not what was announced is not taken for the result', async () => {
  const police = agencies.get('residence');
  const { dossierId: id } = await receiveAtCounter(clerk, RESIDENCE);
  await round();
  police.agency.tell(id, 'acknowledged');
  await grant(police.agency, police.kind, police.agency.find(id)!, desk.clock.now().toString());
  police.faults = { ...RESTING, sendsWrongPaper: true };
  await round();
  expect([(await read(clerk, id)).status, (await acts(id)).at(-1)]).toEqual([4, 'acknowledgedElsewhere']);
  police.faults = RESTING;
  await round();
  expect((await read(clerk, id)).status).toBe(9);
});

test('the agency asks for a supplement, gets what is supplied, and the time of the citizen is not counted', async () => {
  const police = agencies.get('residence');
  const { dossierId: id } = await receiveAtCounter(clerk, RESIDENCE);
  await round();
  police.agency.tell(id, 'acknowledged');
  police.agency.tell(id, 'supplement-asked', { items: [{ target: 'field', key: 'homeAddress', reason: 'wrong-information', note: 'Ghi rõ số nhà.' }, { target: 'component', key: 'lease', reason: 'x', note: 'Hợp đồng thuê' }] });
  await round();
  const asked = await read(clerk, id);
  expect([asked.status, asked.clock.state, asked.supplements[0]?.note]).toEqual([5, 'paused', 'lease: Hợp đồng thuê']);
  expect(asked.papers.map(({ form }) => form)).toContain('supplement-request');
  await act(clerk, id, 'supply', { answers: { '/homeAddress': '9 hẻm 2 khu phố 5, phường Biên Hoà, thành phố Đồng Nai' } });
  await round();
  expect(police.agency.find(id)).toMatchObject({ status: 'supplied', declaration: { homeAddress: '9 hẻm 2 khu phố 5, phường Biên Hoà, thành phố Đồng Nai' } });
  expect((await read(clerk, id)).clock.state).toBe('running');
});

test('a wish to withdraw is answered by the agency; a decision made meanwhile declines it', async () => {
  const police = agencies.get('residence');
  const filed = await Promise.all([receiveAtCounter(clerk, RESIDENCE), receiveAtCounter(clerk, RESIDENCE)]);
  const [first, second] = filed.map(({ dossierId }) => dossierId) as [string, string];
  await round();
  for (const id of [first, second]) {
    police.agency.tell(id, 'acknowledged');
    await round();
    const asked = await go(id, [[clerk, 'askWithdrawal', { note: 'Làm lại sau' }]]);
    expect(asked.acts.map(({ event }) => event)).not.toContain('confirmWithdrawal');
  }
  await round();
  expect([police.agency.find(first)?.wantsWithdrawal, police.agency.find(second)?.wantsWithdrawal]).toEqual([true, true]);
  police.agency.tell(first, 'withdrawal-confirmed');
  // The agency decides and says nothing of the wish.
  await grant(police.agency, police.kind, { ...police.agency.find(second)!, wantsWithdrawal: false }, desk.clock.now().toString());
  await round();
  expect((await read(clerk, first)).status).toBe(8);
  expect((await acts(second)).slice(-2)).toEqual(['withdrawalDeclinedElsewhere', 'grantedElsewhere']);
  expect((await verifyJournal(desk.asOwner)).faults).toEqual([]);
});

test('a refusal and a stop of the agency reach the citizen with its words; a system speaks of its own cases only', async () => {
  const police = agencies.get('residence');
  const filed = await Promise.all([receiveAtCounter(clerk, RESIDENCE), receiveAtCounter(clerk, RESIDENCE), receiveAtCounter(clerk, RESIDENCE)]);
  const [refused, stopped, other] = filed.map(({ dossierId }) => dossierId) as [string, string, string];
  await round();
  for (const id of [refused, stopped]) police.agency.tell(id, 'acknowledged');
  police.agency.tell(refused, 'refused', { note: 'Chỗ ở đang có tranh chấp.' });
  police.agency.tell(stopped, 'stopped', { note: 'Người đăng ký đã chết.' });
  const cards = agencies.get('identity-card');
  cards.agency.take({ type: 'case', id: 'm', caseId: other }, '{}');
  cards.agency.tell(other, 'acknowledged');
  await round();
  const read1 = await read(clerk, refused);
  expect([read1.status, read1.outcome, (await read(clerk, stopped)).status]).toEqual([9, 'refused', 8]);
  expect((await acts(other)).at(-1)).toBe('sentElsewhere');
  expect(await desk.asOwner.transaction(SYSTEM, (tx) => tx.one(`select state, error, dossier_id from elsewhere_event where system = 'identity-card'`))).toEqual({ state: 'refused', error: 'case.unknown', dossier_id: null });
  await go(refused, [[clerk, 'returnResult', { recipient: 'Phạm Thị Thu Hà, căn cước' }]]);
  expect((await verifyJournal(desk.asOwner)).faults).toEqual([]);
});
