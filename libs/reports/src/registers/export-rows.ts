import type { Localized } from '@app/kernel';
import type { RegisterName, RegisterQuery } from './register.js';

/** How an export is written. */
export interface ExportOptions {
  readonly format: 'pdf' | 'xlsx';
  /** Of the heads; what the book says is Vietnamese. */
  readonly language: 'vi' | 'en';
  /** Why personal data leaves the desk in a file: each person in it can read that. */
  readonly purpose: string;
}

/** An export as whoever asked for it sees it. */
export interface RegisterExport extends ExportOptions {
  readonly id: string;
  readonly register: RegisterName;
  readonly title: Localized;
  readonly query: RegisterQuery;
  readonly askedAt: string;
  /** `gone`: the file was kept for a day. */
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'gone';
  readonly rowsDone: number;
  readonly rowsTotal: number | null;
  readonly size: number | null;
}

/** The row of an export. */
export interface ExportRow {
  readonly id: string;
  readonly register: RegisterName;
  readonly query: RegisterQuery;
  readonly units: readonly string[];
  readonly format: ExportOptions['format'];
  readonly language: ExportOptions['language'];
  readonly purpose: string;
  readonly asked_by: string;
  readonly asked_unit: string;
  readonly asked_role: string;
  readonly asked_at: string;
  readonly rows_total: number | null;
  readonly rows_done: number;
  readonly state: RegisterExport['state'];
  readonly sha256: string | null;
  readonly size: number | null;
}
