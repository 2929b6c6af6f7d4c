import type { Condition } from './json-schema.js';
import type { LocalSource } from './local-source.js';
import type { Localized } from './localized.js';

/** How the fee of a procedure is found: the catalogue publishes these rules, `@app/fees` computes with them. */
export interface FeeRules {
  /** Who fixes the amounts: the state, or the provincial People's Council. */
  readonly setBy: 'national' | 'provincial-council';
  readonly lines: readonly FeeLine[];
  /** The first one that matches frees the person from every line it covers. */
  readonly exemptions: readonly FeeExemption[];
}

export interface FeeLine {
  readonly key: string;
  readonly name: Localized;
  /** Whole đồng. */
  readonly amount: number;
  /** Multiplied by the whole number in this field of the declaration; absent = once. */
  readonly per?: string;
  /** Reckoned by the pages of what a list in the declaration names, in the place of `per`; `amount` is that of each of the first pages. */
  readonly byPages?: PageFee;
  /** Due only when the declaration matches; absent = always. */
  readonly when?: Condition;
  /** Due only when filed through these channels; absent = all. */
  readonly channels?: readonly ('counter' | 'online' | 'post')[];
  readonly payableAt: 'receipt' | 'return';
  /** Set when a province fixed the amount; never in a national version. */
  readonly local?: LocalSource;
}

/** A fee by pages: for each copy of each row, the first pages at the line's amount, the further ones at another, up to a most. */
export interface PageFee {
  /** The field of the declaration with the rows, each with whole numbers `pages` and `copies`. */
  readonly rows: string;
  /** How many pages cost the line's amount each. */
  readonly first: number;
  /** Whole đồng for each page after those. */
  readonly further: number;
  /** Whole đồng one copy costs at the most. */
  readonly most: number;
}

export interface FeeExemption {
  readonly key: string;
  readonly name: Localized;
  readonly when: Condition;
  /** The article that frees the person. */
  readonly basis: string;
  /** Keys of the lines it covers; absent = all. */
  readonly lines?: readonly string[];
  /** Set when a province added it; never in a national version. */
  readonly local?: LocalSource;
}
