import type { DossierContext } from './language.js';
import type { StateMeta } from './state-meta.js';
import { STAGES, nameWith } from './words.js';

/** What the context lays over a state: it stays where it is, and is something else to the outside. */
export function overlaid(meta: StateMeta, context: DossierContext): StateMeta {
  return [clockNotStarted, outage, withdrawal, correction].reduce((seen, lay) => lay(seen, context), meta);
}

type Overlay = (meta: StateMeta, context: DossierContext) => StateMeta;

/** Received for a competent unit elsewhere and not there yet: nothing is counted so far, and nothing can stand still. */
const clockNotStarted: Overlay = (meta, { clockStarted }) => (clockStarted || meta.clock === 'stopped' ? meta : withoutCause({ ...meta, clock: 'not-started' }));

const withoutCause = ({ pauseCause: _, ...meta }: StateMeta): StateMeta => meta;

/** The clock stands while a system the dossier needs is down. */
const outage: Overlay = (meta, { outages }) => (outages === 0 || meta.clock !== 'running' ? meta : { ...meta, clock: 'paused', pauseCause: 'outage' });

/** National status 7, set by the citizen; it goes back to the state before, or to 8. */
const withdrawal: Overlay = (meta, { withdrawal }) =>
  (withdrawal === 'none' ? meta : { ...meta, status: 7, stage: STAGES.withdrawal, name: nameWith(meta.name, 'người dân đề nghị rút hồ sơ', 'withdrawal asked') });

/** A result the citizen holds stays returned (10) while it is corrected. */
const correction: Overlay = (meta, { handedOver }) => (handedOver && meta.status === 9 ? { ...meta, status: 10 } : meta);
