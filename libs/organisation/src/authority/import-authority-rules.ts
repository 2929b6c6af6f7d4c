import { readFileSync } from 'node:fs';
import type { Transaction } from '@app/database';
import { dataPath } from '@app/kernel';
import type { AuthorityRule } from './authority-rule.js';
import { insertAuthorityRules } from './authority-store.js';

/** The rules of authority that ship with the program, each with where it is from. */
export function shippedAuthorityRules(): readonly AuthorityRule[] {
  return JSON.parse(readFileSync(dataPath('libs/organisation/data/authority-rules.json'), 'utf8')) as AuthorityRule[];
}

/** Enters the rules that ship with the program as far as they are missing; one that was ended stays ended. */
export async function importAuthorityRules(tx: Transaction): Promise<void> {
  await insertAuthorityRules(tx, shippedAuthorityRules());
}
