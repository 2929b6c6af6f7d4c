import type { Assessment, ComponentOffer, FileDossier, Offer, StoredFile } from '../../api/types';
import type { Delivery } from '../../components/words';
import { type Answers, toAnswer } from '../../forms/answer';
import { type FormField, type FormGroup, nameOf, visibleFields } from '../../forms/form-schema';

/** What a citizen has typed and chosen so far; kept in this tab and, as a draft, on the desk. */
export interface Filing {
  /** One command for this filing: sent again after a cut line, it gets the first answer. */
  commandId: string;
  answers: Answers;
  /** What the person said to each offered value, by pointer. */
  decisions: Readonly<Record<string, boolean>>;
  /** The paper on file used for a component; `null`: another one will be handed in. */
  papers: Readonly<Record<string, string | null>>;
  /** Where several papers of a kind are in force: those the person means. */
  papersMeant?: readonly string[];
  delivery: Delivery;
  /** The organisation it is filed for. */
  organisationId?: string;
  communeId?: string;
  /** The commune whose offices decide, where it is another one. */
  competentId?: string;
  phone: string;
  email: string;
  /** Where to go on. */
  step?: string;
}

export const newFiling = (commandId: string): Filing => ({ commandId, answers: {}, decisions: {}, papers: {}, delivery: 'electronic', phone: '', email: '' });

/** Reads a filing out of a stored draft; what is missing or of another kind starts empty. */
export function readFiling(data: unknown, makeId: () => string): Filing {
  const stored: unknown = isObject(data) ? data['filing'] : undefined;
  if (!isObject(stored)) return newFiling(makeId());
  const text = (name: string): string => (typeof stored[name] === 'string' ? stored[name] : '');
  const part = <T>(name: string): Record<string, T> => (isObject(stored[name]) ? (stored[name] as Record<string, T>) : {});
  const delivery = stored['delivery'];
  return {
    commandId: text('commandId') || makeId(),
    answers: part('answers'),
    decisions: part('decisions'),
    papers: part('papers'),
    papersMeant: Array.isArray(stored['papersMeant']) ? stored['papersMeant'].filter((one) => typeof one === 'string') : undefined,
    delivery: delivery === 'counter' || delivery === 'post' ? delivery : 'electronic',
    organisationId: text('organisationId') || undefined,
    communeId: text('communeId') || undefined,
    competentId: text('competentId') || undefined,
    phone: text('phone'),
    email: text('email'),
    step: text('step') || undefined,
  };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The steps after the questions. */
export const PAPERS = 'giay-to';
export const DELIVERY = 'nhan-ket-qua';
export const CHECK = 'kiem-tra';

/** The steps the answers so far ask for: each topic of the form with a question in it, then papers, delivery, check. */
export function stepsOf(groups: readonly FormGroup[], assessment: Assessment | undefined): string[] {
  const topics = groups.filter((group) => visibleFields(group, assessment?.visible).length > 0).map((group) => group.key);
  return [...topics, ...(assessment && assessment.components.length === 0 ? [] : [PAPERS]), DELIVERY, CHECK];
}

/** What was said to an offer that still stands. An agreement to another value than the one offered now is none. */
export function decisionOn(filing: Filing, field: FormField, offer: Offer): boolean | undefined {
  const said = filing.decisions[offer.pointer];
  if (said !== true) return said;
  return filing.answers[field.name] === toAnswer(field, offer.value) ? true : undefined;
}

/** The filing after an answer to a question. */
export const withAnswer = (filing: Filing, name: string, value: unknown): Filing => ({ ...filing, answers: put(filing.answers, name, value) });

/** The filing after `Đúng` (true), `Không đúng` (false) or taking it back, for one or several offers. */
export function withDecisions(filing: Filing, said: boolean | undefined, offered: readonly { field: FormField; offer: Offer }[]): Filing {
  return offered.reduce<Filing>(
    (next, { field, offer }) => ({
      ...next,
      decisions: put(next.decisions, offer.pointer, said),
      answers: put(next.answers, field.name, said ? toAnswer(field, offer.value) : undefined),
    }),
    filing,
  );
}

/** The filing for somebody else: what was agreed to of the one's data, and the one's papers, are not the other's. */
export function withOwner(filing: Filing, organisationId: string | undefined): Filing {
  const agreed = new Set(Object.entries(filing.decisions).flatMap(([pointer, said]) => (said ? [nameOf(pointer)] : [])));
  return { ...filing, organisationId, decisions: {}, papers: {}, answers: Object.fromEntries(Object.entries(filing.answers).filter(([name]) => !agreed.has(name))) };
}

/** The filing after the person said that what they declared stays, whatever is on file. */
export const withKept = (filing: Filing, offer: Offer): Filing => ({ ...filing, decisions: put(filing.decisions, offer.pointer, false) });

function put<T>(record: Readonly<Record<string, T>>, name: string, value: T | undefined): Record<string, T> {
  const { [name]: _dropped, ...others } = record;
  return value === undefined ? others : { ...others, [name]: value };
}

/** A question, or values on file of one source that stand next to each other: still to be confirmed, or confirmed. */
export type Question =
  | { kind: 'field'; field: FormField; declined: boolean; offer?: Offer }
  | { kind: 'open' | 'agreed'; key: string; offered: { field: FormField; offer: Offer }[] };

/** The questions of a topic in order. */
export function questionsOf(filing: Filing, group: FormGroup, assessment: Assessment | undefined): Question[] {
  const questions: Question[] = [];
  for (const field of visibleFields(group, assessment?.visible)) {
    const offer = assessment?.offers.find((one) => nameOf(one.pointer) === field.name);
    const said = offer && decisionOn(filing, field, offer);
    if (!offer || said === false || (said === undefined && filing.answers[field.name] !== undefined)) {
      questions.push({ kind: 'field', field, declined: said === false, ...(offer && { offer }) });
      continue;
    }
    const kind = said ? 'agreed' : 'open';
    const key = `${kind} ${offer.source.vi} ${offer.asOf}`;
    const last = questions.at(-1);
    if (last?.kind === kind && last.key === key) last.offered.push({ field, offer });
    else questions.push({ kind, key, offered: [{ field, offer }] });
  }
  return questions;
}

/** Papers on file that may stand for a component and are not refused. */
export const offersFor = (key: string, offers: readonly ComponentOffer[]): ComponentOffer[] => offers.filter((offer) => offer.key === key);

export type Files = Readonly<Record<string, readonly StoredFile[]>>;

/** Whether anything is given for a component. */
export const isGiven = (key: string, filing: Filing, files: Files): boolean => Boolean(filing.papers[key]) || (files[key]?.length ?? 0) > 0;

/** Keys of the required papers for which nothing is given yet. */
export function missingPapers(filing: Filing, files: Files, assessment: Assessment): string[] {
  return assessment.components.filter((component) => component.required && !isGiven(component.key, filing, files)).map((component) => component.key);
}

/** A Vietnamese phone number as people write it: ten digits from 0 (eleven for a line on land), or +84 for the 0. */
export const isPhone = (text: string): boolean => /^(0|\+84)\d{9,10}$/.test(text.replace(/[\s.-]/g, ''));

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());

/** The body that files the dossier. Answers to questions no longer asked stay here; the desk drops them as well. */
export function filingBody(id: string, procedureCode: string, filing: Filing, files: Files, groups: readonly FormGroup[], assessment: Assessment): FileDossier {
  const fields = groups.flatMap((group) => visibleFields(group, assessment.visible));
  const offers = fields.flatMap((field) => {
    const offer = assessment.offers.find((one) => nameOf(one.pointer) === field.name);
    const said = offer && decisionOn(filing, field, offer);
    return offer && said !== undefined ? [{ pointer: offer.pointer, agreed: said }] : [];
  });
  const phone = filing.phone.replace(/[\s.-]/g, '');
  return {
    commandId: filing.commandId,
    dossierId: id,
    draftId: id,
    procedureCode,
    organisationId: filing.organisationId,
    communeId: filing.communeId,
    competentCommuneId: filing.competentId === filing.communeId ? undefined : filing.competentId,
    declaration: Object.fromEntries(fields.flatMap(({ name }) => (filing.answers[name] === undefined ? [] : [[name, filing.answers[name]]]))),
    offers,
    components: assessment.components.flatMap(({ key }): FileDossier['components'] => {
      const paper = filing.papers[key];
      if (paper) return [{ key, paperOnFileId: paper }];
      const fileIds = (files[key] ?? []).map((file) => file.id);
      return fileIds.length > 0 ? [{ key, fileIds }] : [];
    }),
    delivery: filing.delivery,
    phone: phone || undefined,
    email: filing.email.trim() || undefined,
  };
}
