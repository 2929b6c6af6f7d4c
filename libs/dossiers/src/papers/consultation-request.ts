import type { ConsultationRequestModel } from '@app/documents';
import type { Unit } from '@app/organisation';
import { componentLine } from './component-line.js';
import type { PaperFacts } from './facts.js';
import { codeText, momentOf } from './moment.js';
import { agencyOf, builtForHandNumber, dateOf, getUnit, headOf, officerOfAct, ownerOf, procedureOf, unitOfAct, verificationOf, type BuiltPaper } from './shared.js';
import { headSignature } from './signatures.js';

/** The official letters that ask other bodies for their opinion: one for each body, in one file. */
export function buildConsultationRequest(facts: PaperFacts, seq: number): BuiltPaper {
  return builtForHandNumber('consultation-request', { vi: 'Công văn lấy ý kiến', en: 'Request for an opinion' }, consultationRequestModel(facts, seq));
}

/** An official letter carries no sign of its kind: `………/UBND-VP` (Decree 30/2020, Annex I). */
function letterNumber(agency: Unit, unit: Unit): string {
  const symbols = [agency.documentSymbol, unit.id === agency.id ? null : unit.documentSymbol];
  return `………/${symbols.filter((symbol) => symbol !== null).join('-')}`;
}

export function consultationRequestModel(facts: PaperFacts, seq: number): ConsultationRequestModel {
  const moment = momentOf(facts, seq);
  const bodies = facts.consultations.filter((each) => each.seq === seq);
  if (bodies.length === 0) throw new Error(`dossier ${facts.dossier.id} asked nobody at act ${seq}`);
  const unit = unitOfAct(facts, moment.act);
  const agency = agencyOf(facts, unit);
  const owner = ownerOf(facts);
  return {
    head: headOf(facts, agency, { number: letterNumber(agency, unit), date: dateOf(moment.act.at) }),
    verification: verificationOf(facts),
    dossierCode: codeText(facts, moment),
    procedure: procedureOf(facts),
    owner: { name: owner.full_name, ...(owner.address === null ? {} : { address: owner.address }) },
    asked: bodies.map(({ unit_id, question, basis, silence_agrees, due_at }) => ({
      name: getUnit(facts, unit_id).name.vi,
      question: question.vi,
      legalBasis: basis,
      answerBy: due_at,
      silence: silence_agrees ? { means: 'agreed' as const, legalBasis: basis } : { means: 'nothing' as const },
    })),
    enclosures: facts.components.filter(({ origin }) => origin !== 'absent').map(componentLine),
    contact: officerOfAct(facts, moment.act),
    signature: headSignature(facts, agency, moment.act.at),
    recipients: ['Như trên', `Lưu: VT, ${unit.shortName.vi}`],
  };
}
