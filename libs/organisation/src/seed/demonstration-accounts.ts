import type { Localized } from '@app/kernel';
import { OFFICER_ROLES, type OfficerRole } from '../roles.js';
import { readDemonstration } from './data.js';

/** The password of every demonstration account. `npm run serve` seeds none of them. */
export const DEMONSTRATION_PASSWORD = 'MotCua@2026';

/** An account a visitor of the demonstration may sign in with. */
export interface DemonstrationAccount {
  readonly login: string;
  readonly name: string;
  readonly role: OfficerRole;
  readonly title: Localized;
  readonly unitId: string;
  readonly unit: Localized;
}

/** All demonstration accounts, in the order of the data: the four communes, the province, the administrator. */
export const DEMONSTRATION_ACCOUNTS: readonly DemonstrationAccount[] = listAccounts();

function listAccounts(): DemonstrationAccount[] {
  const { units, officers } = readDemonstration();
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  return officers.map(({ login, name, role, unit: unitId }) => {
    const unit = names.get(unitId);
    if (!unit) throw new Error(`demonstration officer ${login} sits in the unknown unit ${unitId}`);
    return { login, name, role, title: OFFICER_ROLES[role], unitId, unit };
  });
}
