import { findCase, usualLevel, type Procedure } from '@app/catalogue';
import type { Transaction } from '@app/database';
import { DomainError } from '@app/kernel';
import type { AuthorityRule, AuthorityRules } from '@app/organisation';
import { levelsOf } from '@app/workflow';
import { readDeclaration } from './declaration.js';
import type { DossierAuthority } from './dossier-authority.js';
import type { DossierRow } from './dossier-row.js';

/** What of a dossier's row tells who decides it. */
export type AuthorityRow = Pick<DossierRow, 'id' | 'procedure_code' | 'procedure_version' | 'authority' | 'received_at' | 'competent_commune'>;

/** The authority a procedure itself names, where no rule speaks. */
export const usualAuthority = (procedure: Procedure): DossierAuthority => ({ level: usualLevel(procedure) });

/** What a rule says for a dossier. */
export function authorityBy({ id, level, office, basis, from }: AuthorityRule): DossierAuthority {
  return { level, ...(office === undefined ? {} : { office }), rule: id, basis, since: from };
}

/** The authority of a dossier as far as it is settled; nothing before receipt, when the rule in force decides. */
export function settledAuthority(dossier: Pick<DossierRow, 'authority' | 'received_at'>, procedure: Procedure): DossierAuthority | undefined {
  // A dossier received before there were rules is decided as its procedure says.
  return dossier.authority ?? (dossier.received_at === null ? undefined : usualAuthority(procedure));
}

/**
 * The authority in force for a dossier that is not received yet. Where the rule asks for a way the procedure does not have,
 * `refusal` says so: then nothing can be received, and the procedure stands as it usually does.
 * @param line the competent commune and what stands above it, the nearest first
 * @param day the local day
 */
export async function authorityInForce(tx: Transaction, rules: AuthorityRules, procedure: Procedure, dossierId: string, line: readonly string[], day: string): Promise<{ readonly authority: DossierAuthority; readonly refusal?: DomainError }> {
  const { code, field, process } = procedure;
  const caseKey = rules.asksForCase(code) ? findCase(procedure, (await readDeclaration(tx, dossierId)).data)?.key : undefined;
  const rule = rules.find({ procedureCode: code, fieldCode: field.code, caseKey, line, day });
  if (rule === undefined) return { authority: usualAuthority(procedure) };
  if (levelsOf(process).includes(rule.level)) return { authority: authorityBy(rule) };
  return { authority: usualAuthority(procedure), refusal: noWay(code, rule) };
}

/** The refusal for a procedure that has no way at the level a rule gives it to. */
export function noWay(code: string, { basis }: Pick<AuthorityRule, 'basis'>): DomainError {
  return new DomainError('authority.no-way', { params: { code, basis: basis.number } });
}
