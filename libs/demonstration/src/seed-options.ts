import type { Database } from '@app/database';
import type { StorageOptions } from '@app/storage';

/** What the demonstration needs to be told. */
export interface SeedOptions extends StorageOptions {
  /** As the owner of the schema: units, officers and people are base data, entered once. */
  readonly asMigrator: Database;
  /** Dossiers come into being as the application's restricted role, through their acts. */
  readonly applicationUrl: string;
  /** Everything seeded lies before this moment. */
  readonly now: Temporal.Instant;
  /** Where the key files lie. */
  readonly keysFolder: string;
  readonly publicUrl: string;
  readonly hotline: string;
  readonly log: (line: string) => void;
  /** False leaves the desk empty and without keys, for a story that brings its own. */
  readonly dossiers?: boolean;
}
