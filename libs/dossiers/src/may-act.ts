import { actingFor, may, requirePermission, rightsOf, type OfficerPrincipal, type Permission, type Principal } from '@app/access';
import { DomainError } from '@app/kernel';
import { rolesFulfilling, rolesLeading, type OfficerRole } from '@app/organisation';
import { LINKED } from './linked/linked-name.js';
import { mayUtter, ruleOf, type EventType, type StateMeta } from '@app/workflow';

/** Whose hand is in what a leader has to decide: authors, and whom they stood in for. */
export interface Authors {
  readonly draft?: readonly string[];
  readonly extension?: readonly string[];
  readonly supplement?: readonly string[];
}

/** What {@link whyNot} needs to know of a dossier. */
export interface ActPlace {
  readonly procedure_code: string;
  /** The organisation that owns it: a citizen acts on it only in a recorded role. */
  readonly owner_organisation?: string | null;
  readonly holder_unit: string;
  readonly addressee_unit: string | null;
  readonly receiving_unit: string;
  /** Where a clerk helped to file it. */
  readonly help_unit?: string | null;
  readonly head_unit: string;
  readonly consulted_units: readonly string[];
  readonly assignee: string | null;
  readonly cooperators: readonly string[];
  readonly authors: Authors;
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
  returnToCommune: 'dossier.return-handover',
  correctMarked: 'dossier.hand-over',
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
  approveAndSign: 'dossier.approve',
  approve: 'dossier.approve',
  sendBack: 'dossier.send-back',
  refuseAndSign: 'dossier.refuse',
  refuse: 'dossier.refuse',
  sign: 'dossier.approve',
  signByHand: 'dossier.approve',
  number: 'dossier.number',
  seal: 'dossier.number',
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
  moveVersion: 'dossier.move-version',
  acceptDeclared: 'dossier.examine',
  askSourceAgain: 'dossier.examine',
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
  unitSucceeded: null,
  signed: null,
  signingFailed: null,
  sealed: null,
  sealingFailed: null,
  sentElsewhere: null,
  acknowledgedElsewhere: null,
  confirmationAwaited: null,
  confirmationGiven: null,
  confirmationExpired: null,
  supplementAskedElsewhere: null,
  grantedElsewhere: null,
  refusedElsewhere: null,
  stoppedElsewhere: null,
  withdrawalConfirmedElsewhere: null,
  withdrawalDeclinedElsewhere: null,
  elsewhereUnacknowledged: null,
} as const satisfies Record<EventType, Permission | null>;

/** The permission an act asks of an officer; nothing where it is never an officer's. */
export const permissionOf = (event: EventType): Permission | null => PERMISSION_OF[event];

/** Why a principal may not do an act on this dossier; nothing when they may. Whether the law allows it now is the machine's question. */
export function whyNot(principal: Principal, event: string, dossier: ActPlace, meta: StateMeta): DomainError | undefined {
  const found = findRight(principal, event, dossier, meta);
  return found instanceof DomainError ? found : undefined;
}

/**
 * The right in which a principal may do an act: their own wherever that is enough, else that of somebody they stand in or sign
 * for; or why in none.
 */
export function findRight(principal: Principal, event: string, dossier: ActPlace, meta: StateMeta): Principal | DomainError {
  const unknown = new DomainError('act.unknown', { params: { event } });
  // A member of a linked group that waited for a result is filed in the name of the person when the result is there.
  if (principal.kind === 'system') return mayUtter(event, 'system') || (principal.name === LINKED && event === 'file') ? principal : unknown;
  // A citizen sees only dossiers they are a party of; being one is all a citizen's act needs. For an organisation one acts in a role held today.
  if (principal.kind === 'citizen') {
    const { owner_organisation: organisation } = dossier;
    if (organisation != null && !principal.actsFor?.some(({ organisationId }) => organisationId === organisation)) return new DomainError('organisation.role-ended');
    return mayUtter(event, 'citizen') ? principal : unknown;
  }
  const refusals: DomainError[] = [];
  for (const right of rightsOf(principal)) {
    const refusal = refusalIn(right, event, dossier, meta) ?? fourEyes(right, event, dossier);
    if (refusal === undefined) return right;
    refusals.push(refusal);
  }
  // Who is kept from it only by being its author is told that, and not of a permission.
  return refusals.find(({ code }) => code === 'permission.four-eyes') ?? refusals[0] ?? unknown;
}

/** Why an officer may not do it in this one right. */
function refusalIn(right: OfficerPrincipal, event: string, dossier: ActPlace, meta: StateMeta): DomainError | undefined {
  if (mayUtter(event, 'counter')) return lacks(right, event, dossier, event === 'file' ? (dossier.help_unit ?? dossier.receiving_unit) : dossier.receiving_unit);
  if (mayUtter(event, 'addressee')) return lacks(right, event, dossier, dossier.addressee_unit ?? dossier.holder_unit);
  if (mayUtter(event, 'sender')) return lacks(right, event, dossier, dossier.holder_unit);
  if (mayUtter(event, 'head')) return lacks(right, event, dossier, dossier.head_unit) ?? wrongRole(right, event, dossier, dossier.head_unit, 'leader');
  if (mayUtter(event, 'consulted')) return notConsulted(right, event, dossier);
  if (mayUtter(event, 'cooperator')) return selvesOf(right).some((officer) => dossier.cooperators.includes(officer)) ? undefined : missing(event, { part: 'cooperate' });
  // Whoever sees a dossier may follow it.
  if (mayUtter(event, 'viewer')) return undefined;
  if (!mayUtter(event, 'holder')) return new DomainError('act.unknown', { params: { event } });
  if (WITH_OWN_KEY.has(event) && !right.holdsKey) return new DomainError('signing.no-key');
  const refusal = lacks(right, event, dossier, dossier.holder_unit);
  if (refusal === undefined && event === 'assign' && !mayMakeAnybodyLead(right, dossier, meta)) return new DomainError('assignment.not-yours');
  if (refusal !== undefined || ruleOf(event).anyRole) return refusal;
  return wrongRole(right, event, dossier, dossier.holder_unit, meta.role) ?? notLead(right, event, dossier);
}

/** What one does with one's own key, also in the right of another. */
const WITH_OWN_KEY: ReadonlySet<string> = new Set<EventType>(['approveAndSign', 'refuseAndSign', 'sign']);

/** What a leader decides on, and so never its author. */
const DECIDED: Partial<Record<string, keyof Authors>> = {
  approveAndSign: 'draft', approve: 'draft', refuseAndSign: 'draft', refuse: 'draft', grantExtension: 'extension', declineExtension: 'extension', approveSupplement: 'supplement', declineSupplement: 'supplement',
};

/** Neither the author nor whom the author stood in for decides, and nobody in the name of either: constraints of the tables say the same. */
function fourEyes(right: OfficerPrincipal, event: string, { authors }: ActPlace): DomainError | undefined {
  const part = DECIDED[event];
  const hands = part === undefined ? [] : (authors[part] ?? []);
  return hands.some((hand) => hand === right.officerId || hand === actingFor(right)?.officerId) ? new DomainError('permission.four-eyes') : undefined;
}

/** Whose dossiers are in hand in a right: the officer's own, and with an absence those of whoever is away. */
function selvesOf(right: OfficerPrincipal): readonly string[] {
  const acting = actingFor(right);
  return acting === undefined || acting.basis === 'delegation' ? [right.officerId] : [right.officerId, acting.officerId];
}

const missing = (event: EventType, facts: Readonly<Record<string, unknown>>): DomainError =>
  new DomainError('permission.missing', { params: { permission: ruleOf(event).label }, facts });

/** A body is asked as a unit: whoever may answer for it there. */
function notConsulted(principal: Principal, event: EventType, dossier: ActPlace): DomainError | undefined {
  const [first] = dossier.consulted_units;
  if (first === undefined) return missing(event, { part: 'consulted' });
  const refusals = dossier.consulted_units.map((unit) => (rolesIn(principal, unit, dossier.procedure_code).length === 0 ? missing(event, { part: 'consulted' }) : lacks(principal, event, dossier, unit)));
  return refusals.includes(undefined) ? undefined : refusals[0];
}

/** Who may make others the lead; anybody else may only take up what nobody has in hand. */
const ASSIGNING: readonly OfficerRole[] = ['division-head', 'centre-director', 'chairman', 'vice-chairman', 'director', 'deputy-director'];

const mayAssignOthers = (right: OfficerPrincipal, { holder_unit }: Pick<ActPlace, 'holder_unit'>): boolean =>
  actingFor(right)?.basis !== 'delegation' && right.posts.some(({ role, reach }) => ASSIGNING.includes(role) && reach.has(holder_unit));

/**
 * Whether a principal may make this officer the lead: a head anybody of the unit, others themselves where nobody has it in hand;
 * a stand-in makes the one who is away the lead, so that the dossier is not left behind when the absence is over.
 */
export function mayMakeLead(principal: Principal, dossier: Pick<ActPlace, 'holder_unit' | 'assignee'>, officer: string): boolean {
  return principal.kind === 'officer' && rightsOf(principal).some((right) => mayAssignOthers(right, dossier) || (officer === selvesOf(right).at(-1) && dossier.assignee === null));
}

/** Whether there is anybody this officer could make the lead: a head has the unit's officers, others only themselves, if they can do the step. */
function mayMakeAnybodyLead(right: OfficerPrincipal, dossier: ActPlace, { role }: Pick<StateMeta, 'role'>): boolean {
  if (mayAssignOthers(right, dossier)) return true;
  return dossier.assignee === null && wrongRole(right, 'assign', dossier, dossier.holder_unit, role) === undefined;
}

/** Exactly one lead at any time: once somebody has it in hand, others of the unit take it over by an assignment, not by acting. */
function notLead(right: OfficerPrincipal, event: EventType, { assignee }: ActPlace): DomainError | undefined {
  if (assignee === null || selvesOf(right).includes(assignee) || actingFor(right)?.officerId === assignee) return undefined;
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

/**
 * The roles exercised in this very unit for a procedure. A leader above it sees its dossiers, but a department's director does not sign
 * for its land office.
 */
export function rolesIn(principal: Principal, unitId: string, procedureCode: string): OfficerRole[] {
  if (principal.kind !== 'officer') return [];
  return principal.posts.filter((post) => (post.unitId === unitId || post.before?.has(unitId) === true) && post.procedures?.has(procedureCode) !== false).map((post) => post.role);
}

/**
 * A step names the role that does it: a records clerk with the unit's baton still cannot approve. The head of the unit may do the
 * step as its lead: no work is without an owner where somebody answers for the unit.
 */
function wrongRole(right: OfficerPrincipal, event: EventType, { procedure_code, assignee }: ActPlace, unitId: string, role: StateMeta['role']): DomainError | undefined {
  const fitting = assignee !== null && selvesOf(right).includes(assignee) ? rolesLeading(role) : rolesFulfilling(role);
  if (rolesIn(right, unitId, procedure_code).some((held) => fitting.includes(held))) return undefined;
  return new DomainError('permission.missing', { params: { permission: ruleOf(event).label }, facts: { role } });
}
