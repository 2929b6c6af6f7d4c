import type { NewDelegation } from './calls';
import { codesOf, momentOf } from './moment';

/** What a document may pass on: the acts that want a signature. */
export const SIGNING = ['dossier.approve', 'dossier.send-back', 'dossier.refuse', 'dossier.approve-supplement', 'dossier.grant-extension', 'dossier.stop'] as const;
export type Signing = (typeof SIGNING)[number];
export const FORMULAS = ['TUQ.', 'TL.'] as const;

/** A delegation as it is being typed. */
export interface DelegationDraft {
  formula: 'TL.' | 'TUQ.';
  postId: string;
  delegatePostId: string;
  document: string;
  documentOn: string;
  permissions: readonly Signing[];
  procedures: string;
  fromDay: string;
  toDay: string;
}

/** A field that is missing or wrong; also the key of its sentence. */
export type DelegationFault = 'postId' | 'delegatePostId' | 'document' | 'documentOn' | 'permissions' | 'from' | 'to';

export const emptyDelegation = (): DelegationDraft => ({
  formula: 'TUQ.', postId: '', delegatePostId: '', document: '', documentOn: '', permissions: ['dossier.approve', 'dossier.send-back'], procedures: '', fromDay: '', toDay: '',
});

/** The delegation a draft makes, from the first day's beginning to the last day's end of work; or what is missing in it. */
export function delegationOf(draft: DelegationDraft): { delegation: NewDelegation; faults: DelegationFault[] } {
  const from = momentOf(draft.fromDay, '00:00');
  const to = momentOf(draft.toDay, '17:00');
  const faults: DelegationFault[] = [
    ...(['postId', 'delegatePostId'] as const).filter((field) => draft[field] === ''),
    ...(draft.document.trim() === '' ? ['document' as const] : []),
    ...(momentOf(draft.documentOn, '00:00') === undefined ? ['documentOn' as const] : []),
    ...(draft.permissions.length === 0 ? ['permissions' as const] : []),
    ...(from === undefined ? ['from' as const] : []),
    ...(to === undefined || (from !== undefined && to <= from) ? ['to' as const] : []),
  ];
  const { formula, postId, delegatePostId, documentOn } = draft;
  return {
    faults,
    delegation: {
      formula, postId, delegatePostId, documentOn, document: draft.document.trim().normalize('NFC'), permissions: [...draft.permissions], procedures: codesOf(draft.procedures),
      from: from ?? '', to: to ?? '',
    },
  };
}
