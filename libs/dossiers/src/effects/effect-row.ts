import type { Transaction } from '@app/database';
import type { EffectParams, EffectType } from '@app/workflow';

/** An effect as stored: a named deed with parameters, keyed by the act that caused it. */
export interface EffectRow<Type extends EffectType = EffectType> {
  readonly id: string;
  readonly dossier_id: string;
  readonly seq: number;
  readonly n: number;
  readonly kind: Type;
  readonly params: EffectParams[Type];
}

/** What remains to be done inside the transaction that also marks the effect as done: so it happens once, or not at all. */
export type Completion = (tx: Transaction) => Promise<void>;

/** Carries an effect out up to its completion. Work outside the database must be repeatable without harm. */
export type EffectDeed<Type extends EffectType> = (effect: EffectRow<Type>) => Promise<Completion>;

/** Every effect has its deed; a new one in the workflow does not compile until it has. */
export type EffectDeeds = { readonly [Type in EffectType]: EffectDeed<Type> };

/** The provider token of the deeds. */
export const EFFECT_DEEDS = Symbol('effect deeds');
