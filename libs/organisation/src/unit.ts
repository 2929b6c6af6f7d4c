import type { Localized } from '@app/kernel';

/** What a unit is. The nation is the root; a commune unit is its People's Committee, and so is a province unit. */
export type UnitKind =
  | 'nation'
  | 'province'
  | 'commune'
  | 'centre'
  | 'office'
  | 'division'
  | 'department'
  | 'land-registration-office'
  /** Decides in a system of its own: the commune's police, social insurance. */
  | 'agency';

/** A unit as the desk uses it: what a sub-unit does not say for itself it takes from its People's Committee. */
export interface Unit {
  /** `p75`, `c26068`, `c26068.office`. */
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: UnitKind;
  /** What a process may ask of it: `centre`, `justice`, `land`, `records`, `committee`, … */
  readonly functions: readonly string[];
  /** The name as a document's head writes it. */
  readonly name: Localized;
  /** The name as a list shows it. */
  readonly shortName: Localized;
  /** Code of the province (2 digits) or commune (5 digits) it serves. */
  readonly placeCode: string | null;
  /** The unit's part of a dossier code, such as `H19.26.01`; without one it cannot receive. */
  readonly codeSegment: string | null;
  /** Whether the segment is invented for want of a published one. */
  readonly codeInvented: boolean;
  /** The symbol after a document's number: `UBND`, `TTPVHCC`. */
  readonly documentSymbol: string | null;
  /** The place of the place-and-date line: the commune's name without its kind (Decree 30/2020, Annex I). */
  readonly placeName: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  /** First and last day, `YYYY-MM-DD`. */
  readonly since: string;
  readonly until: string | null;
  /** The unit that took over where this one was merged into it or split. */
  readonly successorId: string | null;
  /** Whether it stands today. */
  readonly inForce: boolean;
}
