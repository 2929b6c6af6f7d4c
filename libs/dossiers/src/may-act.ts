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
  supply: 'dossier.supply',
  handOver: 'dossier.hand-over',
  acknowledge: 'dossier.acknowledge',
  returnHandover: 'dossier.return-handover',
  recall: 'dossier.recall',
  examine: 'dossier.examine',
  postNotice: 'dossier.post-notice',
  noticePeriodEnded: null,
  closeNotice: 'dossier.post-notice',
  submitForApproval: 'dossier.submit',
  approve: 'dossier.approve',
  sendBack: 'dossier.send-back',
  refuse: 'dossier.refuse',
  number: 'dossier.number',
  resultReady: 'dossier.result-ready',
  returnResult: 'dossier.return-result',
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
  if (!mayUtter(event, 'holder')) return unknown;
  return lacks(principal, event, dossier, dossier.holder_unit) ?? wrongRole(principal, event, dossier.holder_unit, meta);
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
function wrongRole(principal: Principal, event: EventType, unitId: string, meta: StateMeta): DomainError | undefined {
  const fitting = rolesFulfilling(meta.role);
  if (rolesIn(principal, unitId).some((role) => fitting.includes(role))) return undefined;
  return new DomainError('permission.missing', { params: { permission: ruleOf(event).label.vi }, facts: { role: meta.role } });
}
