import { canonicalText, fold, newId } from '@app/kernel';
import type { Transaction } from '@app/database';
import { raiseDoubt } from './doubts/raise-doubt.js';
import type { Fact, Origin, Statement } from './fact.js';
import { holderOfNumber } from './person-store.js';
import { readFacts } from './read-facts.js';

/** What a dossier's later word on the same matter is for. */
const DOSSIER_CORRECTED = 'Kết quả của hồ sơ đã được đính chính';

/**
 * Writes down what a source says of a person. Nothing is overwritten: what is shown follows from all facts. What this
 * source and dossier have said already is not written again, so an effect may run twice; where a dossier now says something
 * else than before, its result was corrected, and the new fact corrects the old one. Answers how many facts were new.
 */
export async function recordFacts(tx: Transaction, personId: string, statements: readonly Statement[], origin: Origin): Promise<number> {
  const known = (await readFacts(tx, personId)).filter(({ isCorrected }) => !isCorrected);
  const rows = (await withoutClash(tx, personId, statements, origin)).flatMap((statement) => {
    const earlier = known.find((fact) => isOnTheSame(fact, statement) && fact.source === origin.source && fact.dossierId === (origin.dossierId ?? null));
    if (earlier !== undefined && canonicalText(earlier.value) === canonicalText(statement.value)) return [];
    if (earlier === undefined && statement.value === null && !known.some((fact) => isOnTheSame(fact, statement))) return [];
    const corrects = earlier !== undefined && origin.dossierId !== undefined ? earlier.id : null;
    return [factRow(statement, { corrects, reason: corrects && DOSSIER_CORRECTED })];
  });
  await insertFacts(tx, personId, rows, origin);
  return rows.length;
}

/** A number somebody else holds is not written down: it becomes a doubt, and the rest goes on. */
async function withoutClash(tx: Transaction, personId: string, statements: readonly Statement[], origin: Origin): Promise<readonly Statement[]> {
  const number = statements.find(({ attribute, value }) => attribute === 'personalId' && value !== null)?.value;
  if (typeof number !== 'string') return statements;
  const holder = await tx.maybeOne<{ id: string }>(`SELECT id FROM person WHERE id = ${holderOfNumber('$1')} AND id <> ALL (ARRAY(SELECT person_members($2)))`, [number, personId]);
  if (holder === undefined) return statements;
  await raiseDoubt(tx, { kind: 'number-clash', personId, otherPersonId: holder.id, detail: { number, ...(origin.dossierId && { dossierId: origin.dossierId }) }, ...(origin.officerId && { raisedBy: origin.officerId }) });
  return statements.filter(({ attribute }) => attribute !== 'personalId');
}

/** A fact on its way into the table. */
interface FactRow {
  readonly id: string;
  readonly attribute: string;
  readonly other_id: string | null;
  readonly value: unknown;
  readonly name_folded: string | null;
  readonly corrects: string | null;
  readonly reason: string | null;
}

/** A statement as a row; names are kept in NFC and found without accents. */
export function factRow(statement: Statement, correction: { corrects: string | null; reason: string | null }): FactRow {
  const value = typeof statement.value === 'string' ? statement.value.normalize('NFC') : statement.value;
  return {
    id: newId(), attribute: statement.attribute, other_id: 'otherId' in statement ? statement.otherId : null, value,
    name_folded: statement.attribute === 'fullName' && typeof value === 'string' ? fold(value) : null, ...correction,
  };
}

export async function insertFacts(tx: Transaction, personId: string, rows: readonly FactRow[], origin: Origin): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    `INSERT INTO person_fact (id, person_id, attribute, other_id, value, name_folded, corrects, reason, source, authority, as_of, dossier_id, recorded_by)
     SELECT id, $1, attribute, other_id, nullif(value, 'null'), name_folded, corrects, reason, $3, $4, $5, $6, $7
     FROM jsonb_to_recordset($2::jsonb) AS row (id uuid, attribute text, other_id uuid, value jsonb, name_folded text, corrects uuid, reason text)`,
    [personId, JSON.stringify(rows), origin.source, origin.authority ?? null, origin.asOf, origin.dossierId ?? null, origin.officerId ?? null]);
}

function isOnTheSame(fact: Fact, statement: Statement): boolean {
  return fact.attribute === statement.attribute && fact.otherId === ('otherId' in statement ? statement.otherId : null);
}
