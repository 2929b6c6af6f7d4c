import { agencyOf, deciderOf, levelsOf, namedLevels, pathAt, processAt, type Agency, type DecidingAuthority, type ProcessDefinition } from '@app/workflow';
import type { Procedure } from './procedure.js';

/** The level that decides where no rule of authority speaks: the one the procedure says, where its process has a way there. */
export function usualLevel({ decidedAt, process }: Pick<Procedure, 'decidedAt' | 'process'>): Agency {
  const levels = levelsOf(process);
  const usual = decidedAt === 'province' ? 'province' : 'commune';
  return levels.includes(usual) ? usual : (levels[0] ?? usual);
}

/**
 * A procedure as it is for those who decide: its process at their level, and the result issued there.
 * @param process its process at that authority, where it is made already
 * @throws Error where its process has no way at that level
 */
export function procedureAt(procedure: Procedure, authority: DecidingAuthority, process: ProcessDefinition = processAt(procedure.process, authority)): Procedure {
  const { issuer } = procedure.result;
  // A result is issued by the level that decides: by the unit whose leader signs, where the procedure names one of the other level.
  const isElsewhere = namedLevels(procedure.process).length > 0 && agencyOf(issuer) !== authority.level;
  const own = isElsewhere ? (deciderOf(process) ?? issuer) : pathAt(procedure.process, authority, issuer);
  return { ...procedure, process, result: own === issuer ? procedure.result : { ...procedure.result, issuer: own } };
}
