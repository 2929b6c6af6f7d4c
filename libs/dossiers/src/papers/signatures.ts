import type { Signature } from '@app/documents';
import { localDate } from '@app/kernel';
import { OFFICER_ROLES, type OfficerRole, type Unit } from '@app/organisation';
import type { PaperFacts } from './facts.js';
import type { Moment } from './moment.js';
import type { SignatureFacts } from './record-facts.js';

const COMMITTEE = 'Ủy ban nhân dân';

/**
 * The signature block of a leader (Decree 30/2020, Art. 13): a chairman signs for the committee (TM.), a deputy for the
 * head (KT.), a director for the own office.
 */
export function signatureFor(role: OfficerRole, name?: string): Signature {
  const named = name === undefined ? {} : { name };
  switch (role) {
    case 'chairman': return { formula: 'TM.', body: COMMITTEE, position: 'Chủ tịch', ...named };
    case 'vice-chairman': return { formula: 'KT.', body: COMMITTEE, head: 'Chủ tịch', position: 'Phó Chủ tịch', ...named };
    case 'deputy-director': return { formula: 'KT.', head: 'Giám đốc', position: 'Phó Giám đốc', ...named };
    default: return { formula: 'none', position: 'Giám đốc', ...named };
  }
}

/**
 * A leader's signature as the act kept it, so that a reprint shows the same whoever signs today; nothing where no leader
 * decided. Who signs by a document of the head does so "TL. CHỦ TỊCH" or "TUQ. CHỦ TỊCH", in their own position.
 */
export function signatureOf(facts: PaperFacts, signature: SignatureFacts | null, officerId: string | null): Signature | undefined {
  if (signature === null || officerId === null) return undefined;
  const name = facts.officers.get(officerId)?.name;
  if (signature.by === undefined) return signatureFor(signature.role, name);
  return { formula: signature.by.formula, head: OFFICER_ROLES[signature.role].vi, position: signature.position, ...(name === undefined ? {} : { name }) };
}

/** The signature of the decision as it was given; before that, the head's block without a name. */
export function decisionSignature(facts: PaperFacts, { result }: Moment, issuer: Unit): Signature {
  return signatureOf(facts, result?.signature ?? null, result?.decided_by ?? null) ?? signatureFor(headRole(issuer));
}

/**
 * The block of whoever headed a unit at a moment, for papers no leader has decided in the dossier itself: the head, or the deputy
 * who stood in for an absent one then.
 * @param at an instant
 */
export function headSignature(facts: PaperFacts, unit: Unit, at: string): Signature {
  const day = localDate(Temporal.Instant.from(at));
  const head = facts.heads.findLast(({ unit_id, since, until }) => unit_id === unit.id && since <= day && (until === null || until >= day));
  const deputy = head?.away.findLast(({ from, to, known }) => Temporal.Instant.compare(known, at) <= 0 && Temporal.Instant.compare(from, at) <= 0 && Temporal.Instant.compare(at, to) < 0);
  return deputy === undefined ? signatureFor(headRole(unit), head?.name) : signatureFor(deputy.role, deputy.name);
}

function headRole(unit: Unit): OfficerRole {
  return unit.kind === 'commune' || unit.kind === 'province' ? 'chairman' : 'director';
}
