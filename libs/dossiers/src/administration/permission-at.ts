import { requirePermission, unitsWith, type OfficerPrincipal, type Permission } from '@app/access';
import { NATION } from '@app/organisation';

/**
 * Requires a permission at a unit. Nobody at this desk has a post in the nation: what the Government decides for all is put
 * on record by who may do the same for a whole province.
 * @throws DomainError permission.missing
 */
export function requirePermissionAt(principal: OfficerPrincipal, permission: Permission, unitId: string): void {
  const province = unitId === NATION ? unitsWith(principal, permission).find((id) => /^p\d+$/.test(id)) : undefined;
  requirePermission(principal, permission, { unitId: province ?? unitId });
}
