import type { Declaration } from '@app/catalogue';
import type { EventType } from '@app/workflow';
import type { ClockEntry } from '../clock-ledger.js';
import type { ActFacts, PaperFacts } from './facts.js';
import type { CorrectionFacts, ResultFacts } from './record-facts.js';

/**
 * A dossier as it was at one act. A paper shows this and not the present, so that rendering it again, later, gives the
 * same bytes.
 */
export interface Moment {
  /** The act the paper belongs to. */
  readonly act: ActFacts;
  /** Whether it is signed with a key at this act: number and date follow later, in places kept for them. */
  readonly isSigned: boolean;
  /** The acts up to it. */
  readonly acts: readonly ActFacts[];
  readonly ledger: readonly ClockEntry[];
  readonly declaration: Declaration;
  /** When it was received; nothing before receipt. */
  readonly receivedAt: string | undefined;
  /** When the clock started: at receipt, or when the competent agency elsewhere had it; nothing before. */
  readonly startedAt: string | undefined;
  /** The dossier's code; nothing before receipt. */
  readonly code: string | undefined;
  readonly feePaid: boolean;
  /** The revision of the result that was under work, or the last one issued. */
  readonly result: ResultFacts | undefined;
  /** The correction that led to that revision. */
  readonly correction: CorrectionFacts | undefined;
}

const SIGNING_ACTS: ReadonlySet<EventType> = new Set<EventType>(['approveAndSign', 'refuseAndSign', 'sign']);

/** @throws Error when the dossier has no such act */
export function momentOf(facts: PaperFacts, seq: number): Moment {
  const acts = facts.acts.filter((each) => each.seq <= seq);
  const act = acts.at(-1);
  const first = facts.declarations[0];
  if (act === undefined || act.seq !== seq || first === undefined) throw new Error(`dossier ${facts.dossier.id} has no act ${seq}`);
  const ledger = facts.ledger.filter((each) => each.seq <= seq);
  const receivedAt = acts.find(({ event }) => event === 'receive')?.at;
  const correction = facts.corrections.findLast((each) => each.seq <= seq);
  return {
    act,
    isSigned: SIGNING_ACTS.has(act.event),
    acts,
    ledger,
    declaration: (facts.declarations.findLast(({ at }) => notAfter(at, act.at)) ?? first).data,
    receivedAt,
    startedAt: ledger.find(({ kind }) => kind === 'start')?.at,
    code: receivedAt === undefined ? undefined : (facts.dossier.code ?? undefined),
    feePaid: acts.some(({ data }) => data.feePaid === true),
    result: facts.results.find(({ revision }) => revision === (correction?.revision ?? 1)),
    correction,
  };
}

/** Whether one ISO instant is not later than another; as texts they would compare wrongly once one has a fraction. */
export function notAfter(one: string, other: string): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) <= 0;
}

/** The code printed on a paper; before receipt the filing number stands for it. */
export function codeText(facts: PaperFacts, moment: Moment): string {
  return moment.code ?? facts.dossier.filing_number;
}

/** The serial of a dossier code: `0007` of `H19.26.01-261123-0007`. */
export function serialOf(code: string): string {
  return code.slice(code.lastIndexOf('-') + 1);
}
