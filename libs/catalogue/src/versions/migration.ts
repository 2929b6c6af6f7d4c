import type { StateMap } from '@app/workflow';

/** How a dossier of an earlier version becomes one of this: data only, so that it always gives the same. */
export interface Migration {
  /** The earlier version. */
  readonly from: number;
  /** Where its states lie now; one that is not named keeps its path, `null` waits until the dossier has left it. */
  readonly states?: StateMap;
  readonly declaration?: {
    /** Fields that are called otherwise now: old name → new name. */
    readonly rename?: Readonly<Record<string, string>>;
    /** Answers to fields that are new, where nothing is answered yet. */
    readonly set?: Readonly<Record<string, string | number | boolean>>;
    /** Fields that are gone. Their answers stay in the earlier revision. */
    readonly remove?: readonly string[];
  };
  /** Papers that are called otherwise now: old key → new key. */
  readonly components?: Readonly<Record<string, string>>;
}

/** The law by which dossiers received before stay under the earlier version. */
export interface Pinned {
  readonly basis: string;
}
