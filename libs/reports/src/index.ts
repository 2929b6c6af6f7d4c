export { onceOnlyCsv } from './once-only/once-only-csv.js';
export { MOST_DOSSIERS, listOnceOnly, type OnceOnlyDossier, type OnceOnlyFigures, type OnceOnlyLevel, type OnceOnlyQuery, type OnceOnlyReport, type OnceOnlyRow } from './once-only/list-once-only.js';
export { type RegisterPart } from './registers/chosen-numbers.js';
export { type ExportOptions, type RegisterExport } from './registers/export-rows.js';
export { COLUMNS, REGISTERS, REGISTER_TITLES, type RegisterCell, type RegisterColumn, type RegisterName, type RegisterQuery, type RegisterRow } from './registers/register.js';
export { RegisterExports } from './registers/register-exports.js';
export { EXPORT_JOB, Registers, type RegisterPage } from './registers/registers.service.js';
export { playExamples, type Figures, type PlayedCatalogue, type PlayedProcedure } from './once-only/play-examples.js';
export { type PlayedExample } from './once-only/play-example.js';
