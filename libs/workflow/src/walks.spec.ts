import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compile, type DossierMachine } from './compile.js';
import { begin, describe, possible, statePath, type Stored } from './decide.js';
import type { Consequence } from './effects.js';
import { ruleOf, type EventType } from './events.js';
import type { EventFacts } from './language.js';
import { BIRTH, LAND, PERMIT } from './sample-processes.js';
import { STATUS_MOVES, type NationalStatus } from './status.js';
import { playFrom, type Accepted } from './testing/play.js';

const MACHINES: readonly (readonly [string, DossierMachine])[] = [['birth', compile(BIRTH)], ['land', compile(LAND)], ['permit', compile(PERMIT)]];

/** What ends a dossier early: taken now and then only, or no walk would get far. */
const ENDINGS = new Set<EventType>(['refuseReceipt', 'stop', 'confirmWithdrawal', 'supplementExpired', 'paymentExpired']);
/** What changes nothing in the machine. */
const NOISE = new Set<EventType>(['assign', 'addCooperator', 'removeCooperator', 'giveOpinion', 'follow', 'unfollow', 'acceptDeclared', 'askSourceAgain']);
const isNoise = (type: EventType): boolean => NOISE.has(type);

interface Turn {
  readonly pick: number;
  readonly mayEnd: boolean;
  readonly yes: boolean;
  readonly asked: number;
}
const turns = fc.array(fc.record<Turn>({ pick: fc.nat(), mayEnd: fc.integer({ min: 0, max: 19 }).map((one) => one === 0), yes: fc.boolean(), asked: fc.integer({ min: 0, max: 3 }) }), { minLength: 40, maxLength: 90 });

function factsOf(type: EventType, { yes, asked }: Turn): EventFacts {
  if (type === 'file') return { online: yes };
  if (type === 'receive') return { nonBoundary: yes };
  if (type === 'requestConsultation') return { asked };
  return ruleOf(type).audience === 'consulted' ? { late: yes } : {};
}

interface Walked {
  readonly type: EventType;
  readonly facts: EventFacts;
  readonly from: Stored;
  readonly to: Accepted;
}

/** Walks at random through everything that is possible. */
function walk(machine: DossierMachine, taken: readonly Turn[]): readonly Walked[] {
  const walked: Walked[] = [];
  let from: Stored = begin(machine);
  for (const turn of taken) {
    const open = possible(machine, from).filter((type) => !isNoise(type) && (turn.mayEnd || !ENDINGS.has(type)));
    const type = open[turn.pick % Math.max(open.length, 1)];
    if (type === undefined) break;
    const facts = factsOf(type, turn);
    const to = playFrom(machine, from, [type, facts]);
    walked.push({ type, facts, from, to });
    from = to;
  }
  return walked;
}

/** Keeps the books of one dossier the way its records do, and complains where an entry does not fit. */
class Books {
  readonly open = new Map<string, number>();
  readonly complaints: string[] = [];
  clock: 'none' | 'running' | 'stopped' = 'none';

  enter(consequence: Consequence): void {
    switch (consequence.type) {
      case 'startClock': return this.moveClock('none', 'running');
      case 'stopClock': return this.moveClock('running', 'stopped');
      case 'pauseClock': return this.opened(`pause ${consequence.params.cause}`);
      case 'resumeClock': return this.closed(`pause ${consequence.params.cause}`);
      case 'beginOutage': return this.opened('outage', Infinity);
      case 'endOutage': return this.closed('outage');
      case 'openHandover': return this.opened('handover');
      case 'closeHandover': return this.closed('handover');
      case 'openSupplement': return this.opened(`supplement ${consequence.params.phase}`);
      case 'closeSupplement': return this.closed(`supplement ${consequence.params.phase}`);
      case 'proposeSupplement': return this.opened('proposal');
      case 'settleProposal': return this.closed('proposal');
      case 'openPayment': return this.opened('payment');
      case 'closePayment': return this.closed('payment');
      case 'openWithdrawal': return this.opened('withdrawal');
      case 'closeWithdrawal': return this.closed('withdrawal');
      case 'openExtension': return this.opened('extension');
      case 'closeExtension': return consequence.params.outcome === 'closed' ? void this.open.delete('extension') : this.closed('extension');
      case 'openConsultations': return this.opened('consultation');
      case 'closeDossier': return this.open.clear();
      default:
    }
  }

  /** What the clock must look like from outside. */
  shown(): string {
    if (this.clock !== 'running') return this.clock === 'none' ? 'not-started' : 'stopped';
    return [...this.open.keys()].some((name) => name === 'outage' || name.startsWith('pause')) ? 'paused' : 'running';
  }

  private moveClock(from: Books['clock'], to: Books['clock']): void {
    if (this.clock !== from) this.complaints.push(`clock ${this.clock} → ${to}`);
    this.clock = to;
    if (to === 'stopped') this.open.delete('outage'); // what is going on elsewhere no longer concerns it
  }

  private opened(name: string, most = 1): void {
    const count = (this.open.get(name) ?? 0) + 1;
    if (count > most) this.complaints.push(`${name} opened twice`);
    if ((name.startsWith('pause') || name === 'outage') && this.clock !== 'running') this.complaints.push(`${name} with clock ${this.clock}`);
    this.open.set(name, count);
  }

  /** Settles one of a name. */
  closed(name: string): void {
    const count = this.open.get(name) ?? 0;
    if (count === 0) this.complaints.push(`${name} closed but not open`);
    if (count > 1) this.open.set(name, count - 1);
    else this.open.delete(name);
  }
}

const agencyOf = (holder: string) => holder.split('/')[0];
const named = (walked: readonly Walked[]) => walked.map(({ type, from }) => `${type} at ${statePath(from.value)}`);

/** The national status moves only as the portal knows it. */
function statusMoves(machine: DossierMachine, walked: readonly Walked[]): void {
  const jumps = walked.filter(({ from, to }) => {
    const [before, after] = [describe(machine, from).status, to.meta.status];
    return before !== after && !(STATUS_MOVES[before] as readonly NationalStatus[]).includes(after);
  });
  expect(named(jumps)).toEqual([]);
}

/** Clock entries and open records pair up, the clock shown is the clock kept, and nothing is left open at the end. */
function booksBalance(walked: readonly Walked[]): void {
  const books = new Books();
  for (const { to } of walked) {
    for (const consequence of to.consequences) books.enter(consequence);
    // The bodies of a consultation are one record each; together they are over when the context says so.
    if (books.open.has('consultation') && to.context.consultationsOpen === 0) books.closed('consultation');
    if (to.final || to.value === 'finished') expect([...books.open.keys()]).toEqual([]);
    if (to.meta.clock !== 'stopped') expect(to.meta.clock).toBe(books.shown());
  }
  expect(books.complaints).toEqual([]);
}

/** One code is given, a decision is numbered once, and once more for each correction. */
function numbersAreFew(walked: readonly Walked[]): void {
  const given = walked.flatMap(({ to }) => to.consequences).map(({ type }) => type);
  const count = (name: string) => given.filter((type) => type === name).length;
  expect(count('allocateCode')).toBe(walked.some(({ type }) => type === 'receive') ? 1 : 0);
  expect(count('allocateNumber')).toBe(walked.filter(({ type }) => type === 'number').length);
  expect(count('allocateNumber') - count('openCorrection')).toBeLessThanOrEqual(1);
}

/** The holder changes agency only by an acknowledgement, until the life of the dossier is over; acts beside the way move nothing. */
function batonIsKept(machine: DossierMachine, walked: readonly Walked[]): void {
  const crossings = walked.filter(({ from, to }) => to.meta.ended !== true && agencyOf(describe(machine, from).holder) !== agencyOf(to.meta.holder));
  expect(named(crossings).filter((name) => !name.startsWith('acknowledge '))).toEqual([]);
  expect(named(walked.filter(({ type, from, to }) => ruleOf(type).beside === true && statePath(from.value) !== statePath(to.value)))).toEqual([]);
}

/** What the journal keeps, the acts and their facts, leads to the stored state again. */
function replays(machine: DossierMachine, walked: readonly Walked[]): void {
  const again = walked.reduce<Stored>((stored, { type, facts }) => playFrom(machine, JSON.parse(JSON.stringify(stored)), [type, facts]), begin(machine));
  const { value, context } = walked.at(-1)?.to ?? again;
  expect([again.value, again.context]).toEqual([value, context]);
}

test.each(MACHINES)('On any way through the machine of %s status, clock, records, numbers and baton are kept', (_, machine) => {
  fc.assert(fc.property(turns, (taken) => {
    const walked = walk(machine, taken);
    statusMoves(machine, walked);
    booksBalance(walked);
    numbersAreFew(walked);
    batonIsKept(machine, walked);
    replays(machine, walked);
  }), { numRuns: 60, endOnFailure: true });
});
