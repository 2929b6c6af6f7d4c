import { may, type OfficerPrincipal } from '@app/access';
import type { WorkingCalendar } from '@app/calendar';
import { draftEntries, type DraftEntry, type Procedure } from '@app/catalogue';
import type { Transaction } from '@app/database';
import type { AssessedFee } from '@app/fees';
import { localDate, type Localized } from '@app/kernel';
import { ACTING_ROLES, ORGANISATION_ROLES, maskOrganisationCode, maskPersonalId } from '@app/persons';
import { STATUS_NAMES, describe, findingForms, statePath, type NationalStatus, type StateMeta, type StoredValue } from '@app/workflow';
import type { EscalationPackage } from '../act-command.js';
import type { ClockEntry } from '../clock-ledger.js';
import { readDeclaration } from '../declaration.js';
import { openDifferences } from '../differences.js';
import { clockUnit, getDossier, storedOf, type DossierRow } from '../dossier-row.js';
import type { DossierWorld } from '../dossier-world.js';
import { notedLines, type NotedLine } from '../noted.js';
import { paperView, type PaperView } from '../papers/issued-papers.js';
import { scoreOf, type OnceOnlyScore } from '../once-only/score.js';
import { findReason } from '../reasons.js';
import { readActRecords, readDesk, type ActRecords } from './act-records.js';
import { signingView, type SigningView } from './signing-view.js';
import { possibleActs, type PossibleAct } from './acts-view.js';
import { answerGroups, readable, type AnswerGroupView } from './answers-view.js';
import { choicesView, withChoice, type ChoicesView } from './choices-view.js';
import { authorityView, type AuthorityView } from './authority-view.js';
import { clockView, type ClockView } from './clock-view.js';
import { readContents, type DossierContents, type JournalLine, type PersonRow } from './contents.js';
import { alarmViews, peopleView, sharesView, stepTimeView, type AlarmView, type PeopleView, type SharesView, type StepTimeView } from './desk-view.js';
import { unitView, type UnitView } from './dossier-list.js';
import { elsewhereView, type ElsewhereView } from './elsewhere-view.js';
import { extendedBy } from './extension-preview.js';
import { paperState, proposePackage, type PaperState } from './package-view.js';
import { laterVersions, type LaterVersionView } from '../versions/version-move-view.js';
import { recordsView, unitsOf, type ExtensionView, type RecordsView } from './records-view.js';
import { componentViews, feeView, itemViews, openHandoverMarks, openMarks, supplementView, type ComponentView, type FeeView, type SupplementLineView, type SupplementView } from './shared-view.js';
import { stepViews, type StepView } from './steps-view.js';
import { whereIs, type WhereaboutsView } from './whereabouts.js';

export interface HistoryView {
  readonly seq: number;
  readonly at: string;
  readonly event: string;
  readonly label: Localized;
  readonly who: string;
  /** Whom the officer acted for, and whether as a stand-in or by a delegation; or the organisation a citizen acted for. */
  readonly forWhom?: string;
  readonly basis?: 'absence' | 'delegation' | 'role';
  readonly unit?: string;
  readonly to: Localized;
  readonly note?: string;
  readonly reason?: string;
}

export interface FindingView {
  readonly at: string;
  readonly by: string;
  readonly unit: string;
  readonly meets: boolean;
  readonly text: string;
  /** What was noted, in the words of its form. */
  readonly noted: NotedLine[];
}

export interface HandoverView {
  readonly id: string;
  readonly from: UnitView;
  readonly to: UnitView;
  readonly purpose: Localized;
  readonly sentAt: string;
  /** Nobody where the desk itself passed it on: a signed paper goes to whoever numbers it. */
  readonly sentBy?: string;
  readonly acknowledgedAt?: string;
  readonly acknowledgedBy?: string;
  readonly returnedAt?: string;
  readonly recalledAt?: string;
  readonly reason?: string;
  /** How many times it has gone this way. */
  readonly round: number;
  /** What went up with it. */
  readonly package?: EscalationPackage;
  /** What was marked with its return, and whether it has been put right since. */
  readonly marks: SupplementLineView[];
  readonly settled: boolean;
  /** When the bytes of its papers were last compared with the digests. */
  readonly checkedAt?: string;
  readonly manifest: Array<{ key: string; name: string; sha256?: string; state: PaperState; originals: number; copies: number; original: string; location: string }>;
}

/** The whole dossier as an officer sees it. */
export interface OfficerView extends RecordsView {
  readonly id: string; readonly code: string; readonly received: boolean; readonly version: number;
  readonly procedureCode: string; readonly procedureVersion: number; readonly procedureName: Localized;
  readonly status: number; readonly statusName: Localized; readonly stepName: Localized; readonly stage: Localized; readonly outcome: string;
  readonly channel: string; readonly assisted: boolean; readonly deliveryMethod: string;
  readonly holder: UnitView; readonly addressee?: UnitView; readonly commune: UnitView;
  readonly where: WhereaboutsView;
  /** Where it was helped, received and is collected, and whose offices decide: facts apart. */
  readonly places: { readonly help?: UnitView; readonly receipt: UnitView; readonly competent: UnitView; readonly collect?: UnitView };
  /** Whom it waits for when it is not the holder. */
  readonly awaiting?: NonNullable<StateMeta['awaiting']>;
  readonly ownerName: string; readonly ownerId?: string; readonly ownerPersonalId?: string; readonly ownerPhone?: string; readonly filerName?: string;
  /** Where an organisation owns it: the recorded role in which the filer acts for it. */
  readonly actingRole?: Localized;
  readonly clock: ClockView; readonly fee: FeeView; readonly acts: PossibleAct[];
  readonly answers: AnswerGroupView[]; readonly components: ComponentView[]; readonly supplements: SupplementView[];
  readonly handovers: HandoverView[];
  /** What the province has marked and the commune has to put right. */
  readonly marks: SupplementLineView[];
  readonly papers: PaperView[];
  readonly history: HistoryView[]; readonly findings: FindingView[]; readonly draft?: Record<string, string>;
  /** What the drafting officer may enter or correct; empty where the procedure leaves nothing to it. */
  readonly draftEntries: DraftEntry[];
  readonly steps: StepView[];
  /** Whether this officer may print the receipt once more. */
  readonly reprintable: boolean;
  /** Whether a further supplement request makes it late in the index. */
  readonly countedLate: boolean;
  readonly choices: ChoicesView;
  readonly alarms: AlarmView[];
  readonly people: PeopleView;
  readonly stepTime?: StepTimeView;
  readonly timeShares: SharesView;
  readonly authority: AuthorityView;
  /** Of a dossier that an agency decides in a system of its own. */
  readonly elsewhere?: ElsewhereView;
  /** Of a decision signed with a key. */
  readonly signing?: SigningView;
  /** What the person did not have to bring; of a linked group, of this dossier alone. */
  readonly onceOnly: OnceOnlyScore;
  /** Versions of the procedure in force now that came after its own. */
  readonly laterVersions: LaterVersionView[];
}

/** Reads a dossier for an officer, with the acts this officer may do now. @throws DomainError not-found */
export async function officerView(tx: Transaction, world: DossierWorld, principal: OfficerPrincipal, id: string, now: Temporal.Instant): Promise<OfficerView> {
  const dossier = await getDossier(tx, id);
  const [contents, declaration, records, desk, decided, where, elsewhere] = await Promise.all([
    readContents(tx, id),
    readDeclaration(tx, id),
    readActRecords(tx, id),
    readDesk(tx, id),
    world.procedureOf(tx, dossier, now),
    whereIs(tx, world, id),
    elsewhereView(tx, world, id),
  ]);
  const { procedure, machine } = decided;
  const meta = describe(machine, storedOf(dossier));
  const later = laterVersions(world, dossier, now);
  const possible = possibleActs(machine, dossier, principal).filter(({ event }) => {
    if (event === 'moveVersion') return later.some(({ refusal }) => refusal === undefined);
    return !(event === 'acceptDeclared' || event === 'askSourceAgain') || openDifferences(declaration).length > 0;
  });
  const choices = await choicesView(tx, world, principal, possible, dossier, procedure, declaration.data, now, records.consultations);
  const step = procedure.process.steps.find((each) => each.id === meta.stepId);
  const proposed = possible.some(({ event }) => event === 'handOver') ? await proposePackage({ world, procedure, step, holder: meta.holder, competent: dossier.competent_commune, contents }) : undefined;
  const owner = contents.people.find((person) => person.role === 'owner');
  const filer = contents.people.find((person) => person.role === 'filer');
  const [holder, addressee, commune, calendar, history] = await Promise.all([
    unitView(world, dossier.holder_unit),
    dossier.addressee_unit === null ? undefined : unitView(world, dossier.addressee_unit),
    unitView(world, dossier.commune),
    world.calendarOf(clockUnit(dossier)),
    historyView(contents, world),
  ]);
  const signing = await signingView(tx, id, contents.journal);
  const written = await recordsView(records, contents, procedure, world, unitsOf(principal));
  return {
    id, code: dossier.code ?? dossier.filing_number, received: dossier.code !== null, version: dossier.version,
    procedureCode: procedure.code, procedureVersion: procedure.version, procedureName: procedure.name,
    status: dossier.status, statusName: STATUS_NAMES[dossier.status as NationalStatus], stepName: dossier.step_name, stage: dossier.stage, outcome: dossier.outcome,
    channel: dossier.channel, assisted: dossier.assisted, deliveryMethod: dossier.delivery,
    holder, ...(addressee === undefined ? {} : { addressee }), commune, where,
    places: {
      ...(dossier.help_unit === null ? {} : { help: await unitView(world, dossier.help_unit) }),
      receipt: await unitView(world, dossier.receiving_unit),
      competent: await unitView(world, dossier.competent_commune),
      ...(dossier.collect_unit === null ? {} : { collect: await unitView(world, dossier.collect_unit) }),
    },
    ...(meta.awaiting === undefined ? {} : { awaiting: meta.awaiting }),
    ownerName: owner?.full_name ?? '',
    ...(owner?.person_id ? { ownerId: owner.person_id } : {}),
    ...(owner?.personal_id ? { ownerPersonalId: owner.organisation_id === null ? maskPersonalId(owner.personal_id) : maskOrganisationCode(owner.personal_id) } : {}),
    ...(owner?.phone ? { ownerPhone: owner.phone } : {}),
    ...(filer === undefined ? {} : { filerName: filer.full_name }),
    ...actingRoleOf(owner, filer),
    clock: clockView({ dossier, meta, calendar, ledger: records.ledger, extensions: records.extensions, journal: contents.journal }, now),
    fee: feeView(dossier.fee as AssessedFee, dossier.fee_paid),
    acts: withChoice(possible, choices, dossier),
    choices: { ...choices, ...(proposed === undefined ? {} : { package: proposed }) },
    onceOnly: scoreOf(procedure, declaration.data, declaration.origins, contents.components),
    answers: answerGroups(procedure, declaration, openMarks(contents), localDate(now)),
    components: await componentViews(contents, world),
    supplements: contents.supplements.map((row) => supplementView(row, procedure, true)),
    handovers: await handoverViews(contents, procedure, world),
    marks: itemViews(openHandoverMarks(contents), procedure),
    papers: contents.papers.map(paperView),
    history,
    findings: findingsOf(contents, history, procedure, records.consultations),
    ...(contents.result === undefined ? {} : { draft: contents.result.draft }),
    draftEntries: draftEntries(procedure, declaration.data, contents.result?.draft ?? {}).map((entry) => ({ ...entry, value: readable(entry.value) })),
    reprintable: dossier.code !== null && may(principal, 'dossier.receive', { procedureCode: procedure.code, unitId: dossier.receiving_unit }),
    laterVersions: later,
    steps: await stepViews(procedure, dossier, world, contents.journal.at(-1)?.body.from?.value as StoredValue | undefined),
    countedLate: dossier.counted_late,
    ...written,
    ...(elsewhere === undefined ? {} : { elsewhere }),
    ...(signing === undefined ? {} : { signing }),
    extensions: written.extensions.map((extension) => withPreview(extension, dossier, records.ledger, calendar, now)),
    alarms: await alarmViews(desk.alarms, world),
    people: await peopleView(desk.officers, dossier.holder_unit, principal, world),
    ...(dossier.step_due_at === null ? {} : { stepTime: stepTimeView(dossier.step_due_at, await world.calendarOf(dossier.holder_unit), now) }),
    timeShares: await sharesView({ ledger: records.ledger, journal: contents.journal, officers: desk.officers, calendar, dueAt: dossier.due_at, now }, world),
    authority: await authorityView(decided, dossier, world),
  };
}

/** A proposal that waits for the leader shows the date that signing it would give; while the clock stands there is none. */
function withPreview(extension: ExtensionView, dossier: DossierRow, ledger: readonly ClockEntry[], calendar: WorkingCalendar, now: Temporal.Instant): ExtensionView {
  if (extension.outcome !== undefined || extension.days === undefined || dossier.clock_state !== 'running') return extension;
  const { from, to } = extendedBy(dossier, ledger, calendar, extension.days, now);
  return { ...extension, dueBefore: from, dueAfter: to };
}

/** In which role the filer acts for the organisation that owns the dossier. */
function actingRoleOf(owner: PersonRow | undefined, filer: PersonRow | undefined): { actingRole?: Localized } {
  const role = ACTING_ROLES.find((each) => each === filer?.ground);
  return owner?.organisation_id == null || role === undefined ? {} : { actingRole: ORGANISATION_ROLES[role] };
}

const SYSTEM_NAME = 'Hệ thống';
const CITIZEN_NAME = 'Người nộp hồ sơ';

function nameOf(line: JournalLine): string {
  if (line.body.actor.kind === 'system') return SYSTEM_NAME;
  return line.who ?? CITIZEN_NAME;
}

/** The history in order, in the words kept by the journal. */
export async function historyView(contents: DossierContents, world: DossierWorld): Promise<HistoryView[]> {
  return Promise.all(contents.journal.map(async (line): Promise<HistoryView> => {
    const { body, detail } = line;
    const reason = detail?.reason === undefined ? undefined : findReason(detail.reason);
    return {
      seq: line.seq, at: body.at, event: body.event, label: body.label, who: nameOf(line),
      ...(line.for_whom === null || body.actor.for === undefined ? {} : { forWhom: line.for_whom, basis: body.actor.for.basis }),
      ...(body.actor.unit === undefined ? {} : { unit: (await unitView(world, body.actor.unit)).name }),
      to: body.state,
      ...(detail?.note ? { note: detail.note } : {}),
      ...(reason === undefined ? {} : { reason: `${reason.text.vi} (${reason.basis})` }),
    };
  }));
}

/** What the examiners found, and the minutes of a posting: what the next level reads first. */
function findingsOf(contents: DossierContents, history: readonly HistoryView[], { process }: Procedure, consultations: ActRecords['consultations']): FindingView[] {
  const forms = findingForms(process);
  return contents.journal.flatMap((line, index) => {
    const { detail, body } = line;
    if (detail?.meets === undefined) return [];
    const { at, who, unit } = history[index]!;
    const answered = consultations.find(({ answered_seq }) => answered_seq === line.seq)?.body_id;
    const form = forms.get(answered ?? (body.from ? statePath(body.from.value as StoredValue).split('.')[1]! : ''));
    return [{ at, by: who, unit: unit ?? '', meets: detail.meets, text: detail.note ?? '', noted: form === undefined ? [] : notedLines(form, detail.noted ?? {}) }];
  });
}

async function handoverViews(contents: DossierContents, procedure: Procedure, world: DossierWorld): Promise<HandoverView[]> {
  const present = new Set([...contents.files, ...contents.papers].map(({ sha256 }) => sha256).concat(contents.components.flatMap(({ paper_digest }) => paper_digest ?? [])));
  return Promise.all(contents.handovers.map(async (row): Promise<HandoverView> => ({
    id: row.id,
    from: await unitView(world, row.from_unit),
    to: await unitView(world, row.to_unit),
    purpose: row.purpose,
    sentAt: row.sent_at,
    ...(row.sent_by_name === null ? {} : { sentBy: row.sent_by_name }),
    ...(row.acknowledged_at === null ? {} : { acknowledgedAt: row.acknowledged_at, ...(row.acknowledged_by_name === null ? {} : { acknowledgedBy: row.acknowledged_by_name }) }),
    ...(row.returned_at === null ? {} : { returnedAt: row.returned_at }),
    ...(row.recalled_at === null ? {} : { recalledAt: row.recalled_at }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    round: row.round,
    marks: itemViews(row.marks ?? [], procedure),
    settled: row.settled_seq !== null,
    ...(row.package === null ? {} : { package: row.package }),
    ...(row.checked_at === null ? {} : { checkedAt: row.checked_at }),
    manifest: await Promise.all(row.manifest.map(async ({ name, location, ...line }) => ({ ...line, name: name.vi, state: paperState(line, present), location: (await world.unit(location)).shortName.vi }))),
  })));
}
