import { DomainError, localDate, newId, sha256Hex } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { Procedure } from '../procedure.js';
import { checkAgainstEarlier, publishProcedure } from '../publish.js';
import { changed, getDraft, removeDraft, type Editing, type ProcedureDraft } from './drafts.js';
import type { WorkedExample } from './examples.js';
import type { PlacedFault } from './place-words.js';
import { writeLog } from './procedure-log.js';

/** What one officer asks another to decide: a new version, or the end of one. */
export interface Proposal {
  readonly id: string;
  readonly code: string;
  readonly kind: 'publish' | 'end';
  readonly version: number;
  /** First day in force of a new version, last day in force of one that ends; `YYYY-MM-DD`. */
  readonly effectiveOn: string;
  /** The decision by which the authority publishes or ends it. */
  readonly decisionNumber: string;
  readonly decisionDate: string;
  readonly note?: string;
  readonly proposedBy: string;
  readonly proposedById: string;
  readonly proposedAt: string;
  readonly outcome?: 'approved' | 'rejected' | 'withdrawn';
  readonly reason?: string;
  readonly decidedBy?: string;
  readonly decidedAt?: string;
  /** Of a new version: the whole of it, and its worked examples. */
  readonly document?: Procedure;
  readonly examples?: readonly WorkedExample[];
}

/** The decision a proposal rests on, and its day. */
export interface PublishingDecision {
  readonly effectiveOn: string;
  readonly decisionNumber: string;
  readonly decisionDate: string;
  readonly note?: string;
}

/** Finds what is wrong with a document; nothing wrong = fit to be published. */
export type CheckDocument = (draft: Pick<ProcedureDraft, 'document' | 'examples' | 'basedOn'>) => Promise<readonly PlacedFault[]>;

const COLUMNS = `p.id, p.code, p.kind, p.version, p.effective_on::text as "effectiveOn", p.decision_number as "decisionNumber", p.decision_date::text as "decisionDate", p.note,
  a.full_name as "proposedBy", p.proposed_by as "proposedById", p.proposed_at as "proposedAt", p.outcome, p.reason, b.full_name as "decidedBy", p.decided_at as "decidedAt", p.document, p.examples`;
const FROM = 'from procedure_proposal p join officer a on a.id = p.proposed_by left join officer b on b.id = p.decided_by';

/** Every proposal of a procedure, newest first. */
export async function readProposals(tx: Transaction, code: string): Promise<Proposal[]> {
  return (await tx.rows<ProposalRow>(`select ${COLUMNS} ${FROM} where p.code = $1 order by p.proposed_at desc`, [code])).map(fromRow);
}

/** @throws DomainError not-found */
export async function getProposal(tx: Transaction, id: string): Promise<Proposal> {
  return fromRow(await tx.one<ProposalRow>(`select ${COLUMNS} ${FROM} where p.id = $1`, [id]));
}

/**
 * Proposes the working copy as the next version. It is kept, and rests until the proposal is decided.
 * @throws DomainError procedure.draft-changed, procedure.faulty with every fault, procedure.date-passed, procedure.proposal-open
 */
export async function proposeVersion(tx: Transaction, code: string, revision: number, decision: PublishingDecision, editing: Editing, check: CheckDocument): Promise<Proposal> {
  const draft = await getDraft(tx, code);
  if (draft.revision !== revision) throw changed(draft);
  await refuseWhileProposed(tx, code);
  checkDay(decision, editing);
  const { version } = await tx.one<{ version: number }>('select coalesce(max(version), 0) + 1 as version from procedure_version where code = $1', [code]);
  const document = { ...draft.document, version, effective: { from: decision.effectiveOn } };
  const faults = [...(await check({ ...draft, document })), ...(await checkAgainstEarlier(tx, document as unknown as Procedure))];
  if (faults.length > 0) throw new DomainError('procedure.faulty', { params: { code, fault: faults.map(({ vi }) => vi).join(' ') }, fields: faults.map(({ pointer, vi, en }) => ({ pointer, vi, en })) });
  const text = JSON.stringify(document);
  return insert(tx, { code, kind: 'publish', version, decision, text, examples: draft.examples }, editing);
}

/**
 * Proposes that a published version ends. The rule stays as it is; from the day after, nothing is received by it.
 * @throws DomainError not-found, procedure.version-ended, procedure.date-passed, procedure.proposal-open
 */
export async function proposeEnd(tx: Transaction, code: string, version: number, decision: PublishingDecision, editing: Editing): Promise<Proposal> {
  const known = await tx.one<{ last_day: string | null; starts: string }>(
    `select coalesce(e.last_day, v.effective_until)::text as last_day, v.effective_from::text as starts from procedure_version v
     left join procedure_end e using (code, version) where v.code = $1 and v.version = $2 and v.state = 'published'`, [code, version]);
  if (known.last_day !== null) throw new DomainError('procedure.version-ended', { params: { version, date: dayText(known.last_day) } });
  await refuseWhileProposed(tx, code);
  checkDay(decision, editing);
  if (decision.effectiveOn < known.starts) throw new DomainError('procedure.date-passed', { params: { date: dayText(decision.effectiveOn) } });
  return insert(tx, { code, kind: 'end', version, decision }, editing);
}

interface NewProposal {
  readonly code: string;
  readonly kind: Proposal['kind'];
  readonly version: number;
  readonly decision: PublishingDecision;
  readonly text?: string;
  readonly examples?: readonly WorkedExample[];
}

async function insert(tx: Transaction, { code, kind, version, decision, text, examples }: NewProposal, { officerId, now }: Editing): Promise<Proposal> {
  const id = newId();
  const digest = text === undefined ? undefined : sha256Hex(text);
  const inserted = await tx.execute(
    `insert into procedure_proposal (id, code, kind, version, document, digest, examples, effective_on, decision_number, decision_date, note, proposed_by, proposed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (code) where outcome is null do nothing`,
    [id, code, kind, version, text ?? null, digest ?? null, examples ? JSON.stringify(examples) : null, decision.effectiveOn, decision.decisionNumber, decision.decisionDate, decision.note ?? null, officerId, now.toString()],
  );
  if (inserted === 0) await refuseWhileProposed(tx, code);
  await writeLog(tx, { code, event: kind === 'publish' ? 'proposed' : 'end-proposed', version, officerId, now, ...(digest !== undefined && { digest }) });
  return getProposal(tx, id);
}

/** @throws DomainError procedure.proposal-open naming who proposed */
export async function refuseWhileProposed(tx: Transaction, code: string): Promise<void> {
  const open = await tx.maybeOne<{ who: string }>(`select a.full_name as who ${FROM} where p.code = $1 and p.outcome is null`, [code]);
  if (open) throw new DomainError('procedure.proposal-open', { params: { code, who: open.who }, facts: { who: open.who } });
}

/**
 * Approves a proposal: the new version is published, or the old one ended. Refresh the catalogue once this has committed.
 * @throws DomainError procedure.own-proposal, procedure.proposal-decided, procedure.date-passed, procedure.faulty
 */
export async function approveProposal(tx: Transaction, id: string, editing: Editing): Promise<Proposal> {
  const proposal = await lockOpen(tx, id);
  if (proposal.proposedById === editing.officerId) throw new DomainError('procedure.own-proposal');
  checkDay(proposal, editing);
  await decide(tx, id, 'approved', undefined, editing);
  const { code, version } = proposal;
  if (proposal.kind === 'end') {
    await tx.execute('insert into procedure_end (code, version, last_day, proposal_id) values ($1, $2, $3, $4)', [code, version, proposal.effectiveOn, id]);
    await writeLog(tx, { code, event: 'ended', version, officerId: editing.officerId, now: editing.now });
  } else {
    const { digest } = await publishProcedure(tx, proposal.document, id);
    await removeDraft(tx, code);
    await writeLog(tx, { code, event: 'published', version, officerId: editing.officerId, now: editing.now, digest });
  }
  return getProposal(tx, id);
}

/** Sends a proposal back to its author, with a reason. @throws DomainError procedure.own-proposal, procedure.proposal-decided */
export async function rejectProposal(tx: Transaction, id: string, reason: string, editing: Editing): Promise<Proposal> {
  const { code, version, proposedById } = await lockOpen(tx, id);
  if (proposedById === editing.officerId) throw new DomainError('procedure.own-proposal');
  await decide(tx, id, 'rejected', reason, editing);
  await writeLog(tx, { code, event: 'rejected', version, officerId: editing.officerId, now: editing.now, note: reason });
  return getProposal(tx, id);
}

/** The author takes the proposal back, to work on. @throws DomainError procedure.proposal-open for anyone else, procedure.proposal-decided */
export async function withdrawProposal(tx: Transaction, id: string, editing: Editing): Promise<Proposal> {
  const { code, version, proposedById, proposedBy } = await lockOpen(tx, id);
  if (proposedById !== editing.officerId) throw new DomainError('procedure.proposal-open', { params: { code, who: proposedBy }, facts: { who: proposedBy } });
  await decide(tx, id, 'withdrawn', undefined, editing);
  await writeLog(tx, { code, event: 'withdrawn', version, officerId: editing.officerId, now: editing.now });
  return getProposal(tx, id);
}

async function lockOpen(tx: Transaction, id: string): Promise<Proposal> {
  await tx.one('select 1 from procedure_proposal where id = $1 for update', [id]);
  const proposal = await getProposal(tx, id);
  if (proposal.outcome !== undefined) throw new DomainError('procedure.proposal-decided', { params: { who: proposal.decidedBy ?? '' }, facts: { outcome: proposal.outcome } });
  return proposal;
}

async function decide(tx: Transaction, id: string, outcome: NonNullable<Proposal['outcome']>, reason: string | undefined, { officerId, now }: Editing): Promise<void> {
  await tx.execute('update procedure_proposal set outcome = $2, reason = $3, decided_by = $4, decided_at = $5 where id = $1', [id, outcome, reason ?? null, officerId, now.toString()]);
}

/** A rule counts from today on at the earliest: what happened before followed the rules of its day. */
function checkDay({ effectiveOn }: Pick<PublishingDecision, 'effectiveOn'>, { now }: Editing): void {
  if (effectiveOn < localDate(now)) throw new DomainError('procedure.date-passed', { params: { date: dayText(effectiveOn) } });
}

const dayText = (day: string): string => day.split('-').reverse().join('/');

type ProposalRow = { [K in keyof Proposal]: Proposal[K] | null } & { document: string | null; examples: string | null };

function fromRow({ document, examples, ...row }: ProposalRow): Proposal {
  const known = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as Proposal;
  return {
    ...known,
    ...(document !== null && { document: JSON.parse(document) as Procedure }),
    ...(examples !== null && { examples: JSON.parse(examples) as WorkedExample[] }),
  };
}
