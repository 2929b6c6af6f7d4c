import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/database';
import { AuthorityRules } from './authority-rules.js';
import { readAuthorityRules, readAuthorityVersion } from './authority-store.js';

/** The rules of authority as they are in force, kept in memory: they are few, and every receipt asks for them. */
@Injectable()
export class AuthorityBook {
  private known: { readonly version: number; readonly rules: AuthorityRules } | undefined;
  /** One question for the edition in each transaction, however many dossiers it shows. */
  private readonly asked = new WeakMap<Transaction, Promise<AuthorityRules>>();

  /** The rules at this moment, also when another process has just changed them. */
  inForce(tx: Transaction): Promise<AuthorityRules> {
    const asked = this.asked.get(tx) ?? this.read(tx);
    this.asked.set(tx, asked);
    return asked;
  }

  private async read(tx: Transaction): Promise<AuthorityRules> {
    const version = await readAuthorityVersion(tx);
    const { known } = this;
    if (known?.version === version) return known.rules;
    const rules = new AuthorityRules(await readAuthorityRules(tx));
    this.known = { version, rules };
    return rules;
  }
}
