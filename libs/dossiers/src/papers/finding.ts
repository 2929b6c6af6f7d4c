import type { FindingModel } from '@app/documents';
import type { OfficerRole } from '@app/organisation';
import { notedLines } from '../noted.js';
import type { ActFacts, PaperFacts } from './facts.js';
import { findingsUpTo } from './finding-facts.js';
import { codeText, momentOf } from './moment.js';
import { agencyOf, blankNumber, builtForHandNumber, dateOf, headOf, officerOfAct, ownerOf, procedureOf, unitOfAct, verificationOf, type BuiltPaper } from './shared.js';
import { signatureFor } from './signatures.js';

/** What was noted with a finding or an opinion; where a leader confirms it, with the leader's signature. */
export function buildFinding(facts: PaperFacts, seq: number): BuiltPaper {
  const { form } = lastFinding(facts, seq);
  return builtForHandNumber('finding', form.title, findingModel(facts, seq));
}

export function findingModel(facts: PaperFacts, seq: number): FindingModel {
  const moment = momentOf(facts, seq);
  const { act, form } = lastFinding(facts, seq);
  const confirmed = moment.act.event === 'approve' ? moment.act : undefined;
  const unit = unitOfAct(facts, confirmed ?? act);
  const agency = confirmed === undefined ? unit : agencyOf(facts, unit);
  const owner = ownerOf(facts);
  const author = officerOfAct(facts, act);
  return {
    head: headOf(facts, agency, { date: dateOf(moment.act.at), ...(confirmed === undefined ? {} : { number: blankNumber('TTr', agency) }) }),
    verification: verificationOf(facts),
    title: form.title.vi,
    dossierCode: codeText(facts, moment),
    procedure: procedureOf(facts),
    owner: { name: owner.full_name, address: owner.address ?? '' },
    lines: notedLines(form, act.data.noted ?? {}).map(({ name, value }) => ({ name: name.vi, value: value.vi })),
    meets: act.data.meets === true,
    ...(act.data.note?.trim() ? { remarks: act.data.note.trim() } : {}),
    author: { ...author, position: [author.position, unitOfAct(facts, act).name.vi].filter(Boolean).join(', ') },
    foundAt: act.at,
    ...(confirmed === undefined ? {} : { signature: signatureOfAct(facts, confirmed), recipients: [...recipientsAfter(facts), 'Lưu: VT, hồ sơ'] }),
  };
}

/** The finding an act has made, or that a leader's act confirms. */
function lastFinding(facts: PaperFacts, seq: number) {
  const found = findingsUpTo(facts, momentOf(facts, seq)).at(-1);
  if (found === undefined) throw new Error(`dossier ${facts.dossier.id} has no finding up to act ${seq}`);
  return found;
}

function signatureOfAct(facts: PaperFacts, { body: { actor } }: ActFacts) {
  return signatureFor(actor.role as OfficerRole, facts.officers.get(actor.id)?.name);
}

/** Who decides on it: the agency of the deciding approval. */
function recipientsAfter(facts: PaperFacts): string[] {
  const deciding = facts.procedure.process.steps.findLast(({ kind }) => kind === 'approve');
  const unit = deciding?.kind === 'approve' ? facts.unitsByPath.get(facts.dossier.competent_commune)?.get(deciding.unit) : undefined;
  return unit === undefined ? [] : [unit.name.vi];
}
