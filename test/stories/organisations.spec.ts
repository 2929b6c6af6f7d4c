import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { newId } from '@app/kernel';
import { SubjectsService, type FactOrigin } from '@app/persons';
import type { CitizenDossierDto, CitizenDossierRowDto, CitizenMeDto, FiledDto } from '../../apps/desk/src/citizen/citizen.dto.js';
import type { AssessmentDto, IntakeResultDto, OrganisationDto, OrganisationRowDto, PersonDto } from '../../apps/desk/src/counter/counter.dto.js';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { BUILDING_PERMIT, GUEST_HOUSE, MARITAL_STATUS, MATTERS, PEOPLE, cast, fillIn, findPerson, go, intakeBody, pdfText, read, type FilledIn, type Problem } from '../support/steps.js';

jest.setTimeout(60_000);

const COMPANY = 'Công ty TNHH Xây dựng Hải Đăng';
const DIRECTOR = { personalId: '075079271028', name: 'Ngô Quang Hải' };
const DEPUTY = { personalId: '075181278947', name: 'Phan Thị Thanh Thúy' };
const ACCOUNTANT = '075205286866';
const { ownerPhone: _phone, ...ofAnyBuilding } = GUEST_HOUSE.answers;
const ANSWERS = {
  ...ofAnyBuilding, ownerKind: 'organisation', requesterRelation: 'representative', landPaper: 'certificate', workName: 'Nhà kho vật liệu', planning: 'detailed', fireSafety: false,
};

describe('an enterprise files through whoever is on record as acting for it', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;
  let [director, deputy, stranger]: Visitor[] = [];
  let organisationId: string;
  let filledIn: FilledIn;
  let online: string;
  let atCounter: IntakeResultDto;

  const fill = (who: Visitor): Promise<FilledIn> => fillIn(async (declaration) => {
    const { status, body } = await who.post<AssessmentDto>('/api/citizen/assess', { procedureCode: BUILDING_PERMIT, organisationId, declaration });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  }, ANSWERS);
  const file = (who: Visitor, { declaration, agreed }: FilledIn, more: object = {}) => who.post<FiledDto & Problem>('/api/citizen/dossiers', {
    commandId: newId(), dossierId: newId(), procedureCode: BUILDING_PERMIT, organisationId, declaration, delivery: 'electronic', offers: agreed.map((pointer) => ({ pointer, agreed: true })), components: [], ...more,
  });
  const papersOf = (organisation: string) => desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ kind: string }>('select kind from paper_on_file where organisation_id = $1 order by kind', [organisation]));
  /** What the business register says from a day on. */
  const registered = (statements: Parameters<SubjectsService['recordFacts']>[2], asOf: string) =>
    desk.asOwner.transaction(SYSTEM, (tx) => new SubjectsService().recordFacts(tx, { organisationId }, statements, { source: 'business-register', asOf } satisfies FactOrigin));

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    people = cast(desk);
    [director, deputy, stranger] = [DIRECTOR.personalId, DEPUTY.personalId, PEOPLE.single.personalId].map((id) => desk.citizen(id)) as [Visitor, Visitor, Visitor];
  });
  afterAll(() => desk?.stop());

  test('signed in, the director sees for whom they may file, and nobody else does', async () => {
    const { body } = await director!.get<CitizenMeDto>('/api/citizen/me');
    expect(body.actsFor).toEqual([{
      organisationId: expect.any(String), name: COMPANY, maskedCode: '3604882134', kindName: { vi: 'Doanh nghiệp', en: 'Enterprise' },
      roleName: { vi: 'Người đại diện theo pháp luật', en: 'Legal representative' }, position: 'Giám đốc',
    }]);
    organisationId = body.actsFor[0]!.organisationId;
    for (const who of [stranger!, desk.citizen(ACCOUNTANT)]) expect((await who.get<CitizenMeDto>('/api/citizen/me')).body.actsFor).toEqual([]);
  });

  test('what is on file about the enterprise fills the form, with its own land certificate', async () => {
    filledIn = await fill(director!);
    expect(filledIn.assessment.faults).toEqual([]);
    expect(filledIn.declaration).toMatchObject({
      ownerName: COMPANY, ownerTaxCode: '3604882134', ownerRepresentative: DIRECTOR.name, representativePosition: 'Giám đốc', ownerAddress: '102 đường Cách Mạng Tháng Tám, phường Biên Hoà, thành phố Đồng Nai',
      ownerPhone: '0251388410', certificateNumber: 'DM 204417', plotNumber: '214',
    });
    expect(filledIn.assessment.componentOffers).toMatchObject([{ key: 'land-certificate', paper: { number: 'DM 204417' } }]);
  });

  test('a stranger and an accountant are refused, online and at the counter, before anything is read', async () => {
    for (const who of [stranger!, desk.citizen(ACCOUNTANT)]) {
      expect(await file(who, filledIn)).toMatchObject({ status: 403, body: { code: 'organisation.no-role' } });
      expect((await who.post<Problem>('/api/citizen/assess', { procedureCode: BUILDING_PERMIT, organisationId, declaration: {} })).body.code).toBe('organisation.no-role');
    }
    const { id } = await findPerson(people.clerk, PEOPLE.single.personalId);
    const refused = await people.clerk.post<Problem>('/api/counter/intake', intakeBody(BUILDING_PERMIT, id, filledIn, { organisationId }));
    expect([refused.status, refused.body.code, refused.body.detail]).toEqual([403, 'organisation.no-role', expect.stringContaining('người đại diện')]);
  });

  test('a procedure for persons has no organisation as its owner', async () => {
    const { status, body } = await director!.post<Problem>('/api/citizen/assess', { procedureCode: MARITAL_STATUS, organisationId, declaration: MATTERS[MARITAL_STATUS]!.answers });
    expect([status, body.code]).toEqual([422, 'organisation.not-owner']);
  });

  test('filed online it is the enterprise’s: everybody who acts for it follows it, strangers find nothing', async () => {
    const { status, body } = await file(director!, filledIn);
    expect(status).toBe(201);
    online = body.dossierId;
    for (const who of [director!, deputy!]) {
      const { body: rows } = await who.get<CitizenDossierRowDto[]>('/api/citizen/dossiers');
      expect(rows.map(({ id, onBehalfOf }) => [id, onBehalfOf])).toEqual([[online, COMPANY]]);
    }
    for (const who of [stranger!, desk.citizen(ACCOUNTANT)]) expect((await who.get<Problem>(`/api/citizen/dossiers/${online}`)).body.code).toBe('not-found');
  });

  test('the journal says who acted for whom, by ids alone', async () => {
    const { history } = (await director!.get<CitizenDossierDto>(`/api/citizen/dossiers/${online}`)).body;
    expect(history[0]).toMatchObject({ event: 'file', forWhom: COMPANY, basis: 'role' });
    const [line] = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ actor: object }>(`select body::jsonb -> 'actor' as actor from journal where dossier_id = $1 and seq = 1`, [online]));
    expect(line!.actor).toEqual({ kind: 'citizen', id: expect.any(String), for: { organisation: organisationId, basis: 'role', role: 'representative' } });
  });

  test('at the counter it is found without accents; whoever is named finds the look in their log', async () => {
    const { clerk } = people;
    const { body: [found] } = await clerk.post<OrganisationRowDto[]>('/api/counter/organisations/search', { text: 'xay dung hai dang' });
    expect(found).toMatchObject({ id: organisationId, name: COMPANY });
    const { body } = await clerk.post<OrganisationDto>('/api/counter/organisations/open', { organisationId, procedureCode: BUILDING_PERMIT });
    expect(body.people.map(({ fullName, acts }) => [fullName, acts])).toEqual([[DIRECTOR.name, true], [DEPUTY.name, true], ['Ngô Phan Hải Đăng', false]]);
    const logged = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ name: string; code: string }>(
      `select p.full_name as name, l.procedure_code as code from person_read_log l join person p on p.id = l.person_id where l.what = array['role'] and l.reader_kind = 'officer' order by p.full_name`));
    expect(logged.map(({ name, code }) => [name, code])).toEqual([['Ngô Phan Hải Đăng', BUILDING_PERMIT], [DIRECTOR.name, BUILDING_PERMIT], [DEPUTY.name, BUILDING_PERMIT]]);
  });

  test('received at the counter, paper and screen name the enterprise as owner and the deputy as who brought it', async () => {
    const { clerk } = people;
    const { id } = await findPerson(clerk, DEPUTY.personalId);
    expect((await clerk.post<PersonDto>('/api/counter/persons/open', { personId: id })).body.actsFor.map(({ name, roleName }) => [name, roleName.vi])).toEqual([[COMPANY, 'Người được ủy quyền']]);
    atCounter = (await clerk.post<IntakeResultDto>('/api/counter/intake', intakeBody(BUILDING_PERMIT, id, filledIn, { organisationId, feePaid: true }))).body;
    expect(await read(clerk, atCounter.dossierId)).toMatchObject({
      ownerName: COMPANY, ownerPersonalId: '3604882134', filerName: DEPUTY.name, actingRole: { vi: 'Người được ủy quyền', en: 'Authorised person' },
    });
    await desk.drain();
    const receipt = await pdfText((await clerk.bytes(atCounter.paperUrl!)).body);
    for (const words of ['CÔNG TY TNHH XÂY DỰNG HẢI ĐĂNG', '3604882134', 'PHAN THỊ THANH THÚY']) expect(receipt).toContain(words);
  });

  test('the permit is the enterprise’s paper, and nobody’s own', async () => {
    const { clerk, landOfficer, chairman, records } = people;
    await go(atCounter.dossierId, [
      [clerk, 'handOver'], [landOfficer, 'acknowledge'], [landOfficer, 'examine', { meets: true }], [landOfficer, 'examine', { meets: true }], [landOfficer, 'requestConsultation', { consult: [] }],
      [landOfficer, 'submitForApproval', { draft: {} }], [chairman, 'approve'], [records, 'number'], [records, 'handOver'], [clerk, 'acknowledge'], [clerk, 'resultReady'],
    ]);
    await desk.drain();
    expect((await papersOf(organisationId)).map(({ kind }) => kind)).toEqual(['building-permit', 'land-certificate']);
    expect(await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows('select 1 from paper_on_file where dossier_id = $1 and person_id is not null', [atCounter.dossierId]))).toEqual([]);
  });

  test('the role ends mid-way: the director is told so and stopped at the next act, the new representative goes on', async () => {
    const personId = async (who: Visitor) => (await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ id: string }>('select id from person where personal_id = $1', [who === director ? DIRECTOR.personalId : DEPUTY.personalId]))).id;
    await registered([
      { attribute: 'representative', personId: await personId(director!), value: { position: 'Giám đốc', since: '2019-04-12', until: '2026-11-23' } },
      { attribute: 'representative', personId: await personId(deputy!), value: { position: 'Giám đốc', since: '2026-11-24' } },
    ], '2026-11-24');
    expect((await director!.get(`/api/citizen/dossiers/${online}`)).status).toBe(200);
    await desk.moveTo('2026-11-24T08:00');
    const ask = (who: Visitor) => who.post<CitizenDossierDto & Problem>(`/api/citizen/dossiers/${online}/acts`, { commandId: newId(), event: 'askWithdrawal', note: 'Thay đổi kế hoạch' });
    expect(await ask(director!)).toMatchObject({ status: 403, body: { code: 'organisation.role-ended' } });
    expect((await director!.get<Problem>(`/api/citizen/dossiers/${online}`)).body.code).toBe('organisation.role-ended');
    expect((await director!.get<CitizenDossierRowDto[]>('/api/citizen/dossiers')).body).toEqual([]);
    expect(await file(director!, filledIn)).toMatchObject({ status: 403, body: { code: 'organisation.no-role' } });
    const { status, body } = await deputy!.get<CitizenDossierDto>(`/api/citizen/dossiers/${online}`);
    expect([status, body.onBehalfOf]).toEqual([200, COMPANY]);
  });
});
