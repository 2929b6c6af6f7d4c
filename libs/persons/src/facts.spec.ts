import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '@app/kernel';
import { PersonsService, type FactOrigin, type Look } from './index.js';
import { seedId } from './seed/data.js';
import { seededRegistry } from './testing/seeded-registry.js';

const DOSSIER = '00000000-0000-4000-8000-0000000000d1';
const OFFICER = '00000000-0000-4000-8000-000000000001';
const look: Look = { reader: { kind: 'officer', officerId: OFFICER, unitId: 'c26068.centre', role: 'receiving-clerk' }, purpose: 'Xem lịch sử dữ liệu' };
const address = (detail: string) => ({ provinceCode: '75', communeCode: '26068', detail, text: `${detail}, phường Biên Hoà` });
const dossier = (asOf: string, dossierId = DOSSIER): FactOrigin => ({ source: 'dossier', authority: 'UBND phường Biên Hoà', asOf, dossierId });

describe('facts about people', () => {
  const persons = new PersonsService();
  const { run, as } = seededRegistry();
  const factsOf = (id: string, attribute?: string) => run(async (tx) => (await persons.factsOf(tx, id, look)).filter((fact) => attribute === undefined || fact.attribute === attribute));
  const personOf = (id: string) => run(async (tx) => (await persons.getPerson(tx, id, look)).person);
  const birth = { dossierId: DOSSIER, authority: 'UBND phường Biên Hoà', registeredOn: '2026-11-23', fullName: 'Nguyễn Hoàng Bảo Ngọc', sex: 'female', birthDate: '2026-11-18', ethnicity: 'Kinh', nationality: 'Việt Nam', birthPlace: 'Bệnh viện', homeTown: null, motherPersonalId: '075196152243' } as const;

  test('every value that is shown of anybody stands in a fact with source and day', async () => {
    const [unexplained] = await run((tx) => tx.rows(
      `SELECT count(*)::int AS people, count(*) FILTER (WHERE (SELECT jsonb_object_agg(attribute, value) FROM person_fact_shown f WHERE f.person_id = p.id AND other_id IS NULL AND value IS NOT NULL)
          IS DISTINCT FROM jsonb_strip_nulls(jsonb_build_object('personalId', personal_id, 'fullName', full_name, 'sex', sex, 'birthDate', birth_date, 'ethnicity', ethnicity, 'nationality', nationality,
            'birthPlace', birth_place, 'homeTown', home_town, 'permanentAddress', permanent_address, 'phone', phone, 'email', email, 'death', CASE WHEN NOT alive THEN coalesce(to_jsonb(died_on), 'true') END)))::int AS wrong
         FROM person p`));
    expect(unexplained).toMatchObject({ wrong: 0 });
    const relations = await run((tx) => tx.one<{ shown: number; explained: number }>(
      `SELECT (SELECT count(*) FROM relation)::int AS shown, (SELECT count(*) FROM relation r JOIN person_fact_shown f ON (f.person_id, f.attribute, f.other_id) = (r.person_id, r.kind, r.other_id) WHERE f.source = r.source)::int AS explained`));
    expect(relations.shown).toBe(relations.explained);
  });

  test('nobody can overwrite a value or a fact, not even the application', async () => {
    for (const statement of ['UPDATE person SET full_name = $1', 'UPDATE relation SET until = NULL WHERE source = $1', 'UPDATE person_fact SET reason = $1', 'DELETE FROM person_fact WHERE reason = $1']) {
      await expect(run((tx) => tx.execute(statement, ['x']))).rejects.toThrow(/permission denied/);
    }
  });

  test('a move shows the new address and keeps the old one, each with its source', async () => {
    const id = seedId('bh-ha');
    const old = (await personOf(id)).permanentAddress!;
    const registered = { personId: id, address: address('7 khu phố 9'), origin: dossier('2026-11-20') };
    await run((tx) => persons.recordAddress(tx, registered));
    await run((tx) => persons.recordAddress(tx, registered));
    expect(await factsOf(id, 'permanentAddress')).toMatchObject([
      { value: address('7 khu phố 9'), source: 'dossier', authority: 'UBND phường Biên Hoà', asOf: '2026-11-20', dossierId: DOSSIER, isShown: true, isCorrected: false },
      { value: old, source: 'population-register', asOf: '2026-10-01', dossierId: null, isShown: false, isCorrected: false },
    ]);
    expect(await personOf(id)).toMatchObject({
      permanentAddress: address('7 khu phố 9'), source: 'population-register', asOf: '2026-10-01',
      provenance: { permanentAddress: { source: 'dossier', asOf: '2026-11-20', dossierId: DOSSIER }, fullName: { source: 'population-register', asOf: '2026-10-01' } },
    });
  });

  test('a correction has reason and authority, once; the wrong value stays readable', async () => {
    const id = seedId('bh-tung');
    const [wrong] = await factsOf(id, 'birthPlace');
    const correct = (reason: string) => run((tx) => persons.correctFact(tx, {
      factId: wrong!.id, value: 'thành phố Huế', reason, origin: { source: 'civil-status-register', authority: 'Sở Tư pháp', officerId: OFFICER },
    }));
    await expect(correct(' ')).rejects.toMatchObject({ code: 'reason.required' });
    await correct('Trích lục gốc ghi thành phố Huế');
    await expect(correct('Lần nữa')).rejects.toMatchObject({ code: 'fact.corrected' });
    expect(await factsOf(id, 'birthPlace')).toMatchObject([
      { value: 'thành phố Huế', corrects: wrong!.id, reason: 'Trích lục gốc ghi thành phố Huế', authority: 'Sở Tư pháp', recordedBy: OFFICER, asOf: '2026-10-01', isShown: true },
      { value: wrong!.value, isShown: false, isCorrected: true },
    ]);
    expect((await personOf(id)).birthPlace).toBe('thành phố Huế');
  });

  test('correcting an old address does not bring it back', async () => {
    const id = seedId('bh-ha');
    const [, old] = await factsOf(id, 'permanentAddress');
    await run((tx) => persons.correctFact(tx, { factId: old!.id, value: address('12 khu phố 1'), reason: 'Ghi sai số nhà', origin: { source: 'population-register', authority: 'Công an' } }));
    expect((await personOf(id)).permanentAddress).toEqual(address('7 khu phố 9'));
  });

  test('a name is found by its new spelling as soon as it is a fact', async () => {
    const id = seedId('bh-sau');
    await run((tx) => persons.recordFacts(tx, id, [{ attribute: 'fullName', value: 'Trương Thị Sáu Mươi' }], dossier('2026-11-23')));
    expect((await run((tx) => persons.search(tx, { ...look, text: 'truong thi sau muoi' }))).map((hit) => hit.id)).toEqual([id]);
  });

  test('a birth, its correction and its repetition: the certificate corrects the file, and a parent named by mistake is taken back', async () => {
    const childId = await run((tx) => persons.recordBirth(tx, { ...birth, fatherPersonalId: '075065112648' }));
    const family = () => run(async (tx) => (await persons.getPerson(tx, childId, look)).family.map(({ kind, person }) => [kind, person.fullName]));
    expect(await family()).toEqual([['father', 'Nguyễn Văn Hoà'], ['mother', 'Trần Thị Mỹ Duyên']]);
    const before = (await factsOf(childId)).length;
    expect(await run((tx) => persons.recordBirth(tx, { ...birth, fatherPersonalId: '075065112648' }))).toBe(childId);
    expect((await factsOf(childId)).length).toBe(before);
    await run(async (tx) => {
      await persons.recordResult(tx, { dossierId: DOSSIER, dossierCode: 'H19.26.12-261123-0001', personIds: [childId], kind: 'birth-certificate', name: { vi: 'Giấy khai sinh', en: 'Birth certificate' }, number: '1', issuer: 'UBND', issuedOn: '2026-11-23', content: {}, assurance: 'register', sha256: 'a'.repeat(64) });
      expect(await persons.recordBirth(tx, { ...birth, fullName: 'Nguyễn Hoàng Bảo Ngân' })).toBe(childId);
    });
    expect((await personOf(childId)).fullName).toBe('Nguyễn Hoàng Bảo Ngân');
    expect(await family()).toEqual([['mother', 'Trần Thị Mỹ Duyên']]);
    expect((await factsOf(childId, 'fullName')).map(({ value, reason }) => [value, reason])).toEqual([['Nguyễn Hoàng Bảo Ngân', 'Kết quả của hồ sơ đã được đính chính'], ['Nguyễn Hoàng Bảo Ngọc', null]]);
  });

  test('a death ends the marriage on both files; taken back, the person lives and is married', async () => {
    const [he, she] = [seedId('bh-nam'), seedId('bh-duyen')];
    await run((tx) => persons.recordDeath(tx, { dossierId: DOSSIER, authority: 'UBND phường Biên Hoà', personalId: '075094144324', diedOn: '2026-11-19', registeredOn: '2026-11-23' }));
    const status = () => run(async (tx) => (await persons.getPerson(tx, she, look)).maritalStatus);
    expect([await status(), await personOf(he)]).toMatchObject(['widowed', { alive: false, diedOn: '2026-11-19' }]);
    const take = async (id: string, attribute: string, value: null | { since?: string }) => {
      for (const fact of (await factsOf(id, attribute)).filter(({ dossierId, isCorrected }) => dossierId === DOSSIER && !isCorrected)) {
        await run((tx) => persons.correctFact(tx, { factId: fact.id, value, reason: 'Khai tử nhầm người', origin: { source: 'civil-status-register', authority: 'Sở Tư pháp' } }));
      }
    };
    await take(he, 'death', null);
    await take(he, 'spouse', {});
    await take(she, 'spouse', {});
    expect([await status(), await personOf(he)]).toMatchObject(['married', { alive: true, diedOn: null }]);
  });

  test('a marriage and a divorce say themselves on both files', async () => {
    const pair = [seedId('bh-ha'), seedId('bh-tung')] as const;
    const statuses = () => run((tx) => Promise.all(pair.map(async (id) => (await persons.getPerson(tx, id, look)).maritalStatus)));
    await run((tx) => persons.recordMarriage(tx, { personIds: pair, since: '2026-11-20', origin: dossier('2026-11-20') }));
    expect(await statuses()).toEqual(['married', 'married']);
    await run((tx) => persons.recordMarriage(tx, { personIds: pair, since: '2026-11-20', until: '2026-11-22', endedBy: 'divorce', origin: { source: 'court', authority: 'Tòa án', asOf: '2026-11-22' } }));
    expect(await statuses()).toEqual(['divorced', 'divorced']);
  });

  test("a citizen reads no one else's facts", async () => {
    const citizen = { kind: 'citizen', personId: seedId('bh-duyen') } as const;
    await as(citizen, async (tx) => {
      expect((await persons.factsOf(tx, citizen.personId, { reader: citizen, purpose: 'Xem dữ liệu của tôi' })).length).toBeGreaterThan(8);
      expect(await persons.factsOf(tx, seedId('bh-nam'), { reader: citizen, purpose: 'Tò mò' })).toEqual([]);
    });
  });

  test('whatever the order in which they arrive, the same facts show the same person', async () => {
    const word = fc.record({ asOf: fc.integer({ min: 1, max: 28 }), place: fc.constantFrom('Huế', 'Vinh', 'Cà Mau') });
    await fc.assert(fc.asyncProperty(fc.uniqueArray(word, { minLength: 1, maxLength: 4, selector: ({ asOf }) => asOf }), async (words) => {
      const shown = await Promise.all([words, words.toReversed()].map((order) => run(async (tx) => {
        const id = newId();
        await tx.execute(`INSERT INTO person (id, full_name, name_folded, sex, source, as_of) VALUES ($1, 'Thử Nghiệm', 'thu nghiem', 'male', 'population-register', '2020-01-01')`, [id]);
        for (const { asOf, place } of order) await persons.recordFacts(tx, id, [{ attribute: 'homeTown', value: place }], dossier(`2026-01-${String(asOf).padStart(2, '0')}`, newId()));
        return (await persons.getPerson(tx, id, look)).person.homeTown;
      })));
      const newest = words.toSorted((one, other) => other.asOf - one.asOf)[0]!.place;
      expect(shown).toEqual([newest, newest]);
    }), { numRuns: 15 });
  });
});
