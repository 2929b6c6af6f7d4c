import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { SYSTEM } from '@app/database';
import { newId } from '@app/kernel';
import { PersonsService } from '@app/persons';
import { describedAnswers } from '../support/described-answers.js';
import { startStandInSources, type StandInSources } from '../../apps/desk/src/stand-in-sources/start-stand-in-sources.js';
import { startTestDesk, type Answer, type TestDesk, type Visitor } from '../support/desk.js';
import { MARITAL_STATUS, PEOPLE, MATTERS, fillInAtCounter, findPerson, intakeBody, receiveAtCounter } from '../support/steps.js';

jest.setTimeout(120_000);

/** What gives data on file away in an answer, whatever its name. */
const TELLING = ['personalId', 'maskedPersonalId', 'birthDate', 'relatives', 'assurance', 'asOf', 'acceptedOn'];
/** Copies a dossier has frozen: they are read with the dossier, behind its walls, and no longer from the file. */
const FROZEN = ['DossierDto', 'OnFileDto'];

interface Known {
  readonly id: string;
  readonly personalId: string;
  /** Where they live, by code. */
  readonly commune: string;
}

interface Line {
  readonly person_id: string;
  readonly reader_kind: string;
  readonly unit_id: string | null;
  readonly role: string | null;
  readonly procedure_code: string | null;
  readonly dossier_id: string | null;
  readonly purpose: string;
}

describe('each look at a person’s data leaves its line', () => {
  let desk: TestDesk;
  let sources: StandInSources;
  let clerk: Visitor;
  let people: Known[];
  const citizens = new Map<string, Visitor>();
  const citizen = ({ personalId }: Known): Visitor => {
    const known = citizens.get(personalId) ?? desk.citizen(personalId);
    citizens.set(personalId, known);
    return known;
  };
  const question = { procedureCode: MARITAL_STATUS, declaration: { requesterRelation: 'self' } };

  const registrars = new Map<string, Visitor>();
  /** Whoever settles doubts about people of that commune. */
  const registrar = ({ commune }: Known): Visitor => {
    const known = registrars.get(commune) ?? desk.officer(`hotich.${{ '26068': 'bienhoa', '26248': 'trangbom', '26206': 'dinhquan', '25405': 'bombo' }[commune]}`);
    registrars.set(commune, known);
    return known;
  };
  const OFFICE = ({ commune }: Known) => ({ unit_id: `c${commune}.office`, role: 'case-officer' });
  /** Has there be one doubt, and about this person. */
  const doubt = ({ id }: Known): Promise<string> => desk.asOwner.transaction(SYSTEM, async (tx) => {
    await tx.execute('delete from person_doubt');
    await desk.app.get(PersonsService).raiseDoubt(tx, { kind: 'conflict', personId: id, detail: { attribute: 'sex', shown: { value: 'male' }, other: { value: 'female' } } });
    return (await tx.one<{ id: string }>('select id from person_doubt')).id;
  });

  /** How each endpoint that answers with data on file is asked for somebody. A new one is missed by the first test until it stands here. */
  const ENDPOINTS: Readonly<Record<string, { readonly ask: (person: Known) => Promise<Answer<unknown>>; readonly by: 'officer' | 'citizen'; readonly procedure?: string; readonly from?: (person: Known) => object; /** Others are named with the person, and find their own lines. */ readonly namesOthers?: true }>> = {
    'POST /api/counter/persons/search': { ask: ({ personalId }) => clerk.post('/api/counter/persons/search', { text: personalId }), by: 'officer' },
    'POST /api/counter/persons/open': { ask: ({ id }) => clerk.post('/api/counter/persons/open', { personId: id, procedureCode: MARITAL_STATUS }), by: 'officer', procedure: MARITAL_STATUS },
    'POST /api/counter/persons/likely': { ask: ({ personalId }) => clerk.post('/api/counter/persons/likely', { personalId, fullName: 'Không Trùng Ai', birthDate: '1901-01-01', procedureCode: MARITAL_STATUS }), by: 'officer', procedure: MARITAL_STATUS },
    'POST /api/counter/persons/register': {
      ask: async ({ personalId }) => {
        const caseId = newId();
        await clerk.put(`/api/counter/drafts/${caseId}`, { procedureCode: MARITAL_STATUS, data: {} });
        return clerk.post('/api/counter/persons/register', { queryId: newId(), caseId, procedureCode: MARITAL_STATUS, personalId, fullName: 'Không Trùng Ai', birthDate: '1901-01-01' });
      },
      by: 'officer', procedure: MARITAL_STATUS,
    },
    'GET /api/persons/:id': {
      ask: async ({ id }) => {
        const draft = newId();
        await clerk.put(`/api/counter/drafts/${draft}`, { procedureCode: MARITAL_STATUS, data: { intake: { owner: { id } } } });
        return clerk.get(`/api/persons/${id}?draft=${draft}`);
      },
      by: 'officer', procedure: MARITAL_STATUS,
    },
    'GET /api/persons/:id/household': {
      ask: async ({ id }) => {
        const draft = newId();
        await clerk.put(`/api/counter/drafts/${draft}`, { procedureCode: MARITAL_STATUS, data: { intake: { owner: { id } } } });
        return clerk.get(`/api/persons/${id}/household?draft=${draft}`);
      },
      by: 'officer', procedure: MARITAL_STATUS, namesOthers: true,
    },
    'POST /api/counter/assess': { ask: ({ id }) => clerk.post('/api/counter/assess', { ...question, ownerId: id }), by: 'officer', procedure: MARITAL_STATUS },
    'GET /api/doubts': { ask: async (person) => { await doubt(person); return registrar(person).get('/api/doubts'); }, by: 'officer', from: OFFICE },
    'GET /api/doubts/:id': { ask: async (person) => registrar(person).get(`/api/doubts/${await doubt(person)}`), by: 'officer', from: OFFICE },
    'GET /api/quality/:code/people': { ask: async (person) => { await doubt(person); return registrar(person).get(`/api/quality/${person.commune}/people?fault=in-conflict`); }, by: 'officer', from: OFFICE },
    'GET /api/citizen/me': { ask: (person) => citizen(person).get('/api/citizen/me'), by: 'citizen' },
    'GET /api/citizen/my-data': { ask: (person) => citizen(person).get('/api/citizen/my-data'), by: 'citizen' },
    'POST /api/citizen/assess': { ask: (person) => citizen(person).post('/api/citizen/assess', { ...question, communeId: 'c26068' }), by: 'citizen', procedure: MARITAL_STATUS },
  };

  const linesSince = (mark: number): Promise<Line[]> => desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<Line>(
    'select person_id, reader_kind, unit_id, role, procedure_code, dossier_id, purpose from person_read_log order by at, id offset $1', [mark]));
  const mark = (): Promise<number> => desk.asOwner.transaction(SYSTEM, async (tx) => (await tx.one<{ n: number }>('select count(*)::int as n from person_read_log')).n);

  beforeAll(async () => {
    sources = await startStandInSources({ host: '127.0.0.1', port: 0 });
    desk = await startTestDesk('2026-11-23T08:30', { sources: sources.connections });
    clerk = desk.officer('tiepnhan.bienhoa');
    people = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<Known>(`select id, personal_id as "personalId", permanent_address ->> 'communeCode' as commune from person where personal_id is not null and alive and birth_date < '2005' order by id`));
  });
  afterAll(async () => {
    await desk?.stop();
    await sources?.close();
  });

  test('every endpoint that answers with data on file is asked below', () => {
    const answers = describedAnswers(FROZEN);
    expect(answers.size).toBeGreaterThan(100);
    const telling = [...answers].filter(([, properties]) => TELLING.some((property) => properties.has(property))).map(([name]) => name);
    expect(telling.toSorted()).toEqual(Object.keys(ENDPOINTS).toSorted());
  });

  test('whoever is asked about, and wherever: one line, by whom, in which unit and role, for which procedure and why', async () => {
    const asked = fc.tuple(fc.constantFrom(...people), fc.constantFrom(...Object.keys(ENDPOINTS)));
    await fc.assert(fc.asyncProperty(asked, async ([person, name]) => {
      const { ask, by, procedure, from, namesOthers } = ENDPOINTS[name]!;
      // Signing in is not the look that is measured.
      if (by === 'citizen') await citizen(person).get('/api/citizen/dossiers');
      const before = await mark();
      expect([name, (await ask(person)).status]).toEqual([name, 200]);
      const lines = (await linesSince(before)).filter(({ person_id: id }) => !namesOthers || id === person.id);
      expect([name, lines]).toEqual([name, [{
        person_id: person.id, reader_kind: by, procedure_code: procedure ?? null, dossier_id: null, purpose: expect.stringMatching(/\S.{5,}/),
        ...(from?.(person) ?? (by === 'officer' ? { unit_id: 'c26068.centre', role: 'receiving-clerk' } : { unit_id: null, role: null })),
      }]]);
    }), { numRuns: 40 });
  });

  test('a list leaves a line with everybody it shows, and with nobody else', async () => {
    const before = await mark();
    const { body } = await clerk.post<Array<{ id: string }>>('/api/counter/persons/search', { text: 'nguyen' });
    expect((await linesSince(before)).map(({ person_id }) => person_id).toSorted()).toEqual(body.map(({ id }) => id).toSorted());
    expect(body.length).toBeGreaterThan(3);
  });

  test('what is refused shows nothing and leaves no line', async () => {
    const before = await mark();
    const person = people[0]!;
    for (const officer of ['chutich.bienhoa', 'vanthu.bienhoa']) expect((await desk.officer(officer).post('/api/counter/persons/open', { personId: person.id })).status).toBe(403);
    expect((await citizen(people[1]!).post('/api/counter/persons/open', { personId: person.id })).status).toBe(403);
    expect((await clerk.post('/api/counter/persons/open', { personId: newId() })).status).toBe(404);
    expect(await linesSince(before)).toEqual([]);
  });

  test('the intake names the dossier in the lines of owner and filer', async () => {
    const [owner, filer] = [await findPerson(clerk, PEOPLE.single.personalId), await findPerson(clerk, PEOPLE.mother.personalId)];
    const filled = await fillInAtCounter(clerk, MARITAL_STATUS, owner.id, MATTERS[MARITAL_STATUS]!.answers);
    const dossierId = newId();
    const before = await mark();
    const { status } = await clerk.post('/api/counter/intake', intakeBody(MARITAL_STATUS, owner.id, filled, { dossierId, feePaid: true, filerId: filer.id, filerGround: 'authorised' }));
    expect(status).toBe(200);
    const lines = (await linesSince(before)).filter(({ reader_kind }) => reader_kind === 'officer');
    expect(lines.map(({ person_id, dossier_id, procedure_code, purpose }) => [person_id, dossier_id, procedure_code, purpose]).toSorted()).toEqual(
      [owner.id, filer.id].map((id) => [id, dossierId, MARITAL_STATUS, 'Tiếp nhận hồ sơ tại quầy']).toSorted());
    expect((await receiveAtCounter(clerk, MARITAL_STATUS)).received).toBe(true);
  });
});
