import { fillResult } from '@app/catalogue';
import type { LostCertificate, Parcel, Posting } from '@app/documents';
import { DomainError } from '@app/kernel';
import type { ActFacts, PaperFacts } from './facts.js';
import type { Moment } from './moment.js';
import { committeeOf, dateOf } from './shared.js';

/** The act that put the notice up, last before a moment. */
export function postingAct({ acts }: Moment): ActFacts {
  const act = acts.findLast(({ event }) => event === 'postNotice');
  if (act === undefined) throw new Error('no notice has been posted');
  return act;
}

/** When and where the notice hangs: from the act to the day its deadline falls on. */
export function postingOf(facts: PaperFacts, act: ActFacts): Posting {
  const step = facts.procedure.process.steps.find(({ kind }) => kind === 'notice');
  const end = facts.postings.find(({ armed_seq }) => armed_seq === act.seq);
  if (step?.kind !== 'notice' || end === undefined) throw new Error(`act ${act.seq} of dossier ${facts.dossier.id} posted nothing`);
  return {
    from: dateOf(act.at),
    until: dateOf(end.due_at),
    days: step.posting.value,
    // The committee's seat and the neighbourhood of the land (Decree 101/2024, re-issue of a lost certificate).
    places: [`Trụ sở ${committeeOf(facts, act.seq).name.vi}`, act.data.note?.trim() || 'Điểm dân cư nơi có thửa đất'],
  };
}

/** The lost certificate and its parcel, as the procedure's result data names them. */
export function lostLand(facts: PaperFacts, { declaration }: Moment): { certificate: LostCertificate; parcel: Parcel } {
  const { replaces, parcel } = fillResult(facts.procedure, { declaration }) as { replaces?: LostCertificate; parcel?: Parcel };
  if (replaces?.serial === undefined) throw new DomainError('paper.value-missing', { params: { path: 'replaces.serial' } });
  if (parcel?.number === undefined) throw new DomainError('paper.value-missing', { params: { path: 'parcel.number' } });
  return { certificate: replaces, parcel };
}
