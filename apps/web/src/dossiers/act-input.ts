import type { ReasonKind } from '../api/calls';
import type { Act, Dossier, PossibleAct } from '../api/types';

/** What an act carries besides its name, as typed so far. */
export type ActInput = Omit<Act, 'commandId' | 'expectedVersion' | 'event'>;

/** Where the input of one act on one dossier is kept in this tab. */
export const actKey = (dossierId: string, event: string): string => `act.${dossierId}.${event}`;

/** Which part of the reason catalogue an act cites: the catalogue's kinds are the acts' names in its own spelling. */
export function reasonKindOf(event: string): ReasonKind {
  const kinds: readonly ReasonKind[] = ['refuse-receipt', 'refuse', 'send-back', 'return-handover', 'recall'];
  const spelled = event.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return kinds.find((kind) => kind === spelled) ?? 'supplement';
}

/** Papers whose originals the handover must say about: they travel unless the officer keeps them. */
export const originalsOf = (dossier: Dossier) =>
  dossier.components.filter((component) => component.originals > 0 && component.kind === 'original' && component.origin === 'brought');

/** What the panel starts with: nothing is decided for the officer except what the paper file makes plain. */
export function startingInput(possible: PossibleAct, dossier: Dossier): ActInput {
  switch (possible.data) {
    case 'handover':
      return { originals: originalsOf(dossier).map(({ key }) => ({ key, travels: true })) };
    case 'checklist':
      return { components: dossier.components.map(({ key, state }) => ({ key, state: tickOf(state), kind: undefined, note: undefined })) };
    case 'draft':
      return { draft: dossier.draft ?? {} };
    case 'supplement':
      return { items: [] };
    default:
      return {};
  }
}

export const tickOf = (state: string): 'unchecked' | 'passed' | 'failed' => (state === 'passed' || state === 'failed' ? state : 'unchecked');

/** What is still missing, by the name of its message. */
export type ActGap = 'reason' | 'items' | 'itemReasons' | 'meets' | 'finding' | 'objection' | 'recipient' | 'components';

/** What must be filled in before an act of this kind is sent; the desk checks the same again. */
export function gapsOf(data: string, input: ActInput, dossier: Dossier): ActGap[] {
  switch (data) {
    case 'reason':
      return input.reason ? [] : ['reason'];
    case 'supplement':
      if (!input.items?.length) return ['items'];
      return input.items.every((item) => item.reason) ? [] : ['itemReasons'];
    case 'finding':
      if (input.meets === undefined) return ['meets'];
      return input.meets || input.note?.trim() ? [] : ['finding'];
    case 'minutes':
      if (input.meets === undefined) return ['meets'];
      return input.meets || input.note?.trim() ? [] : ['objection'];
    case 'return':
      return input.recipient?.trim() ? [] : ['recipient'];
    case 'checklist': {
      const required = dossier.components.filter((component) => component.required).map((component) => component.key);
      return required.every((key) => input.components?.some((one) => one.key === key && one.state === 'passed')) ? [] : ['components'];
    }
    default:
      return [];
  }
}
