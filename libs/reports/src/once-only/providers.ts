import type { LinkedGroup, Procedure } from '@app/catalogue';
import { provides, SOURCES, type SourceKey } from '@app/exchange';

/** Who puts papers of a kind within reach of the desk. */
export interface Providers {
  /** National sources that hold it. */
  readonly sources: readonly SourceKey[];
  /** Procedures whose result it is. */
  readonly results: readonly string[];
  /** Procedures that accept it as a component, so that it is on file from then on. */
  readonly accepted: readonly string[];
}

/** Who provides a kind of paper: none at all means that nobody would ever be spared it. */
export function providersOf(kind: string, forms: ReadonlyArray<Procedure | LinkedGroup>): Providers {
  const codesOf = (which: (form: Procedure | LinkedGroup) => boolean): string[] => forms.filter(which).map(({ code }) => code);
  return {
    sources: SOURCES.filter((source) => provides(source, `owner.papers.${kind}.exists`)),
    results: codesOf((form) => 'result' in form && (form.result.paper === kind || (form.result.alternatives ?? []).some(({ paper }) => paper === kind))),
    accepted: codesOf(({ components }) => components.some(({ satisfiedBy }) => satisfiedBy?.paper === kind)),
  };
}
