import type { Signature } from '@app/documents';
import type { OfficerRole, Unit } from '@app/organisation';
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

/** A leader's signature as the act kept it; nothing where no leader decided. */
export function signatureOf(facts: PaperFacts, signature: SignatureFacts | null, officerId: string | null): Signature | undefined {
  return signature === null || officerId === null ? undefined : signatureFor(signature.role, facts.officers.get(officerId)?.name);
}

/** The signature of the decision as it was given; before that, the head's block without a name. */
export function decisionSignature(facts: PaperFacts, { result }: Moment, issuer: Unit): Signature {
  return signatureOf(facts, result?.signature ?? null, result?.decided_by ?? null) ?? signatureFor(headRole(issuer));
}

/**
 * The block of whoever headed a unit on a day, for papers no leader has decided in the dossier itself.
 * @param day local date, `YYYY-MM-DD`
 */
export function headSignature(facts: PaperFacts, unit: Unit, day: string): Signature {
  const head = facts.heads.findLast(({ unit_id, since, until }) => unit_id === unit.id && since <= day && (until === null || until >= day));
  return signatureFor(headRole(unit), head?.name);
}

function headRole(unit: Unit): OfficerRole {
  return unit.kind === 'commune' || unit.kind === 'province' ? 'chairman' : 'director';
}
