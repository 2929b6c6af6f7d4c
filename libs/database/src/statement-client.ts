import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import pg from 'pg';

/** How many statements one connection keeps prepared; texts beyond that are sent whole, so memory stays bounded. */
const MOST_PREPARED = 500;

const namesByText = new Map<string, string>();

/** A name that depends on the text alone, so that each connection prepares a statement once. */
function nameOf(text: string): string | undefined {
  const known = namesByText.get(text);
  if (known !== undefined || namesByText.size >= MOST_PREPARED) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
  namesByText.set(text, name);
  return name;
}

type Query = (config: unknown, values?: unknown, callback?: unknown) => Promise<unknown>;

/**
 * A `pg` client that prepares each statement with parameters once per connection, and hands over values as the domain
 * wants them. Given to TypeORM's pool as `extra.Client`.
 */
export class StatementClient extends pg.Client {
  private gathering = false;

  constructor(config?: pg.ClientConfig) {
    super({ ...config, types: { getTypeParser } });
    const send = super.query.bind(this) as unknown as Query;
    const query: Query = (...given) => {
      this.gatherWrites();
      return send(...given);
    };
    const prepared: Query = (config, values, callback) => {
      if (typeof config !== 'string' || !Array.isArray(values) || values.length === 0) return query(config, values, callback);
      const name = nameOf(config);
      return name === undefined ? query(config, values, callback) : query({ name, text: config, values }, callback);
    };
    this.query = prepared as unknown as typeof this.query;
  }

  /** Statements issued in one turn leave in one write: what each write costs is a large part of a short statement. */
  private gatherWrites(): void {
    if (this.gathering) return;
    this.gathering = true;
    const { stream } = (this as unknown as { connection: { stream: Writable } }).connection;
    stream.cork();
    process.nextTick(() => {
      this.gathering = false;
      stream.uncork();
    });
  }
}

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  20: toSafeNumber,
  1082: (text) => text,
  1114: (text) => text,
  1184: toInstantText,
  1016: (text) => arrayOf(text, toSafeNumber),
  1182: (text) => arrayOf(text, (item) => item),
  1185: (text) => arrayOf(text, toInstantText),
};

/**
 * `timestamptz` arrives as ISO 8601 text in UTC (`2026-11-23T02:00:00.123456Z`) for Temporal.Instant.from, `date` as
 * `YYYY-MM-DD`, `bigint` as a number; arrays of them alike.
 */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  const own = format === 'binary' ? undefined : parsers[oid];
  return own ?? (pg.types.getTypeParser(oid, format) as (value: string) => unknown);
}

function toSafeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`a bigint beyond 2^53 came from the database: ${text}`);
  return value;
}

/** From PostgreSQL's `2026-11-23 02:00:00.123+00`; sessions run in UTC, other offsets are converted. */
function toInstantText(text: string): string {
  if (text.endsWith('+00')) return `${text.slice(0, 10)}T${text.slice(11, -3)}Z`;
  if (text === 'infinity' || text === '-infinity') return text;
  return Temporal.Instant.from(text.replace(' ', 'T')).toString();
}

/** The type number of `text[]`. */
const TEXT_ARRAY = 1009 as Parameters<typeof pg.types.getTypeParser>[0];

/** Arrays of any type are written like those of texts. */
function arrayOf(text: string, item: (text: string) => unknown): unknown[] {
  const texts = pg.types.getTypeParser(TEXT_ARRAY, 'text')(text) as Array<string | null>;
  return texts.map((value) => (value === null ? null : item(value)));
}
