import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource, Database, startTestDatabase, SYSTEM, type TestDatabase } from '@app/database';
import { MovableClock, newId, sha256Hex, type DomainError } from '@app/kernel';
import { hashPassword } from '@app/organisation';
import { Authenticate } from './authenticate.js';
import { CitizenRoles } from './citizen-roles.js';
import { may } from './may.js';
import { OfficerDirectory } from './officer-directory.js';
import { SessionStore } from './session-store.js';
import { SignInOfficer } from './sign-in-officer.js';
import { LOOK_UP_RULE, SIGN_IN_ADDRESS_RULE, SIGN_IN_RULE, Throttle } from './throttle.js';

const START = '2026-11-23T08:00';
const BROWSER = 'Mozilla/5.0 (test)';
const PASSWORD = 'Mật khẩu rất dài';
const OFFICER = newId();
const CLERK_POST = newId();

let server: TestDatabase;
let dataSource: DataSource;
let database: Database;
let clock: MovableClock;
let sessions: SessionStore;
let throttle: Throttle;
let directory: OfficerDirectory;
let signIn: SignInOfficer;
let authenticate: Authenticate;

beforeAll(async () => {
  server = await startTestDatabase();
  dataSource = await createDataSource({ url: server.applicationUrl, role: 'application' }).initialize();
  database = new Database(dataSource);
  const passwordHash = await hashPassword(PASSWORD);
  await database.transaction(SYSTEM, async (tx) => {
    const unit = `INSERT INTO unit (id, parent_id, path, kind, name_vi, name_en, short_vi, short_en, since)
      VALUES ($1, $2, $3::ltree, $4, $1, $1, $1, $1, '2025-07-01')`;
    await tx.execute(unit, ['vn', null, 'vn', 'nation']);
    await tx.execute(unit, ['c26068', 'vn', 'vn.c26068', 'commune']);
    await tx.execute(unit, ['c26068.centre', 'c26068', 'vn.c26068.centre', 'centre']);
    await tx.execute(unit, ['c26068.office', 'c26068', 'vn.c26068.office', 'office']);
    await tx.execute('INSERT INTO officer (id, login, password_hash, full_name) VALUES ($1, $2, $3, $4)', [OFFICER, 'be.tran', passwordHash, 'Trần Thị Bé']);
    const post = 'INSERT INTO post (id, officer_id, unit_id, role, since, until) VALUES ($1, $2, $3, $4, $5, $6)';
    await tx.execute(post, [CLERK_POST, OFFICER, 'c26068.centre', 'receiving-clerk', '2025-07-01', null]);
    await tx.execute(post, [newId(), OFFICER, 'c26068', 'vice-chairman', '2026-12-01', null]);
    await tx.execute(post, [newId(), OFFICER, 'c26068.office', 'case-officer', '2025-07-01', '2026-11-22']);
  });
}, 60_000);

afterAll(async () => {
  await dataSource?.destroy();
  await server?.stop();
}, 30_000);

beforeEach(async () => {
  await database.transaction(SYSTEM, (tx) => tx.execute('DELETE FROM session'));
  await database.transaction(SYSTEM, (tx) => tx.execute('DELETE FROM throttle'));
  await database.transaction(SYSTEM, (tx) => tx.execute('DELETE FROM "grant"'));
  clock = new MovableClock('2026-11-23T01:00:00Z');
  clock.moveTo(START);
  sessions = new SessionStore(database, clock);
  throttle = new Throttle(database, clock);
  directory = new OfficerDirectory(database, clock);
  signIn = new SignInOfficer(directory, sessions, throttle);
  authenticate = new Authenticate(sessions, directory, new CitizenRoles(database, clock));
});

const attempt = (password: string, login = 'be.tran', address = '10.0.0.7') => signIn.signIn({ login, password, address, userAgent: BROWSER });

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: DomainError) => error.code,
  );
}

describe('an officer signs in', () => {
  test('with the account in any case, and is who the register says, today', async () => {
    const { token } = await attempt(PASSWORD, ' Be.Tran ');
    const found = await authenticate.find(token, BROWSER);
    expect(found?.principal).toMatchObject({ kind: 'officer', officerId: OFFICER, name: 'Trần Thị Bé', units: ['c26068.centre'] });
    expect(found?.session.expiresAt.toString()).toBe('2026-11-23T09:00:00Z');
  });

  test('and with a password typed in another Unicode form', async () => {
    expect(await codeOf(attempt(PASSWORD.normalize('NFD')))).toBe('done');
  });

  test('a post is held to the evening of its last day', async () => {
    clock.moveTo('2026-11-22T17:00');
    expect((await directory.findPrincipal(OFFICER))?.units.toSorted()).toEqual(['c26068.centre', 'c26068.office']);
    clock.moveTo('2026-11-23T00:00');
    directory.forget(OFFICER);
    expect((await directory.findPrincipal(OFFICER))?.units).toEqual(['c26068.centre']);
  });

  test('a post that begins later counts from its first day, with all units below the chair', async () => {
    clock.moveTo('2026-12-01T08:00');
    const principal = await directory.findPrincipal(OFFICER);
    expect(principal?.units.toSorted()).toEqual(['c26068', 'c26068.centre', 'c26068.office']);
    expect(may(principal!, 'dossier.approve', { unitId: 'c26068.office' })).toBe(true);
  });

  test('what is remembered of the posts ends with a change of units, in whichever process it was made', async () => {
    const opened = await attempt(PASSWORD);
    const units = async (): Promise<readonly string[]> => {
      const found = await authenticate.find(opened.token, BROWSER);
      return found?.principal.kind === 'officer' ? found.principal.units.toSorted() : [];
    };
    const movesTo = (since: string) => database.transaction(SYSTEM, (tx) => tx.execute("UPDATE post SET since = $2 WHERE officer_id = $1 AND role = 'vice-chairman'", [OFFICER, since]));
    expect(await units()).toEqual(['c26068.centre']);
    await movesTo('2026-11-23');
    expect(await units()).toEqual(['c26068.centre']);
    await database.transaction(SYSTEM, (tx) => tx.execute('INSERT INTO calendar_version (value) VALUES (1) ON CONFLICT (id) DO UPDATE SET value = calendar_version.value + 1'));
    expect(await units()).toEqual(['c26068', 'c26068.centre', 'c26068.office']);
    await movesTo('2026-12-01');
  });

  test('a grant of today narrows the post; one that has ended does not', async () => {
    const grant = 'INSERT INTO "grant" (id, post_id, permission, procedure_code, since, until) VALUES ($1, $2, $3, $4, $5, $6)';
    await database.transaction(SYSTEM, async (tx) => {
      await tx.execute(grant, [newId(), CLERK_POST, 'dossier.receive', '1.001193', '2026-01-01', null]);
      await tx.execute(grant, [newId(), CLERK_POST, 'dossier.file', '1.001193', '2026-01-01', '2026-11-23']);
      await tx.execute(grant, [newId(), CLERK_POST, 'dossier.no-longer-known', null, '2026-01-01', null]);
    });
    const principal = (await directory.findPrincipal(OFFICER))!;
    const place = { unitId: 'c26068.centre', procedureCode: '1.004873' };
    expect([may(principal, 'dossier.receive', place), may(principal, 'dossier.file', place)]).toEqual([false, true]);
  });

  test('a wrong password and an unknown account get the same answer', async () => {
    expect(await codeOf(attempt('sai'))).toBe('sign-in.wrong');
    expect(await codeOf(attempt(PASSWORD, 'nobody.here'))).toBe('sign-in.wrong');
  });

  test('an account that was closed neither signs in nor stays signed in', async () => {
    const { token } = await attempt(PASSWORD);
    await database.transaction(SYSTEM, (tx) => tx.execute('UPDATE officer SET active = false'));
    directory.forget(OFFICER);
    try {
      expect(await codeOf(attempt(PASSWORD))).toBe('sign-in.wrong');
      expect(await authenticate.find(token, BROWSER)).toBeUndefined();
    } finally {
      await database.transaction(SYSTEM, (tx) => tx.execute('UPDATE officer SET active = true'));
    }
  });
});

describe('wrong guesses', () => {
  test('five, and even the right password waits a quarter of an hour', async () => {
    for (let guess = 1; guess <= 5; guess += 1) expect(await codeOf(attempt('sai'))).toBe('sign-in.wrong');
    await expect(attempt(PASSWORD)).rejects.toMatchObject({ code: 'request.too-many', details: { params: { minutes: 15 } } });
    clock.advance({ minutes: 14 });
    await expect(attempt(PASSWORD)).rejects.toMatchObject({ code: 'request.too-many', details: { params: { minutes: 1 } } });
    clock.advance({ minutes: 1 });
    expect(await codeOf(attempt(PASSWORD))).toBe('done');
  });

  test('hold for that account at that address only, and a success forgives them', async () => {
    for (let guess = 1; guess <= 4; guess += 1) await codeOf(attempt('sai'));
    expect(await codeOf(attempt(PASSWORD))).toBe('done');
    for (let guess = 1; guess <= 5; guess += 1) expect(await codeOf(attempt('sai'))).toBe('sign-in.wrong');
    expect(await codeOf(attempt(PASSWORD, 'be.tran', '10.0.0.8'))).toBe('done');
  });

  test('sent all at once, no more than five are judged', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => codeOf(throttle.take(LOOK_UP_RULE, '10.0.0.7'))));
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(5);
    expect(answers.filter((answer) => answer === 'request.too-many')).toHaveLength(25);
  });

  test('over many accounts from one address come to an end too', async () => {
    const answers: string[] = [];
    for (let guess = 0; guess <= SIGN_IN_ADDRESS_RULE.attempts; guess += 1) answers.push(await codeOf(throttle.take(SIGN_IN_ADDRESS_RULE, '10.0.0.7')));
    expect(answers.indexOf('request.too-many')).toBe(SIGN_IN_ADDRESS_RULE.attempts);
  });

  test('what was no miss is given back', async () => {
    for (let visit = 1; visit <= 20; visit += 1) {
      await throttle.take(SIGN_IN_RULE, 'x');
      await throttle.giveBack(SIGN_IN_RULE, 'x');
    }
    expect(await codeOf(throttle.take(SIGN_IN_RULE, 'x'))).toBe('done');
  });

  test('are counted without writing down account or address', async () => {
    await codeOf(attempt('sai'));
    const rows = await database.transaction(SYSTEM, (tx) => tx.rows('SELECT * FROM throttle'));
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/be\.tran|10\.0\.0\.7/);
  });
});

describe('a session', () => {
  test('ends after half an hour of silence', async () => {
    const { token } = await attempt(PASSWORD);
    clock.advance({ minutes: 29 });
    expect(await authenticate.find(token, BROWSER)).toBeDefined();
    clock.advance({ minutes: 29 });
    expect(await authenticate.find(token, BROWSER)).toBeDefined();
    clock.advance({ minutes: 30 });
    expect(await authenticate.find(token, BROWSER)).toBeUndefined();
  });

  test('ends after eight hours however busy', async () => {
    const { token } = await attempt(PASSWORD);
    for (let quarter = 1; quarter < 32; quarter += 1) {
      clock.advance({ minutes: 15 });
      expect(await sessions.find(token, BROWSER)).toBeDefined();
    }
    clock.advance({ minutes: 15 });
    expect(await sessions.find(token, BROWSER)).toBeUndefined();
  });

  test('is stored under the digest of its token and without a word on the browser or the address', async () => {
    const { token } = await attempt(PASSWORD);
    const rows = await database.transaction(SYSTEM, (tx) => tx.rows<{ id: string }>('SELECT * FROM session'));
    expect(rows.map((row) => row.id)).toEqual([sha256Hex(token)]);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toMatch(/Mozilla|10\.0\.0\.7/);
  });

  test('shown by another browser is taken for stolen and ends', async () => {
    const { token } = await attempt(PASSWORD);
    expect(await sessions.find(token, 'curl/8')).toBeUndefined();
    expect(await sessions.find(token, BROWSER)).toBeUndefined();
  });

  test('closed, it is gone; a made-up token was never there', async () => {
    const { token, session } = await attempt(PASSWORD);
    await sessions.close(session.id);
    expect(await authenticate.find(token, BROWSER)).toBeUndefined();
    expect(await authenticate.find('made-up', BROWSER)).toBeUndefined();
    expect(await authenticate.find(undefined, BROWSER)).toBeUndefined();
  });
});
