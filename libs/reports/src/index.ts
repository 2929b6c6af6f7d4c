export { onceOnlyCsv } from './once-only/once-only-csv.js';
export { MOST_DOSSIERS, listOnceOnly, type OnceOnlyDossier, type OnceOnlyFigures, type OnceOnlyLevel, type OnceOnlyQuery, type OnceOnlyReport, type OnceOnlyRow } from './once-only/list-once-only.js';
