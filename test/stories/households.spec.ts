import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { ExchangeRunner } from '@app/dossiers';
import { newId } from '@app/kernel';
import { grant } from '../../apps/desk/src/stand-in-agencies/answering.js';
import { startStandInAgencies, type StandInAgencies } from '../../apps/desk/src/stand-in-agencies/start-stand-in-agencies.js';
import type { IntakeResultDto, PersonDto } from '../../apps/desk/src/counter/counter.dto.js';
import type { HousematesDto } from '../../apps/desk/src/persons/person-page.dto.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { DEATH } from '../support/linked.js';
import { BIRTH, MATTERS, POOR_HOUSEHOLD, cast, fillInAtCounter, findPerson, go, intakeBody, receiveAtCounter, type Line, type Problem } from '../support/steps.js';

jest.setTimeout(120_000);

const HEAD = { personalId: '075065112648', name: 'Nguyễn Văn Hoà' };
const RESIDENCE_REMOVAL = '1.003197';
const ANSWERS = Object.fromEntries(Object.entries(MATTERS[POOR_HOUSEHOLD]!.answers).filter(([name]) => !name.startsWith('member')));

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
  await agencies.close();
});

const signed = (): Line[] => [
  [people.clerk, 'handOver'], [people.registrar, 'acknowledge'], [people.registrar, 'examine', { meets: true }], [people.registrar, 'submitForApproval', { draft: {} }], [people.chairman, 'approve'], [people.records, 'number'],
  [people.records, 'handOver'], [people.clerk, 'acknowledge'], [people.clerk, 'resultReady'],
];

/** The household of the head as the next procedure offers it: how many, and who beside the head. */
async function offered(): Promise<{ count: unknown; members: string[] }> {
  const { id } = await findPerson(people.clerk, HEAD.personalId);
  const { declaration } = await fillInAtCounter(people.clerk, POOR_HOUSEHOLD, id, ANSWERS);
  const members = [2, 3, 4, 5, 6].flatMap((place) => (declaration[`member${place}Name`] === undefined ? [] : [`${String(declaration[`member${place}Name`])} ${String(declaration[`member${place}Relation`])}`]));
  return { count: declaration['memberCount'], members };
}

test('the household is offered by name, birthday and relation, and each of its members finds the look in the own log', async () => {
  expect(await offered()).toEqual({ count: 5, members: ['Lê Thị Hóa spouse', 'Nguyễn Hoàng Nam child', 'Trần Thị Mỹ Duyên other', 'Nguyễn Hoàng Bảo An grandchild'] });
  const logged = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ name: string; procedure_code: string; unit_id: string }>(
    `select distinct p.full_name as name, l.procedure_code, l.unit_id from person_read_log l join person p on p.id = l.person_id where l.what = array['household'] order by 1`));
  expect(logged).toEqual(['Lê Thị Hóa', 'Nguyễn Hoàng Bảo An', 'Nguyễn Hoàng Nam', 'Trần Thị Mỹ Duyên'].map((name) => ({ name, procedure_code: POOR_HOUSEHOLD, unit_id: 'c26068.centre' })));
});

test('the person’s page tells how many live there; who they are only for a draft in hand, and each of them finds that in the own log', async () => {
  const { id } = await findPerson(people.clerk, HEAD.personalId);
  const { body: person } = await people.clerk.post<PersonDto>('/api/counter/persons/open', { personId: id });
  expect(person.household).toEqual({
    relationName: { vi: 'Chủ hộ', en: 'Head' }, size: 5, address: '12/4 khu phố 3, phường Biên Hoà, thành phố Đồng Nai', source: { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'National population database' }, asOf: '2026-10-01',
  });
  expect((await people.clerk.get<Problem>(`/api/persons/${id}/household`)).body.code).toBe('look.reason-needed');
  const draft = newId();
  await people.clerk.put(`/api/counter/drafts/${draft}`, { procedureCode: POOR_HOUSEHOLD, data: { intake: { owner: { id } } } });
  const mark = await lines();
  const { body } = await people.clerk.get<HousematesDto>(`/api/persons/${id}/household?draft=${draft}`);
  expect(body.members.map(({ relationName, fullName }) => `${relationName.en} ${fullName}`)).toEqual(['Head Nguyễn Văn Hoà', 'Spouse Lê Thị Hóa', 'Child Nguyễn Hoàng Nam', 'Other Trần Thị Mỹ Duyên', 'Grandchild Nguyễn Hoàng Bảo An']);
  const logged = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ person_id: string; purpose: string; procedure_code: string; what: string[] }>(
    'select person_id, purpose, procedure_code, what from person_read_log order by at, id offset $1', [mark]));
  expect(logged.toSorted((one, other) => one.person_id.localeCompare(other.person_id))).toEqual(body.members.map((member) => member.id).toSorted((one, other) => one.localeCompare(other)).map((personId) => ({
    person_id: personId, purpose: 'Xem dữ liệu để tiếp nhận hồ sơ', procedure_code: POOR_HOUSEHOLD, what: ['household'],
  })));
  // Who is in no household finds that it was asked.
  const alone = newId();
  await people.clerk.post('/api/counter/persons', { personId: alone, identity: { fullName: 'Phùng Thị Ngoan', birthDate: '1950', sex: 'female' }, basis: 'Giấy xác nhận cư trú số 7' });
  const after = await lines();
  await people.clerk.put(`/api/counter/drafts/${draft}`, { procedureCode: POOR_HOUSEHOLD, data: { intake: { owner: { id: alone } } } });
  expect((await people.clerk.get<HousematesDto>(`/api/persons/${alone}/household?draft=${draft}`)).body).toEqual({ members: [] });
  expect(await lines()).toBe(after + 1);
});

const lines = async (): Promise<number> => desk.asOwner.transaction(SYSTEM, async (tx) => (await tx.one<{ n: number }>('select count(*)::int as n from person_read_log')).n);

test('what is offered of the household and agreed to is frozen as data of the population register', async () => {
  const { id } = await findPerson(people.clerk, HEAD.personalId);
  const filled = await fillInAtCounter(people.clerk, POOR_HOUSEHOLD, id, ANSWERS);
  const { dossierId } = (await people.clerk.post<IntakeResultDto>('/api/counter/intake', intakeBody(POOR_HOUSEHOLD, id, filled))).body;
  const { origin } = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ origin: object }>(`select origins -> '/member2Name' as origin from dossier_declaration where dossier_id = $1`, [dossierId]));
  expect(origin).toMatchObject({ origin: 'population', asOf: '2026-10-01', source: { en: 'National population database' }, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test('a child is born into it the moment the certificate is issued, as the grandchild of the head', async () => {
  const { dossierId } = await receiveAtCounter(people.clerk, BIRTH);
  await desk.drain();
  expect((await offered()).count).toBe(5);
  await go(dossierId, signed());
  await desk.drain();
  expect(await offered()).toEqual({
    count: 6, members: ['Lê Thị Hóa spouse', 'Nguyễn Hoàng Nam child', 'Trần Thị Mỹ Duyên other', 'Nguyễn Hoàng Bảo An grandchild', 'Nguyễn Hoàng Bảo Ngọc grandchild'],
  });
  const [fact] = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows('select value, source, authority, dossier_id from subject_fact where dossier_id = $1', [dossierId]));
  expect(fact).toEqual({ value: { relation: 'grandchild', since: '2026-11-18' }, source: 'dossier', authority: 'Ủy ban nhân dân phường Biên Hoà', dossier_id: dossierId });
});

test('a death ends membership with the day of death, when the extract is issued', async () => {
  const { id } = await findPerson(people.clerk, HEAD.personalId);
  const filled = await fillInAtCounter(people.clerk, DEATH, id, {
    requesterRelation: 'spouse', deceasedSex: 'female', deathProofKind: 'paper', deathProofNumber: '118/GBT', deathProofIssuer: 'Bệnh viện Đa khoa Đồng Nai', deathDate: '2026-11-20', deathTime: '04 giờ 30 phút',
    deathPlace: 'Bệnh viện Đa khoa Đồng Nai', deathCause: 'Bệnh lý', copies: 1,
  });
  expect(filled.assessment.faults).toEqual([]);
  const { dossierId } = (await people.clerk.post<IntakeResultDto>('/api/counter/intake', intakeBody(DEATH, id, filled, { feePaid: true }))).body;
  await go(dossierId, signed());
  await desk.drain();
  expect(await offered()).toEqual({ count: 5, members: ['Nguyễn Hoàng Nam child', 'Trần Thị Mỹ Duyên other', 'Nguyễn Hoàng Bảo An grandchild', 'Nguyễn Hoàng Bảo Ngọc grandchild'] });
  const [left] = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows('select until::text as until, ended_by from household_member where dossier_id = $1', [dossierId]));
  expect(left).toEqual({ until: '2026-11-20', ended_by: 'death' });
});

test('whose residence the police remove leaves it, and lives nowhere that is known', async () => {
  const police = agencies.get('residence');
  const { id } = await findPerson(people.clerk, HEAD.personalId);
  const filled = await fillInAtCounter(people.clerk, RESIDENCE_REMOVAL, id, {
    requesterRelation: 'household', reason: 'abroad', subjectName: 'Nguyễn Hoàng Nam', subjectPersonalId: '075094144324', subjectBirthDate: '1994-09-05',
  });
  expect([filled.assessment.faults, filled.declaration['homeAddress']]).toEqual([[], '12/4 khu phố 3, phường Biên Hoà, thành phố Đồng Nai']);
  const { dossierId } = (await people.clerk.post<IntakeResultDto>('/api/counter/intake', intakeBody(RESIDENCE_REMOVAL, id, filled))).body;
  const round = async (): Promise<void> => {
    await desk.drain();
    await desk.app.get(ExchangeRunner).round({ ignoreBackOff: true });
    await desk.drain();
  };
  await round();
  police.agency.tell(dossierId, 'acknowledged');
  await round();
  await grant(police.agency, police.kind, police.agency.find(dossierId)!, desk.clock.now().toString());
  await round();
  expect(await offered()).toEqual({ count: 4, members: ['Trần Thị Mỹ Duyên other', 'Nguyễn Hoàng Bảo An grandchild', 'Nguyễn Hoàng Bảo Ngọc grandchild'] });
  const [gone] = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows(
    `select m.until::text as until, m.ended_by, p.permanent_address from household_member m join person p on p.id = m.person_id where p.personal_id = '075094144324'`));
  expect(gone).toEqual({ until: '2026-11-23', ended_by: 'removed', permanent_address: null });
});
