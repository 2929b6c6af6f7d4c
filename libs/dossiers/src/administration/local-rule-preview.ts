import {
  compareEffective, effectiveProcedure, findVersionInForce, nationalLimit, processWithin, ruleOf,
  type Catalogue, type Difference, type EffectiveProcedure, type LocalRule, type LocalRuleRecord, type Place, type Procedure,
} from '@app/catalogue';
import type { Transaction } from '@app/database';
import type { Localized } from '@app/kernel';
import type { TimeAmount } from '@app/workflow';

/** The time of a step by the national version, and under the limit of a rule. */
export interface StepTimeChange {
  readonly name: Localized;
  readonly before: TimeAmount;
  readonly after: TimeAmount;
}

/** The steps under one local limit. */
export interface StepTimes {
  /** The case the limit is for; absent = the procedure's own. */
  readonly name?: Localized;
  readonly steps: readonly StepTimeChange[];
}

/** What a record would change, value by value, before anything is changed. */
export interface LocalRulePreview {
  readonly record: LocalRuleRecord;
  readonly name: Localized;
  /** Against the national version, and against what holds without the record on its first day. */
  readonly fromNation: readonly Difference[];
  readonly fromNow: readonly Difference[];
  readonly stepTimes: readonly StepTimes[];
  /** How many dossiers of the procedure were received in its communes in the last thirty days. */
  readonly receipts: number;
}

interface PreviewContext {
  readonly catalogue: Catalogue;
  /** The communes it holds in. */
  readonly communes: readonly string[];
  /** Above the commune whose record it is. */
  readonly province: string | undefined;
  readonly now: Temporal.Instant;
}

/** Works out what a record would change on its first day, at the first place it holds in. */
export async function previewLocalRule(tx: Transaction, record: LocalRuleRecord, { catalogue, communes, province, now }: PreviewContext): Promise<LocalRulePreview> {
  const entry = catalogue.get(record.code);
  const national = findVersionInForce(entry, record.from) ?? entry.versions[0];
  const since = now.subtract({ hours: 30 * 24 }).toString();
  const { receipts } = await tx.one<{ receipts: string }>('select receipts_since($1, $2, $3) as receipts', [record.code, communes, since]);
  const name = national?.name ?? { vi: entry.skeleton?.name ?? record.code, en: entry.skeleton?.name ?? record.code };
  if (national === undefined) return { record, name, fromNation: [], fromNow: [], stepTimes: [], receipts: Number(receipts) };
  const others = catalogue.localRules(record.code).filter(({ id }) => id !== record.id);
  // What it replaces is over on its first day, also while it is only proposed.
  const remaining = others.filter(({ id }) => id !== record.replaces);
  const candidate = ruleOf(record);
  const place = placeOf(record, province);
  const at = (rules: readonly LocalRule[]): EffectiveProcedure => effectiveProcedure(national, rules, place, record.from);
  const after = at(candidate ? [...remaining, candidate] : remaining);
  return {
    record, name,
    fromNation: compareEffective(at([]), after),
    fromNow: compareEffective(at(others), after),
    stepTimes: candidate ? stepTimesOf(candidate, national, after) : [],
    receipts: Number(receipts),
  };
}

/** A place the record holds in. */
function placeOf({ layer, unitId, communes: [first] }: LocalRuleRecord, province: string | undefined): Place {
  if (layer === 'province') return { province: unitId, ...(first !== undefined && { commune: first }) };
  return { commune: unitId, ...(province !== undefined && { province }) };
}

/** How each limit of the rule shortens the steps. */
function stepTimesOf({ id, body }: LocalRule, national: Procedure, { procedure }: EffectiveProcedure): StepTimes[] {
  return (body.limits ?? []).flatMap(({ case: key }): StepTimes[] => {
    const limit = nationalLimit(procedure, key);
    if (limit.local?.rule !== id) return [];
    const after = processWithin(national.process, limit).steps;
    const name = national.cases?.find((each) => each.key === key)?.name;
    return [{ ...(name && { name }), steps: national.process.steps.map((step, index) => ({ name: step.name, before: step.within, after: after[index]!.within })) }];
  });
}
