import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { ExchangeRunner } from '@app/dossiers';
import { newId } from '@app/kernel';
import { grant } from '../../apps/desk/src/stand-in-agencies/answering.js';
import { startStandInAgencies, type StandInAgencies } from '../../apps/desk/src/stand-in-agencies/start-stand-in-agencies.js';
import type { IntakeResultDto } from '../../apps/desk/src/counter/counter.dto.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { BIRTH, MARITAL_STATUS, PEOPLE, RESIDENCE, SOCIAL_ALLOWANCE, cast, fillInAtCounter, findPerson, go, intakeBody, read, type Line } from '../support/steps.js';

jest.setTimeout(180_000);

const CHILD = 'Nguyễn Hoàng Bảo Ngọc';
let desk: TestDesk;
let agencies: StandInAgencies;
let people: ReturnType<typeof cast>;
let mother: string;

beforeAll(async () => {
  agencies = await startStandInAgencies({ host: '127.0.0.1', port: 0, now: () => desk.clock.now().toString() });
  desk = await startTestDesk('2026-11-23T08:30', { agencies: agencies.connections });
  people = cast(desk);
  mother = (await findPerson(people.clerk, PEOPLE.mother.personalId)).id;
});
afterAll(async () => {
  await desk?.stop();
  await agencies?.close();
});

/** What one procedure of the chain still asked for. */
interface Asked {
  readonly dossierId: string;
  readonly fields: readonly string[];
  readonly papers: readonly string[];
}

/** Files at the counter: what is on file is agreed to and used, and only what is missing is said and brought. */
async function file(procedureCode: string, ownerId: string, answers: Readonly<Record<string, unknown>>): Promise<Asked> {
  const filled = await fillInAtCounter(people.clerk, procedureCode, ownerId, answers);
  const offered = new Map(filled.assessment.offers.map(({ pointer, value }) => [pointer, value]));
  // Who answers what the desk offers has agreed to it: nothing of it had to be said.
  const agreed = [...offered].filter(([pointer, value]) => String(filled.declaration[pointer.slice(1)]) === value).map(([pointer]) => pointer);
  const onFile = new Map(filled.assessment.componentOffers.map(({ key, paper }) => [key, paper.id]));
  const components = filled.assessment.components.filter(({ required }) => required)
    .map(({ key, kinds }) => ({ key, state: 'passed', ...(onFile.has(key) ? { kind: 'electronic', paperOnFileId: onFile.get(key) } : { kind: kinds[0] }) }));
  const { status, body } = await people.clerk.post<IntakeResultDto>('/api/counter/intake', intakeBody(procedureCode, ownerId, { ...filled, agreed }, { feePaid: true, components }));
  expect([status, body]).toMatchObject([200, { received: true }]);
  const asked: Asked = {
    dossierId: body.dossierId,
    fields: Object.keys(filled.declaration).filter((name) => !agreed.includes(`/${name}`)).toSorted(),
    papers: components.filter(({ key }) => !onFile.has(key)).map(({ key }) => key),
  };
  const { onceOnly: { fields, papers } } = await read(people.clerk, body.dossierId);
  const pledges = asked.fields.filter((name) => name === 'pledge').length;
  expect([fields.needed - fields.notAsked, papers.needed - papers.notAsked]).toEqual([asked.fields.length - pledges, asked.papers.length]);
  return asked;
}

/** From receipt to the result, decided in the commune. */
async function decide(id: string, officer: (typeof people)[keyof typeof people], steps: readonly Line[] = []): Promise<void> {
  const { clerk, chairman, records } = people;
  await go(id, [
    [clerk, 'handOver'], [officer, 'acknowledge'], ...steps, [officer, 'examine', { meets: true, note: 'Đủ điều kiện' }], [officer, 'submitForApproval', { draft: {} }], [chairman, 'approve'], [records, 'number'],
    [records, 'handOver'], [clerk, 'acknowledge'], [clerk, 'resultReady'], [clerk, 'returnResult', { recipient: 'Chính chủ, căn cước' }],
  ]);
  await desk.drain();
}

async function round(): Promise<void> {
  await desk.drain();
  await desk.app.get(ExchangeRunner).round({ ignoreBackOff: true });
  await desk.drain();
}

describe('one family, five matters: nothing is asked twice', () => {
  test('the birth of the first child: only what nobody knows yet', async () => {
    const asked = await file(BIRTH, mother, { requesterRelation: 'mother', birthProofKind: 'electronic', surrogacy: false, parentsDeclared: 'both', childName: CHILD });
    expect(asked).toMatchObject({ papers: [], fields: ['birthProofKind', 'childName', 'parentsDeclared', 'requesterRelation', 'surrogacy'] });
    await decide(asked.dossierId, people.registrar);
  });

  test('the residence of the child: the certificate is on file, and so is the child', async () => {
    const asked = await file(RESIDENCE, mother, {
      requesterRelation: 'parent', home: 'parents-home', headName: PEOPLE.father.name, headPersonalId: PEOPLE.father.personalId, relationToHead: 'child', consent: 'vneid', feeExemption: 'none',
    });
    expect(asked).toMatchObject({ papers: [], fields: ['consent', 'headName', 'headPersonalId', 'home', 'relationToHead', 'requesterRelation'] });
    await round();
    const police = agencies.get('residence');
    police.agency.tell(asked.dossierId, 'acknowledged');
    await round();
    await grant(police.agency, police.kind, police.agency.find(asked.dossierId)!, desk.clock.now().toString());
    await round();
    expect((await read(people.clerk, asked.dossierId)).status).toBe(9);
  });

  test('an allowance for the child: name, birthday, sex, parents and the address registered before are known', async () => {
    const child = (await findPerson(people.clerk, CHILD)).id;
    const asked = await file(SOCIAL_ALLOWANCE, child, {
      requestKind: 'start', requesterRelation: 'parent', requesterName: PEOPLE.mother.name, requesterPersonalId: PEOPLE.mother.personalId, personPersonalId: '075326000123', category: 'small-child', household: 'near-poor',
      getsPension: false, getsMerit: false, getsAllowance: false, inInstitution: false, paymentWay: 'cash', pledge: true,
    });
    expect(asked).toMatchObject({
      papers: [],
      fields: ['category', 'getsAllowance', 'getsMerit', 'getsPension', 'household', 'inInstitution', 'personPersonalId', 'pledge', 'requesterName', 'requesterPersonalId', 'requesterRelation'],
    });
    await decide(asked.dossierId, people.socialOfficer);
  });

  test('a marital-status certificate of the mother: her spouse and the marriage certificate are known', async () => {
    const asked = await file(MARITAL_STATUS, mother, { requesterRelation: 'self', maritalStatus: 'married', certifiedFor: 'now', purpose: 'loan', issuedBefore: false, feeExemption: 'none' });
    expect(asked).toMatchObject({ papers: [], fields: ['certifiedFor', 'feeExemption', 'issuedBefore', 'maritalStatus', 'purpose', 'requesterRelation'] });
    await decide(asked.dossierId, people.registrar);
  });

  test('the birth of the second child asks for no paper an earlier matter issued, and for no fact it told: the name, and what is new about this birth', async () => {
    await desk.moveTo('2027-11-22T08:30');
    // The hospital sends the proof of the second birth, as it sent that of the first.
    await desk.asOwner.transaction(SYSTEM, (tx) => tx.execute(
      `insert into paper_on_file (id, person_id, kind, name_vi, name_en, number, issuer, issued_on, state, content, assurance, source, sha256)
       values ($1, $2, 'birth-proof', 'Giấy chứng sinh điện tử', 'Electronic proof of birth', '75001.CS.27.000077', 'Bệnh viện Đa khoa Đồng Nai', '2027-11-19', 'in-force', $3, 'born-digital-signed', 'health-facility', $4)`,
      [newId(), mother, JSON.stringify({ form: 'electronic', holderRelation: 'mother', parentsNamed: 'both', childSex: 'male', childBirthDate: '2027-11-18', childBirthPlace: 'Bệnh viện Đa khoa Đồng Nai, phường Tam Hiệp, thành phố Đồng Nai' }), 'b'.repeat(64)]));
    const asked = await file(BIRTH, mother, { surrogacy: false, childName: 'Nguyễn Hoàng Minh Khôi' });
    expect(asked).toMatchObject({ papers: [], fields: ['childName', 'surrogacy'] });
    const { answers } = await read(people.clerk, asked.dossierId);
    const said = new Map(answers.flatMap((group) => group.answers).map(({ pointer, value }) => [pointer, value]));
    expect([said.get('/childBirthDate'), said.get('/birthProofNumber'), said.get('/motherName'), said.get('/fatherName')]).toEqual(['18/11/2027', '75001.CS.27.000077', PEOPLE.mother.name, PEOPLE.father.name]);
  });
});
