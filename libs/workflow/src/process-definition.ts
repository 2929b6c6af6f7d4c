import type { Localized } from '@app/kernel';

/** Units a process may count a step in. The calendar turns them into a date; here they are only carried. */
export const TIME_UNITS = ['minutes', 'hours', 'working-days', 'calendar-days', 'months'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** A length of time. Halves occur: provinces cut limits to 1.5 or 2.5 working days. */
export interface TimeAmount {
  readonly value: number;
  readonly unit: TimeUnit;
}

/**
 * Who holds a step, as `commune/<function>` or `province/<function>`, seen from the commune that received the
 * dossier: `commune/centre`, `province/land-registration`. The organisation resolves it to a real unit.
 */
export type UnitPath = string;

/** The two levels of government; a dossier changes agency only by an acknowledged handover. */
export const AGENCIES = ['commune', 'province'] as const;
export type Agency = (typeof AGENCIES)[number];

/** What a person must be to act at a step; a post's role fulfils it (a chairman is a leader). */
export const PROCESS_ROLES = ['receiving-clerk', 'case-officer', 'reviewer', 'leader', 'records-clerk'] as const;
export type ProcessRole = (typeof PROCESS_ROLES)[number];

/** The field's words for the roles. */
export const ROLE_NAMES = {
  'receiving-clerk': { vi: 'Cán bộ một cửa', en: 'Receiving clerk' },
  'case-officer': { vi: 'Công chức thụ lý', en: 'Case officer' },
  reviewer: { vi: 'Chuyên viên thẩm định', en: 'Reviewer' },
  leader: { vi: 'Lãnh đạo', en: 'Leader' },
  'records-clerk': { vi: 'Văn thư', en: 'Records clerk' },
} as const satisfies Record<ProcessRole, Localized>;

interface StepBase {
  /** A word in camelCase, unique in the process; it becomes part of the stored state and never changes. */
  readonly id: string;
  /** What the officers call the step. */
  readonly name: Localized;
  /** What the citizen reads while the dossier is here: plain words, no names of staff. */
  readonly stage?: Localized;
  /** The time this step may take. */
  readonly within: TimeAmount;
  /** The level of government at which the dossier takes this step, where a rule of authority decides; without it, at each. */
  readonly level?: Agency;
}

/** A payment the state asks of the citizen before it decides: a tax notice, a fee set in the course of the work. */
export interface FinancialDuty {
  /** What is to be paid, as it stands on the notice. */
  readonly name: Localized;
  /** How long the citizen has; then the dossier is stopped. */
  readonly within: TimeAmount;
  /** The provision that orders it. */
  readonly basis: string;
}

/** One notice that a sector law allows, and by when it must be sent. */
export interface StagedNotice {
  readonly within: TimeAmount;
  readonly basis: string;
}

/** Supplement requests in the stages of a sector law, instead of the one notice of Decree 118/2025 Art. 17(2)(a). */
export interface StagedNotices {
  /** In order: the building permit knows one notice and one guidance after it. */
  readonly notices: readonly StagedNotice[];
  /** After the last one: by when a dossier that is still wrong must be refused. */
  readonly refuseWithin: TimeAmount;
  readonly basis: string;
}

/** How something noted is written: a figure, a sum in đồng, a date, a choice, or words. */
export const NOTED_KINDS = ['number', 'money', 'date', 'choice', 'text'] as const;
export type NotedKind = (typeof NOTED_KINDS)[number];

/** One thing an officer notes beside the finding itself: a score, an area, a sum, what it comes to. */
export interface NotedItem {
  /** A word in camelCase, unique in the form; what is stored is stored under it. */
  readonly key: string;
  readonly name: Localized;
  readonly kind: NotedKind;
  /** What stands behind a figure, on paper and screen: "điểm", "m²". */
  readonly unit?: string;
  /** Only of a figure or a sum. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** Only of a choice. */
  readonly choices?: readonly { readonly value: string; readonly name: Localized }[];
  readonly optional?: true;
}

/** What must be noted with a finding or an opinion; together they become a paper of their own, which goes with the dossier. */
export interface FindingForm {
  /** What the paper is called. */
  readonly title: Localized;
  readonly items: readonly NotedItem[];
}

interface HeldStep extends StepBase {
  readonly unit: UnitPath;
  readonly role: ProcessRole;
}

/** The dossier is sent to another unit, with a control slip, and acknowledged there. Its holder is the unit before. */
export interface HandoverStep extends StepBase {
  readonly kind: 'handover';
  readonly to: UnitPath;
  /** From where it is sent, where that is another office of the agency that has it: a leader confirms, the records clerk seals and sends. */
  readonly from?: UnitPath;
  /** Who sends it; the role of the step before when left out. */
  readonly role?: ProcessRole;
  /** What the dossier is sent for; stands on the control slip. */
  readonly purpose?: Localized;
}

/** A person reads the dossier against the conditions and writes down what was found. */
export interface ExamineStep extends HeldStep {
  readonly kind: 'examine';
  readonly duty?: FinancialDuty;
  readonly staged?: StagedNotices;
  /** What is noted; its paper is issued with the finding, or with the approval of a leader who confirms it. */
  readonly finding?: FindingForm;
}

/** A person drafts the paper that a leader will sign. */
export interface DraftStep extends HeldStep {
  readonly kind: 'draft';
  /** What is drafted: `result`, or another word of the procedure. */
  readonly product?: string;
  readonly duty?: FinancialDuty;
}

/** A body whose opinion is asked. */
export interface ConsultedBody {
  /** A word in camelCase, unique in the step. */
  readonly id: string;
  readonly to: UnitPath;
  readonly question: Localized;
  readonly within: TimeAmount;
  /** The provision that orders the consultation; with `silence` the article that makes silence an agreement. */
  readonly basis: string;
  /** Set only where the law cited says that a body silent in time is deemed to agree. */
  readonly silence?: 'agreed';
  /** A JSON Schema the declaration must match for this body to be asked by default; without it, always. */
  readonly when?: unknown;
  /** What its answer notes: an extract of the map, a sum. */
  readonly finding?: FindingForm;
}

/** Several bodies are asked at once; the dossier waits in one state until all have answered. */
export interface ConsultStep extends HeldStep {
  readonly kind: 'consult';
  readonly ask: readonly ConsultedBody[];
  /** Whether the time limit of the dossier runs on while they are asked. */
  readonly clock: 'paused' | 'running';
}

/** The citizen checks the draft of an online dossier before it is approved; silence means agreement. */
export interface CheckStep extends HeldStep {
  readonly kind: 'check';
  readonly clock: 'paused' | 'running';
  readonly basis: string;
}

/** A leader approves or sends back; the last approval of a process decides and may also refuse. */
export interface ApproveStep extends HeldStep {
  readonly kind: 'approve';
  /** The earlier draft or examine step of the same agency a draft is sent back to. */
  readonly sendBackTo: string;
}

/** The records clerk gives the signed paper its number and the agency's seal: an act apart from signing. */
export interface NumberStep extends HeldStep {
  readonly kind: 'number';
}

/** The words of a public notice, in the language of the papers; `{question}` stands for an answer of the declaration. */
export interface NoticeText {
  /** What is posted, below the word "Thông báo". */
  readonly abstract: string;
  /** What it says of the person, behind name and address. */
  readonly about: string;
  /** Where it hangs, beside the committee's seat. */
  readonly place: string;
  /** About what anybody may object. */
  readonly objections: string;
  /** What follows when nobody does. */
  readonly afterwards: string;
}

/** A paper is posted in public for a time; then minutes are written. */
export interface NoticeStep extends HeldStep {
  readonly kind: 'notice';
  /** How long it stays posted. */
  readonly posting: TimeAmount;
  /** Whether the time limit of the dossier runs on while the paper is posted. */
  readonly clock: 'paused' | 'running';
  /** The provision that orders the posting. */
  readonly basis: string;
  /** What it says; a notice without words of its own speaks of the procedure. */
  readonly text?: NoticeText;
  /** A JSON Schema the declaration must match for anything to be posted; without it, always. Only after an examination. */
  readonly when?: unknown;
}

/**
 * The dossier is decided in the system of an agency that has one of its own (police, social insurance): it is sent there, and
 * what happens to it comes back as events. A process with this step has no other; the result comes with the decision.
 */
export interface ElsewhereStep extends StepBase {
  readonly kind: 'elsewhere';
  /** The agency: the holder from its acknowledgement to its decision. */
  readonly unit: UnitPath;
  /** The connector its system is reached through: `residence`, `identity-card`, `social-insurance`. */
  readonly system: string;
  /** Why the agency gets the data, in words for the person they are about: stands in the log the person can read. */
  readonly purpose: Localized;
  /** The answers of the declaration the agency needs to decide, and no others. */
  readonly shares: readonly string[];
  /** The provision by which it decides. */
  readonly basis: string;
  /** Where somebody must confirm on VNeID first; that time is not counted (Decree 63/2024). */
  readonly confirmation?: { readonly within: TimeAmount; readonly basis: string };
}

export type ProcessStep = HandoverStep | ExamineStep | ConsultStep | DraftStep | CheckStep | ApproveStep | NumberStep | NoticeStep | ElsewhereStep;
export const STEP_KINDS = ['handover', 'examine', 'consult', 'draft', 'check', 'approve', 'number', 'notice', 'elsewhere'] as const satisfies readonly ProcessStep['kind'][];
export type StepKind = ProcessStep['kind'];

/** Numbers of a book that a dossier takes with its receipt, one for each row of a list in its declaration; the paper with them is issued at once. */
export interface RegisterEntries {
  /** The book: `certified-copies`. */
  readonly book: string;
  /** The field of the declaration with the rows. */
  readonly rows: string;
}

/** The way of a dossier through the offices, as a procedure publishes it. */
export interface ProcessDefinition {
  readonly receive: { readonly unit: UnitPath; readonly role: ProcessRole; readonly entries?: RegisterEntries };
  /** How long the citizen has to supply what was asked before the dossier is stopped; {@link SUPPLEMENT_TIME} when left out. */
  readonly supplement?: { readonly within: TimeAmount; readonly basis: string };
  readonly steps: readonly ProcessStep[];
}

/** Seven working days, as Decree 63/2024 gives for linked groups; a procedure may set its own. */
export const SUPPLEMENT_TIME: TimeAmount = { value: 7, unit: 'working-days' };

/** Whether a handover leaves the commune for the province: then a package goes with it. */
export const goesUp = (from: UnitPath, to: UnitPath): boolean => from.startsWith('commune/') && to.startsWith('province/');

/** Who answers for the agency that holds a dossier: in a commune the People's Committee, at the province the unit itself. */
export function headOf(unit: UnitPath): UnitPath {
  return unit.startsWith('commune/') ? 'commune/committee' : unit;
}

/** Everything that is noted on the way of a dossier, by the examination or the consulted body that notes it. */
export function findingForms({ steps }: ProcessDefinition): ReadonlyMap<string, FindingForm> {
  return new Map(steps.flatMap((step): Array<readonly [string, FindingForm | undefined]> => {
    if (step.kind === 'examine') return [[step.id, step.finding]];
    return step.kind === 'consult' ? step.ask.map(({ id, finding }) => [id, finding] as const) : [];
  }).flatMap(([id, form]) => (form === undefined ? [] : [[id, form] as const])));
}
