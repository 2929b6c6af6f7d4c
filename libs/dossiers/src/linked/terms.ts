import type { TimeLimit } from '@app/catalogue';
import type { EventType, TimeAmount } from '@app/workflow';
import type { ActScope } from '../act-scope.js';
import { LINKED } from './linked-name.js';

/** What the decree says of one member of a group in the place of its procedure; kept as it was when the group was filed. */
export interface LinkedTerms {
  readonly timeLimit?: TimeLimit;
  readonly supplement: TimeAmount;
  readonly acknowledge: TimeAmount;
}

/** The terms of a dossier that is a member of a linked group. */
export async function linkedTerms({ tx, dossier }: Pick<ActScope, 'tx' | 'dossier'>): Promise<LinkedTerms | undefined> {
  if (dossier.linked_group === null) return undefined;
  return (await tx.one<{ terms: LinkedTerms }>('select terms from linked_member where dossier_id = $1', [dossier.id])).terms;
}

/** The time the decree gives before a deadline of a member falls, where it is another than usual. */
export async function linkedTime(scope: ActScope, event: EventType): Promise<TimeAmount | undefined> {
  if (event === 'supplementExpired') return (await linkedTerms(scope))?.supplement;
  // What was passed on must be taken up within two working hours; what the person filed is answered as ever.
  if (event === 'filingUnanswered' && scope.principal.kind === 'system' && scope.principal.name === LINKED) return (await linkedTerms(scope))?.acknowledge;
  return undefined;
}

const ENDED_WITHOUT_RESULT: readonly number[] = [3, 8];
const RESULT_IS_THERE = 9;

/** Whether the other members of the group have to know of an act: a result or refusal is issued, or the dossier ends without one. */
export function concernsOthers({ dossier, decision }: Pick<ActScope, 'dossier' | 'decision'>): boolean {
  if (dossier.linked_group === null) return false;
  const { effects, consequences, meta } = decision;
  if (effects.some((effect) => effect.type === 'issuePaper' && (effect.params.form === 'result' || effect.params.form === 'refusal'))) return true;
  // A decision signed with a key is issued by its seal.
  if (consequences.some((each) => each.type === 'keepSignature' && each.params.place === 'seal')) return true;
  return meta.status !== dossier.status && (ENDED_WITHOUT_RESULT.includes(meta.status) || meta.status === RESULT_IS_THERE);
}
