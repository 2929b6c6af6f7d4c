import type { Procedure } from '@app/catalogue';
import type { AuthorityRule } from '@app/organisation';
import { levelsOf } from '@app/workflow';

/**
 * The rules of authority, in force on a day or to come, that send dossiers of a procedure to a level at which its process has no way:
 * such a dossier could be received by nobody. A rule about a field gives way to one about the procedure in the same place.
 */
export function findUnmetLevels({ code, field, process }: Pick<Procedure, 'code' | 'field' | 'process'>, rules: readonly AuthorityRule[], day: string): AuthorityRule[] {
  const levels = levelsOf(process);
  const standing = rules.filter(({ until }) => until === undefined || until >= day);
  const own = standing.filter(({ scope }) => 'procedureCode' in scope && scope.procedureCode === code);
  const ofField = standing.filter(({ scope, unitId }) => 'fieldCode' in scope && scope.fieldCode === field.code
    && !own.some((rule) => rule.unitId === unitId && 'procedureCode' in rule.scope && rule.scope.caseKey === undefined));
  return [...own, ...ofField].filter(({ level }) => !levels.includes(level));
}
