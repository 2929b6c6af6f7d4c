import { SYSTEM, type DatabasePrincipal } from '@app/database';
import type { OfficerRole } from '@app/organisation';
import type { Permission } from './permissions.js';

/**
 * In whose right an officer exercises a post that is another's: standing in for somebody absent, or signing by a document
 * (Decree 30/2020, Art. 13).
 */
export interface ActingFor {
  readonly basis: 'absence' | 'delegation';
  /** The absence or the delegation on record. */
  readonly id: string;
  /** Whose post it is. */
  readonly officerId: string;
  readonly officerName: string;
  /** When it ends by itself, as an instant. */
  readonly until: string;
  /** Only with a delegation: by order, or by written delegation. */
  readonly formula?: 'TL.' | 'TUQ.';
  /** Only with a delegation: its number. */
  readonly document?: string;
  /** Only with a delegation: the position in which the delegate signs, as it stands under the formula. */
  readonly position?: string;
}

/** A permission an officer holds, where it reaches, and for which procedure. */
export interface Authority {
  readonly permission: Permission;
  /** The only procedure it is good for, or null for every procedure. */
  readonly procedureCode: string | null;
  /** The units it may be used on. */
  readonly units: ReadonlySet<string>;
  /** The absence or delegation it comes from; left out: a post of one's own. */
  readonly through?: string;
}

/** A post an officer holds now. */
export interface HeldPost {
  readonly postId: string;
  readonly unitId: string;
  readonly role: OfficerRole;
  /** The unit itself and, for roles that answer for the whole office, all units below it. */
  readonly reach: ReadonlySet<string>;
  /** Units that were merged into this one: what a post does it also does with their archives. */
  readonly before?: ReadonlySet<string>;
  /** The only procedures it is exercised for; left out: all. A post of one's own is never narrowed here. */
  readonly procedures?: ReadonlySet<string>;
  /** Whose post it is, where it is not one's own. */
  readonly for?: ActingFor;
}

export interface OfficerPrincipal {
  readonly kind: 'officer';
  readonly officerId: string;
  readonly name: string;
  /** The officer's own posts first, then those exercised for others. */
  readonly posts: readonly HeldPost[];
  /** The union of the posts' reach: what row-level security compares a dossier's parties with. */
  readonly units: readonly string[];
  /** Every permission held anywhere; {@link may} decides where and for what. */
  readonly permissions: ReadonlySet<Permission>;
  readonly authorities: readonly Authority[];
  /** Whether a signing key of the officer's own is in force. */
  readonly holdsKey: boolean;
}

export interface CitizenPrincipal {
  readonly kind: 'citizen';
  readonly personId: string;
  readonly name: string;
  /** The organisations the person acts for today, as recorded. */
  readonly actsFor?: readonly ActingRole[];
}

/** A recorded role in which a citizen acts for an organisation. */
export interface ActingRole {
  readonly organisationId: string;
  readonly role: string;
}

/** The program itself: deadlines, effects, the seed. Never comes out of a request. */
export interface SystemPrincipal {
  readonly kind: 'system';
  readonly name: string;
}

/** Whoever acts. */
export type Principal = OfficerPrincipal | CitizenPrincipal | SystemPrincipal;

/** The program acting on its own behalf; `name` says which part of it, for the journal. */
export function systemPrincipal(name: string): SystemPrincipal {
  return { kind: 'system', name };
}

/** The same principal as row-level security reads it. */
export function toDatabasePrincipal(principal: Principal): DatabasePrincipal {
  switch (principal.kind) {
    case 'officer':
      return { kind: 'officer', officerId: principal.officerId, units: principal.units };
    case 'citizen':
      return {
        kind: 'citizen', personId: principal.personId,
        ...(principal.actsFor === undefined || principal.actsFor.length === 0 ? {} : { organisations: principal.actsFor.map(({ organisationId }) => organisationId) }),
      };
    case 'system':
      return SYSTEM;
  }
}
