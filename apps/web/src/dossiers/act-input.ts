import type { Act, Dossier, NotedItem, PossibleAct } from '../api/types';
import { openContradictionsOf } from './contradictions-of';

/** What an act carries besides its name, as typed so far. */
export type ActInput = Omit<Act, 'commandId' | 'expectedVersion' | 'event'>;

/** Where the input of one act on one dossier is kept in this tab. */
export const actKey = (dossierId: string, event: string): string => `act.${dossierId}.${event}`;

/** Papers whose originals the handover must say about: they travel unless the officer keeps them. */
export const originalsOf = (dossier: Dossier) =>
  dossier.components.filter((component) => component.originals > 0 && component.kind === 'original' && component.origin === 'brought');

/** What goes up, as it is proposed. */
function packageOf({ choices }: Dossier): Pick<ActInput, 'package'> {
  if (!choices.package) return {};
  const { request, finding, openQuestions } = choices.package;
  return { package: { request, finding, openQuestions } };
}

/** What the panel starts with: nothing is decided for the officer except what the paper file makes plain. */
export function startingInput(possible: PossibleAct, dossier: Dossier): ActInput {
  switch (possible.data) {
    case 'handover':
      return { originals: originalsOf(dossier).map(({ key }) => ({ key, travels: true })), ...packageOf(dossier) };
    case 'checklist':
      return { components: dossier.components.map(({ key, state }) => ({ key, state: tickOf(state), kind: undefined, note: undefined })) };
    case 'draft':
      return { draft: dossier.draft ?? {} };
    case 'supplement':
    case 'marks':
      return { items: [] };
    case 'difference':
      return { pointer: openContradictionsOf(dossier)[0]?.pointer };
    case 'version':
      return { toVersion: dossier.laterVersions.find(({ refusal }) => refusal === undefined)?.version };
    case 'consultation':
      return { consult: (dossier.choices.consult ?? []).filter(({ preselected }) => preselected).map(({ body }) => ({ body })) };
    default:
      return {};
  }
}

export const tickOf = (state: string): 'unchecked' | 'passed' | 'failed' => (state === 'passed' || state === 'failed' ? state : 'unchecked');

/** What is still missing, by the name of its message. */
export type ActGap =
  | 'reason' | 'items' | 'itemReasons' | 'meets' | 'finding' | 'objection' | 'recipient' | 'components'
  | 'noted' | 'amount' | 'receiptNumber' | 'paidOn' | 'agrees' | 'opinion' | 'note' | 'days' | 'expectedOn' | 'commune' | 'officer' | 'whyReplaced'
  | 'packageRequest' | 'packageFinding' | 'difference';

const isDate = (text: string | undefined): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');
const isAmount = (amount: number | undefined): boolean => Number.isInteger(amount) && (amount ?? 0) > 0;
const lacks = (gap: ActGap, is: boolean): ActGap[] => (is ? [gap] : []);

/** What must be filled in before an act of this kind is sent; the desk checks the same again. */
export function gapsOf(possible: Pick<PossibleAct, 'data' | 'event' | 'reasons'>, input: ActInput, dossier: Dossier): ActGap[] {
  // Whatever the act carries besides, where it cites a reason there must be one; a supplement has one for each line.
  const noReason = possible.reasons !== undefined && possible.data !== 'supplement' && possible.data !== 'marks' && !input.reason;
  return [...lacks('reason', noReason), ...ownGaps(possible, input, dossier)];
}

function ownGaps({ data, event }: Pick<PossibleAct, 'data' | 'event'>, input: ActInput, dossier: Dossier): ActGap[] {
  const note = Boolean(input.note?.trim());
  switch (data) {
    case 'reason':
      return lacks('itemReasons', input.items?.some((item) => !item.reason) ?? false);
    case 'supplement':
    case 'marks':
      if (!input.items?.length) return ['items'];
      return lacks('itemReasons', !input.items.every((item) => item.reason));
    case 'finding':
      return [...(input.meets === undefined ? (['meets'] as const) : lacks('finding', !input.meets && !note)), ...lacks('noted', lacksNoted(input, dossier))];
    case 'minutes':
      return input.meets === undefined ? ['meets'] : lacks('objection', !input.meets && !note);
    case 'opinion':
      return [...lacks('agrees', input.meets === undefined), ...lacks('noted', input.meets !== false && lacksNoted(input, dossier)), ...lacks('opinion', !note)];
    case 'note':
    case 'version':
      return lacks('note', !note);
    case 'difference':
      return [...lacks('difference', !input.pointer), ...lacks('note', !note)];
    case 'handover':
      if (!dossier.choices.package) return [];
      return [...lacks('packageRequest', !input.package?.request.trim()), ...lacks('packageFinding', !input.package?.finding.trim())];
    case 'return':
      return lacks('recipient', !input.recipient?.trim());
    case 'payment':
      return lacks('amount', !isAmount(input.amount));
    case 'payment-proof':
      return [...lacks('amount', !isAmount(input.amount)), ...lacks('receiptNumber', !input.receiptNumber?.trim()), ...lacks('paidOn', !isDate(input.paidOn))];
    case 'extension':
      return lacks('days', !Number.isInteger(input.days) || (input.days ?? 0) < 1 || (input.days ?? 0) > 60);
    case 'apology':
      return lacks('expectedOn', !isDate(input.expectedOn));
    case 'reroute':
      return lacks('commune', !input.commune);
    case 'assignment':
      return [...lacks('officer', !input.officerId), ...lacks('whyReplaced', isReplaced(event, input, dossier) && !note)];
    case 'checklist': {
      const required = dossier.components.filter((component) => component.required).map((component) => component.key);
      return lacks('components', !required.every((key) => input.components?.some((one) => one.key === key && one.state === 'passed')));
    }
    default:
      return [];
  }
}

/** Whether an assignment takes the dossier from somebody: that needs a reason. */
export const isReplaced = (event: string, input: ActInput, dossier: Dossier): boolean =>
  event === 'assign' && dossier.people.lead !== undefined && input.officerId !== undefined && dossier.people.lead.officerId !== input.officerId;

/** Whether an item of a finding is there in its kind; one that may stay empty always is. */
export function isNoted({ kind, optional, minimum = 0, maximum = Infinity }: NotedItem, value: unknown): boolean {
  if (value === undefined || value === '') return optional === true;
  if (kind === 'number' || kind === 'money') return typeof value === 'number' && value >= minimum && value <= maximum;
  return kind === 'date' ? isDate(String(value)) : String(value).trim() !== '';
}

const lacksNoted = (input: ActInput, { choices }: Dossier): boolean => !(choices.finding?.items.every((item) => isNoted(item, input.noted?.[item.key])) ?? true);
