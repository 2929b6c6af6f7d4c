import { and } from 'xstate';
import { isEventType, ruleOf } from './events.js';
import type { ChartActs, ChartState } from './language.js';

type Way = Exclude<Extract<ChartActs[keyof ChartActs], { target?: unknown }>, readonly unknown[]>;

/**
 * While the citizen's wish to withdraw is considered nobody works on: every holder act inside waits for its answer.
 * What others do (a supplement comes in, a posting ends, a handover is acknowledged) still takes place.
 */
export function whileNoWithdrawal(states: Record<string, ChartState>): Record<string, ChartState> {
  return Object.fromEntries(Object.entries(states).map(([name, state]) => [name, guarded(state)]));
}

function guarded(state: ChartState): ChartState {
  return {
    ...state,
    ...(state.states !== undefined && { states: whileNoWithdrawal(state.states) }),
    ...(state.on !== undefined && { on: Object.fromEntries(Object.entries(state.on).map(([event, ways]) => [event, waits(event) ? guardedWays(ways) : ways])) }),
  };
}

function waits(event: string): boolean {
  return isEventType(event) && ruleOf(event).audience === 'holder' && !ruleOf(event).party;
}

function guardedWays(ways: unknown): Way | Way[] {
  return Array.isArray(ways) ? (ways as Way[]).map(guardedWay) : guardedWay(ways as Way);
}

// An act that is shut off stays so: with a guard before it, what is around it would answer in its place.
const isShutOff = ({ target, actions }: Way): boolean => target === undefined && actions === undefined;

const guardedWay = (way: Way): Way => (isShutOff(way) ? way : { ...way, guard: way.guard === undefined ? 'noWithdrawal' : and([way.guard as 'isUndecided', 'noWithdrawal']) });
