import type { Transaction } from '@app/database';
import { canonicalText } from '@app/kernel';
import type { Catalogue } from '../catalogue.js';
import { findVersionInForce } from '../entry.js';
import { checkLocalRule } from './check-local-rule.js';
import { approveImported, insertLocalRule, readLocalRules, type ProposedLocalRule } from './local-rule-records.js';
import type { LocalRule } from './local-rule.js';
import type { LocalRuleFile } from './transfer.js';

/** What an import found. */
export interface LocalRuleImport {
  readonly added: number;
  /** Rules that were there already, and end earlier by the file. */
  readonly ended: number;
  readonly known: number;
}

/** Who answers for an import, and when. The database refuses one person for both. */
export interface ImportedBy {
  readonly proposer: string;
  readonly approver: string;
  readonly now: Temporal.Instant;
}

type Imported = LocalRuleFile['rules'][number];

/** What makes two entries the same rule, whenever they end. */
const identityOf = ({ unitId, code, communes, decision, from, body }: Imported): string => canonicalText([unitId, code, communes.toSorted(), { number: decision.number, date: decision.date, issuedBy: decision.issuedBy }, from, body]);

/**
 * Enters the rules of a file: as they were decided, also those whose first day has passed. A rule that is there already stays;
 * one the file ends earlier is ended. All or nothing.
 * @throws DomainError local-rule.* for a rule that could not be proposed, procedure.unknown, permission.four-eyes for one person alone
 */
export async function importLocalRules(tx: Transaction, file: LocalRuleFile, catalogue: Catalogue, by: ImportedBy): Promise<LocalRuleImport> {
  const known = new Map((await readLocalRules(tx)).map((rule): [string, LocalRule] => [identityOf(rule), rule]));
  const count = { added: 0, ended: 0, known: 0 };
  for (const rule of file.rules) {
    const there = known.get(identityOf(rule));
    const endsEarlier = there !== undefined && rule.until !== undefined && (there.until === undefined || rule.until < there.until);
    if (there === undefined) {
      check(rule, catalogue);
      await enter(tx, { kind: 'set', ...rule }, by);
      count.added += 1;
    } else if (endsEarlier) {
      const { layer, unitId, code, communes, decision } = rule;
      const from = Temporal.PlainDate.from(rule.until).add({ days: 1 }).toString();
      await enter(tx, { kind: 'end', layer, unitId, code, communes, decision, from, replaces: there.id }, by);
      count.ended += 1;
    } else count.known += 1;
  }
  return count;
}

async function enter(tx: Transaction, rule: ProposedLocalRule, { proposer, approver, now }: ImportedBy): Promise<void> {
  const { id } = await insertLocalRule(tx, rule, { officerId: proposer, now });
  await approveImported(tx, id, { officerId: approver, now });
}

/** What could not be proposed cannot be brought in by a file either. */
function check({ code, layer, communes, body, from, until, base }: Imported, catalogue: Catalogue): void {
  const entry = catalogue.get(code);
  const version = entry.versions.find((each) => each.version === base.version) ?? findVersionInForce(entry, from) ?? entry.versions[0];
  checkLocalRule({ layer, communes, body, from, ...(until !== undefined && { until }) }, { ...(version && { version }), channels: version?.channels ?? entry.skeleton?.channels ?? [] });
}
