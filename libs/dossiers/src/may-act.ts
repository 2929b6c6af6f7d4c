import { may, requirePermission, type Permission, type Principal } from '@app/access';
import { DomainError } from '@app/kernel';
import { rolesFulfilling, type OfficerRole } from '@app/organisation';
import { mayUtter, ruleOf, type EventType, type StateMeta } from '@app/workflow';

/** What {@link whyNot} needs to know of a dossier. */
export interface ActPlace {
  readonly procedure_code: string;
  readonly holder_unit: string;
  readonly addressee_unit: string | null;
  readonly receiving_unit: string;
  readonly head_unit: string;
  readonly consulted_units: readonly string[];
  readonly assignee: string | null;
  readonly cooperators: readonly string[];
}

/**
 * The permission each act asks of an officer. Exhaustive: an act added to the workflow's table does not compile
 * until it stands here. `null` = never an officer's.
 */
const PERMISSION_OF = {
  file: 'dossier.file',
  receive: 'dossier.receive',
  refuseReceipt: 'dossier.refuse-receipt',
  requestSupplement: 'dossier.request-supplement',
  proposeSupplement: 'dossier.request-supplement',
  approveSupplement: 'dossier.approve-supplement',
  declineSupplement: 'dossier.approve-supplement',
  supply: 'dossier.supply',
  requestPayment: 'dossier.request-payment',
  confirmPayment: 'dossier.confirm-payment',
  handOver: 'dossier.hand-over',
  acknowledge: 'dossier.acknowledge',
  returnHandover: 'dossier.return-handover',
  recall: 'dossier.recall',
  reroute: 'dossier.reroute',
  examine: 'dossier.examine',
  requestConsultation: 'dossier.consult',
  answerConsultation: 'dossier.answer-consultation',
  declineConsultation: 'dossier.answer-consultation',
  proceedWithoutAnswer: 'dossier.consult',
  postNotice: 'dossier.post-notice',
  closeNotice: 'dossier.post-notice',
  submitForApproval: 'dossier.submit',
  confirmDraft: 'dossier.supply',
  objectToDraft: 'dossier.supply',
  approve: 'dossier.approve',
  sendBack: 'dossier.send-back',
  refuse: 'dossier.refuse',
  number: 'dossier.number',
  stepBack: 'dossier.step-back',
  resultReady: 'dossier.result-ready',
  returnResult: 'dossier.return-result',
  openCorrection: 'dossier.open-correction',
  askWithdrawal: 'dossier.supply',
  confirmWithdrawal: 'dossier.answer-withdrawal',
  declineWithdrawal: 'dossier.answer-withdrawal',
  proposeExtension: 'dossier.propose-extension',
  grantExtension: 'dossier.grant-extension',
  declineExtension: 'dossier.grant-extension',
  apologise: 'dossier.grant-extension',
  stop: 'dossier.stop',
  assign: 'dossier.assign',
  addCooperator: 'dossier.assign',
  removeCooperator: 'dossier.assign',
  giveOpinion: 'dossier.read',
  follow: 'dossier.read',
  unfollow: 'dossier.read',
  noticePeriodEnded: null,
  supplementExpired: null,
  paymentExpired: null,
  consultationOverdue: null,
  consultationDeemedAgreed: null,
  draftCheckEnded: null,
  filingUnanswered: null,
  handoverUnacknowledged: null,
  stepOverdue: null,
  dueSoon: null,
  dueTomorrow: null,
  overdue: null,
  outageBegan: null,
  outageEnded: null,
  calendarChanged: null,
} as const satisfies Record<EventType, Permission | null>;

/** Why a principal may not do an act on this dossier; nothing when they may. Whether the law allows it now is the machine's question. */
export function whyNot(principal: Principal, event: string, dossier: ActPlace, meta: StateMeta): DomainError | undefined {
  const unknown = new DomainError('act.unknown', { params: { event } });
  if (principal.kind === 'system') return mayUtter(event, 'system') ? undefined : unknown;
  // A citizen sees only dossiers they are a party of; being one is all a citizen's act needs.
  if (principal.kind === 'citizen') return mayUtter(event, 'citizen') ? undefined : unknown;
  if (mayUtter(event, 'counter')) return lacks(principal, event, dossier, dossier.receiving_unit);
  if (mayUtter(event, 'addressee')) return lacks(principal, event, dossier, dossier.addressee_unit ?? dossier.holder_unit);
  if (mayUtter(event, 'sender')) return lacks(principal, event, dossier, dossier.holder_unit);
  if (mayUtter(event, 'head')) return lacks(principal, event, dossier, dossier.head_unit) ?? wrongRole(principal, event, dossier.head_unit, 'leader');
  if (mayUtter(event, 'consulted')) return notConsulted(principal, event, dossier);
  if (mayUtter(event, 'cooperator')) return dossier.cooperators.includes(principal.officerId) ? undefined : missing(event, { part: 'cooperate' });
  // Whoever sees a dossier may follow it.
  if (mayUtter(event, 'viewer')) return undefined;
  if (!mayUtter(event, 'holder')) return unknown;
  const refusal = lacks(principal, event, dossier, dossier.holder_unit);
  if (refusal === undefined && event === 'assign' && !mayMakeAnybodyLead(principal, dossier, meta)) return new DomainError('assignment.not-yours');
  if (refusal !== undefined || ruleOf(event).anyRole) return refusal;
  return wrongRole(principal, event, dossier.holder_unit, meta.role) ?? notLead(principal, event, dossier);
}

const missing = (event: EventType, facts: Readonly<Record<string, unknown>>): DomainError =>
  new DomainError('permission.missing', { params: { permission: ruleOf(event).label }, facts });

/** A body is asked as a unit: whoever may answer for it there. */
function notConsulted(principal: Principal, event: EventType, dossier: ActPlace): DomainError | undefined {
  const [first] = dossier.consulted_units;
  if (first === undefined) return missing(event, { part: 'consulted' });
  const refusals = dossier.consulted_units.map((unit) => (rolesIn(principal, unit).length === 0 ? missing(event, { part: 'consulted' }) : lacks(principal, event, dossier, unit)));
  return refusals.includes(undefined) ? undefined : refusals[0];
}

/** Who may make others the lead; anybody else may only take up what nobody has in hand. */
const ASSIGNING: readonly OfficerRole[] = ['division-head', 'centre-director', 'chairman', 'vice-chairman', 'director', 'deputy-director'];

const mayAssignOthers = (principal: Principal, { holder_unit }: Pick<ActPlace, 'holder_unit'>): boolean =>
  principal.kind === 'officer' && principal.posts.some(({ role, reach }) => ASSIGNING.includes(role) && reach.has(holder_unit));

/** Whether a principal may make this officer the lead. Whether that officer can do the step at all is another question. */
export function mayMakeLead(principal: Principal, dossier: Pick<ActPlace, 'holder_unit' | 'assignee'>, officer: string): boolean {
  return mayAssignOthers(principal, dossier) || (principal.kind === 'officer' && officer === principal.officerId && dossier.assignee === null);
}

/** Whether there is anybody this officer could make the lead: a head has the unit's officers, others only themselves, if they can do the step. */
function mayMakeAnybodyLead(principal: Principal, dossier: Pick<ActPlace, 'holder_unit' | 'assignee'>, { role }: Pick<StateMeta, 'role'>): boolean {
  if (principal.kind !== 'officer' || mayAssignOthers(principal, dossier)) return true;
  return mayMakeLead(principal, dossier, principal.officerId) && wrongRole(principal, 'assign', dossier.holder_unit, role) === undefined;
}

/** Exactly one lead at any time: once somebody has it in hand, others of the unit take it over by an assignment, not by acting. */
function notLead(principal: Principal, event: EventType, dossier: ActPlace): DomainError | undefined {
  if (dossier.assignee === null || principal.kind !== 'officer' || dossier.assignee === principal.officerId) return undefined;
  return new DomainError('permission.not-lead', { params: { event: ruleOf(event).label } });
}

function lacks(principal: Principal, event: EventType, dossier: ActPlace, unitId: string): DomainError | undefined {
  const permission = PERMISSION_OF[event];
  if (permission === null) return new DomainError('act.unknown', { params: { event } });
  const place = { procedureCode: dossier.procedure_code, unitId };
  if (may(principal, permission, place)) return undefined;
  try {
    requirePermission(principal, permission, place);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  return undefined;
}

/** The roles held in this very unit. A leader above it sees its dossiers, but a department's director does not sign for its land office. */
export function rolesIn(principal: Principal, unitId: string): OfficerRole[] {
  return principal.kind === 'officer' ? principal.posts.filter((post) => post.unitId === unitId).map((post) => post.role) : [];
}

/** A step names the role that does it: a records clerk with the unit's baton still cannot approve. */
function wrongRole(principal: Principal, event: EventType, unitId: string, role: StateMeta['role']): DomainError | undefined {
  const fitting = rolesFulfilling(role);
  if (rolesIn(principal, unitId).some((role) => fitting.includes(role))) return undefined;
  return new DomainError('permission.missing', { params: { permission: ruleOf(event).label }, facts: { role } });
}
