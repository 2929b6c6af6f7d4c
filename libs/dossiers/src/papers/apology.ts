import type { ApologyModel } from '@app/documents';
import { statePath, type StoredValue } from '@app/workflow';
import type { PaperFacts } from './facts.js';
import { codeText, momentOf, type Moment } from './moment.js';
import { reasonLine } from './reason-line.js';
import type { ExtensionFacts } from './record-facts.js';
import { agencyOf, blankNumber, builtForHandNumber, centreContact, dateOf, getUnit, headOf, ownerOf, partyOf, procedureOf, recipientsOf, verificationOf, type BuiltPaper } from './shared.js';
import { headSignature, signatureOf } from './signatures.js';

/** Form 04: before the deadline with a new promise, after it with an apology that moves none. */
export function buildApology(facts: PaperFacts, seq: number): BuiltPaper {
  const model = apologyModel(facts, seq);
  const title = model.kind === 'extension'
    ? { vi: 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết', en: 'Apology and extension' }
    : { vi: 'Văn bản xin lỗi', en: 'Apology' };
  return builtForHandNumber('apology', title, model);
}

export function apologyModel(facts: PaperFacts, seq: number): ApologyModel {
  const moment = momentOf(facts, seq);
  const { act } = moment;
  const signed = facts.extensions.find(({ decided_seq }) => decided_seq === seq);
  if (signed === undefined || moment.receivedAt === undefined || signed.due_before === null) throw new Error(`dossier ${facts.dossier.id} has no apology at act ${seq}`);
  const held = getUnit(facts, signed.unit_id);
  // The agency at fault answers for it, never the counter: the one whose head signed.
  const agency = agencyOf(facts, signed.signature === null ? held : getUnit(facts, signed.signature.unit));
  const { reason, legalBasis } = reasonLine(signed.reason, signed.note);
  const stage = stageAt(facts, moment);
  const letter = {
    head: headOf(facts, agency, { number: blankNumber('PXL', agency), date: dateOf(act.at) }),
    verification: verificationOf(facts),
    applicant: partyOf(ownerOf(facts)),
    dossierCode: codeText(facts, moment),
    procedure: procedureOf(facts),
    receivedAt: moment.receivedAt,
    promisedAt: signed.due_before,
    reason,
    legalBasis,
    unitAtFault: held.name.vi,
    ...(stage === undefined ? {} : { state: stage }),
    contact: centreContact(facts),
    signature: signatureOf(facts, signed.signature, signed.decided_by) ?? headSignature(facts, agency, act.at),
    recipients: recipientsOf(facts),
  };
  return { ...letter, ...promiseOf(signed) };
}

function promiseOf({ kind, due_after, expected_on }: ExtensionFacts): { kind: 'extension'; newDueAt: string } | { kind: 'apology'; expectedOn: string } {
  if (kind === 'extension' && due_after !== null) return { kind, newDueAt: due_after };
  if (kind === 'apology' && expected_on !== null) return { kind, expectedOn: expected_on };
  throw new Error(`an ${kind} without its date`);
}

/** Where the dossier stands, in the words the citizen reads. */
function stageAt({ machine }: PaperFacts, { act }: Moment): string | undefined {
  return machine.states.get(statePath(act.body.to.value as StoredValue))?.stage.vi;
}
