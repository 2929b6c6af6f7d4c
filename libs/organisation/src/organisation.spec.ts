import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { formatInterval, openIntervals } from '@app/calendar';
import { createDataSource, Database, startTestDatabase, SYSTEM, type TestDatabase, type Transaction } from '@app/database';
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD, findOfficerByLogin, importUnits, OrganisationService, postsIn, postsOf, seedOrganisation, verifyPassword } from './index.js';

describe('the organisation on a real database', () => {
  let server: TestDatabase;
  let source: DataSource;
  let database: Database;
  let organisation: OrganisationService;
  const run = <T>(work: (tx: Transaction) => Promise<T>) => database.transaction(SYSTEM, work);

  beforeAll(async () => {
    server = await startTestDatabase();
    source = await createDataSource({ url: server.applicationUrl, role: 'application' }).initialize();
    database = new Database(source);
    organisation = new OrganisationService(database);
    await run(seedOrganisation);
  }, 60_000);

  afterAll(async () => {
    await source?.destroy();
    await server?.stop();
  });

  test('holds the nation, 34 provinces and 3,321 communes, and the demonstration beneath', async () => {
    const counts = await run((tx) => tx.rows<{ kind: string; count: number }>('SELECT kind, count(*)::int FROM unit GROUP BY kind ORDER BY kind'));
    expect(Object.fromEntries(counts.map(({ kind, count }) => [kind, count]))).toEqual({
      nation: 1, province: 34, commune: 3321, centre: 5, office: 4, division: 8, department: 7, 'land-registration-office': 1, agency: 5,
    });
    expect(await run((tx) => tx.one('SELECT count(*)::int FROM unit WHERE path <@ $1', ['vn.p75.c26068']))).toEqual({ count: 6 });
  });

  test('seeding again changes nothing', async () => {
    const state = (tx: Transaction) => tx.rows('SELECT officer.*, unit_id, role FROM officer JOIN post ON officer_id = officer.id ORDER BY login');
    const before = await run(state);
    await run(seedOrganisation);
    expect(await run(importUnits)).toBe(0);
    expect(await run(state)).toEqual(before);
  });

  test('resolves what a process names, as seen from the receiving unit', async () => {
    const resolve = async (path: string, from: string) => (await organisation.resolveUnit(path, from)).id;
    expect(await resolve('commune/justice', 'c26068.centre')).toBe('c26068.office');
    expect(await resolve('commune/records', 'c25405.centre')).toBe('c25405.office');
    expect(await resolve('commune/land', 'c26248')).toBe('c26248.economy');
    expect(await resolve('commune/committee', 'c26206.centre')).toBe('c26206');
    expect(await resolve('province/land-registration', 'c26206.centre')).toBe('p75.land-registration');
    expect(await resolve('province/centre', 'p75.justice')).toBe('p75.centre');
    await expect(resolve('commune/justice', 'c00004')).rejects.toMatchObject({ code: 'unit.unresolved' });
    await expect(resolve('commune/justice', 'p75.centre')).rejects.toMatchObject({ code: 'unit.unresolved' });
  });

  test('finds units whatever the accents, and a sub-unit takes over what its committee says', async () => {
    expect((await organisation.findUnits({ text: 'xa bom bo', kind: 'commune' })).map(({ id }) => id)).toEqual(['c25405']);
    expect((await organisation.findUnits({ text: 'biên hóa', kind: 'commune' })).map(({ shortName }) => shortName.vi)).toEqual(['Phường Biên Hoà']);
    const centre = await organisation.getUnit('c26068.centre');
    expect(centre).toMatchObject({ codeSegment: 'H19.26.01', codeInvented: true, placeName: 'Biên Hoà', placeCode: '26068', documentSymbol: 'TTPVHCC' });
    await expect(organisation.getUnit('c99999')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('every demonstration account signs in with the one password and holds its post', async () => {
    const account = DEMONSTRATION_ACCOUNTS.find(({ login }) => login === 'thamdinh.vpdk');
    expect(account).toMatchObject({ role: 'reviewer', unitId: 'p75.land-registration' });
    await run(async (tx) => {
      const officer = await findOfficerByLogin(tx, ' ThamDinh.vpdk ');
      expect(officer).toMatchObject({ login: 'thamdinh.vpdk', fullName: account?.name, active: true });
      expect(await verifyPassword(officer?.passwordHash ?? '', DEMONSTRATION_PASSWORD)).toBe(true);
      expect(await verifyPassword(officer?.passwordHash ?? '', 'MotCua@2025')).toBe(false);
      expect(await postsOf(tx, officer?.id ?? '', '2026-11-22')).toMatchObject([{ unitId: 'p75.land-registration', role: 'reviewer' }]);
      expect(await postsOf(tx, officer?.id ?? '', '2025-06-30')).toEqual([]);
      expect((await postsIn(tx, 'c26068.centre', '2026-11-22', ['receiving-clerk'])).map(({ officerName }) => officerName)).toEqual(['Nguyễn Thị Thanh Hương', 'Trần Quốc Bảo']);
    });
    // Two officers hold a second post: the land officer seconded to the counter, the reviewer who keeps the records.
    expect((await run((tx) => tx.rows('SELECT FROM officer JOIN post ON officer_id = officer.id'))).length).toBe(DEMONSTRATION_ACCOUNTS.length + 2);
  });

  test('the calendar takes the hours of the nearest unit that announced any', async () => {
    const opening = async (id: string, at: string) => openIntervals(await organisation.unitCalendar(id), at).intervals.map(formatInterval);
    expect(await opening('c26248.centre', '2026-11-23')).toEqual(['07:00-11:30', '13:30-17:00']);
    expect(await opening('c26248.centre', '2026-11-28')).toEqual(['07:30-11:30']);
    expect(await opening('c26068.office', '2026-11-23')).toEqual(['07:30-11:30', '13:00-17:00']);
    expect(await opening('c26068.office', '2026-11-28')).toEqual([]);
    expect(await opening('c00004', '2026-11-23')).toEqual(['07:30-11:30', '13:30-17:00']);
  });

  test('a day of the commune goes before the nation\'s, once the cache is told', async () => {
    const opening = async () => openIntervals(await organisation.unitCalendar('c25405.centre'), '2026-11-24').intervals.map(formatInterval);
    expect(await opening()).toEqual([]); // Ngày Văn hóa Việt Nam
    await run((tx) =>
      tx.execute(`INSERT INTO calendar_day (unit_id, date, kind, hours, name_vi, name_en, source)
        VALUES ('c25405', '2026-11-24', 'holiday', '{07:00-09:00}', 'Trực ngày lễ', 'On call', '{"vi":"Lịch trực","en":"Rota"}')`),
    );
    organisation.invalidate();
    expect(await opening()).toEqual(['07:00-09:00']);
  });

  test('nothing of the organisation can be deleted by the application', async () => {
    await expect(run((tx) => tx.execute('DELETE FROM post'))).rejects.toThrow(/permission denied/);
  });
});
