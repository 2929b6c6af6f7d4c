import { fold } from '@app/kernel';
import type { Transaction } from '@app/database';

/** A child as a paper names it, and where to look for it. */
export interface SoughtChild {
  readonly fullName: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly parentId: string;
  /** The dossiers one of which may have registered the birth. */
  readonly registeredIn: readonly string[];
}

/** A child without a number on file: of that name and birthday, and registered by one of these dossiers or a child of that parent. Several are nobody. */
export async function findChild(tx: Transaction, { fullName, birthDate, parentId, registeredIn }: SoughtChild): Promise<string | undefined> {
  const found = await tx.rows<{ id: string }>(
    `SELECT DISTINCT coalesce(merged_into, id) AS id FROM person WHERE name_folded = $1 AND birth_date = $2
        AND (id IN (SELECT person_id FROM paper_on_file WHERE kind = 'birth-certificate' AND dossier_id = ANY ($3::uuid[]))
          OR id IN (SELECT person_id FROM relation WHERE kind IN ('mother', 'father') AND other_id = ANY (ARRAY(SELECT person_members($4))))) LIMIT 2`,
    [fold(fullName.normalize('NFC')), birthDate, registeredIn, parentId]);
  const [only, another] = found;
  return another === undefined ? only?.id : undefined;
}
