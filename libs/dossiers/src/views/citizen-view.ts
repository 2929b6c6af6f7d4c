import type { CitizenPrincipal } from '@app/access';
import type { Procedure } from '@app/catalogue';
import type { Transaction } from '@app/database';
import type { AssessedFee } from '@app/fees';
import { localDate, type Localized } from '@app/kernel';
import { ALARMS, STATUS_NAMES, describe, type NationalStatus, type StateMeta } from '@app/workflow';
import { readDeclaration } from '../declaration.js';
import { clockUnit, getDossier, storedOf, type DossierRow } from '../dossier-row.js';
import type { DossierWorld } from '../dossier-world.js';
import { papersFor, paperView, type PaperView } from '../papers/issued-papers.js';
import { readActRecords } from './act-records.js';
import { possibleActs, type PossibleAct } from './acts-view.js';
import { answerGroups, type AnswerGroupView } from './answers-view.js';
import { clockView, type ClockView } from './clock-view.js';
import { readContents, type DossierContents } from './contents.js';
import type { UnitView } from './unit-view.js';
import { readWhereabouts, whereIs, type WhereaboutsView } from './whereabouts.js';
import { draftCheckView, type DraftCheckView } from './draft-check-view.js';
import { historyView, type HistoryView } from './officer-view.js';
import { recordsView, type ExtensionView, type PaymentView, type RecordsView, type RevisionView, type StopView, type WithdrawalView } from './records-view.js';
import { componentViews, feeView, openMarks, openSupplement, supplementView, type ComponentView, type FeeView, type SupplementView } from './shared-view.js';

export interface CitizenRowView {
  readonly id: string;
  readonly code: string;
  readonly received: boolean;
  readonly procedureCode: string;
  readonly procedureName: Localized;
  readonly status: number;
  readonly statusName: Localized;
  readonly stage: Localized;
  readonly dueAt?: string;
  readonly action?: Localized;
  readonly filedAt: string;
  /** Where it is, who has it, until when, and whom to ask. */
  readonly where: WhereaboutsView;
  /** The linked group it is a member of. */
  readonly groupId?: string;
  /** The organisation that owns it, where the citizen acts for one. */
  readonly onBehalfOf?: string;
}

export interface TrackerStepView {
  readonly name: Localized;
  readonly at?: string;
  readonly state: 'done' | 'now' | 'next';
}

export interface CitizenView extends CitizenRowView {
  readonly version: number;
  readonly outcome: string;
  readonly steps: TrackerStepView[];
  readonly holder: UnitView;
  readonly centre: UnitView;
  readonly clock: ClockView;
  readonly fee: FeeView;
  readonly answers: AnswerGroupView[];
  readonly components: ComponentView[];
  readonly supplement?: SupplementView;
  readonly papers: PaperView[];
  readonly history: HistoryView[];
  readonly acts: PossibleAct[];
  readonly notices: Array<{ at: string; text: Localized }>;
  readonly withdrawal?: CitizenWithdrawalView;
  readonly payment?: PaymentView;
  readonly draftCheck?: DraftCheckView;
  /** Extensions granted and apologies, oldest first. */
  readonly extensions: ExtensionView[];
  readonly stop?: StopView;
  readonly revisions: RevisionView[];
}

/** Who answered is the office's matter, not which officer. */
export type CitizenWithdrawalView = Omit<WithdrawalView, 'decidedBy'>;

/** Two returns, two words: before receipt there is no clock yet; after it the clock stands. */
const ACTIONS = {
  before: { vi: 'Cần sửa để được tiếp nhận', en: 'Correct it so that it can be received' },
  after: { vi: 'Cần bổ sung', en: 'A supplement is needed' },
  pay: { vi: 'Cần nộp nghĩa vụ tài chính', en: 'A payment is due' },
  check: { vi: 'Cần kiểm tra dự thảo', en: 'Please check the draft' },
  collect: { vi: 'Mời nhận kết quả', en: 'Please collect the result' },
} as const satisfies Record<string, Localized>;

/** The one thing the citizen has to do. */
function actionOf(dossier: DossierRow, { awaiting, pauseCause }: StateMeta, { process }: Procedure): Localized | undefined {
  if (dossier.status === 5) return dossier.code === null ? ACTIONS.before : ACTIONS.after;
  if (dossier.status === 6 && pauseCause === 'financial-duty') return ACTIONS.pay;
  if (dossier.status === 9) return awaiting === 'citizen' ? ACTIONS.collect : undefined;
  const isCheck = process.steps.some(({ id, kind }) => kind === 'check' && id === dossier.step_id);
  return isCheck && dossier.status !== 7 ? ACTIONS.check : undefined;
}

async function rowView(tx: Transaction, dossier: DossierRow, world: DossierWorld, where: WhereaboutsView, onBehalfOf: string | null, now: Temporal.Instant): Promise<CitizenRowView> {
  const { procedure, machine } = await world.procedureOf(tx, dossier, now);
  const action = actionOf(dossier, describe(machine, storedOf(dossier)), procedure);
  return {
    id: dossier.id, code: dossier.code ?? dossier.filing_number, received: dossier.code !== null,
    procedureCode: procedure.code, procedureName: procedure.name,
    status: dossier.status, statusName: STATUS_NAMES[dossier.status as NationalStatus], stage: dossier.stage,
    ...(dossier.due_at === null ? {} : { dueAt: dossier.due_at }),
    ...(action === undefined ? {} : { action }),
    filedAt: dossier.filed_at,
    where,
    ...(dossier.linked_group === null ? {} : { groupId: dossier.linked_group }),
    ...(onBehalfOf === null ? {} : { onBehalfOf }),
  };
}

/** The organisation that owns a dossier, by the name it had at filing. */
const ORGANISATION = `(select p.full_name from dossier_person p where p.dossier_id = d.id and p.role = 'owner' and p.organisation_id is not null)`;

/** All dossiers a citizen is a party of, newest first. */
export async function citizenDossiers(tx: Transaction, world: DossierWorld, now: Temporal.Instant): Promise<CitizenRowView[]> {
  const rows = await tx.rows<DossierRow & { organisation: string | null }>(`select d.*, ${ORGANISATION} as organisation from dossier d order by filed_at desc limit 200`);
  const whereabouts = await readWhereabouts(tx, world, rows.map(({ id }) => id));
  return Promise.all(rows.map((row) => rowView(tx, row, world, whereabouts.get(row.id)!, row.organisation, now)));
}

/** A dossier as its citizen follows it: five steps, holder, date, at most one thing to do. @throws DomainError not-found */
export async function citizenView(tx: Transaction, world: DossierWorld, principal: CitizenPrincipal, id: string, now: Temporal.Instant): Promise<CitizenView> {
  const dossier = await getDossier(tx, id);
  const [contents, declaration, records, notices, { procedure, machine }, where] = await Promise.all([
    readContents(tx, id),
    readDeclaration(tx, id),
    readActRecords(tx, id),
    tx.rows<{ at: string; text: Localized }>('select at, text from notification where dossier_id = $1 order by at', [id]),
    world.procedureOf(tx, dossier, now),
    whereIs(tx, world, id),
  ]);
  const open = openSupplement(contents);
  const meta = describe(machine, storedOf(dossier));
  const calendar = await world.calendarOf(clockUnit(dossier));
  const written = withoutOfficers(await recordsView(records, contents, procedure, world, new Set()));
  const draftCheck = draftCheckView(dossier, procedure, declaration.data, contents, calendar);
  return {
    ...(await rowView(tx, dossier, world, where, contents.people.find(({ organisation_id: id }) => id !== null)?.full_name ?? null, now)),
    version: dossier.version,
    outcome: dossier.outcome,
    steps: trackerSteps(dossier, contents),
    holder: where.holder,
    centre: where.contact,
    clock: clockView({ dossier, meta, calendar, ledger: records.ledger, extensions: records.extensions, journal: contents.journal }, now),
    fee: feeView(dossier.fee as AssessedFee, dossier.fee_paid),
    answers: answerGroups(procedure, declaration, openMarks(contents), localDate(now)),
    components: await componentViews(contents, world),
    ...(open === undefined ? {} : { supplement: supplementView(open, procedure, false) }),
    papers: papersFor(contents.papers, 'citizen').map(paperView),
    history: (await historyView(contents, world)).filter(({ event }) => !WARNINGS.has(event)).map(withoutStaff),
    acts: possibleActs(machine, dossier, principal),
    notices,
    ...written,
    ...(draftCheck === undefined ? {} : { draftCheck }),
  };
}

/** What the citizen reads of the records: what concerns them, without names of staff and without what is only proposed. */
function withoutOfficers({ withdrawals, payments, extensions, stop, revisions }: RecordsView): Pick<CitizenView, 'withdrawal' | 'payment' | 'extensions' | 'stop' | 'revisions'> {
  const withdrawal = withdrawals.at(-1);
  const payment = payments.at(-1);
  return {
    ...(withdrawal === undefined ? {} : { withdrawal: leaveOut(withdrawal, 'decidedBy') }),
    ...(payment === undefined ? {} : { payment: leaveOut(payment, 'confirmedBy') }),
    extensions: extensions.filter(({ outcome }) => outcome === 'granted').map((each) => leaveOut(each, 'proposedBy', 'decidedBy', 'note')),
    ...(stop === undefined ? {} : { stop: leaveOut(stop, 'by') }),
    revisions: revisions.map((each) => leaveOut(each, 'openedBy', 'note')),
  };
}

function leaveOut<Whole extends object, Name extends keyof Whole & string>(whole: Whole, ...names: readonly Name[]): Omit<Whole, Name> {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => !names.some((each) => each === name))) as Omit<Whole, Name>;
}

/** Warnings among the offices; that it is overdue is the citizen's to know. */
const WARNINGS: ReadonlySet<string> = new Set(ALARMS.filter((kind) => kind !== 'overdue'));

/** Citizens read which office acted, not which officer, nor the officers' notes to each other. */
function withoutStaff({ note: _note, ...line }: HistoryView): HistoryView {
  return { ...line, who: line.unit ?? line.who };
}

const STEPS: ReadonlyArray<{ name: Localized; reached: (status: number, received: boolean) => boolean }> = [
  { name: { vi: 'Đã nộp', en: 'Filed' }, reached: () => true },
  { name: { vi: 'Đã tiếp nhận', en: 'Received' }, reached: (_status, received) => received },
  { name: { vi: 'Đang giải quyết', en: 'Being handled' }, reached: (status, received) => received && status !== 2 },
  { name: { vi: 'Có kết quả', en: 'Result ready' }, reached: (status) => status >= 9 },
  { name: { vi: 'Đã trả kết quả', en: 'Returned' }, reached: (status) => status === 10 },
];

function trackerSteps(dossier: DossierRow, contents: DossierContents): TrackerStepView[] {
  const reached = STEPS.map((step) => step.reached(dossier.status, dossier.code !== null));
  const current = reached.lastIndexOf(true);
  const firstAt = (status: (value: number) => boolean): string | undefined => contents.journal.find((line) => status(line.body.to.status))?.body.at;
  const dates = [dossier.filed_at, dossier.received_at ?? undefined, firstAt((value) => value === 4), firstAt((value) => value === 9), firstAt((value) => value === 10)];
  return STEPS.map(({ name }, index) => ({
    name,
    ...(reached[index] && dates[index] !== undefined ? { at: dates[index] } : {}),
    state: index < current || dossier.status === 10 ? 'done' : index === current ? 'now' : 'next',
  }));
}
