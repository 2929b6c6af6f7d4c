import type { Declaration } from '@app/catalogue';
import type { Transaction } from '@app/database';
import type { SuppliedComponent } from '../act-command.js';
import type { Origin } from '../declaration.js';
import type { FiledPerson, Filing } from '../file-dossier.js';
import type { LinkedTerms } from './terms.js';

/** Why a member was called off before it began. */
export type CalledOff = 'refused' | 'stopped' | 'withdrawn' | 'not-received' | 'called-off' | 'by-citizen';

export interface GroupRow {
  readonly id: string;
  readonly filing_number: string;
  readonly group_code: string;
  readonly group_version: number;
  readonly channel: Filing['channel'];
  readonly commune: string;
  readonly receiving_unit: string;
  readonly filed_at: string;
}

/** What was declared once, and with what: seen by the person and the receiving centre alone. */
export interface FilingRow {
  readonly declaration: Declaration;
  readonly origins: Readonly<Record<string, Origin>>;
  readonly filing: StoredFiling;
}

/** The part of a filing that every member is made with. */
export interface StoredFiling extends Pick<Filing, 'delivery' | 'competentCommuneId' | 'owner'> {
  readonly filer?: { readonly person: FiledPerson; readonly ground: string };
  readonly assisted: boolean;
  readonly paperDigests: Readonly<Record<string, string>>;
  /** The papers of the group for which one on file could be used. */
  readonly offeredPapers?: readonly string[];
}

export interface MemberRow {
  readonly group_id: string;
  readonly key: string;
  readonly position: number;
  /** Taken when the group is filed, so that a repeat meets the same dossier. */
  readonly dossier_id: string;
  readonly procedure_code: string;
  readonly procedure_version: number;
  readonly terms: LinkedTerms;
  readonly supplied: readonly SuppliedComponent[];
  readonly state: 'waiting' | 'started' | 'called-off';
  readonly settled_at: string | null;
  readonly by_hand: boolean;
  readonly cause: CalledOff | null;
  readonly cause_member: string | null;
}

/** The members of a group in their order, locked: whoever settles them does it one after the other. */
export function lockMembers(tx: Transaction, groupId: string): Promise<MemberRow[]> {
  return tx.rows<MemberRow>('select * from linked_member where group_id = $1 order by position for update', [groupId]);
}

export function readFiling(tx: Transaction, groupId: string): Promise<FilingRow> {
  return tx.one<FilingRow>('select declaration, origins, filing from linked_filing where group_id = $1', [groupId]);
}

/** @throws DomainError not-found */
export function readGroup(tx: Transaction, groupId: string): Promise<GroupRow> {
  return tx.one<GroupRow>('select * from linked_group where id = $1', [groupId]);
}
