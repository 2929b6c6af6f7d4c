export { onceOnlyCsv } from './once-only/once-only-csv.js';
export { MOST_DOSSIERS, listOnceOnly, type OnceOnlyDossier, type OnceOnlyFigures, type OnceOnlyLevel, type OnceOnlyQuery, type OnceOnlyReport, type OnceOnlyRow } from './once-only/list-once-only.js';
export { readKnownFamily, type KnownFamily, type KnownMember } from './once-only/known-family.js';
export { playExamples, type Figures, type PlayedCatalogue, type PlayedProcedure } from './once-only/play-examples.js';
export { type PlayedExample } from './once-only/play-example.js';
