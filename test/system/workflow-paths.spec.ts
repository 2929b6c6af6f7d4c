import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { DossierWorld } from '@app/dossiers';
import { newId } from '@app/kernel';
import { rolesFulfilling } from '@app/organisation';
import { ruleOf, shortestPaths, statePath, type DossierMachine, type EventType, type PaperForm, type StatePath, type StoredValue } from '@app/workflow';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { BIRTH, LOST_LAND, MARITAL_STATUS, MATTERS, act, fillInAtCounter, findPerson, intakeBody, type ActData, type FilledIn } from '../support/steps.js';

jest.setTimeout(120_000);

let desk: TestDesk;
const visitors = new Map<string, Visitor>();
const officer = (login: string): Visitor => visitors.get(login) ?? visitors.set(login, desk.officer(login)).get(login)!;

beforeAll(async () => {
  desk = await startTestDesk('2026-11-23T08:30');
});
afterAll(() => desk?.stop());

interface Place {
  readonly value: StoredValue;
  readonly holder_unit: string;
  readonly holder_role: string;
  readonly addressee_unit: string | null;
  readonly receiving_unit: string;
}

const placeOf = (id: string): Promise<Place> =>
  desk.asOwner.transaction(SYSTEM, (tx) => tx.one<Place>('select value, holder_unit, holder_role, addressee_unit, receiving_unit from dossier where id = $1', [id]));

/** An officer with a post at the unit in one of the roles. */
async function officerAt(unit: string, roles: readonly string[]): Promise<Visitor> {
  const { login } = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ login: string }>(
    'select o.login from officer o join post p on p.officer_id = o.id where p.unit_id = $1 and p.role = any ($2) order by o.login limit 1', [unit, roles]));
  return officer(login);
}

/** Who does an act now: the holder in the role the step names, the addressee, or the counter for the citizen. */
async function actorOf(id: string, event: EventType): Promise<Visitor> {
  const place = await placeOf(id);
  const rule = ruleOf(event);
  const anyone = ['receiving-clerk', 'case-officer', 'reviewer', 'records-clerk'];
  if (rule.audience === 'citizen') return officerAt(place.receiving_unit, ['receiving-clerk']);
  if (rule.audience === 'addressee') return officerAt(place.addressee_unit ?? '', anyone);
  if (rule.audience === 'sender') return officerAt(place.holder_unit, anyone);
  return officerAt(place.holder_unit, rolesFulfilling(place.holder_role));
}

/** The papers an act issues, from the law's side: what the person or the office must have in hand then. */
function papersOf(event: EventType, refused: boolean): PaperForm[] {
  switch (event) {
    case 'receive': return ['receipt'];
    case 'refuseReceipt': return ['refusal'];
    case 'requestSupplement': return ['supplement-request'];
    case 'handOver': return ['control-slip'];
    case 'postNotice': return ['notice'];
    case 'closeNotice': return ['minutes'];
    case 'number': return [refused ? 'refusal' : 'result'];
    default: return [];
  }
}

describe.each([BIRTH, MARITAL_STATUS, LOST_LAND])('every state of %s is reached over HTTP by its shortest path, and ends', (procedureCode) => {
  let machine: DossierMachine;
  let journeys: Journey[];
  let ownerId: string;
  let filled: FilledIn;

  interface Journey extends StatePath {
    readonly id: string;
    /** The acts from the beginning to the state and on to the end. */
    readonly all: readonly EventType[];
    /** How many of them are done. */
    done: number;
    /** Where the dossier stood when the path to the state was done. */
    landed?: string;
  }

  beforeAll(async () => {
    const clerk = officer('tiepnhan.bienhoa');
    ({ machine } = await desk.app.get(DossierWorld).procedure(procedureCode, 1));
    ownerId = (await findPerson(clerk, MATTERS[procedureCode]!.owner)).id;
    filled = await fillInAtCounter(clerk, procedureCode, ownerId);
    // The state in which a dossier is made lasts for one transaction only: nobody finds it from outside.
    journeys = shortestPaths(machine).filter(({ events }) => events.length > 0)
      .map((path) => ({ ...path, id: newId(), all: [...path.events, ...path.ending], done: 0 }));
  });

  const { askAbout } = MATTERS[procedureCode]!;
  const DATA: Partial<Record<EventType, () => ActData>> = {
    receive: () => ({ components: filled.assessment.components.filter(({ required }) => required).map(({ key }) => ({ key, state: 'passed' as const })) }),
    refuseReceipt: () => ({ reason: 'not-entitled', note: 'Không thuộc đối tượng' }),
    requestSupplement: () => ({ items: [{ target: 'field', key: askAbout, reason: 'wrong-information' }] }),
    supply: () => ({ answers: { [askAbout]: filled.declaration[askAbout.slice(1)] }, components: [] }),
    returnHandover: () => ({ reason: 'manifest-differs' }),
    recall: () => ({ reason: 'to-complete' }),
    examine: () => ({ meets: true }),
    closeNotice: () => ({ meets: true }),
    submitForApproval: () => ({ draft: {} }),
    sendBack: () => ({ reason: 'draft-wrong-data' }),
    refuse: () => ({ reason: 'conditions-not-met', note: 'Không đủ điều kiện' }),
    returnResult: () => ({ recipient: 'Chính chủ, căn cước' }),
  };

  /** The first act makes the dossier: online by the citizen, or whatever the clerk does with the person standing there. */
  const begin = async (id: string, event: EventType): Promise<void> => {
    if (event === 'file') {
      const citizen = desk.citizen(MATTERS[procedureCode]!.owner);
      const { components: _c, feePaid: _f, outcome: _o, ownerId: _w, ...body } = intakeBody(procedureCode, ownerId, filled, { dossierId: id });
      const { status } = await citizen.post('/api/citizen/dossiers', { ...body, components: [] });
      expect(status).toBe(201);
      return;
    }
    const { status } = await officer('tiepnhan.bienhoa').post('/api/counter/intake', intakeBody(procedureCode, ownerId, filled, { dossierId: id, outcome: event, ...DATA[event]?.(), ...(event === 'receive' ? { components: intakeBody(procedureCode, ownerId, filled)['components'] } : {}) }));
    expect(status).toBe(200);
  };

  /** Goes on with a journey until it ends or time must pass. */
  const walk = async (journey: Journey): Promise<void> => {
    for (; journey.done < journey.all.length; journey.done++) {
      const event = journey.all[journey.done]!;
      if (journey.done === journey.events.length) journey.landed = statePath((await placeOf(journey.id)).value);
      if (event === 'noticePeriodEnded') return;
      if (journey.done === 0) await begin(journey.id, event);
      else await act(await actorOf(journey.id, event), journey.id, event, DATA[event]?.());
    }
    if (journey.events.length === journey.all.length) journey.landed = statePath((await placeOf(journey.id)).value);
  };

  test('each lands where the machine says', async () => {
    for (const journey of journeys) await walk(journey);
    const waiting = journeys.filter(({ all, done }) => done < all.length);
    expect(waiting.every(({ all, done }) => all[done] === 'noticePeriodEnded')).toBe(true);
    expect(waiting.length > 0).toBe(procedureCode === LOST_LAND);
    // The act of the system comes from its deadline.
    if (waiting.length > 0) await desk.moveTo('2026-12-14T08:30');
    for (const journey of waiting) {
      journey.done += 1;
      await walk(journey);
    }
    expect(journeys.map(({ landed }) => landed)).toEqual(journeys.map(({ state }) => state));
    expect(new Set(journeys.map(({ state }) => state)).size).toBe(machine.states.size - 1);
  });

  test('each ends', async () => {
    const open = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows('select id from dossier where id = any ($1) and closed_at is null', [journeys.map(({ id }) => id)]));
    expect(open).toEqual([]);
  });

  test('each left the acts of its path in the journal, and the papers of those acts to be issued, no more', async () => {
    const rows = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ id: string; events: string[]; papers: PaperForm[] }>(
      `select d.id, (select array_agg(event order by seq) from journal j where j.dossier_id = d.id) as events,
         (select coalesce(array_agg(params ->> 'form' order by seq, n), '{}') from effect e where e.dossier_id = d.id and kind = 'issuePaper') as papers
         from dossier d where d.id = any ($1)`, [journeys.map(({ id }) => id)]));
    const found = new Map(rows.map((row) => [row.id, row]));
    for (const { id, all } of journeys) {
      const refused = all.includes('refuse');
      expect(found.get(id)).toEqual({ id, events: all, papers: all.flatMap((event) => papersOf(event, refused)) });
    }
  });

  test('one dossier of each kind of end gets its papers as files, each once', async () => {
    const ends = new Map(journeys.map((journey) => [journey.all.includes('refuse') ? 'refused' : journey.all.at(-1)!, journey]));
    await desk.asOwner.transaction(SYSTEM, (tx) => tx.execute('delete from lane where dossier_id <> all ($1)', [[...ends.values()].map(({ id }) => id)]));
    await desk.drain();
    for (const { id, all } of ends.values()) {
      const papers = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ form: string }>('select form from paper where dossier_id = $1 order by seq', [id]));
      expect(papers.map(({ form }) => form)).toEqual(all.flatMap((event) => papersOf(event, all.includes('refuse'))));
    }
    expect(await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows('select last_error from lane'))).toEqual([]);
  });
});
