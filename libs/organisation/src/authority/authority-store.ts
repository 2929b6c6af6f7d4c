import type { Transaction } from '@app/database';
import type { Agency } from '@app/workflow';
import type { AuthorityRule, AuthorityRuleBody } from './authority-rule.js';

interface RuleRow {
  readonly id: string;
  readonly procedure_code: string | null;
  readonly field_code: string | null;
  readonly case_key: string | null;
  readonly unit_id: string;
  readonly level: Agency;
  readonly office: string | null;
  readonly from: string;
  readonly until: string | null;
  readonly basis_number: string;
  readonly basis_article: string | null;
  readonly basis_title: string | null;
  readonly provenance: string;
}

/** The number of the edition in force; it rises with every rule made or ended. */
export async function readAuthorityVersion(tx: Transaction): Promise<number> {
  return (await tx.one<{ value: number }>('SELECT coalesce(max(value), 0) AS value FROM authority_version')).value;
}

/** Every rule of the book: in force, to come and lapsed. */
export async function readAuthorityRules(tx: Transaction): Promise<AuthorityRule[]> {
  const rows = await tx.rows<RuleRow>(
    `SELECT id, procedure_code, field_code, case_key, unit_id, level, office, effective_from::text AS "from", effective_until::text AS until,
       basis_number, basis_article, basis_title, provenance FROM authority_rule ORDER BY effective_from, id`);
  return rows.map((row): AuthorityRule => ({
    id: row.id,
    scope: row.field_code !== null ? { fieldCode: row.field_code }
      : { procedureCode: row.procedure_code ?? '', ...(row.case_key === null ? {} : { caseKey: row.case_key }) },
    unitId: row.unit_id,
    level: row.level,
    ...(row.office === null ? {} : { office: row.office }),
    from: row.from,
    ...(row.until === null ? {} : { until: row.until }),
    basis: { number: row.basis_number, ...(row.basis_article === null ? {} : { article: row.basis_article }), ...(row.basis_title === null ? {} : { title: row.basis_title }) },
    provenance: row.provenance,
  }));
}

/**
 * Puts rules into the book and tells every process. A rule of the same scope, place and first day is left as it stands.
 * @param changeId the approved change they come from; none for rules that come with the program
 * @returns how many are new
 */
export async function insertAuthorityRules(tx: Transaction, rules: ReadonlyArray<AuthorityRuleBody & { readonly id: string }>, changeId: string | null = null): Promise<number> {
  const rows = rules.map(({ id, scope, unitId, level, office, from, until, basis, provenance }) => ({
    id, unit_id: unitId, level, office, from, until, provenance,
    procedure_code: 'procedureCode' in scope ? scope.procedureCode : null,
    case_key: 'procedureCode' in scope ? scope.caseKey : null,
    field_code: 'fieldCode' in scope ? scope.fieldCode : null,
    basis_number: basis.number, basis_article: basis.article, basis_title: basis.title,
  }));
  const entered = await tx.execute(
    `INSERT INTO authority_rule (id, change_id, procedure_code, field_code, case_key, unit_id, level, office, effective_from, effective_until,
       basis_number, basis_article, basis_title, provenance)
     SELECT id, $2, procedure_code, field_code, case_key, unit_id, level, office, "from", until, basis_number, basis_article, basis_title, provenance
     FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, procedure_code text, field_code text, case_key text, unit_id text, level text, office text,
       "from" date, until date, basis_number text, basis_article text, basis_title text, provenance text)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows), changeId]);
  if (entered > 0) await raiseVersion(tx);
  return entered;
}

/** Gives a rule its last day. */
export async function endAuthorityRule(tx: Transaction, id: string, until: string): Promise<void> {
  await tx.execute('UPDATE authority_rule SET effective_until = $2 WHERE id = $1', [id, until]);
  await raiseVersion(tx);
}

async function raiseVersion(tx: Transaction): Promise<void> {
  await tx.execute('INSERT INTO authority_version (value) VALUES (1) ON CONFLICT (id) DO UPDATE SET value = authority_version.value + 1');
}
