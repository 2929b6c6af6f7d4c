import type { CitizenPrincipal } from '@app/access';
import type { Transaction } from '@app/database';
import type { AssessedFee } from '@app/fees';
import { localDate, type Localized } from '@app/kernel';
import { STATUS_NAMES, type NationalStatus } from '@app/workflow';
import { readDeclaration } from '../declaration.js';
import { getDossier, type DossierRow } from '../dossier-row.js';
import type { DossierWorld } from '../dossier-world.js';
import { papersFor, paperView, type PaperView } from '../papers/issued-papers.js';
import { possibleActs, type PossibleAct } from './acts-view.js';
import { answerGroups, type AnswerGroupView } from './answers-view.js';
import { readContents, type DossierContents } from './contents.js';
import { unitView, type UnitView } from './dossier-list.js';
import { historyView, type HistoryView } from './officer-view.js';
import { clockView, componentViews, feeView, openMarks, supplementView, type ClockView, type ComponentView, type FeeView, type SupplementView } from './shared-view.js';

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
}

/** Two returns, two words: before receipt there is no clock yet; after it the clock stands. */
const ACTIONS: Readonly<Record<'before' | 'after' | 'collect', Localized>> = {
  before: { vi: 'Cần sửa để được tiếp nhận', en: 'Correct it so that it can be received' },
  after: { vi: 'Cần bổ sung', en: 'A supplement is needed' },
  collect: { vi: 'Mời nhận kết quả', en: 'Please collect the result' },
};

function actionOf(dossier: DossierRow): Localized | undefined {
  if (dossier.status === 5) return dossier.code === null ? ACTIONS.before : ACTIONS.after;
  return dossier.status === 9 ? ACTIONS.collect : undefined;
}

async function rowView(dossier: DossierRow, world: DossierWorld): Promise<CitizenRowView> {
  const { procedure } = await world.procedure(dossier.procedure_code, dossier.procedure_version);
  const action = actionOf(dossier);
  return {
    id: dossier.id, code: dossier.code ?? dossier.filing_number, received: dossier.code !== null,
    procedureCode: procedure.code, procedureName: procedure.name,
    status: dossier.status, statusName: STATUS_NAMES[dossier.status as NationalStatus], stage: dossier.stage,
    ...(dossier.due_at === null ? {} : { dueAt: dossier.due_at }),
    ...(action === undefined ? {} : { action }),
    filedAt: dossier.filed_at,
  };
}

/** All dossiers a citizen is a party of, newest first. */
export async function citizenDossiers(tx: Transaction, world: DossierWorld): Promise<CitizenRowView[]> {
  const rows = await tx.rows<DossierRow>('select * from dossier order by filed_at desc limit 200');
  return Promise.all(rows.map((row) => rowView(row, world)));
}

/** A dossier as its citizen follows it: five steps, holder, date, at most one thing to do. @throws DomainError not-found */
export async function citizenView(tx: Transaction, world: DossierWorld, principal: CitizenPrincipal, id: string, now: Temporal.Instant): Promise<CitizenView> {
  const dossier = await getDossier(tx, id);
  const [contents, declaration, notices, { procedure, machine }] = await Promise.all([
    readContents(tx, id),
    readDeclaration(tx, id),
    tx.rows<{ at: string; text: Localized }>('select at, text from notification where dossier_id = $1 order by at', [id]),
    world.procedure(dossier.procedure_code, dossier.procedure_version),
  ]);
  const open = contents.supplements.find((row) => row.answered_at === null);
  return {
    ...(await rowView(dossier, world)),
    version: dossier.version,
    outcome: dossier.outcome,
    steps: trackerSteps(dossier, contents),
    holder: await unitView(world, dossier.holder_unit),
    centre: await unitView(world, dossier.receiving_unit),
    clock: clockView(dossier, await world.calendarOf(dossier.receiving_unit), now),
    fee: feeView(dossier.fee as AssessedFee, dossier.fee_paid),
    answers: answerGroups(procedure, declaration, openMarks(contents), localDate(now)),
    components: await componentViews(contents, world),
    ...(open === undefined ? {} : { supplement: supplementView(open, procedure, false) }),
    papers: papersFor(contents.papers, 'citizen').map(paperView),
    history: (await historyView(contents, world)).map(withoutStaff),
    acts: possibleActs(machine, dossier, principal),
    notices,
  };
}

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
