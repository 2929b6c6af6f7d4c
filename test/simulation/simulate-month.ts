import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import type { OfficerPrincipal, Principal } from '@app/access';
import { CatalogueService, requiredComponents, type Declaration, type Procedure } from '@app/catalogue';
import { Database, SYSTEM } from '@app/database';
import { Acts, DossierWorld, FileDossier, OutageAdministration, type DossierRow, type FiledPerson } from '@app/dossiers';
import { DomainError, newId, type MovableClock } from '@app/kernel';
import { rolesFulfilling } from '@app/organisation';
import { describe, possible, ruleOf, type EventType, type Stored } from '@app/workflow';
import { runSideBySide } from '../bench/statistics.js';
import { Absences } from './absences.js';
import { IDLE, WEIGHTS, dataFor } from './act-data.js';
import type { Random } from './random.js';

/** A matter that is filed again and again: a worked example of its procedure. */
export interface Matter {
  readonly procedureCode: string;
  readonly declaration: Declaration;
  /** The field a supplement asks about. */
  readonly field: string;
}

/** What the simulation runs on. */
export interface Stage {
  readonly app: INestApplicationContext;
  readonly clock: MovableClock;
  readonly random: Random;
  /** Officers by `unit:role`. */
  readonly officers: ReadonlyMap<string, readonly OfficerPrincipal[]>;
  readonly people: readonly FiledPerson[];
  readonly matters: readonly Matter[];
  readonly communes: readonly string[];
  readonly workers: WorkerPool;
}

export interface Month {
  readonly dossiers: number;
  /** Local days, both included. */
  readonly from: string;
  readonly to: string;
  /** How likely a worker is killed at each of the day's rounds. */
  readonly kills: number;
}

/** How it went. */
export interface MonthReport {
  readonly filed: number;
  readonly acts: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly kills: number;
}

/** How many people act at the same moment. */
const ABREAST = 16;

/** The hours at which something happens: office hours, and one round in the evening, when only deadlines fall. */
const TICKS = ['07:40', '08:30', '09:30', '10:30', '11:20', '13:10', '14:00', '15:10', '16:00', '16:50', '20:00'];

/** Plays a month: people file, officers act as their desk allows, workers are killed, systems fail for a while. */
export async function simulateMonth(stage: Stage, month: Month, log: (line: string) => void): Promise<MonthReport> {
  const days = daysOf(month);
  const working = days.filter((day) => Temporal.PlainDate.from(day).dayOfWeek < 6);
  const perTick = month.dossiers / (working.length * (TICKS.length - 1));
  const play = new Play(stage);
  let owed = 0;
  for (const day of days) {
    // In the evening whatever was due that day falls before the next one begins.
    for (const time of TICKS) {
      stage.clock.moveTo(`${day}T${time}`);
      stage.workers.tell(stage.clock.now());
      const isOpen = working.includes(day) && time !== '20:00';
      if (isOpen && time === TICKS[0]) await play.absences.begin(day, (code) => play.refuse(code));
      if (isOpen) {
        owed += perTick;
        const filings = Math.min(Math.floor(owed), month.dossiers - play.filed);
        owed -= Math.floor(owed);
        await runSideBySide(Array.from({ length: Math.max(0, filings) }), ABREAST, () => play.file());
        await play.round();
      }
      if (time === '09:30' && day === working[Math.floor(working.length / 2)]) await play.beginOutage();
      if (time === '14:00' && day === working[Math.floor(working.length / 2)]) await play.endOutage();
      // What the scheduler of a desk does every minute.
      await stage.app.get(OutageAdministration).follow();
      if (time === '20:00') await play.untilSwept();
      if (stage.random.next() < month.kills) await stage.workers.killOne(stage.random);
    }
    log(`${day}: ${play.filed} filed, ${play.acts} acts, ${play.open.size} open, ${stage.workers.kills} workers killed`);
  }
  return { filed: play.filed, acts: play.acts, refused: Object.fromEntries(play.refused), kills: stage.workers.kills };
}

function daysOf({ from, to }: Month): string[] {
  const days: string[] = [];
  for (let day = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) days.push(day.toString());
  return days;
}

type SimulatedRow = DossierRow & { readonly owner: string };

class Play {
  filed = 0;
  acts = 0;
  readonly open = new Set<string>();
  readonly refused = new Map<string, number>();
  readonly absences: Absences;
  private outage: string | undefined;

  constructor(private readonly stage: Stage) {
    this.absences = new Absences(stage.app, stage.clock, stage.random, stage.officers);
  }

  refuse(code: string): void {
    this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
  }

  private at(unit: string, roles: readonly string[]): OfficerPrincipal | undefined {
    const found = roles.flatMap((role) => this.stage.officers.get(`${unit}:${role}`) ?? []);
    return found.length === 0 ? undefined : this.stage.random.one(found);
  }

  async file(): Promise<void> {
    const { app, random, communes, people, matters } = this.stage;
    const commune = random.one(communes);
    const matter = random.one(matters);
    const owner = random.one(people);
    const procedure = app.get(CatalogueService).getReceivable(matter.procedureCode, this.stage.clock.now().toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate().toString());
    const isOnline = random.next() < 0.4;
    const clerk = this.at(`${commune}.centre`, ['receiving-clerk']);
    const principal: Principal | undefined = isOnline ? { kind: 'citizen', personId: owner.personId, name: owner.fullName } : clerk;
    if (principal === undefined) throw new Error(`nobody receives at ${commune}`);
    const elsewhere = random.next() < 0.05 ? random.one(communes) : commune;
    const dossierId = newId();
    await app.get(FileDossier).file({
      commandId: newId(), dossierId, procedureCode: matter.procedureCode, channel: isOnline ? 'online' : 'counter', delivery: 'counter', communeId: commune,
      ...(elsewhere === commune ? {} : { competentCommuneId: elsewhere }), owner, declaration: matter.declaration, origins: {}, paperDigests: new Map(),
      components: requiredComponents(procedure, matter.declaration).filter(({ required }) => required)
        .map(({ key, component }) => ({ key, state: 'passed', kind: component.kinds[0] })),
      event: isOnline ? 'file' : 'receive', data: {},
    }, principal);
    this.filed += 1;
    this.acts += 1;
    this.open.add(dossierId);
  }

  /** A round of the desk: some of the open dossiers are taken up, each by somebody who may. */
  async round(): Promise<void> {
    // Most dossiers lie there for the hour: nobody has come to them yet.
    const chosen = [...this.open].filter(() => this.stage.random.next() < 0.3);
    await runSideBySide(chosen, ABREAST, (id) => this.step(id));
  }

  private async step(id: string): Promise<void> {
    const { app, random } = this.stage;
    const row = await app.get(Database).transaction(SYSTEM, (tx) => tx.one<SimulatedRow>(
      `select d.*, p.person_id as owner from dossier d join dossier_person p on p.dossier_id = d.id and p.role = 'owner' where d.id = $1`, [id]));
    if (!row.is_open && random.next() > 0.01) return void this.open.delete(id);
    const { procedure, machine } = await app.get(Database).transaction(SYSTEM, (tx) => app.get(DossierWorld).procedureOf(tx, row, this.stage.clock.now()));
    const stored = { value: row.value, context: row.context } as Stored;
    const allowed = possible(machine, stored);
    const event = random.weighted<EventType | 'idle'>([...allowed.map((each) => [each, WEIGHTS[each] ?? 0] as const), ['idle', IDLE]]);
    if (event === undefined || event === 'idle') return;
    const wanted = this.principalFor(event, row, describe(machine, stored).role);
    const principal = wanted?.kind === 'officer' ? await this.absences.present(wanted) : wanted;
    if (principal === undefined) return;
    await this.act(row, procedure, event, principal);
  }

  /** Who may do it: whoever the rule of the act and the place of the dossier name. */
  private principalFor(event: EventType, row: SimulatedRow, role: string): Principal | undefined {
    const anyone = ['receiving-clerk', 'case-officer', 'reviewer', 'records-clerk'];
    const leaders = rolesFulfilling('leader');
    switch (ruleOf(event).audience) {
      case 'citizen': return row.channel === 'online' ? { kind: 'citizen', personId: row.owner, name: 'Người nộp' } : this.at(row.receiving_unit, ['receiving-clerk']);
      case 'addressee': return this.at(row.addressee_unit ?? row.holder_unit, anyone);
      case 'sender': return this.at(row.holder_unit, anyone);
      case 'head': return this.at(row.head_unit, leaders);
      case 'consulted': return this.at(row.consulted_units[0] ?? '', ['reviewer', 'case-officer', 'division-head', ...leaders]);
      case 'viewer': return this.at(row.holder_unit, anyone);
      case 'holder': return this.lead(row) ?? this.at(row.holder_unit, rolesFulfilling(role));
      default: return undefined;
    }
  }

  private lead(row: SimulatedRow): OfficerPrincipal | undefined {
    return row.assignee === null ? undefined : [...this.stage.officers.values()].flat().find(({ officerId }) => officerId === row.assignee);
  }

  private async act(row: SimulatedRow, procedure: Procedure, event: EventType, principal: Principal): Promise<void> {
    const matter = this.stage.matters.find(({ procedureCode }) => procedureCode === row.procedure_code)!;
    const data = dataFor(event, {
      process: procedure.process, stepId: row.step_id ?? undefined, now: this.stage.clock.now(), field: matter.field, answer: matter.declaration[matter.field.slice(1)],
      actor: principal.kind === 'officer' ? principal.officerId : '', commune: this.stage.random.one(this.stage.communes),
    });
    const command = { id: newId(), dossierId: row.id, expectedVersion: row.version, event, data };
    try {
      await this.stage.app.get(Acts).act(command, principal);
      this.acts += 1;
      // Now and then the answer is lost on its way and the same command comes again: nothing may be done twice.
      if (this.stage.random.next() < 0.02) await this.stage.app.get(Acts).act(command, principal);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.refuse(error.code);
    }
  }

  /** Waits for the workers to have let everything fall that is due. */
  async untilSwept(): Promise<void> {
    const { app, clock } = this.stage;
    for (let tries = 0; tries < 12_000; tries++) {
      const { due } = await app.get(Database).transaction(SYSTEM, (tx) => tx.one<{ due: number }>(
        `select count(*)::int as due from deadline where state = 'armed' and due_at <= $1`, [clock.now().toString()]));
      if (due === 0) return;
      await pause(50);
    }
    throw new Error('the workers let deadlines lie for ten minutes');
  }

  async beginOutage(): Promise<void> {
    const [announcer, approver] = [...this.stage.officers].filter(([place]) => place.endsWith(':administrator')).flatMap(([, people]) => people);
    if (announcer === undefined || approver === undefined) throw new Error('an outage takes two administrators');
    const outages = this.stage.app.get(OutageAdministration);
    const from = this.stage.clock.now().subtract({ minutes: 40 }).toString();
    const { id } = await outages.announce(announcer, { system: 'CSDLQG về dân cư', owner: 'Bộ Công an', document: 'TB-01/2026', from, to: null, procedures: [], communes: [] });
    await outages.approve(approver, id);
    this.outage = id;
  }

  async endOutage(): Promise<void> {
    const [announcer] = [...this.stage.officers].filter(([place]) => place.endsWith(':administrator')).flatMap(([, people]) => people);
    if (this.outage !== undefined && announcer !== undefined) {
      await this.stage.app.get(OutageAdministration).end(announcer, this.outage, this.stage.clock.now().subtract({ minutes: 5 }).toString());
    }
  }
}

/** Processes that carry effects out and let deadlines fall, until they are killed; another takes the place. */
export class WorkerPool {
  kills = 0;
  private readonly children: ChildProcess[] = [];
  private readonly starting = new Set<Promise<void>>();
  private now: Temporal.Instant;

  constructor(private readonly environment: Readonly<Record<string, string>>, now: Temporal.Instant) {
    this.now = now;
  }

  async start(count: number): Promise<void> {
    await Promise.all(Array.from({ length: count }, () => this.add()));
  }

  private async add(): Promise<void> {
    const child = spawn(process.execPath, ['--import', './test/support/source-loader.mjs', 'test/simulation/worker.ts'], {
      env: { ...process.env, ...this.environment, NOW: this.now.toString(), NODE_OPTIONS: '' }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await once(child, 'message');
    child.send(this.now.toString());
    this.children.push(child);
  }

  tell(now: Temporal.Instant): void {
    this.now = now;
    for (const child of this.children) if (child.connected) child.send(now.toString());
  }

  /** No signal it could catch: whatever it was doing is left as it is. The next one starts while the others go on. */
  async killOne(random: Random): Promise<void> {
    const child = random.one(this.children);
    if (child === undefined) return;
    this.children.splice(this.children.indexOf(child), 1);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    this.kills += 1;
    this.starting.add(this.add());
  }

  async stop(): Promise<void> {
    await Promise.all(this.starting);
    await Promise.all(this.children.map(async (child) => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }));
  }
}
