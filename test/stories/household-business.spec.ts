import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { newId } from '@app/kernel';
import type { AssessmentDto, IntakeResultDto } from '../../apps/desk/src/counter/counter.dto.js';
import type { CitizenMeDto } from '../../apps/desk/src/citizen/citizen.dto.js';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { BUILDING_PERMIT, GUEST_HOUSE, PEOPLE, cast, fillIn, fillInAtCounter, findPerson, go, intakeBody, pdfText, type Problem } from '../support/steps.js';

jest.setTimeout(60_000);

const HOUSEHOLD_BUSINESS = '1.001612';
const NAME = 'Hộ kinh doanh Tùng Xe Máy';
const ANSWERS = {
  requesterRelation: 'owner', founders: 'person', businessName: NAME, place: 'elsewhere', businessAddress: 'Kiốt 12 chợ Biên Hoà, phường Biên Hoà, thành phố Đồng Nai', businessPhone: '0912345678',
  businessLine: 'Sửa chữa xe máy', capital: 80_000_000, employees: 2, pledge: true,
};

let desk: TestDesk;
let people: ReturnType<typeof cast>;
let owner: Visitor;
let dossierId: string;

beforeAll(async () => {
  desk = await startTestDesk('2026-11-23T08:30');
  people = cast(desk);
  owner = desk.citizen(PEOPLE.divorced.personalId);
});
afterAll(() => desk?.stop());

test('who registers a business says only what is new; three working days, with the Day of Culture between, are promised', async () => {
  const { id } = await findPerson(people.clerk, PEOPLE.divorced.personalId);
  const filled = await fillInAtCounter(people.clerk, HOUSEHOLD_BUSINESS, id, ANSWERS);
  expect([filled.assessment.faults, filled.assessment.fee.total]).toEqual([[], 100_000]);
  expect(filled.agreed.toSorted()).toEqual(['/ownerAddress', '/ownerBirthDate', '/ownerEthnicity', '/ownerName', '/ownerNationality', '/ownerPersonalId', '/ownerSex']);
  const { body, status } = await people.clerk.post<IntakeResultDto>('/api/counter/intake', intakeBody(HOUSEHOLD_BUSINESS, id, filled, { feePaid: true }));
  expect([status, body.received, body.dueAt]).toEqual([200, true, '2026-11-27T01:30:00Z']);
  dossierId = body.dossierId;
});

test('before the certificate is issued nobody acts for it', async () => {
  expect((await owner.get<CitizenMeDto>('/api/citizen/me')).body.actsFor).toEqual([]);
});

test('the certificate names business, owner and the owner’s number as its code', async () => {
  const { clerk, landOfficer, chairman, records } = people;
  await go(dossierId, [
    [clerk, 'handOver'], [landOfficer, 'acknowledge'], [landOfficer, 'examine', { meets: true }], [landOfficer, 'submitForApproval', { draft: {} }], [chairman, 'approve'], [records, 'number'],
    [records, 'handOver'], [clerk, 'acknowledge'], [clerk, 'resultReady'],
  ]);
  await desk.drain();
  const { body } = await clerk.get<{ papers: Array<{ id: string; form: string }> }>(`/api/dossiers/${dossierId}`);
  const paper = body.papers.find(({ form }) => form === 'result')!;
  const text = await pdfText((await clerk.bytes(`/api/dossiers/${dossierId}/papers/${paper.id}.pdf`)).body);
  for (const words of ['GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH', `${PEOPLE.divorced.personalId}`, 'HỘ KINH DOANH TÙNG XE MÁY', 'Kiốt 12 chợ Biên Hoà', '80.000.000 đồng', 'ĐỖ THANH TÙNG', 'Sửa chữa xe máy']) expect(text).toContain(words);
});

test('it is on file as a household business with its owner, on the word of this dossier', async () => {
  const [business] = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows(
    `select o.name, o.kind, o.code, o.address ->> 'text' as address, r.role, r.since::text as since, r.dossier_id, o.provenance -> 'name' ->> 'source' as source
       from organisation o join organisation_role r on r.organisation_id = o.id where o.code = $1`, [PEOPLE.divorced.personalId]));
  expect(business).toEqual({
    name: NAME, kind: 'household-business', code: PEOPLE.divorced.personalId, address: ANSWERS.businessAddress, role: 'owner', since: '2026-11-23', dossier_id: dossierId, source: 'dossier',
  });
  const papers = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows(
    `select kind, person_id is not null as of_person, organisation_id is not null as of_organisation from paper_on_file where dossier_id = $1 order by 2`, [dossierId]));
  expect(papers).toEqual([
    { kind: 'household-business-certificate', of_person: false, of_organisation: true }, { kind: 'household-business-certificate', of_person: true, of_organisation: false },
  ]);
});

test('the next procedure offers it: the owner files for it without typing name, code or address', async () => {
  const [business] = (await owner.get<CitizenMeDto>('/api/citizen/me')).body.actsFor;
  expect(business).toMatchObject({ name: NAME, maskedCode: '0750******57', roleName: { vi: 'Chủ hộ kinh doanh' } });
  const answers = { ...GUEST_HOUSE.answers, ownerKind: 'organisation', requesterRelation: 'representative', representativePosition: 'Chủ hộ' };
  const { declaration } = await fillIn(async (typed) => {
    const { body, status } = await owner.post<AssessmentDto & Problem>('/api/citizen/assess', { procedureCode: BUILDING_PERMIT, organisationId: business!.organisationId, declaration: typed });
    if (status !== 200) throw new Error(body.code);
    return body;
  }, answers);
  expect(declaration).toMatchObject({ ownerName: NAME, ownerTaxCode: PEOPLE.divorced.personalId, ownerRepresentative: PEOPLE.divorced.name, ownerAddress: ANSWERS.businessAddress });
});

test('nobody else acts for it', async () => {
  const [business] = (await owner.get<CitizenMeDto>('/api/citizen/me')).body.actsFor;
  const { status, body } = await desk.citizen(PEOPLE.single.personalId).post<Problem>('/api/citizen/dossiers', {
    commandId: newId(), dossierId: newId(), procedureCode: BUILDING_PERMIT, organisationId: business!.organisationId, declaration: {}, delivery: 'electronic', offers: [], components: [],
  });
  expect([status, body.code]).toEqual([403, 'organisation.no-role']);
});
