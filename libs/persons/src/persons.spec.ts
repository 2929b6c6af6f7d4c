import { describe, expect, test } from '@jest/globals';
import type { Transaction } from '@app/database';
import { checkPersonalId, demonstrationCitizens, offersFor, papersInForce, PersonsService, seedPersons, type LogQuery, type Look } from './index.js';
import { readDemonstrationPeople, seedId } from './seed/data.js';
import { seededRegistry } from './testing/seeded-registry.js';

const TODAY = '2026-11-22';
const ALL: LogQuery = { now: Temporal.Now.instant(), withOwn: true, offset: 0, limit: 100 };
const OFFICER = '00000000-0000-4000-8000-000000000001';
const DOSSIER = '00000000-0000-4000-8000-0000000000d1';
const look: Look = { reader: { kind: 'officer', officerId: OFFICER, unitId: 'c26068.centre', role: 'receiving-clerk' }, purpose: 'Tiếp nhận hồ sơ', procedureCode: '1.001193' };

describe('persons on a real database', () => {
  const persons = new PersonsService();
  const { run, as } = seededRegistry();
  const namesFor = (text: string) => run(async (tx) => (await persons.search(tx, { ...look, text })).map(({ fullName }) => fullName));

  test('the demonstration holds at least 60 people with numbers that raise no warning; seeding again changes nothing', async () => {
    const { people, papers } = readDemonstrationPeople();
    expect(people.length).toBeGreaterThanOrEqual(60);
    expect(people.flatMap(({ personalId, sex, birthDate }) => checkPersonalId(personalId, { sex, birthYear: Number(birthDate.slice(0, 4)) }))).toEqual([]);
    const state = (tx: Transaction) => tx.rows('SELECT (SELECT count(*)::int FROM person) AS people, (SELECT count(*)::int FROM paper_on_file WHERE person_id IS NOT NULL) AS papers, (SELECT count(*)::int FROM relation) AS relations');
    const before = await run(state);
    await run((tx) => seedPersons(tx, '2027-01-01'));
    expect(await run(state)).toEqual(before);
    expect(before).toMatchObject([{ people: people.length, papers: papers.length }]);
  });

  test('the people of the near commune come first, those of others stay', async () => {
    const search = (nearCommune?: string) => run((tx) => persons.search(tx, { ...look, text: 'hoa', nearCommune }));
    const [far, near] = await Promise.all([search(), search('26206')]);
    expect(near.slice(0, 2).map(({ fullName }) => fullName)).toEqual(['Nguyễn Thị Hòa Bình', 'Nguyễn Văn Hoá']);
    expect(near.slice(2)).toEqual(far.filter(({ id }) => id !== near[0]!.id && id !== near[1]!.id));
  });

  test('a name is found in any spelling, sorted by given name', async () => {
    expect(await namesFor('nguyen van hoa')).toEqual(['Nguyễn Văn Hoà', 'Nguyễn Văn Hoá']);
    expect(await namesFor('Lê thị HOÁ')).toEqual(['Lê Thị Hóa']);
    expect(await namesFor('hoa')).toEqual([
      'Nguyễn Hoàng Bảo An', 'Nguyễn Thị Hòa Bình', 'Dương Thị Hoa', 'Lê Thị Hóa', 'Nguyễn Văn Hoà', 'Nguyễn Văn Hoá', 'Bùi Hoàng Long',
      'Nguyễn Hoàng Nam', 'Đinh Thị Hoài Thu', 'Hoàng Thị Xuân',
    ]);
    expect(await namesFor('dieu khanh')).toEqual(['Điểu Khánh']);
    for (const none of ['h', '%%', '__', 'hoa 1', '']) expect([none, await namesFor(none)]).toEqual([none, []]);
  });

  test('a list shows masked numbers only; a whole number or telephone finds its person', async () => {
    const nam = readDemonstrationPeople().people.find(({ key }) => key === 'bh-nam')!;
    const hits = await run((tx) => persons.search(tx, { ...look, text: nam.personalId.replace(/(...)(?=.)/g, '$1 ') }));
    expect(hits).toEqual([
      { id: seedId('bh-nam'), fullName: 'Nguyễn Hoàng Nam', maskedId: `0750******${nam.personalId.slice(-2)}`, sex: 'male', birthDate: '1994-09-05', address: '12/4 khu phố 3, phường Biên Hoà, thành phố Đồng Nai', alive: true },
    ]);
    expect(await namesFor(`+84${nam.phone!.slice(1)}`)).toEqual(['Nguyễn Hoàng Nam']);
    expect(await namesFor(nam.personalId.slice(0, 11))).toEqual([]);
  });

  test('each look leaves its line, which the person can read; no purpose, no data', async () => {
    const id = seedId('bh-ha');
    await run((tx) => persons.search(tx, { ...look, text: 'Phạm Thị Thu Hà' }));
    await run((tx) => persons.getPerson(tx, id, { ...look, dossierId: DOSSIER }));
    const { entries: log } = await run((tx) => persons.readLogOf(tx, id, ALL));
    expect(log.slice(0, 2)).toMatchObject([
      { readerKind: 'officer', officerId: OFFICER, unitId: 'c26068.centre', role: 'receiving-clerk', dossierId: DOSSIER, procedureCode: '1.001193', purpose: 'Tiếp nhận hồ sơ', what: ['identity', 'family', 'papers'] },
      { dossierId: null, what: ['listed'] },
    ]);
    expect(Math.abs(Temporal.Instant.from(log[0]!.at).epochMilliseconds - Date.now())).toBeLessThan(60_000);
    await expect(run((tx) => persons.getPerson(tx, id, { ...look, purpose: ' ' }))).rejects.toMatchObject({ code: 'reason.required' });
    await expect(run((tx) => persons.getPerson(tx, OFFICER, look))).rejects.toMatchObject({ code: 'person.unknown' });
    expect((await run((tx) => persons.readLogOf(tx, id, ALL))).total).toBe(log.length);
  });

  test('the application can neither change nor erase the log, nor delete a person', async () => {
    for (const statement of ['UPDATE person_read_log SET purpose = $1', 'DELETE FROM person_read_log WHERE purpose = $1', 'DELETE FROM person WHERE full_name = $1']) {
      await expect(run((tx) => tx.execute(statement, ['x']))).rejects.toThrow(/permission denied/);
    }
  });

  test("a citizen reads no one else's papers or log", async () => {
    const citizen = { kind: 'citizen', personId: seedId('bh-duyen') } as const;
    await run((tx) => persons.getPerson(tx, seedId('bh-nam'), look));
    await as(citizen, async (tx) => {
      const own = await persons.getPerson(tx, citizen.personId, { reader: citizen, purpose: 'Xem dữ liệu của tôi' });
      expect(papersInForce(own.papers, 'birth-proof', TODAY)).toHaveLength(1);
      expect((await persons.readLogOf(tx, citizen.personId, { ...ALL, limit: 1 })).entries).toMatchObject([{ readerKind: 'citizen', purpose: 'Xem dữ liệu của tôi' }]);
      const other = await persons.getPerson(tx, seedId('bh-nam'), { reader: citizen, purpose: 'Tò mò' });
      expect(other.papers).toEqual([]);
      expect(await persons.readLogOf(tx, seedId('bh-nam'), ALL)).toEqual({ entries: [], total: 0, months: [] });
    });
  });

  test('a family with an unregistered new-born: what the form may take from the file', async () => {
    const file = await run((tx) => persons.getPerson(tx, seedId('bh-duyen'), look));
    expect(file.maritalStatus).toBe('married');
    expect(file.family.map(({ kind, person }) => [kind, person.fullName])).toEqual([
      ['father', 'Trần Văn Đức'], ['mother', 'Phạm Thị Liên'], ['spouse', 'Nguyễn Hoàng Nam'], ['child', 'Nguyễn Hoàng Bảo An'],
    ]);
    const paths = ['owner.spouse.personalId', 'owner.papers.birth-proof.childBirthDate', 'owner.papers.birth-proof.childSex', 'owner.papers.marriage-certificate.number'];
    expect(offersFor(file, paths.map((path) => ({ pointer: path, path })), TODAY).map(({ value, assurance }) => [value, assurance])).toEqual([
      [file.family[2]!.person.personalId, 'register'], ['2026-11-17', 'born-digital-signed'], ['female', 'born-digital-signed'], [expect.any(String), 'scanned-signed'],
    ]);
  });

  test('single, divorced and widowed follow from the relations', async () => {
    const status = async (key: string) => (await run((tx) => persons.getPerson(tx, seedId(key), look))).maritalStatus;
    expect(await Promise.all(['bh-ha', 'bh-tung', 'tb-giang', 'bh-sau', 'dq-ut'].map(status))).toEqual(['single', 'divorced', 'divorced', 'widowed', 'widowed']);
  });

  test("a dossier's result goes on file once, and takes the place of the lost paper on both holders' files", async () => {
    const holders = [seedId('dq-hoa'), seedId('dq-hong')];
    const landOf = async (id: string) => papersInForce((await run((tx) => persons.getPerson(tx, id, look))).papers, 'land-certificate', TODAY);
    const [lost] = await landOf(holders[0]!);
    const result = {
      dossierId: DOSSIER, dossierCode: 'H19.26.12-261122-0001', personIds: holders, kind: 'land-certificate', name: lost!.name, number: 'AA 00000001', issuer: 'Văn phòng Đăng ký đất đai',
      issuedOn: TODAY, content: lost!.content, assurance: 'scanned-signed' as const, sha256: 'a'.repeat(64), replaces: lost!.id,
    };
    const first = await run((tx) => persons.recordResult(tx, result));
    expect(await run((tx) => persons.recordResult(tx, result))).toEqual(first);
    for (const [index, holder] of holders.entries()) {
      expect(await landOf(holder)).toMatchObject([{ id: first[index], number: 'AA 00000001', source: 'dossier', dossierCode: 'H19.26.12-261122-0001', content: { plotNumber: '214', mapSheet: '36' } }]);
    }
  });

  test('each citizen of the demonstration with a story can sign in', async () => {
    const citizens = demonstrationCitizens();
    expect(citizens).toHaveLength(10);
    for (const { personalId, name } of citizens) {
      expect(await run((tx) => persons.findByPersonalId(tx, personalId))).toMatchObject({ fullName: name });
    }
  });

  test('a citizen is known by the personal ID while alive', async () => {
    const { people } = readDemonstrationPeople();
    const number = (key: string) => people.find((person) => person.key === key)!.personalId;
    await run(async (tx) => {
      expect(await persons.findByPersonalId(tx, number('bh-ha'))).toEqual({ id: seedId('bh-ha'), fullName: 'Phạm Thị Thu Hà' });
      expect(await persons.findByPersonalId(tx, number('bh-tu'))).toBeUndefined();
    });
  });

  test('a registered death ends a life and its marriage on file; a corrected day moves both; a stranger changes nothing', async () => {
    const died = (diedOn: string, personalId = '075048453165') => run((tx) => persons.recordDeath(tx, { dossierId: DOSSIER, authority: 'UBND phường', personalId, diedOn, registeredOn: '2026-11-23' }));
    const state = () => run((tx) => tx.rows(
      `SELECT p.alive, p.died_on::text AS died, r.until::text AS until, r.ended_by AS cause FROM person p JOIN relation r ON r.kind = 'spouse' AND p.id IN (r.person_id, r.other_id) WHERE p.id = $1 LIMIT 1`, [seedId('dq-muoi')]));
    expect(await died('2026-11-20')).toBe(seedId('dq-muoi'));
    expect(await state()).toEqual([{ alive: false, died: '2026-11-20', until: '2026-11-20', cause: 'death' }]);
    expect(await died('2026-11-19')).toBe(seedId('dq-muoi'));
    expect(await state()).toEqual([{ alive: false, died: '2026-11-19', until: '2026-11-19', cause: 'death' }]);
    expect(await died('2026-11-20', '999999999999')).toBeUndefined();
  });
});
