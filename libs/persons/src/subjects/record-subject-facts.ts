import { canonicalText, fold, newId } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { Origin } from '../fact.js';
import type { Subject, SubjectStatement } from './subject.js';

const DOSSIER_CORRECTED = 'Kết quả của hồ sơ đã được đính chính';

interface KnownFact {
  readonly id: string;
  readonly attribute: string;
  readonly person_id: string | null;
  readonly value: unknown;
  readonly source: string;
  readonly dossier_id: string | null;
}

/**
 * Writes down what a source says of a household or an organisation; one that is not there yet begins with it. As with people nothing is
 * overwritten, what a source and dossier have said already is not written again, and what a dossier says anew corrects what it said before.
 * Answers how many facts were new.
 */
export async function recordSubjectFacts(tx: Transaction, subject: Subject, statements: readonly SubjectStatement[], origin: Origin): Promise<number> {
  const [column, id] = 'householdId' in subject ? ['household_id', subject.householdId] : ['organisation_id', subject.organisationId];
  const known = await tx.rows<KnownFact>(
    `SELECT id, attribute, person_id, value, source, dossier_id FROM subject_fact f
      WHERE ${column} = $1 AND NOT EXISTS (SELECT FROM subject_fact c WHERE c.corrects = f.id) ORDER BY as_of DESC, recorded_at DESC, id DESC`, [id]);
  const rows = statements.flatMap((statement) => {
    const personId = 'personId' in statement ? statement.personId : null;
    const value = typeof statement.value === 'string' ? statement.value.normalize('NFC') : statement.value;
    const earlier = known.find((fact) => fact.attribute === statement.attribute && fact.person_id === personId && fact.source === origin.source && fact.dossier_id === (origin.dossierId ?? null));
    if (earlier !== undefined && canonicalText(earlier.value) === canonicalText(value)) return [];
    const corrects = earlier !== undefined && origin.dossierId !== undefined ? earlier.id : null;
    return [{
      id: newId(), attribute: statement.attribute, person_id: personId, value, corrects, reason: corrects && DOSSIER_CORRECTED,
      name_folded: statement.attribute === 'name' && typeof value === 'string' ? fold(value) : null,
    }];
  });
  if (rows.length === 0) return 0;
  await tx.execute(
    `INSERT INTO subject_fact (id, ${column}, attribute, person_id, value, name_folded, corrects, reason, source, authority, as_of, dossier_id, recorded_by)
     SELECT id, $1, attribute, person_id, nullif(value, 'null'), name_folded, corrects, reason, $3, $4, $5, $6, $7
       FROM jsonb_to_recordset($2::jsonb) AS row (id uuid, attribute text, person_id uuid, value jsonb, name_folded text, corrects uuid, reason text)`,
    [id, JSON.stringify(rows), origin.source, origin.authority ?? null, origin.asOf, origin.dossierId ?? null, origin.officerId ?? null]);
  return rows.length;
}
