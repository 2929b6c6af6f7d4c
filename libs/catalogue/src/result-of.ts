import { matches } from '@app/kernel';
import type { Declaration, Procedure, ResultDocument } from './procedure.js';

/** The document a declaration leads to: the first alternative that matches, else the procedure's own. */
export function resultOf({ result }: Pick<Procedure, 'result'>, declaration: Declaration): ResultDocument {
  const alternative = result.alternatives?.find(({ when }) => matches(when, declaration));
  if (alternative === undefined) return result;
  const { when: _, ...document } = alternative;
  return { ...result, ...document };
}
