import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { FileDossier } from '@app/dossiers';
import { newId } from '@app/kernel';
import { startTestDesk, type Answer, type TestDesk, type Visitor } from '../support/desk.js';
import { prepare } from '../support/prepare.js';
import { BIRTH, MARITAL_STATUS, MATTERS, PEOPLE, cast, fillIn, fillInAtCounter, findPerson, intakeBody, read, receiveAtCounter, type Problem } from '../support/steps.js';
import type { AssessmentDto, IntakeResultDto } from '../../apps/desk/src/counter/counter.dto.js';
import type { FiledDto } from '../../apps/desk/src/citizen/citizen.dto.js';

jest.setTimeout(60_000);

describe('a command sent again', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;

  beforeAll(async () => {
    desk = await startTestDesk();
    people = cast(desk);
  });
  afterAll(() => desk?.stop());

  /** How many rows every table has: what is written twice shows here. */
  const rowCounts = (): Promise<Record<string, number>> => desk.asOwner.transaction(SYSTEM, async (tx) => {
    const tables = ['dossier', 'dossier_party', 'dossier_person', 'dossier_declaration', 'dossier_component', 'journal', 'act_detail', 'command', 'handover', 'clock_entry', 'effect', 'lane', 'counter', 'supplement'];
    const counts = await Promise.all(tables.map((table) => tx.one<{ n: number }>(`select coalesce(${table === 'counter' ? 'sum(value)' : 'count(*)'}, 0)::int as n from ${table}`)));
    return Object.fromEntries(tables.map((table, index) => [table, counts[index]!.n]));
  });
  const refusal = ({ status, body }: Answer<unknown>): [number, string] => [status, (body as Problem).code];

  describe('as an act', () => {
    let id: string;
    let command: Record<string, unknown>;
    const send = (who: Visitor, body: object): Promise<Answer<{ version: number }>> => who.post(`/api/dossiers/${id}/acts`, body);

    beforeAll(async () => {
      id = (await receiveAtCounter(people.clerk, BIRTH)).dossierId;
      command = { commandId: newId(), expectedVersion: 1, event: 'handOver', note: 'Kèm bản giấy' };
      expect((await send(people.clerk, command)).body.version).toBe(2);
    });

    test('with the same body: the first answer, nothing written', async () => {
      const before = await rowCounts();
      const again = await send(people.clerk, command);
      expect([again.status, again.body.version]).toEqual([200, 2]);
      expect(await rowCounts()).toEqual(before);
    });

    test('even when the dossier has gone on', async () => {
      await send(people.registrar, { commandId: newId(), expectedVersion: 2, event: 'acknowledge' });
      expect((await send(people.clerk, command)).status).toBe(200);
      expect((await read(people.clerk, id)).history.map(({ event }) => event)).toEqual(['receive', 'handOver', 'acknowledge']);
    });

    test.each([['another note', { note: 'Khác' }], ['another event', { event: 'recall', reason: 'to-complete' }], ['another version', { expectedVersion: 3 }]])('with %s: refused', async (_name, change) => {
      expect(refusal(await send(people.clerk, { ...command, ...change }))).toEqual([409, 'command.reused']);
    });

    test('by a colleague: refused as anybody’s at that version, since a command is its sender’s alone', async () => {
      expect(refusal(await send(people.secondClerk, command))).toEqual([409, 'act.stale']);
    });

    test('by a colleague with an act that would be possible: refused too, and nothing is written', async () => {
      const before = await rowCounts();
      expect(refusal(await send(people.registrar, { ...command, expectedVersion: 3, event: 'examine', meets: true }))).toEqual([409, 'command.reused']);
      expect(await rowCounts()).toEqual(before);
    });

    test('a refused command leaves its id free', async () => {
      const commandId = newId();
      expect(refusal(await send(people.registrar, { commandId, expectedVersion: 3, event: 'examine' }))).toEqual([400, 'request.invalid']);
      expect((await send(people.registrar, { commandId, expectedVersion: 3, event: 'examine', meets: true })).status).toBe(200);
    });
  });

  describe('as an intake at the counter', () => {
    let body: Record<string, unknown>;
    let first: IntakeResultDto;
    const send = (who: Visitor, change: object = {}): Promise<Answer<IntakeResultDto>> => who.post('/api/counter/intake', { ...body, ...change });

    beforeAll(async () => {
      const owner = await findPerson(people.clerk, PEOPLE.single.personalId);
      body = intakeBody(MARITAL_STATUS, owner.id, await fillInAtCounter(people.clerk, MARITAL_STATUS, owner.id));
      first = (await send(people.clerk)).body;
      expect(first.received).toBe(true);
    });

    test('with the same body: the same code and secret, no second dossier', async () => {
      const before = await rowCounts();
      const again = await send(people.clerk);
      expect([again.status, again.body]).toEqual([200, first]);
      expect(await rowCounts()).toEqual(before);
    });

    test('twenty at once: one dossier', async () => {
      const change = { commandId: newId(), dossierId: newId() };
      const answers = await Promise.all(Array.from({ length: 20 }, () => send(people.clerk, change)));
      expect(new Set(answers.map((answer) => `${answer.status} ${answer.body.code}`)).size).toBe(1);
      const { dossiers } = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ dossiers: number }>('select count(*)::int as dossiers from dossier where id = $1', [change.dossierId]));
      expect([answers[0]!.status, dossiers]).toEqual([200, 1]);
    });

    test('eight of them in the very same moment, ten times: always one dossier and one answer', async () => {
      const { principal, filing } = await prepare(desk, MARITAL_STATUS);
      const clerk = await principal('tiepnhan.bienhoa');
      for (let round = 0; round < 10; round++) {
        const twin = filing();
        const answers = await Promise.all(Array.from({ length: 8 }, () => desk.app.get(FileDossier).file(twin, clerk)));
        expect(new Set(answers.map(({ code, secret }) => `${code} ${secret}`)).size).toBe(1);
      }
    });

    test.each([['another delivery', { delivery: 'post' }], ['another dossier', { dossierId: newId() }]])('with %s: refused', async (_name, change) => {
      expect(refusal(await send(people.clerk, change))).toEqual([409, 'command.reused']);
    });

    test('the same dossier under another command: refused', async () => {
      expect(refusal(await send(people.clerk, { commandId: newId() }))).toEqual([409, 'command.reused']);
    });

    test('by a colleague, or at another commune: refused, and nothing is written', async () => {
      const before = await rowCounts();
      expect(refusal(await send(people.secondClerk))).toEqual([409, 'command.reused']);
      expect(refusal(await send(desk.officer('tiepnhan.trangbom')))[0]).toBe(409);
      expect(await rowCounts()).toEqual(before);
    });
  });

  describe('as a filing online', () => {
    let citizen: Visitor;
    let body: Record<string, unknown>;
    let first: FiledDto;
    const send = (who: Visitor, change: object = {}): Promise<Answer<FiledDto>> => who.post('/api/citizen/dossiers', { ...body, ...change });

    beforeAll(async () => {
      citizen = desk.citizen(PEOPLE.single.personalId);
      const { declaration, agreed } = await fillIn(
        async (typed) => (await citizen.post<AssessmentDto>('/api/citizen/assess', { procedureCode: MARITAL_STATUS, declaration: typed })).body, MATTERS[MARITAL_STATUS]!.answers);
      body = { commandId: newId(), dossierId: newId(), procedureCode: MARITAL_STATUS, declaration, offers: agreed.map((pointer) => ({ pointer, agreed: true })), components: [], delivery: 'electronic' };
      const answer = await send(citizen);
      expect(answer.status).toBe(201);
      first = answer.body;
    });

    test('with the same body: the same filing number, no second dossier', async () => {
      const before = await rowCounts();
      const again = await send(citizen);
      expect([again.status, again.body]).toEqual([201, first]);
      expect(await rowCounts()).toEqual(before);
    });

    test('with another body, another command or by another citizen: refused, and nothing is written', async () => {
      const before = await rowCounts();
      expect(refusal(await send(citizen, { delivery: 'post' }))).toEqual([409, 'command.reused']);
      expect(refusal(await send(citizen, { commandId: newId() }))).toEqual([409, 'command.reused']);
      expect(refusal(await send(desk.citizen(PEOPLE.mother.personalId)))[0]).toBe(409);
      expect(await rowCounts()).toEqual(before);
    });
  });
});
