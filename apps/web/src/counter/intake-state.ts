import type { IntakeComponent, Localized, PaperDetails } from '../api/types';
import type { Answers } from '../forms/answer';
import type { Decisions } from '../forms/group-fields';
import type { Delivery } from '../components/words';

/** On what ground another person files for the owner. */
export const GROUNDS = ['self', 'parent', 'guardian', 'authorised', 'relative'] as const;
export type Ground = (typeof GROUNDS)[number];

/** Somebody in a slot of the intake; the identity number stays with the desk. */
export interface Chosen {
  id: string;
  fullName: string;
}

/** What the clerk found about one paper. */
export interface Check {
  state: IntakeComponent['state'];
  kind?: IntakeComponent['kind'];
  /** A code of the reason catalogue, when it failed. */
  reason?: string;
  note?: string;
  paperOnFileId?: string;
  files: { id: string; name: string }[];
  /** What stands on a paper that was scanned. */
  paper?: PaperDetails;
}

/** One intake at the counter, as it is kept in the browser and as a draft on the desk. */
export interface Intake {
  /** Made here; also the draft's id, so that scans find their dossier. */
  dossierId: string;
  commandId: string;
  /** Who owns it; with `organisation` whoever acts for it. */
  owner?: Chosen;
  organisation?: { id: string; name: string };
  ground: Ground;
  filer?: Chosen;
  procedure?: { code: string; name: Localized };
  answers: Answers;
  decisions: Decisions;
  checks: Readonly<Record<string, Check>>;
  /** The person said that the family on file is not the one of the form. */
  isFamilyDeclined?: boolean;
  /** Where several papers of a kind are in force: those the person means. */
  papersMeant?: readonly string[];
  feePaid: boolean;
  delivery: Delivery;
  phone: string;
  /** The commune whose offices decide, where it is another one; and where the result is collected. */
  competent?: string;
  collect?: string;
}

export type IntakeChange =
  | { type: 'owner'; owner: Chosen | undefined; phone?: string }
  | { type: 'organisation'; organisation: Intake['organisation'] }
  | { type: 'filer'; ground: Ground; filer?: Chosen }
  | { type: 'procedure'; procedure: { code: string; name: Localized } | undefined }
  | { type: 'answer'; name: string; value: unknown }
  | { type: 'decide'; decisions: readonly { pointer: string; agreed: boolean | undefined; name: string; value: unknown }[] }
  | { type: 'check'; key: string; check: Partial<Check> }
  | { type: 'passAll'; keys: readonly string[] }
  | { type: 'file'; key: string; file: { id: string; name: string } }
  | { type: 'set'; part: Partial<Pick<Intake, 'feePaid' | 'delivery' | 'phone' | 'competent' | 'collect' | 'isFamilyDeclined' | 'papersMeant'>> }
  | { type: 'replace'; intake: Intake };

export function newIntake(makeId: () => string, owner?: Chosen): Intake {
  return { dossierId: makeId(), commandId: makeId(), owner, ground: 'self', answers: {}, decisions: {}, checks: {}, feePaid: false, delivery: 'counter', phone: '' };
}

export const UNCHECKED: Check = { state: 'unchecked', files: [] };

/** The intake after one change. Data on file belongs to a person: another owner takes back what was agreed for the first. */
export function changeIntake(intake: Intake, change: IntakeChange): Intake {
  switch (change.type) {
    case 'owner':
      return { ...intake, owner: change.owner, phone: intake.phone || (change.phone ?? ''), ...withoutAgreed(intake), filer: undefined, ground: 'self', competent: undefined, organisation: undefined, isFamilyDeclined: undefined, papersMeant: undefined };
    case 'organisation':
      return { ...intake, ...withoutAgreed(intake), organisation: change.organisation, filer: undefined, ground: 'self', competent: undefined };
    case 'filer':
      return { ...intake, ground: change.ground, filer: change.ground === 'self' ? undefined : change.filer };
    case 'procedure':
      return { ...intake, procedure: change.procedure, answers: {}, decisions: {}, checks: {}, feePaid: false, competent: undefined, collect: undefined, isFamilyDeclined: undefined, papersMeant: undefined };
    case 'answer':
      return { ...intake, answers: withAnswer(intake.answers, change.name, change.value) };
    case 'decide':
      return change.decisions.reduce(decide, intake);
    case 'check':
      return { ...intake, checks: { ...intake.checks, [change.key]: { ...UNCHECKED, ...intake.checks[change.key], ...change.check } } };
    case 'passAll':
      return { ...intake, checks: { ...intake.checks, ...passed(intake, change.keys) } };
    case 'file': {
      const before = intake.checks[change.key] ?? UNCHECKED;
      return { ...intake, checks: { ...intake.checks, [change.key]: { ...before, files: [...before.files, change.file] } } };
    }
    case 'set':
      return { ...intake, ...change.part };
    case 'replace':
      return change.intake;
  }
}

function withAnswer(answers: Answers, name: string, value: unknown): Answers {
  const { [name]: _dropped, ...others } = answers;
  return value === undefined ? others : { ...others, [name]: value };
}

function decide(intake: Intake, { pointer, agreed, name, value }: { pointer: string; agreed: boolean | undefined; name: string; value: unknown }): Intake {
  const { [pointer]: _dropped, ...others } = intake.decisions;
  return { ...intake, decisions: agreed === undefined ? others : { ...others, [pointer]: agreed }, answers: withAnswer(intake.answers, name, value) };
}

function withoutAgreed(intake: Intake): Pick<Intake, 'answers' | 'decisions' | 'checks'> {
  const agreed = new Set(Object.entries(intake.decisions).flatMap(([pointer, yes]) => (yes ? [pointer.slice(1)] : [])));
  return {
    answers: Object.fromEntries(Object.entries(intake.answers).filter(([name]) => !agreed.has(name))),
    decisions: {},
    checks: Object.fromEntries(Object.entries(intake.checks).filter(([, check]) => !check.paperOnFileId)),
  };
}

function passed(intake: Intake, keys: readonly string[]): Record<string, Check> {
  const open = keys.filter((key) => (intake.checks[key]?.state ?? 'unchecked') === 'unchecked');
  return Object.fromEntries(open.map((key) => [key, { ...UNCHECKED, ...intake.checks[key], state: 'passed' as const }]));
}

/** Whether anything was entered that would be a pity to lose. */
export const isTouched = (intake: Intake): boolean => Boolean(intake.owner ?? intake.procedure) || Object.keys(intake.answers).length > 0;
