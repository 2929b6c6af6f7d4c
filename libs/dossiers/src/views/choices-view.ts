import type { Principal } from '@app/access';
import type { Transaction } from '@app/database';
import type { Declaration, Procedure } from '@app/catalogue';
import { fold, localDate, matches, type Condition, type Localized } from '@app/kernel';
import type { FindingForm, NotedItem } from '@app/workflow';
import { isHeld, isLaneServed, OFFICER_ROLES, postsIn, rolesFulfilling, rolesLeading, type OfficerRole } from '@app/organisation';
import { clockUnit, getDossier, type DossierRow } from '../dossier-row.js';
import type { DossierWorld } from '../dossier-world.js';
import { endOf } from '../time-amount.js';
import { mayMakeLead } from '../may-act.js';
import { findingFormOf } from '../noted.js';
import type { ActRecords } from './act-records.js';
import type { PossibleAct } from './acts-view.js';
import { unitView, type UnitView } from './unit-view.js';
import type { ProposedPackage } from './package-view.js';
import { unitsOf } from './records-view.js';

/** A body the process names, and whether this declaration calls for its opinion. */
export interface ConsultChoice {
  readonly body: string;
  readonly unit: UnitView;
  readonly question: Localized;
  readonly basis: string;
  readonly silenceAgrees: boolean;
  /** When its time would be over if it were asked now. */
  readonly dueAt: string;
  readonly preselected: boolean;
}

/** The duty a step may ask to be paid. */
export interface DutyChoice {
  readonly name: Localized;
  readonly basis: string;
  /** By when it is to be paid if notice is given now. */
  readonly payBy: string;
}

export interface OfficerChoice {
  readonly officerId: string;
  readonly name: string;
  readonly role: Localized;
  readonly unit: UnitView;
}

/** The form of a finding, as it is sent. */
export interface FindingFormView extends Pick<FindingForm, 'title'> {
  readonly items: Array<Omit<NotedItem, 'choices'> & { readonly choices?: Array<{ readonly value: string; readonly name: Localized }> }>;
}

/** What the acts a person may do now are to be chosen from; a part no act needs is left out. */
export interface ChoicesView {
  readonly consult?: ConsultChoice[];
  readonly duty?: DutyChoice;
  /** The officers of the unit that holds it who can do the present step and whom the reader may make its lead. */
  readonly assignees?: OfficerChoice[];
  /** What would go up with the dossier, for the sender to change. */
  readonly package?: ProposedPackage;
  /** What is to be noted with the finding, or with the answer of the reader's own unit. */
  readonly finding?: FindingFormView;
}

/** Reads the choices of the acts offered. */
export async function choicesView(
  tx: Transaction, world: DossierWorld, principal: Principal, acts: readonly PossibleAct[], dossier: DossierRow, procedure: Procedure, declaration: Declaration, now: Temporal.Instant,
  consultations: ActRecords['consultations'],
): Promise<ChoicesView> {
  const offered = new Set(acts.map(({ event }) => event));
  const step = procedure.process.steps.find(({ id }) => id === dossier.step_id);
  const duty = step !== undefined && 'duty' in step ? step.duty : undefined;
  const mine = principal.kind === 'officer' ? unitsOf(principal) : new Set<string>();
  const bodyId = consultations.find(({ unit_id, outcome }) => outcome === null && mine.has(unit_id))?.body_id;
  const event = offered.has('examine') ? 'examine' : 'answerConsultation';
  const finding = offered.has(event) ? findingFormOf(procedure.process, event, { stepId: step?.id, bodyId }) : undefined;
  return {
    ...(finding === undefined ? {} : { finding: { title: finding.title, items: finding.items.map(({ choices, ...item }) => ({ ...item, ...(choices === undefined ? {} : { choices: [...choices] }) })) } }),
    ...(offered.has('requestConsultation') && step?.kind === 'consult' ? { consult: await Promise.all(step.ask.map(async (body): Promise<ConsultChoice> => {
      const unit = await world.unitAt(body.to, dossier.competent_commune);
      return {
        body: body.id, unit: await unitView(world, unit.id), question: body.question, basis: body.basis, silenceAgrees: body.silence === 'agreed',
        dueAt: endOf(await world.calendarOf(unit.id), now, body.within).toString(),
        preselected: body.when === undefined || matches(body.when as Condition, declaration),
      };
    })) } : {}),
    ...(offered.has('requestPayment') && duty !== undefined
      ? { duty: { name: duty.name, basis: duty.basis, payBy: endOf(await world.calendarOf(clockUnit(dossier)), now, duty.within).toString() } } : {}),
    ...(offered.has('assign') ? { assignees: await assignees(tx, world, principal, dossier, now) } : {}),
  };
}

/** Without an assignment that would leave the lead as it is: nobody else of the unit can do the step. */
export function withChoice(acts: readonly PossibleAct[], { assignees }: ChoicesView, { assignee }: Pick<DossierRow, 'assignee'>): PossibleAct[] {
  return acts.filter(({ event }) => event !== 'assign' || assignees?.some(({ officerId }) => officerId !== assignee));
}

/** The officers of the unit that holds it who can do the present step and whom the reader may make its lead. */
async function assignees(tx: Transaction, world: DossierWorld, principal: Principal, dossier: DossierRow, now: Temporal.Instant): Promise<OfficerChoice[]> {
  const { holder_unit: unitId, holder_role: role, procedure_code } = dossier;
  const [posts, isServed] = await Promise.all([postsIn(tx, unitId, localDate(now)), isLaneServed(tx, { unitId, role }, now, procedure_code)]);
  // Where nobody can do the step the head of the unit takes the work.
  const roles: readonly OfficerRole[] = isServed ? rolesFulfilling(role) : rolesLeading(role);
  return Promise.all(posts.filter(({ role: held, officerId }) => roles.includes(held) && mayMakeLead(principal, dossier, officerId)).map((post) => choiceOf(world, post)));
}

async function choiceOf(world: DossierWorld, post: { officerId: string; officerName: string; unitId: string; role: OfficerRole }): Promise<OfficerChoice> {
  return { officerId: post.officerId, name: post.officerName, role: OFFICER_ROLES[post.role], unit: await unitView(world, post.unitId) };
}

const MOST = 20;

/**
 * Officers who may be called in to cooperate, by any part of their name or unit, with or without accents.
 * @throws DomainError not-found for a dossier the caller does not see
 */
export async function findOfficers(tx: Transaction, world: DossierWorld, dossierId: string, text: string, now: Temporal.Instant): Promise<OfficerChoice[]> {
  await getDossier(tx, dossierId);
  const posts = await tx.rows<{ officerId: string; officerName: string; unitId: string; role: OfficerRole; unitName: string }>(
    `select p.officer_id as "officerId", o.full_name as "officerName", p.unit_id as "unitId", p.role, concat_ws(' ', u.name_vi, u.short_vi, c.name_vi, c.short_vi) as "unitName"
       from post p join officer o on o.id = p.officer_id join unit u on u.id = p.unit_id left join unit c on c.id = u.parent_id and c.kind = 'commune'
      where o.active and p.role <> 'administrator' and ${isHeld('p', '$1::date')}
      order by o.full_name, p.unit_id`, [localDate(now)]);
  const words = fold(text).split(/\s+/u).filter((word) => word !== '');
  const found = posts.filter(({ officerName, unitName }) => words.every((word) => fold(`${officerName} ${unitName}`).includes(word)));
  return Promise.all(found.slice(0, MOST).map((post) => choiceOf(world, post)));
}

/** Communes a dossier may be sent to, by any part of their name, with or without accents: those of its province with a desk of their own. */
export async function findCommunes(tx: Transaction, world: DossierWorld, dossierId: string, text: string): Promise<UnitView[]> {
  const dossier = await getDossier(tx, dossierId);
  return Promise.all((await world.communesBeside(dossier.competent_commune, text)).slice(0, MOST).map(({ id }) => unitView(world, id)));
}
