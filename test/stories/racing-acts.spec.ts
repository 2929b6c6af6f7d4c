import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { verifyJournal } from '@app/dossiers';
import { newId } from '@app/kernel';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { prepare, toApproval, type Preparation } from '../support/prepare.js';
import { BIRTH, tryAct, type ActData, type Problem } from '../support/steps.js';

jest.setTimeout(120_000);

/** How many pairs race; each pair on a dossier of its own. */
const PAIRS = 300;
/** Pairs racing at the same moment. */
const ABREAST = 4;

interface Racer {
  readonly name: string;
  readonly who: Visitor;
  readonly event: string;
  readonly data?: ActData;
}

interface Race {
  readonly id: string;
  readonly version: number;
  readonly racers: readonly [Racer, Racer];
}

describe('two officers act on one dossier in the same moment', () => {
  let desk: TestDesk;
  let preparation: Preparation;
  let races: Race[];

  beforeAll(async () => {
    desk = await startTestDesk();
    preparation = await prepare(desk, BIRTH);
    const kinds = kindsOfRaces(desk);
    races = await inParallel(8, Array.from({ length: PAIRS }, (_, index) => index), async (index) => {
      const { upTo, racers } = kinds[index % kinds.length]!;
      const id = await preparation.receive();
      const { version } = upTo === 0 ? { version: 1 } : await preparation.go(id, [...toApproval(), ['chutich.bienhoa', 'approve'] as const].slice(0, upTo));
      return { id, version, racers: index % 2 === 0 ? racers : [racers[1], racers[0]] };
    });
  });
  afterAll(() => desk?.stop());

  test(`of ${PAIRS} pairs one wins each, and the other is told who was quicker and what it did`, async () => {
    const outcomes = await inParallel(ABREAST, races, async ({ id, version, racers }) => {
      const answers = await Promise.all(racers.map(({ who, event, data }) => tryAct(who, id, version, event, data)));
      const won = answers.findIndex(({ status }) => status === 200);
      const refusal = answers[1 - won]?.body;
      const { name, event } = racers[won] ?? { name: 'nobody', event: 'nothing' };
      return {
        statuses: answers.map(({ status }) => status).toSorted(),
        told: [refusal?.code, refusal?.facts?.['who'], refusal?.facts?.['at'], (refusal?.facts?.['event'] as { vi: string } | undefined)?.vi],
        happened: ['act.stale', name, '2026-11-23T01:30:00Z', LABELS[event]],
      };
    });
    expect(outcomes.filter(({ statuses }) => statuses.join() !== '200,409')).toEqual([]);
    expect(outcomes.map(({ told }) => told)).toEqual(outcomes.map(({ happened }) => happened));
  });

  test('nothing was done twice: one line of the journal, one handover and one effect for each winner', async () => {
    const rows = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ id: string; version: number; lines: number; commands: number }>(
      `select d.id, d.version, (select count(*)::int from journal j where j.dossier_id = d.id) as lines, (select count(*)::int from command c where c.dossier_id = d.id) as commands from dossier d`));
    const before = new Map(races.map(({ id, version }) => [id, version]));
    expect(rows).toHaveLength(PAIRS);
    expect(rows.filter(({ id, version, lines, commands }) => version !== before.get(id)! + 1 || lines !== version || commands !== version)).toEqual([]);
  });

  test('no dossier gets two results or two numbers', async () => {
    const numbered = races.filter(({ racers }) => racers[0].event === 'number').map(({ id }) => id);
    const numbers = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ number: string }>('select number from result where number is not null order by number'));
    expect(numbers.map(({ number }) => number)).toEqual(numbered.map((_, index) => `${String(index + 1).padStart(2, '0')}/2026`));
    // Rendering all papers takes a minute; those of five dossiers tell as much.
    const drained = numbered.slice(0, 5);
    await desk.asOwner.transaction(SYSTEM, (tx) => tx.execute('delete from lane where dossier_id <> all ($1)', [drained]));
    await desk.drain();
    const papers = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ forms: string }>(
      `select string_agg(form, ' ' order by seq) as forms from paper group by dossier_id`));
    expect(papers.map(({ forms }) => forms)).toEqual(drained.map(() => 'receipt control-slip result'));
  });

  test('fifty repeats of one command at once are one act', async () => {
    const id = await preparation.receive();
    const { version } = await preparation.go(id, toApproval());
    const chairman = desk.officer('chutich.bienhoa');
    const command = { commandId: newId(), expectedVersion: version, event: 'approve' };
    await chairman.get('/api/session');
    const answers = await Promise.all(Array.from({ length: 50 }, () => chairman.post<Problem & { version: number }>(`/api/dossiers/${id}/acts`, command)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.version}`))).toEqual(new Set([`200 ${version + 1}`]));
  });
});

describe('many parties act on one dossier in the same moment', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });
  afterAll(() => desk?.stop());

  test('each act waits for the one before and is linked to it: the chain holds', async () => {
    const preparation = await prepare(desk, BIRTH);
    const id = await preparation.receive();
    const people = ['tiepnhan.bienhoa', 'tiepnhan2.bienhoa', 'chutich.bienhoa', 'phochutich.bienhoa'].map((login) => desk.officer(login));
    await Promise.all(people.map((who) => who.get('/api/session')));
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => tryAct(people[index % people.length]!, id, 1, index % 8 < 4 ? 'follow' : 'unfollow')));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 200));
    const { faults } = await verifyJournal(desk.asOwner);
    expect(faults).toEqual([]);
    const { version } = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ version: number }>('select version from dossier where id = $1', [id]));
    expect(version).toBe(41);
  });
});


/** The words of an act, as the loser reads them. */
const LABELS: Readonly<Record<string, string>> = {
  approve: 'Phê duyệt', sendBack: 'Trả lại để hoàn thiện', refuse: 'Từ chối giải quyết', examine: 'Thẩm tra', handOver: 'Chuyển hồ sơ', number: 'Cấp số',
  acknowledge: 'Xác nhận đã nhận', recall: 'Thu hồi', returnHandover: 'Trả lại',
};

/** Which two acts race, and how many acts bring the dossier there. */
function kindsOfRaces(desk: TestDesk): ReadonlyArray<{ upTo: number; racers: readonly [Racer, Racer] }> {
  const chairman = { name: 'Đặng Hoàng Nam (Phường Biên Hoà)', who: desk.officer('chutich.bienhoa') };
  const otherBrowser = { name: 'Đặng Hoàng Nam (Phường Biên Hoà)', who: desk.officer('chutich.bienhoa') };
  const vice = { name: 'Bùi Thị Lan Chi (Phường Biên Hoà)', who: desk.officer('phochutich.bienhoa') };
  const registrar = { name: 'Lê Thị Ngọc Diệp (Văn phòng HĐND và UBND)', who: desk.officer('hotich.bienhoa') };
  const registrarAtHome = { name: 'Lê Thị Ngọc Diệp (Văn phòng HĐND và UBND)', who: desk.officer('hotich.bienhoa') };
  const clerk = { name: 'Nguyễn Thị Thanh Hương (Trung tâm PVHCC phường Biên Hoà)', who: desk.officer('tiepnhan.bienhoa') };
  const secondClerk = { name: 'Trần Quốc Bảo (Trung tâm PVHCC phường Biên Hoà)', who: desk.officer('tiepnhan2.bienhoa') };
  const records = { name: 'Trương Thị Mỹ Hạnh (Văn phòng HĐND và UBND)', who: desk.officer('vanthu.bienhoa') };
  const recordsAtHome = { name: 'Trương Thị Mỹ Hạnh (Văn phòng HĐND và UBND)', who: desk.officer('vanthu.bienhoa') };
  const approve = { event: 'approve' };
  const sendBack = { event: 'sendBack', data: { reason: 'draft-wrong-data' } };
  const refuse = { event: 'refuse', data: { reason: 'conditions-not-met' } };
  const examine = { event: 'examine', data: { meets: true } };
  return [
    { upTo: 4, racers: [{ ...chairman, ...approve }, { ...vice, ...sendBack }] },
    { upTo: 4, racers: [{ ...chairman, ...approve }, { ...vice, ...approve }] },
    { upTo: 4, racers: [{ ...chairman, ...approve }, { ...otherBrowser, ...approve }] },
    { upTo: 4, racers: [{ ...chairman, ...refuse }, { ...vice, ...approve }] },
    { upTo: 2, racers: [{ ...registrar, ...examine }, { ...registrarAtHome, ...examine }] },
    { upTo: 0, racers: [{ ...clerk, event: 'handOver' }, { ...secondClerk, event: 'handOver' }] },
    { upTo: 5, racers: [{ ...records, event: 'number' }, { ...recordsAtHome, event: 'number' }] },
    { upTo: 1, racers: [{ ...registrar, event: 'acknowledge' }, { ...clerk, event: 'recall', data: { reason: 'to-complete' } }] },
    { upTo: 1, racers: [{ ...registrar, event: 'returnHandover', data: { reason: 'wrong-addressee' } }, { ...clerk, event: 'recall', data: { reason: 'to-complete' } }] },
  ];
}

/** Works a list with so many at once, in order of the list. */
async function inParallel<From, To>(abreast: number, from: readonly From[], work: (each: From) => Promise<To>): Promise<To[]> {
  const results: To[] = [];
  let next = 0;
  await Promise.all(Array.from({ length: abreast }, async () => {
    for (let index = next++; index < from.length; index = next++) results[index] = await work(from[index]!);
  }));
  return results;
}
