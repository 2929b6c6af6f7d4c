import type { Agency } from './agency.js';
import type { AgencyKind } from './answering.js';
import type { Faults } from './faults.js';

/** One of the running stand-ins. */
export interface StandInAgency {
  readonly kind: AgencyKind;
  readonly agency: Agency;
  faults: Faults;
}
