import type { Transaction } from '@app/database';
import type { DataSourceKey } from '../data-sources.js';
import type { OwnAttribute } from '../fact.js';
import { logLook } from '../read-log.js';
import type { Look } from '../reader.js';

/** A value of a record, as its own newest fact says it. */
export interface RecordedValue {
  readonly attribute: OwnAttribute;
  readonly value: unknown;
  readonly source: DataSourceKey;
  readonly authority: string | null;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly dossierId: string | null;
  /** How many other facts there are on it. */
  readonly others: number;
}

/** One record of a person by itself, whether or not it was merged. */
export interface PersonRecord {
  readonly id: string;
  readonly mergedInto: string | null;
  readonly values: readonly RecordedValue[];
  readonly relatives: ReadonlyArray<{ readonly kind: 'father' | 'mother' | 'spouse' | 'child'; readonly id: string; readonly fullName: string; readonly birthDate: string | null; readonly until: string | null }>;
  readonly papers: ReadonlyArray<{ readonly id: string; readonly name: { readonly vi: string; readonly en: string }; readonly number: string | null; readonly issuer: string | null; readonly issuedOn: string | null; readonly dossierCode: string | null }>;
}

/** What each of these records says by itself, in the order asked for; logged like every look. */
export async function readRecords(tx: Transaction, ids: readonly string[], look: Look): Promise<PersonRecord[]> {
  const records = await tx.rows<PersonRecord>(
    `SELECT p.id, p.merged_into AS "mergedInto",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('attribute', f.attribute, 'value', f.value, 'source', f.source, 'authority', f.authority, 'asOf', f.as_of, 'dossierId', f.dossier_id,
            'others', (SELECT count(*) - 1 FROM person_fact o WHERE o.person_id = p.id AND o.attribute = f.attribute))), '[]')
          FROM person_fact_shown f WHERE f.person_id = p.id AND f.other_id IS NULL AND f.value IS NOT NULL) AS values,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'id', o.id, 'fullName', o.full_name, 'birthDate', o.birth_date, 'until', until) ORDER BY kind, o.birth_date), '[]')
          FROM (SELECT kind, other_id, until FROM relation WHERE person_id = p.id UNION ALL SELECT 'child', person_id, NULL FROM relation WHERE other_id = p.id AND kind IN ('father', 'mother')) r
          JOIN person o ON o.id = r.other_id) AS relatives,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'name', jsonb_build_object('vi', name_vi, 'en', name_en), 'number', number, 'issuer', issuer, 'issuedOn', issued_on, 'dossierCode', dossier_code)
            ORDER BY issued_on DESC NULLS LAST, w.id), '[]') FROM paper_on_file w WHERE w.person_id = p.id AND w.state = 'in-force') AS papers
     FROM person p WHERE p.id = ANY ($1::uuid[])`, [ids]);
  await logLook(tx, records.map(({ id }) => id), look, ['identity', 'family', 'papers']);
  return ids.flatMap((id) => records.find((record) => record.id === id) ?? []);
}
