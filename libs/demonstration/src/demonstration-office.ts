import type { INestApplicationContext } from '@nestjs/common';
import { OfficerDirectory, toDatabasePrincipal, type CitizenPrincipal, type OfficerPrincipal } from '@app/access';
import { CatalogueService, type Declaration } from '@app/catalogue';
import { Database, SYSTEM } from '@app/database';
import { Acts, AssessIntake, DeadlineSweeper, Intake, LaneRunner, readerOf, type ActData, type Assessment, type IntakeRequest, type SuppliedComponent } from '@app/dossiers';
import { localDate, type MovableClock } from '@app/kernel';
import { commandIdOf, dossierIdOf } from './ids.js';
import { COMMUNES, DEADLINE, OWNER, THAT_DAY, type PlannedDossier, type PlannedStep } from './planned-dossier.js';
import type { ScheduledStep } from './schedule.js';

/** Offers may uncover fields with offers of their own. */
const ROUNDS_OF_OFFERS = 3;

/** Plays the people of a planned dossier: they agree to what is offered, bring what is asked, and act when it is time. */
export class DemonstrationOffice {
  private readonly database: Database;
  private readonly directory: OfficerDirectory;
  private readonly officers = new Map<string, Promise<OfficerPrincipal>>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: MovableClock,
    private readonly today: Temporal.PlainDate,
  ) {
    this.database = app.get(Database);
    this.directory = new OfficerDirectory(this.database, clock);
  }

  /** Moves the clock to a step and takes it, with all effects it brings about. */
  async take({ dossier, step, number, at }: ScheduledStep): Promise<void> {
    if (step.by === DEADLINE) await this.letDeadlineFall(dossier.key, step.event);
    else if (number === 1) await this.file(dossier, step, at);
    else await this.act(dossier.key, step, number, at);
    await this.app.get(LaneRunner).drain();
  }

  private async act(key: string, { by, event, member, data = {} }: PlannedStep, number: number, at: string): Promise<void> {
    this.clock.moveTo(at);
    const dossierId = member === undefined ? dossierIdOf(key) : await this.memberOf(key, member);
    // Reminders of the system count as acts too: the version is read, not reckoned.
    const { version } = await this.database.transaction(SYSTEM, (tx) => tx.one<{ version: number }>('select version from dossier where id = $1', [dossierId]));
    await this.app.get(Acts).act({ id: commandIdOf(key, number), dossierId, expectedVersion: version, event, data: dated(data, at.slice(0, 10)) }, await this.officer(by));
  }

  /** The dossier of a procedure of a planned group. */
  private async memberOf(key: string, member: string): Promise<string> {
    const { dossier_id: id } = await this.database.transaction(SYSTEM, (tx) =>
      tx.one<{ dossier_id: string }>('select dossier_id from linked_member where group_id = $1 and key = $2', [dossierIdOf(key), member]));
    return id;
  }

  /** The clock stands at the deadline's own moment while it falls. */
  private async letDeadlineFall(key: string, event: PlannedStep['event']): Promise<void> {
    const deadline = await this.database.transaction(SYSTEM, (tx) =>
      tx.maybeOne<{ due_at: string }>(`select due_at from deadline where dossier_id = $1 and state = 'armed' and event = $2`, [dossierIdOf(key), event]));
    // Whoever lets one fall sweeps all that are due: it may have gone along with another dossier's.
    if (deadline === undefined) return;
    this.clock.moveTo(deadline.due_at);
    if ((await this.app.get(DeadlineSweeper).sweep()) === 0) throw new Error(`the deadline of the demonstration's dossier ${key} did not fall`);
  }

  private async file(dossier: PlannedDossier, step: PlannedStep, at: string): Promise<void> {
    this.clock.moveTo(at);
    const owner = await this.owner(dossier.owner);
    const principal = step.by === OWNER ? owner : await this.officer(step.by);
    const { declaration, assessment } = await this.fillIn(dossier, owner, principal);
    const request: IntakeRequest = {
      commandId: commandIdOf(dossier.key, 1),
      dossierId: dossierIdOf(dossier.key),
      procedureCode: dossier.procedureCode,
      communeId: COMMUNES[dossier.commune],
      declaration,
      offers: assessment.offers.map(({ pointer }) => ({ pointer, agreed: true })),
      components: principal.kind === 'citizen' || step.event !== 'receive' ? [] : bring(assessment),
      delivery: principal.kind === 'citizen' ? 'electronic' : 'counter',
    };
    const intake = this.app.get(Intake);
    if (principal.kind === 'citizen') await intake.online(principal, request);
    else await intake.atCounter(principal, { ...request, ownerId: owner.personId, outcome: outcomeOf(step), data: { feePaid: step.event === 'receive', ...step.data } });
  }

  /** The declaration with every offer agreed to, as a person fills it in at the screen. */
  private async fillIn(dossier: PlannedDossier, owner: CitizenPrincipal, principal: OfficerPrincipal | CitizenPrincipal): Promise<{ declaration: Declaration; assessment: Assessment }> {
    const [catalogue, today] = [this.app.get(CatalogueService), localDate(this.clock.now())];
    const { properties } = (catalogue.groupInForce(dossier.procedureCode, today) ?? catalogue.getReceivable(dossier.procedureCode, today)).declaration;
    const look = { reader: readerOf(principal), purpose: 'Tiếp nhận hồ sơ', procedureCode: dossier.procedureCode };
    let declaration = dossier.declaration(this.today);
    let assessment = await this.assess(dossier, declaration, owner, principal, look);
    for (let round = 0; round < ROUNDS_OF_OFFERS; round += 1) {
      const offered = assessment.offers.map(({ pointer, value }) => {
        const name = pointer.slice(1);
        const type = properties[name]?.type;
        return [name, type === 'number' ? Number(value) : type === 'boolean' ? value === 'true' : value] as const;
      });
      declaration = { ...Object.fromEntries(offered), ...declaration };
      assessment = await this.assess(dossier, declaration, owner, principal, look);
    }
    return { declaration, assessment };
  }

  private assess(
    { procedureCode, commune }: PlannedDossier, declaration: Declaration, owner: CitizenPrincipal, principal: OfficerPrincipal | CitizenPrincipal,
    look: { reader: ReturnType<typeof readerOf>; purpose: string },
  ): Promise<Assessment> {
    const channel = principal.kind === 'citizen' ? 'online' : 'counter';
    return this.database.transaction(toDatabasePrincipal(principal), (tx) =>
      this.app.get(AssessIntake).assess(tx, { procedureCode, communeId: COMMUNES[commune], declaration, channel, byOwner: true, owner: { personId: owner.personId, look } }));
  }

  private officer(login: string): Promise<OfficerPrincipal> {
    const known = this.officers.get(login) ?? this.findOfficer(login);
    this.officers.set(login, known);
    return known;
  }

  private async findOfficer(login: string): Promise<OfficerPrincipal> {
    const account = await this.directory.findAccount(login);
    const principal = account && (await this.directory.findPrincipal(account.id));
    if (!principal) throw new Error(`the demonstration has no officer ${login}`);
    return principal;
  }

  private async owner(personalId: string): Promise<CitizenPrincipal> {
    const person = await this.database.transaction(SYSTEM, (tx) =>
      tx.one<{ id: string; full_name: string }>('select id, full_name from person where personal_id = $1', [personalId]));
    return { kind: 'citizen', personId: person.id, name: person.full_name };
  }
}

/** What is on file is taken from there; everything else that is required comes as the first kind that is accepted. */
function bring({ components, componentOffers }: Assessment): SuppliedComponent[] {
  return components.filter(({ required }) => required).map(({ key, kinds }): SuppliedComponent => {
    const offer = componentOffers.find((each) => each.key === key);
    return offer ? { key, state: 'passed', paperOnFileId: offer.paper.id } : { key, state: 'passed', kind: kinds[0] as NonNullable<SuppliedComponent['kind']> };
  });
}

function outcomeOf({ event }: PlannedStep): 'receive' | 'requestSupplement' | 'refuseReceipt' {
  if (event === 'receive' || event === 'requestSupplement' || event === 'refuseReceipt') return event;
  throw new Error(`no dossier begins at a counter with ${event}`);
}

function dated(data: ActData, day: string): ActData {
  const { noted, paidOn } = data;
  return {
    ...data,
    ...(paidOn === THAT_DAY ? { paidOn: day } : {}),
    ...(noted === undefined ? {} : { noted: Object.fromEntries(Object.entries(noted).map(([key, value]) => [key, value === THAT_DAY ? day : value])) }),
  };
}
