import type { Localized } from '@app/kernel';
import type { OfficerRole } from '../roles.js';
import type { UnitKind } from '../unit.js';

/** A unit that comes into being with a change. A new commune gets the offices of the one it is like. */
export interface NewUnit {
  readonly id: string;
  /** The unit it is like: parent, kind, functions, hours and offices are taken from it. */
  readonly like: string;
  readonly name: Localized;
  readonly shortName: Localized;
  /** Its part of dossier codes; its own, since codes never change hands. */
  readonly codeSegment?: string;
  readonly placeName?: string;
  readonly address?: string;
  readonly phone?: string;
}

/** Which dossiers of a unit that is split go to a part; what is left out does not restrict, one rule at least is there. */
export interface SplitRule {
  /** Places of which one stands in the owner's address, in any spelling of accents. */
  readonly places?: readonly string[];
  /** Procedure codes. */
  readonly procedures?: readonly string[];
  /** Dossier codes or filing numbers, picked by hand. */
  readonly dossiers?: readonly string[];
}

/** One part of a unit that is split off. */
export interface SplitPart extends SplitRule {
  readonly to: string;
  /** Posts that go there; each to the office that does the same. */
  readonly posts: readonly string[];
}

/** What somebody wants changed. */
export interface UnitChangeBody {
  readonly kind: 'merge' | 'split';
  /** Merged: those that end. Split: the one. */
  readonly units: readonly string[];
  /** Of a merger who takes over. Of a split who takes what no part does; left out, the unit goes on with it. */
  readonly successor?: string;
  readonly created?: readonly NewUnit[];
  readonly parts?: readonly SplitPart[];
}

/** A unit that is to be made. */
export interface PlannedUnit {
  readonly id: string;
  readonly parentId: string;
  readonly kind: UnitKind;
  readonly like: string;
  readonly functions: readonly string[];
  readonly name: Localized;
  readonly shortName: Localized;
  readonly codeSegment: string | null;
  readonly documentSymbol: string | null;
  readonly placeCode: string | null;
  readonly placeName: string | null;
  readonly address: string | null;
  readonly phone: string | null;
}

/** Where the dossiers of a unit go: all, or those of a rule. */
export interface PlannedMove {
  readonly from: string;
  readonly to: string;
  readonly when?: SplitRule;
  /** Each unit of `from` and the one that takes its place. */
  readonly units: Readonly<Record<string, string>>;
}

/** A change in every part. Pure: worked out from the tree and the body, kept as it was approved. */
export interface UnitPlan {
  readonly created: readonly PlannedUnit[];
  readonly ended: ReadonlyArray<{ readonly unit: string; readonly successor: string }>;
  /** Units whose functions change on the day, with what they then hold. */
  readonly functions: ReadonlyArray<{ readonly unit: string; readonly functions: readonly string[] }>;
  readonly moves: readonly PlannedMove[];
  /** Posts of a part, by the units they go to. */
  readonly posts: ReadonlyArray<{ readonly post: string; readonly to: string }>;
}

/** A post and what becomes of it. */
export interface MovedPost {
  readonly post: string;
  readonly officerName: string;
  readonly role: OfficerRole;
  readonly from: string;
  /** Absent for one that is left without a place. */
  readonly to?: string;
}

/** A change on its way: who wanted it, who allowed it, how far it has come. */
export interface UnitChange {
  readonly id: string;
  readonly body: UnitChangeBody;
  /** The decision with its number, as cited, and the law it rests on. */
  readonly decision: string;
  readonly basis: string;
  /** Local day, `YYYY-MM-DD`. */
  readonly effectiveOn: string;
  readonly state: 'proposed' | 'approved' | 'rejected' | 'under-way' | 'done';
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: string;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly rejectedReason: string | null;
  /** What it does in every part, as it was approved. */
  readonly plan: UnitPlan | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}
