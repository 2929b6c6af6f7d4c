import type { FeeExemption, Localized } from '@app/kernel';
import type { Channel, LimitAmount, Procedure } from '../procedure.js';

/** A local amount of a time limit: how it is counted, and what is not counted, stays as the national version says. */
export interface LocalLimit {
  /** The case it is for; absent = the procedure's own limit. */
  readonly case?: string;
  /** Amounts counted one after the other; halves occur (1.5 working days). */
  readonly parts?: readonly LimitAmount[];
  /** Of a same-day limit: until when a dossier is answered the same day, such as `16:00`. */
  readonly cutoff?: string;
}

/** The amount of one fee line for some channels. */
export interface LocalFee {
  readonly line: string;
  readonly channels: readonly Channel[];
  /** Whole đồng. */
  readonly amount: number;
}

/** What a rule sets; whatever it leaves out stays as it is without the rule. */
export interface LocalRuleBody {
  readonly limits?: readonly LocalLimit[];
  readonly fees?: readonly LocalFee[];
  /** Exemptions beside the national ones, which no local rule takes away. */
  readonly exemptions?: readonly FeeExemption[];
  /** The ways of filing offered here. */
  readonly channels?: readonly Channel[];
  /** The place's own instructions. */
  readonly note?: Localized;
  /** Whether the communes' centres receive it: the province's list of receptions. */
  readonly received?: boolean;
}

/** The decision a rule rests on. */
export interface LocalDecision {
  /** Such as `12/2026/QĐ-UBND`. */
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** The body that took it, such as `UBND thành phố Đồng Nai`. */
  readonly issuedBy: string;
}

/** What the national version said where a rule touches it, at the time the rule was proposed. */
export interface NationalBase {
  /** 0 for a procedure of which only the skeleton is known. */
  readonly version: number;
  readonly document: Partial<Pick<Procedure, 'timeLimit' | 'cases' | 'fee' | 'channels'>>;
}

/** A rule of a province or commune for one procedure. Days are local calendar days, `YYYY-MM-DD`. */
export interface LocalRule {
  readonly id: string;
  readonly layer: 'province' | 'commune';
  /** The unit whose rule it is: `p75`, `c26068`. */
  readonly unitId: string;
  readonly code: string;
  /** The communes of the province it holds in; empty = all. */
  readonly communes: readonly string[];
  readonly body: LocalRuleBody;
  readonly decision: LocalDecision;
  /** First and last day in force. The last one is the decision's, or the day before another rule took its place. */
  readonly from: string;
  readonly until?: string;
  readonly base: NationalBase;
}

/** Where a question is asked: the province, and the commune where one is meant. Without a province only the nation's rules hold. */
export interface Place {
  readonly province?: string;
  readonly commune?: string;
}

/** Every way of filing. */
export const CHANNELS: readonly Channel[] = ['counter', 'online', 'post'];
