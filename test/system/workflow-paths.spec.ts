import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { CatalogueService } from '@app/catalogue';
import { SYSTEM } from '@app/database';
import { seedKeys } from '@app/demonstration';
import { SigningError } from '@app/documents';
import { EFFECT_DEEDS, type EffectDeeds, type EffectRow } from '@app/dossiers';
import { newId } from '@app/kernel';
import { rolesFulfilling } from '@app/organisation';
import { SigningKeys } from '@app/signing';
import { compile, levelsOf, processAt, ruleOf, shortestPaths, statePath, type Agency, type DossierMachine, type EventType, type PaperForm, type ProcessStep, type StoredValue } from '@app/workflow';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { besideJourney, foretell, isAlarm, isAwaited, planJourneys, type Journey } from '../support/journeys.js';
import { findingSteps, formOf, sampleNoted } from '../support/noted.js';
import {
  BIRTH, BUILDING_PERMIT, CONFIRMATION, CONFIRMATION_BY_PROVINCE, EXTRACT_COPY, FIRST_LAND, LOST_LAND, MARITAL_STATUS, MARTYR_WORSHIP, MATTERS, POOR_HOUSEHOLD, SOCIAL_ALLOWANCE, fillInAtCounter, findPerson, intakeBody, tryAct,
  type ActData, type FilledIn, type Matter,
} from '../support/steps.js';

jest.setTimeout(180_000);

let desk: TestDesk;
const visitors = new Map<string, Visitor>();
const officer = (login: string): Visitor => visitors.get(login) ?? visitors.set(login, desk.officer(login)).get(login)!;

beforeAll(async () => {
  desk = await startTestDesk('2026-11-23T08:30');
  await seedKeys({ asMigrator: desk.asOwner, keysFolder: path.join(desk.folder, 'keys'), now: desk.clock.now() });
  letKeysFail();
});
afterAll(() => desk?.stop());

const asOwner = <T>(sql: string, params: readonly unknown[]): Promise<T[]> => desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<T>(sql, [...params]));

interface Place {
  readonly version: number;
  readonly value: StoredValue;
  readonly holder_unit: string;
  readonly holder_role: string;
  readonly addressee_unit: string | null;
  readonly receiving_unit: string;
  readonly head_unit: string;
  readonly consulted_units: readonly string[];
}

/** The dossiers whose keys fail just now: the act of the system that tells so comes from its effect, never from here. */
const keysFailFor = new Set<string>();
let signing: string | undefined;

function letKeysFail(): void {
  const keys = desk.app.get(SigningKeys);
  const open = keys.open.bind(keys);
  keys.open = (owner, at) => (signing !== undefined && keysFailFor.has(signing) ? Promise.reject(new SigningError('key-refused', 'a card that was taken out')) : open(owner, at));
}

const OF_KEYS: ReadonlySet<EventType> = new Set(['signed', 'signingFailed', 'sealed', 'sealingFailed']);
let waiting = Promise.resolve();

/** Carries the effects on a decision's paper out that wait, one dossier after the other; what else a dossier brings about stays for the last test. */
function carryOut(id: string, event: EventType): Promise<void> {
  waiting = waiting.then(async () => {
    signing = id;
    if (event.endsWith('Failed')) keysFailFor.add(id);
    else keysFailFor.delete(id);
    const deeds = desk.app.get<EffectDeeds>(EFFECT_DEEDS);
    const effects = await asOwner<EffectRow<'signPaper' | 'fillNumber' | 'sealPaper'>>(
      `select id, dossier_id, seq, n, kind, params from effect where dossier_id = $1 and done_at is null and kind in ('signPaper', 'fillNumber', 'sealPaper') order by seq, n`, [id]);
    for (const effect of effects) {
      const complete = await (deeds[effect.kind] as (of: EffectRow) => ReturnType<EffectDeeds['signPaper']>)(effect);
      await desk.asOwner.transaction(SYSTEM, async (tx) => {
        await complete(tx);
        await tx.execute('update effect set done_at = now() where id = $1', [effect.id]);
      });
    }
  });
  return waiting;
}

const placeOf = async (id: string): Promise<Place> =>
  (await asOwner<Place>('select version, value, holder_unit, holder_role, addressee_unit, receiving_unit, head_unit, consulted_units from dossier where id = $1', [id]))[0]!;

interface Person { readonly id: string; readonly login: string }

const found = new Map<string, Person>();
/** An officer with a post at the unit in one of the roles: always the same one. */
async function officerAt(unit: string, roles: readonly string[]): Promise<Person> {
  const key = `${unit} ${roles.join(' ')}`;
  const [person] = found.has(key) ? [found.get(key)!] : await asOwner<Person>(
    'select o.id, o.login from officer o join post p on p.officer_id = o.id where p.unit_id = $1 and p.role = any ($2) order by o.login limit 1', [unit, roles]);
  if (person === undefined) throw new Error(`nobody at ${unit} is ${roles.join(' or ')}`);
  found.set(key, person);
  return person;
}

const WORKERS = ['receiving-clerk', 'case-officer', 'reviewer', 'records-clerk'];
const ANYBODY = [...WORKERS, 'division-head', 'director', 'deputy-director', 'chairman', 'vice-chairman'];

/** Who does an act now: the holder in the role the step names, or the party whose act it is; the counter for the citizen. */
function actorOf(place: Place, event: EventType): Promise<Person> {
  const { audience, anyRole } = ruleOf(event);
  switch (audience) {
    case 'citizen': return officerAt(place.receiving_unit, ['receiving-clerk']);
    case 'addressee': return officerAt(place.addressee_unit ?? '', WORKERS);
    case 'sender': return officerAt(place.holder_unit, WORKERS);
    case 'head': return officerAt(place.head_unit, rolesFulfilling('leader'));
    case 'consulted': return officerAt(place.consulted_units[0] ?? '', ANYBODY);
    default: return officerAt(place.holder_unit, anyRole ? WORKERS : rolesFulfilling(place.holder_role));
  }
}

/** The papers of the acts of a way, from the law's side: what the person or the office must have in hand then. */
function papersOf({ process }: DossierMachine, acts: readonly EventType[], states: readonly string[]): PaperForm[] {
  const findings = findingSteps(process);
  let refused = false;
  let keyed = false;
  return acts.flatMap((event, index): PaperForm[] => {
    if (states[index] === 'stopped') return ['stop-notice'];
    if (event === 'approve' || event === 'refuse' || event === 'refuseAndSign' || (event === 'approveAndSign' && !states[index]?.startsWith('correcting.'))) refused = event.startsWith('refuse');
    if (event === 'signed' || event === 'approve' || event === 'refuse' || event === 'signByHand') keyed = event === 'signed';
    const [region, step = ''] = states[index - 1]?.split('.') ?? [];
    switch (event) {
      case 'examine': return findings.examined.has(step) ? ['finding'] : [];
      case 'answerConsultation': return findings.answered.has(step) ? ['finding'] : [];
      case 'approve': return region === 'processing' && findings.confirming.has(step) ? ['finding'] : [];
      case 'receive': return ['receipt'];
      case 'refuseReceipt': return ['refusal'];
      case 'requestSupplement': case 'approveSupplement': return ['supplement-request'];
      case 'handOver': case 'reroute': case 'returnToCommune': return ['control-slip'];
      case 'requestPayment': return ['payment-notice'];
      case 'requestConsultation': return ['consultation-request'];
      case 'postNotice': return ['notice'];
      case 'closeNotice': return ['minutes'];
      case 'number': return keyed ? [] : [refused ? 'refusal' : 'result'];
      // An attempt that failed brings about no paper.
      case 'sealed': return [refused ? 'refusal' : 'result'];
      case 'askWithdrawal': return ['withdrawal-request'];
      case 'grantExtension': case 'apologise': return ['apology'];
      default: return [];
    }
  });
}

/** The first minute at or after an instant, as the desk's clock is set. */
function localMinute(instant: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Ho_Chi_Minh').round({ smallestUnit: 'minute', roundingMode: 'ceil' });
  return at.toPlainDateTime().toString().slice(0, 16);
}

/** Several dossiers are on their way at the same time, as in an office; a few, so that the desk is not waited for. */
async function sideBySide<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = [...items];
  const next = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all([next(), next(), next(), next()]);
}

describe.each<readonly [string, Matter & { askAbout: string }, Agency?]>([
  ...[BIRTH, MARITAL_STATUS, LOST_LAND, EXTRACT_COPY, SOCIAL_ALLOWANCE, BUILDING_PERMIT, POOR_HOUSEHOLD, MARTYR_WORSHIP, FIRST_LAND].map((code) => [code, MATTERS[code]!] as const),
  [CONFIRMATION, MATTERS[CONFIRMATION]!, 'commune'],
  [CONFIRMATION, { ...CONFIRMATION_BY_PROVINCE, askAbout: MATTERS[CONFIRMATION]!.askAbout }, 'province'],
])('the machine of %s, walked over HTTP', (procedureCode, { owner, askAbout, answers }, level) => {
  let machine: DossierMachine;
  let walks: Walk[];
  let ownerId: string;
  let filled: FilledIn;
  let bodies: readonly string[];

  interface Walk extends Journey {
    readonly id: string;
    /** How many bodies are consulted. */
    readonly asked: number;
    /** How many acts are done. */
    done: number;
    /** Who was called in beside. */
    cooperator?: Person;
  }

  beforeAll(async () => {
    const clerk = officer('tiepnhan.bienhoa');
    const procedure = await desk.app.get(CatalogueService).getVersion(procedureCode, 1);
    machine = compile(processAt(procedure.process, { level: level ?? levelsOf(procedure.process)[0]! }));
    bodies = procedure.process.steps.flatMap((step) => (step.kind === 'consult' ? [step.ask.map(({ id }) => id)] : [])).toSorted((a, b) => b.length - a.length)[0] ?? [];
    ownerId = (await findPerson(clerk, owner)).id;
    filled = await fillInAtCounter(clerk, procedureCode, ownerId, answers);
    const walk = (journey: Journey, asked = 1): Walk => ({ ...journey, asked, id: newId(), done: 0 });
    const whole = planJourneys(machine);
    const extendable = !('sameDay' in procedure.timeLimit);
    walks = [...whole.map((journey) => walk(journey)), walk(besideJourney(machine, whole, { extendable }))];
    const consulting = whole.find(({ acts }) => acts.includes('requestConsultation'));
    if (consulting !== undefined && bodies.length > 1) {
      // All are asked: one agrees, one declines, and the law takes the silence of the others for their agreement.
      const opinions: EventType[] = ['answerConsultation', 'declineConsultation', ...bodies.slice(2).map(() => 'consultationDeemedAgreed' as const)];
      walks.push(walk(foretell(machine, consulting.acts.flatMap((act) => (act === 'answerConsultation' ? opinions : [act])), bodies.length), bodies.length));
    }
  });

  const stepOf = async (id: string): Promise<ProcessStep | undefined> => {
    const [, stepId] = statePath((await placeOf(id)).value).split('.');
    return machine.process.steps.find((step) => step.id === stepId);
  };
  const supplement = (): ActData => ({ items: [{ target: 'field', key: askAbout, reason: 'wrong-information' }] });
  const DATA: Partial<Record<EventType, (walk: Walk, actor: Person) => ActData | Promise<ActData>>> = {
    receive: () => ({ components: filled.assessment.components.filter(({ required }) => required).map(({ key }) => ({ key, state: 'passed' as const })) }),
    refuseReceipt: () => ({ reason: 'not-entitled', note: 'Không thuộc đối tượng' }),
    requestSupplement: supplement,
    proposeSupplement: supplement,
    declineSupplement: () => ({ reason: 'not-necessary' }),
    supply: () => ({ answers: { [askAbout]: filled.declaration[askAbout.slice(1)] }, components: [] }),
    returnToCommune: supplement,
    correctMarked: () => ({ answers: { [askAbout]: filled.declaration[askAbout.slice(1)] }, components: [] }),
    returnHandover: () => ({ reason: 'manifest-differs' }),
    recall: () => ({ reason: 'to-complete' }),
    reroute: () => ({ reason: 'not-this-commune', commune: 'c26248' }),
    handOver: () => ({ package: { request: 'Đề nghị giải quyết theo thẩm quyền.', finding: 'Hồ sơ đủ điều kiện.', openQuestions: [] } }),
    examine: async ({ id }) => ({ meets: true, noted: sampleNoted(formOf(await stepOf(id))) }),
    requestConsultation: async ({ id, asked }) => {
      const step = await stepOf(id);
      return { consult: step?.kind === 'consult' ? step.ask.slice(0, asked).map((body) => ({ body: body.id })) : [] };
    },
    answerConsultation: async ({ id }) => ({ meets: true, note: 'Thống nhất.', noted: sampleNoted(formOf(await stepOf(id))) }),
    declineConsultation: () => ({ reason: 'not-our-field' }),
    closeNotice: () => ({ meets: true }),
    requestPayment: () => ({ amount: 1_000_000, noticeNumber: 'LTB-1' }),
    confirmPayment: () => ({ amount: 1_000_000, receiptNumber: 'GNT-1', paidOn: '2026-11-23' }),
    submitForApproval: () => ({ draft: {} }),
    objectToDraft: () => ({ note: 'Ghi sai tên đệm.' }),
    sendBack: () => ({ reason: 'draft-wrong-data' }),
    refuse: () => ({ reason: 'conditions-not-met', note: 'Không đủ điều kiện' }),
    refuseAndSign: () => ({ reason: 'conditions-not-met', note: 'Không đủ điều kiện' }),
    stepBack: () => ({ reason: 'new-facts' }),
    returnResult: () => ({ recipient: 'Chính chủ, căn cước' }),
    openCorrection: () => ({ reason: 'clerical-error' }),
    declineWithdrawal: () => ({ reason: 'not-the-applicant' }),
    stop: () => ({ reason: 'court-order' }),
    proposeExtension: () => ({ reason: 'overload', days: 2 }),
    declineExtension: () => ({ reason: 'can-be-on-time' }),
    apologise: () => ({ reason: 'overload', expectedOn: '2027-03-01' }),
    assign: (_, actor) => ({ officerId: actor.id }),
    addCooperator: async (walk) => {
      walk.cooperator = await officerAt((await placeOf(walk.id)).receiving_unit, ['receiving-clerk']);
      return { officerId: walk.cooperator.id };
    },
    giveOpinion: () => ({ note: 'Đã đối chiếu giấy tờ tại quầy.' }),
    removeCooperator: ({ cooperator }) => ({ officerId: cooperator?.id ?? '' }),
  };

  /** The first act makes the dossier: online by the citizen, or whatever the clerk does with the person standing there. */
  const begin = async (walk: Walk, event: EventType): Promise<void> => {
    if (event === 'file') {
      const { components: _c, feePaid: _f, outcome: _o, ownerId: _w, ...body } = intakeBody(procedureCode, ownerId, filled, { dossierId: walk.id });
      const { status, body: answer } = await desk.citizen(owner).post('/api/citizen/dossiers', { ...body, components: [] });
      expect([status, answer]).toEqual([201, expect.anything()]);
      return;
    }
    const data = event === 'receive' ? {} : await DATA[event]?.(walk, await officerAt('c26068.centre', ['receiving-clerk']));
    const { status, body } = await officer('tiepnhan.bienhoa').post('/api/counter/intake', intakeBody(procedureCode, ownerId, filled, { dossierId: walk.id, outcome: event, ...data }));
    expect([status, body]).toEqual([200, expect.anything()]);
  };

  const perform = async (walk: Walk, event: EventType): Promise<void> => {
    if (walk.done === 0) return begin(walk, event);
    const place = await placeOf(walk.id);
    const actor = event === 'giveOpinion' ? walk.cooperator! : await actorOf(place, event);
    const { status, body } = await tryAct(officer(actor.login), walk.id, place.version, event, await DATA[event]?.(walk, actor));
    if (status !== 200) throw new Error(`${actor.login} ${event} at ${statePath(place.value)} after ${walk.acts.slice(0, walk.done).join(', ')}: ${JSON.stringify(body)}`);
  };

  /** Goes on with a walk until it ends or time must pass. */
  const go = async (walk: Walk): Promise<void> => {
    for (; walk.done < walk.acts.length; walk.done++) {
      const event = walk.acts[walk.done]!;
      if (OF_KEYS.has(event)) await carryOut(walk.id, event);
      else if (isAwaited(event) || event === 'overdue') return;
      else await perform(walk, event);
    }
  };

  /** Lets the earliest deadline fall that a walk waits for. The acts of the system come from their deadlines, never from here. */
  const letTimePass = async (waiting: readonly Walk[]): Promise<void> => {
    const due = await Promise.all(waiting.map(async ({ id, acts, done }) =>
      (await asOwner<{ at: string }>(`select min(due_at) as at from deadline where dossier_id = $1 and event = $2 and state = 'armed'`, [id, acts[done]]))[0]?.at));
    const [next] = due.filter((at) => at !== undefined && at !== null).toSorted();
    if (next === undefined) throw new Error(`nothing waits for ${waiting.map(({ acts, done }) => acts[done]).join(', ')}`);
    await desk.moveTo(localMinute(next));
    for (const walk of waiting) {
      // Several may have fallen at once, such as the silence of two bodies, and warnings between them.
      const journal = await asOwner<{ event: EventType }>(`select event from journal where dossier_id = $1 order by seq`, [walk.id]);
      walk.done = journal.reduce((done, { event }) => done + (event === walk.acts[done] ? 1 : 0), 0);
      await go(walk);
    }
  };

  test('each journey comes to its end', async () => {
    await sideBySide(walks, go);
    for (let waiting = unfinished(); waiting.length > 0; waiting = unfinished()) await letTimePass(waiting);
    const open = await asOwner('select id, value from dossier where id = any ($1) and closed_at is null', [walks.map(({ id }) => id)]);
    expect(open).toEqual([]);
  });
  const unfinished = (): Walk[] => walks.filter(({ done, acts }) => done < acts.length);

  test('each act stands in the journal and led where the machine says, and the papers of those acts are to be issued, no more', async () => {
    interface Row { id: string; journal: { event: EventType; value: StoredValue }[]; papers: PaperForm[] }
    const rows = await asOwner<Row>(
      `select d.id, (select jsonb_agg(jsonb_build_object('event', event, 'value', body::jsonb -> 'to' -> 'value') order by seq) from journal j where j.dossier_id = d.id) as journal,
         (select coalesce(array_agg(form order by seq, n), '{}') from (
           select params ->> 'form' as form, seq, n from effect e where e.dossier_id = d.id and kind = 'issuePaper'
           union all select form, seq, 0 from paper_revision r where r.dossier_id = d.id and r.kind = 'seal') issued) as papers
         from dossier d where d.id = any ($1)`, [walks.map(({ id }) => id)]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const steps = (acts: readonly EventType[], states: readonly string[]): string[] => acts.flatMap((event, index) => (isAlarm(event) ? [] : [`${event} → ${states[index]}`]));
    for (const { id, acts, states } of walks) {
      const { journal = [], papers } = byId.get(id) ?? {};
      expect(steps(journal.map(({ event }) => event), journal.map(({ value }) => statePath(value)))).toEqual(steps(acts, states));
      expect([acts, papers]).toEqual([acts, papersOf(machine, acts, states)]);
    }
  });

  test('every state was reached by its shortest path, and every act of people was done', () => {
    const reached = new Set(walks.flatMap(({ states }) => states));
    // The state in which a dossier is made lasts for one transaction only: nobody finds it from outside.
    expect([...machine.states.keys()].filter((state) => state !== 'opened' && !reached.has(state))).toEqual([]);
    for (const { state, events } of shortestPaths(machine).filter(({ events }) => events.every((event) => event !== 'requestConsultation') && events.length > 0)) {
      expect([state, walks.some(({ acts, states }) => events.every((event, index) => acts[index] === event) && states[events.length - 1] === state)]).toEqual([state, true]);
    }
  });

  test('one dossier of each kind of end gets its papers as files, each once', async () => {
    const ends = new Map(walks.map((walk) => [`${walk.acts.includes('refuse')} ${walk.acts.includes('openCorrection')} ${walk.acts.at(-1)!}`, walk]));
    await desk.asOwner.transaction(SYSTEM, (tx) => tx.execute('delete from lane where dossier_id <> all ($1)', [[...ends.values()].map(({ id }) => id)]));
    await desk.drain();
    for (const { id, acts, states } of ends.values()) {
      const papers = await asOwner<{ form: PaperForm }>('select form from paper where dossier_id = $1 order by seq', [id]);
      expect([acts, papers.map(({ form }) => form)]).toEqual([acts, papersOf(machine, acts, states)]);
    }
    expect(await asOwner('select last_error from lane', [])).toEqual([]);
  });
});
