import { may, requirePermission, type OfficerPrincipal } from '@app/access';
import { readVersions } from '@app/catalogue';
import type { Transaction } from '@app/database';

/** Drafts and proposals are for those who write procedures and those who approve them. @throws DomainError permission.missing */
export function requireProcedureWork(principal: OfficerPrincipal): void {
  if (!may(principal, 'procedure.publish')) requirePermission(principal, 'procedure.edit');
}

/** How many dossiers of a procedure are still open, on whatever version. */
export async function runningOf(tx: Transaction, code: string): Promise<number> {
  return (await readVersions(tx, code)).reduce((sum, { running }) => sum + running, 0);
}
