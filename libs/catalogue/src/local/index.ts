export { checkLocalRule, nationalLimit, type CheckedRule, type NationalSide } from './check-local-rule.js';
export { isNotLonger, longestOf, shareOf, withAmount } from './compare-limits.js';
export { compareEffective } from './compare-effective.js';
export { effectiveProcedure, receptionOf, sourceOf, type EffectiveProcedure, type Reception } from './effective-procedure.js';
export { CHANNELS, type LocalDecision, type LocalFee, type LocalLimit, type LocalRule, type LocalRuleBody, type NationalBase, type Place } from './local-rule.js';
export { importLocalRules, type LocalRuleImport } from './import-local-rules.js';
export {
  approveImported, approveLocalRule, getLocalRule, insertLocalRule, listLocalRules, lockOpenLocalRule, proposeLocalRule, readLocalRules, rejectLocalRule, ruleOf, sameRule,
  type LocalRuleRecord, type ProposedLocalRule,
} from './local-rule-records.js';
export { decisionText, limitLayer, limitReason, localLayer, nationalLayer, type ValueLayer } from './local-words.js';
export { type ShownValue } from './local-values.js';
export { baseOf, findConflicts, type LocalConflict } from './national-base.js';
export { holdsAt, isInForce, rulesInForce } from './rules-in-force.js';
export { processWithin, stepTime } from './step-times.js';
export { parseLocalRules, writeLocalRules, type LocalRuleFile } from './transfer.js';
