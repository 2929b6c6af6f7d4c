import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { newId } from '@app/kernel';
import { Test } from '@nestjs/testing';
import type { DataSource } from 'typeorm';
import { assertRestrictedRole, createDataSource, Database, DatabaseModule, PUBLIC, runMigrations, startTestDatabase, SYSTEM, type TestDatabase } from './index.js';
import { withClient } from './embedded/set-up-database.js';

jest.setTimeout(30_000);

let server: TestDatabase;
let dataSource: DataSource;
let database: Database;

beforeAll(async () => {
  server = await startTestDatabase();
  await withClient(server.migratorUrl, (client) =>
    client.query(`
      CREATE TABLE note (id int PRIMARY KEY, unit text NOT NULL, body text NOT NULL, at timestamptz, day date, size bigint, days date[], seen timestamptz[]);
      ALTER TABLE note ENABLE ROW LEVEL SECURITY;
      CREATE POLICY mine ON note USING (unit = ANY ((SELECT app_units())::text[]) OR (SELECT app_kind()) = 'system');
    `),
  );
  dataSource = await createDataSource({ url: server.applicationUrl, role: 'application', poolSize: 2 }).initialize();
  database = new Database(dataSource);
});

afterAll(async () => {
  await dataSource?.destroy();
  await server?.stop();
});

beforeEach(async () => {
  await database.transaction(SYSTEM, (tx) => tx.execute('DELETE FROM note'));
});

const insert = 'INSERT INTO note (id, unit, body) VALUES ($1, $2, $3)';

describe('the principal of a transaction', () => {
  const officerId = newId();
  const personId = newId();
  const read = 'SELECT app_kind() AS kind, app_units() AS units, app_officer() AS officer, app_person() AS person';

  test('reaches the SQL functions', async () => {
    const principal = { kind: 'officer', units: ['c26068', 'có,"phẩy'], officerId, personId } as const;
    const seen = await database.transaction(principal, (tx) => tx.one(read));
    expect(seen).toEqual({ kind: 'officer', units: ['c26068', 'có,"phẩy'], officer: officerId, person: personId });
  });

  test('is gone in the next transaction and outside one', async () => {
    await database.transaction({ kind: 'officer', units: ['c26068'], officerId, personId }, (tx) => tx.one(read));
    const next = await Promise.all([1, 2, 3].map(() => database.transaction(PUBLIC, (tx) => tx.one(read))));
    expect(next).toEqual(Array(3).fill({ kind: 'public', units: [], officer: null, person: null }));
    expect(await dataSource.query(read)).toEqual([{ kind: null, units: [], officer: null, person: null }]);
  });

  test('decides which rows are seen and written', async () => {
    const office = { kind: 'officer', units: ['c26068.office'], officerId } as const;
    await database.transaction(SYSTEM, (tx) => Promise.all([tx.execute(insert, [1, 'c26068.office', 'a']), tx.execute(insert, [2, 'p75', 'b'])]));
    expect(await database.transaction(office, (tx) => tx.rows('SELECT id FROM note'))).toEqual([{ id: 1 }]);
    expect(await database.transaction(PUBLIC, (tx) => tx.rows('SELECT id FROM note'))).toEqual([]);
    expect(await database.transaction(office, (tx) => tx.execute('UPDATE note SET body = $1', ['c']))).toBe(1);
    await expect(database.transaction(office, (tx) => tx.execute(insert, [3, 'p75', 'd']))).rejects.toThrow('row-level security');
  });
});

describe('a transaction', () => {
  test('is undone when the work throws', async () => {
    const fault = new Error('changed my mind');
    const work = database.transaction(SYSTEM, async (tx) => {
      await tx.execute(insert, [1, 'p75', 'a']);
      throw fault;
    });
    await expect(work).rejects.toBe(fault);
    expect(await database.transaction(SYSTEM, (tx) => tx.rows('SELECT id FROM note'))).toEqual([]);
  });

  test('is undone when one of several statements sent together fails', async () => {
    const work = database.transaction(SYSTEM, (tx) =>
      Promise.all([tx.execute(insert, [1, 'p75', 'a']), tx.execute(insert, [1, 'p75', 'again']), tx.execute(insert, [2, 'p75', 'b'])]),
    );
    await expect(work).rejects.toThrow('duplicate key');
    expect(await database.transaction(SYSTEM, (tx) => tx.rows('SELECT id FROM note'))).toEqual([]);
  });

  test('is refused when the work went on after a failed statement', async () => {
    const work = database.transaction(SYSTEM, async (tx) => {
      await tx.execute(insert, [1, 'p75', 'a']);
      await tx.execute('SELECT 1/0').catch(() => 0);
    });
    await expect(work).rejects.toThrow('division by zero');
    expect(await database.transaction(SYSTEM, (tx) => tx.rows('SELECT id FROM note'))).toEqual([]);
  });

  test('is committed when a failed statement was undone to a savepoint', async () => {
    await database.transaction(SYSTEM, async (tx) => {
      await tx.execute(insert, [1, 'p75', 'a']);
      await tx.execute('SAVEPOINT before');
      await tx.execute('SELECT 1/0').catch(() => tx.execute('ROLLBACK TO before'));
    });
    expect(await database.transaction(SYSTEM, (tx) => tx.rows('SELECT id FROM note'))).toEqual([{ id: 1 }]);
  });

  test('sends nothing after its end', async () => {
    const late = await database.transaction(SYSTEM, async (tx) => () => tx.execute(insert, [1, 'p75', 'late']));
    await expect(late()).rejects.toThrow('after its transaction had ended');
    expect(await database.transaction(SYSTEM, (tx) => tx.rows('SELECT id FROM note'))).toEqual([]);
  });

  test('answers rows, one row, no row and how many changed', async () => {
    await database.transaction(SYSTEM, async (tx) => {
      expect(await tx.execute(insert, [1, 'p75', 'Nguyễn Thị Ước'])).toBe(1);
      expect(await tx.execute('UPDATE note SET body = body WHERE id = $1', [7])).toBe(0);
      expect(await tx.rows('UPDATE note SET size = 1 RETURNING id, body')).toEqual([{ id: 1, body: 'Nguyễn Thị Ước' }]);
      expect(await tx.maybeOne('SELECT id FROM note WHERE id = $1', [7])).toBeUndefined();
      await expect(tx.one('SELECT id FROM note WHERE id = $1', [7])).rejects.toMatchObject({ code: 'not-found' });
      expect(await tx.manager.query('SELECT id FROM note')).toEqual([{ id: 1 }]);
    });
  });

  test('gives times as ISO text in UTC, days as days and big integers as numbers', async () => {
    const row = await database.transaction(SYSTEM, (tx) =>
      tx.one(`INSERT INTO note VALUES (1, 'p75', 'a', $1, $2, $3, $4, $5) RETURNING at, day, size, days, seen`, [
        '2026-11-23T09:00:00.5+07:00', '2026-11-23', 9007199254740991, ['2026-11-23'], ['2026-11-23T09:00:00+07:00'],
      ]),
    );
    expect(row).toEqual({
      at: '2026-11-23T02:00:00.5Z', day: '2026-11-23', size: 9007199254740991, days: ['2026-11-23'], seen: ['2026-11-23T02:00:00Z'],
    });
  });

  test('runs again after a deadlock when asked to, and only then', async () => {
    await database.transaction(SYSTEM, (tx) => Promise.all([tx.execute(insert, [1, 'p75', 'a']), tx.execute(insert, [2, 'p75', 'b'])]));
    const lock = (retry: boolean) => {
      const bothHoldOne = meeting(2);
      const run = (order: number[]) =>
        database.transaction(SYSTEM, async (tx) => {
          await tx.execute('UPDATE note SET body = body WHERE id = $1', [order[0]]);
          await bothHoldOne();
          await tx.execute('UPDATE note SET body = body WHERE id = $1', [order[1]]);
        }, { retry });
      return Promise.allSettled([run([1, 2]), run([2, 1])]);
    };
    expect((await lock(false)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await lock(true)).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  });
});

/** Holds the first comers until so many have come; later comers pass. */
function meeting(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let come = 0;
  return () => {
    come += 1;
    if (come >= count) resolve();
    return promise;
  };
}

describe('roles', () => {
  test('the application role is accepted, and owns nothing', async () => {
    await expect(assertRestrictedRole(dataSource)).resolves.toBeUndefined();
  });

  test('the owner is refused', async () => {
    const owner = await createDataSource({ url: server.migratorUrl, role: 'migrator' }).initialize();
    await expect(assertRestrictedRole(owner)).rejects.toThrow(/^DATABASE_URL signs in as "mot_cua_migrator", which owns "/);
    await owner.destroy();
  });

  test('cannot create tables or read the job queue, but may queue a job', async () => {
    await expect(dataSource.query('CREATE TABLE mine (id int)')).rejects.toThrow('permission denied for schema public');
    await expect(dataSource.query('SELECT * FROM graphile_worker._private_jobs')).rejects.toThrow('permission denied');
    const [{ id }] = await dataSource.query<[{ id: number }]>(`SELECT app_add_job('sweep', '{"a":1}', job_key => 'once') AS id`);
    expect(id).toBeGreaterThan(0);
  });
});

describe('migrations', () => {
  test('name the server that does not answer, without the password', async () => {
    const url = 'postgresql://mot_cua_migrator:geheim@127.0.0.1:1/mot_cua';
    await expect(runMigrations(url)).rejects.toMatchObject({
      name: 'StartError', message: 'The database mot_cua at 127.0.0.1:1 cannot be used as "mot_cua_migrator": connect ECONNREFUSED 127.0.0.1:1.',
    });
  });

  test('refuse a database that cannot hold Vietnamese', async () => {
    const latin = new URL(server.migratorUrl);
    latin.pathname = '/latin';
    await withClient(server.migratorUrl, (client) => client.query("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'"));
    await expect(runMigrations(latin.href)).rejects.toThrow("The database stores text as LATIN1, which cannot hold Vietnamese; create it with ENCODING 'UTF8'.");
  });

  test('run once', async () => {
    expect(await runMigrations(server.migratorUrl)).toEqual([]);
  });
});

describe('in Nest', () => {
  test('Nest gives out the database and closes its connections', async () => {
    const module = await Test.createTestingModule({ imports: [DatabaseModule.register({ url: server.applicationUrl })] }).compile();
    const database = module.get(Database);
    expect(await database.transaction(PUBLIC, (tx) => tx.one('SELECT current_user AS name, app_kind() AS kind'))).toEqual({ name: 'mot_cua_app', kind: 'public' });
    await module.close();
    expect(database.dataSource.isInitialized).toBe(false);
  });

  test('Nest does not start without a database', async () => {
    const url = new URL(server.applicationUrl);
    url.pathname = '/nowhere';
    await expect(Test.createTestingModule({ imports: [DatabaseModule.register({ url: url.href })] }).compile()).rejects.toMatchObject({
      name: 'StartError',
      message: `The database nowhere at ${url.host} cannot be used as "mot_cua_app": database "nowhere" does not exist.`,
    });
  });

  test('Nest does not start as the owner of the tables', async () => {
    const module = Test.createTestingModule({ imports: [DatabaseModule.register({ url: server.migratorUrl })] });
    await expect(module.compile()).rejects.toMatchObject({ name: 'StartError', message: expect.stringContaining('signs in as "mot_cua_migrator"') });
  });

  test('a scratch database is a migrated copy of its own, even while the first is in use', async () => {
    const module = await Test.createTestingModule({ imports: [DatabaseModule.register({ url: server.applicationUrl })] }).compile();
    const scratches = await Promise.all([server.createScratch(), server.createScratch()]);
    expect(new Set([server, ...scratches].map(({ applicationUrl }) => applicationUrl)).size).toBe(3);
    for (const scratch of scratches) {
      const own = await Test.createTestingModule({ imports: [DatabaseModule.register({ url: scratch.applicationUrl })] }).compile();
      expect(await own.get(Database).transaction(PUBLIC, (tx) => tx.one('SELECT app_kind() AS kind'))).toEqual({ kind: 'public' });
      await own.close();
      await scratch.drop();
    }
    await module.close();
  });
});
