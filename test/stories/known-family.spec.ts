import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { loadCatalogue } from '@app/catalogue';
import { SYSTEM } from '@app/database';
import { NationalSources, SOURCES } from '@app/exchange';
import { dataPath, newId } from '@app/kernel';
import { playExamples, readKnownFamily, type PlayedExample } from '@app/reports';
import type { AssessmentDto, IntakeResultDto } from '../../apps/desk/src/counter/counter.dto.js';
import type { LookUpDto, SourceDto } from '../../apps/desk/src/sources/sources.dto.js';
import { startStandInSources, type StandInSources } from '../../apps/desk/src/stand-in-sources/start-stand-in-sources.js';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { registersOf } from '../support/known-registers.js';
import { CONFIRMATION, MARITAL_STATUS, fillIn, intakeBody, read, type FilledIn } from '../support/steps.js';

jest.setTimeout(120_000);

const TODAY = '2026-11-23';
const DEATH = '1.000656';
const family = readKnownFamily();

let desk: TestDesk;
let sources: StandInSources;
let clerk: Visitor;

beforeAll(async () => {
  sources = await startStandInSources({ host: '127.0.0.1', port: 0 });
  desk = await startTestDesk(`${TODAY}T08:30`, { sources: sources.connections });
  clerk = desk.officer('tiepnhan.bienhoa');
});

afterAll(async () => {
  await desk?.stop();
  await sources?.close();
});

/** An example as the command plays it, and the answers it gives. */
function examplePlayed(procedureCode: string, name: string): PlayedExample & { readonly answers: Record<string, unknown> } {
  const procedures = loadCatalogue().procedures.filter(({ code }) => code === procedureCode);
  const played = playExamples(family, { procedures, groups: [] }).procedures[0]!.examples.find((example) => example.name === name)!;
  const folder = readdirSync(dataPath('libs/procedures')).find((each) => each.startsWith(`${procedureCode}-`))!;
  const examples = JSON.parse(readFileSync(dataPath(`libs/procedures/${folder}/examples.json`), 'utf8')) as ReadonlyArray<{ readonly name: string; readonly declaration: Record<string, unknown> }>;
  return { ...played, answers: examples.find((example) => example.name === name)!.declaration };
}

/** The desk knows who stands there, by the card; the stand-ins hold the rest. */
async function arrives(key: string): Promise<string> {
  const member = family.members.find((each) => each.key === key)!;
  const registers = registersOf(member, TODAY);
  for (const source of SOURCES) sources.get(source).records = registers[source];
  desk.app.get(NationalSources).askAnew();
  const { personalId, fullName, birthDate, sex, permanentAddress } = member.file.person;
  const known = await desk.asOwner.transaction(SYSTEM, (tx) => tx.maybeOne<{ id: string }>('select id from person where personal_id = $1', [personalId]));
  if (known !== undefined) return known.id;
  const personId = newId();
  const identity = { personalId, fullName, birthDate, sex, address: permanentAddress!.text };
  const { status, body } = await clerk.post('/api/counter/persons', { personId, identity, card: { ...identity, issuedOn: '2024-08-09' } });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return personId;
}

/** Fills the form in with what the sources say, asked anew as the answers open further questions; only what is left is said. */
async function fillThroughSources(caseId: string, procedureCode: string, personId: string, answered: readonly string[], said: Readonly<Record<string, unknown>>): Promise<FilledIn> {
  const assess = async (declaration: Record<string, unknown>): Promise<AssessmentDto> => {
    const { body } = await clerk.post<AssessmentDto>('/api/counter/assess', { procedureCode, ownerId: personId, declaration, caseId });
    // What the example leaves open is left open here too.
    return { ...body, offers: body.offers.filter(({ pointer }) => answered.includes(pointer.slice(1))) };
  };
  let filled: FilledIn = { declaration: { ...said }, agreed: [], assessment: await assess({ ...said }) };
  for (;;) {
    const about = { caseId, procedureCode, personId, declaration: filled.declaration };
    for (const { source } of (await clerk.post<SourceDto[]>('/api/sources', about)).body) {
      expect((await clerk.post<LookUpDto>('/api/sources/ask', { ...about, queryId: newId(), source, purpose: 'intake', agreed: true })).body.outcome).toBe('matched');
    }
    const more = await fillIn(assess, filled.declaration);
    const agreed = [...new Set([...filled.agreed, ...more.agreed])];
    filled = { ...more, agreed };
    if (more.agreed.length === 0) return filled;
  }
}

const papersOnFile = (personId: string) => desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ kind: string; source: string; assurance: string }>(
  'select kind, source, assurance from paper_on_file where person_id = $1 order by kind', [personId]));

describe('a known family of which nothing is on file here', () => {
  test.each([
    [MARITAL_STATUS, 'divorced', [{ kind: 'divorce-judgment', source: 'civil-status-register', assurance: 'register' }]],
    [DEATH, 'a child, in time, three copies', [{ kind: 'death-notice', source: 'social-insurance', assurance: 'register' }]],
    [CONFIRMATION, 'for a child, free', [{ kind: 'birth-certificate', source: 'civil-status-register', assurance: 'register' }, { kind: 'child-birth-certificate', source: 'civil-status-register', assurance: 'register' }]],
  ] as const)('%s, %s: is spared through the sources just what the command says', async (procedureCode, name, papers) => {
    const { by, score, askedFields, answers } = examplePlayed(procedureCode, name);
    const personId = await arrives(by);
    const before = await papersOnFile(personId);
    const caseId = newId();
    expect((await clerk.put(`/api/counter/drafts/${caseId}`, { procedureCode, data: {} })).status).toBe(200);
    const filled = await fillThroughSources(caseId, procedureCode, personId, Object.keys(answers), Object.fromEntries(askedFields.map((field) => [field, answers[field]])));
    expect(filled.assessment.faults).toEqual([]);
    const components = filled.assessment.components.filter(({ required }) => required).map(({ key, kinds }) => {
      const offer = filled.assessment.componentOffers.find((each) => each.key === key);
      return offer === undefined ? { key, state: 'passed', kind: kinds[0] } : { key, state: 'passed', kind: 'electronic', paperOnFileId: offer.paper.id };
    });
    const body = { ...intakeBody(procedureCode, personId, filled, { components }), dossierId: caseId };
    const { status, body: received } = await clerk.post<IntakeResultDto>('/api/counter/intake', body);
    if (status !== 200) throw new Error(JSON.stringify(received));
    expect(received.received).toBe(true);
    const { onceOnly } = await read(clerk, received.dossierId);
    expect([onceOnly.fields, onceOnly.papers]).toEqual([score.fields, { ...score.papers, mismatched: 0 }]);
    expect(onceOnly.classes.register!.reused).toBeGreaterThan(0);
    // What was used lies on the person's file from now on, as the source's word and nobody else's.
    expect((await papersOnFile(personId)).filter((paper) => !before.some((each) => each.kind === paper.kind))).toEqual(papers);
    // Sent twice it is still one dossier, and one paper of a kind.
    expect((await clerk.post<IntakeResultDto>('/api/counter/intake', body)).body.dossierId).toBe(received.dossierId);
    expect((await papersOnFile(personId)).length).toBe(before.length + papers.length);
  });

  test('a paper that a source named and nobody used is on no file', async () => {
    const personId = await arrives('widow');
    const before = await papersOnFile(personId);
    const caseId = newId();
    await clerk.put(`/api/counter/drafts/${caseId}`, { procedureCode: MARITAL_STATUS, data: {} });
    const declaration = { requesterRelation: 'self', maritalStatus: 'widowed' };
    const asked = await clerk.post<LookUpDto>('/api/sources/ask', { caseId, procedureCode: MARITAL_STATUS, personId, declaration, queryId: newId(), source: 'civil-status-register', purpose: 'intake', agreed: true });
    expect(asked.body.papers.map(({ key }) => key)).toEqual(['spouse-death-extract']);
    const { body } = await clerk.post<AssessmentDto>('/api/counter/assess', { procedureCode: MARITAL_STATUS, ownerId: personId, declaration, caseId });
    expect(body.componentOffers.map(({ key, paper }) => [key, paper.number])).toEqual([['spouse-death-extract', '77/2024']]);
    expect(await papersOnFile(personId)).toEqual(before);
    // Another case knows nothing of it.
    const { body: other } = await clerk.post<AssessmentDto>('/api/counter/assess', { procedureCode: MARITAL_STATUS, ownerId: personId, declaration, caseId: newId() });
    expect(other.componentOffers).toEqual([]);
  });
});
