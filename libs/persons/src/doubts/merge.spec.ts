import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Transaction } from '@app/database';
import { fold, newId } from '@app/kernel';
import { PersonsService, SubjectsService, type DoubtDecision, type Look } from '../index.js';
import { seedId } from '../seed/data.js';
import { seededRegistry } from '../testing/seeded-registry.js';

const [ONE, TWO] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'] as const;
const OFFICE = { kind: 'officer', officerId: ONE, units: ['c26068.office'] } as const;
const look: Look = { reader: { kind: 'officer', officerId: ONE, unitId: 'c26068.office', role: 'case-officer' }, purpose: 'Xem xét nghi vấn' };
const address = { provinceCode: '75', communeCode: '26068', detail: '5', text: '5 khu phố 1, phường Biên Hoà' };

describe('merging', () => {
  const persons = new PersonsService();
  const { as } = seededRegistry();
  const run = <T>(work: (tx: Transaction) => Promise<T>) => as(OFFICE, work);
  const act = (doubtId: string, officerId: string, reason = 'Đã đối chiếu sổ hộ tịch') => ({ doubtId, officerId, reason, authority: 'Văn phòng UBND phường Biên Hoà', at: '2026-11-23T03:00:00Z', on: '2026-11-23' });
  const add = (fullName: string, birthDate: string, more: { personalId?: string; phone?: string; source?: string; asOf?: string } = {}) => run(async (tx) => {
    const id = newId();
    await tx.execute(`INSERT INTO person (id, full_name, name_folded, sex, birth_date, permanent_address, personal_id, phone, source, as_of) VALUES ($1, $2, $3, 'female', $4, $5, $6, $7, $8, $9)`,
      [id, fullName, fold(fullName), birthDate, JSON.stringify(address), more.personalId ?? null, more.phone ?? null, more.source ?? 'civil-status-register', more.asOf ?? '2026-01-01']);
    return id;
  });
  const doubtOf = (id: string, kind = 'twin') => run((tx) => tx.one<{ id: string; state: string }>('SELECT id, state FROM person_doubt WHERE $1 IN (person_id, other_person_id) AND kind = $2', [id, kind]));
  const search = async (text: string) => (await run((tx) => persons.search(tx, { ...look, text }))).map(({ id }) => id);
  const open = (id: string) => run((tx) => persons.getPerson(tx, id, look));
  const rows = () => run((tx) => tx.rows(`SELECT to_jsonb(person) - 'provenance' AS row FROM person UNION ALL SELECT to_jsonb(relation) FROM relation ORDER BY 1`));

  test('two officers make one person of two records; everything of both is found under one; undone, each is as it was', async () => {
    const standing = await add('Quách Thị Én', '1959-09-09', { personalId: '075159000001', source: 'population-register', phone: '0909000111' });
    const other = await add('Quach Thi En', '1959-09-09', { asOf: '2025-01-01' });
    const child = seedId('bh-ha');
    await run((tx) => tx.execute(`INSERT INTO relation (person_id, kind, other_id, source) VALUES ($1, 'mother', $2, 'civil-status-register')`, [child, other]));
    await run((tx) => persons.recordResult(tx, { dossierId: newId(), dossierCode: 'X', personIds: [other], kind: 'extract', name: { vi: 'Trích lục', en: 'Extract' }, number: '1', issuer: 'UBND', issuedOn: '2026-01-01', content: {}, assurance: 'register', sha256: 'b'.repeat(64) }));
    expect(await run((tx) => persons.findDoubts(tx, [other]))).toBe(1);
    const before = await rows();
    const { id } = await doubtOf(other);

    await run((tx) => persons.decideDoubt(tx, 'same', act(id, ONE)));
    expect(await rows()).toEqual(before);
    await expect(run((tx) => persons.approveMerger(tx, act(id, ONE)))).rejects.toMatchObject({ code: 'doubt.own-decision' });
    expect(await run((tx) => persons.approveMerger(tx, act(id, TWO)))).toBe(standing);

    for (const text of ['quach thi en', '075159000001', '0909000111']) expect([text, await search(text)]).toEqual([text, [standing]]);
    for (const either of [standing, other]) {
      const file = await open(either);
      expect([file.person.id, file.papers.length, file.family.map(({ kind, person }) => [kind, person.id])]).toEqual([standing, 1, [['child', child]]]);
    }
    expect((await open(child)).family.find(({ kind }) => kind === 'mother')?.person).toMatchObject({ id: standing, personalId: '075159000001' });
    expect((await run((tx) => persons.factsOf(tx, standing, look))).filter(({ attribute }) => attribute === 'fullName').map(({ value, isShown }) => [value, isShown])).toEqual([['Quách Thị Én', true], ['Quach Thi En', false]]);
    expect(await run((tx) => persons.findByPersonalId(tx, '075159000001'))).toMatchObject({ id: standing });

    await run((tx) => persons.undoMerger(tx, act(id, TWO, 'Là hai chị em họ')));
    expect(await rows()).toEqual(before);
    expect((await doubtOf(other)).state).toBe('undone');
    await expect(run((tx) => persons.undoMerger(tx, act(id, TWO)))).rejects.toMatchObject({ code: 'doubt.settled' });
    expect(await run((tx) => persons.findDoubts(tx, [other, standing]))).toBe(0);
  });

  test('the household and the organisations of either record are those of the one person, and what ends is what was recorded', async () => {
    const subjects = new SubjectsService();
    const standing = await add('Quan Thị Ổi', '1961-04-04', { personalId: '075161000002', source: 'population-register' });
    const other = await add('Quan Thi Oi', '1961-04-04', { asOf: '2025-01-01' });
    const origin = { source: 'population-register', authority: 'Công an phường Biên Hoà', asOf: '2026-01-01' } as const;
    await run(async (tx) => {
      await subjects.joinHousehold(tx, { personId: other, relation: 'head', address, since: '2020-01-01', origin });
      await subjects.recordFacts(tx, { organisationId: seedId('organisation hai-dang') }, [{ attribute: 'authorised', personId: other, value: { since: '2026-01-01' } }], origin);
    });
    expect(await run((tx) => persons.findDoubts(tx, [other]))).toBe(1);
    const { id } = await doubtOf(other);
    await run((tx) => persons.decideDoubt(tx, 'same', act(id, ONE)));
    await run((tx) => persons.approveMerger(tx, act(id, TWO)));

    const household = () => run((tx) => subjects.householdOf(tx, standing, ['household.size'], look));
    expect((await household())?.members.map(({ person, relation }) => [person.id, relation])).toEqual([[standing, 'head']]);
    expect((await run((tx) => subjects.organisationsOf(tx, standing, '2026-11-23'))).map(({ role }) => role)).toEqual(['authorised']);
    const seen = await as({ kind: 'citizen', personId: standing }, (tx) => tx.one('select (select count(*) from household)::int as households, (select count(*) from organisation_role)::int as roles'));
    expect(seen).toEqual({ households: 1, roles: 1 });
    await run((tx) => subjects.leaveHousehold(tx, standing, { until: '2026-11-23', endedBy: 'removed' }, { ...origin, asOf: '2026-11-23' }));
    expect(await household()).toBeUndefined();
  });

  test('a number both records claim, or that only the merged one has, finds the one that stands', async () => {
    const one = await add('Ngân Thị Mai', '1970-02-02', { personalId: '075170000010', source: 'population-register', asOf: '2026-05-01' });
    const other = await add('Ngân Thị Mai', '1970-02-02', { personalId: '075170000019' });
    await run((tx) => persons.findDoubts(tx, [one]));
    const { id } = await doubtOf(one);
    await run((tx) => persons.decideDoubt(tx, 'same', act(id, TWO)));
    await run((tx) => persons.approveMerger(tx, act(id, ONE)));
    for (const number of ['075170000010', '075170000019']) expect(await search(number)).toEqual([one]);
    expect((await open(other)).person.personalId).toBe('075170000010');
    // Which number is right is asked now.
    const conflict = await doubtOf(one, 'conflict');
    await run((tx) => persons.decideDoubt(tx, 'keep-other', act(conflict.id, ONE, 'Thẻ căn cước ghi số này')));
    expect((await open(one)).person.personalId).toBe('075170000019');
    await run((tx) => persons.undoMerger(tx, act(id, ONE)));
    expect([(await open(one)).person.personalId, (await open(other)).person.personalId].filter((number) => number === '075170000019')).toHaveLength(1);
    expect((await doubtOf(one, 'number-clash')).state).toBe('open');
  });

  test('who was merged may be merged on, and each step taken back by itself', async () => {
    const [a, b, c] = [await add('Vi Thị Sen', '1980-03-03', { asOf: '2026-03-01' }), await add('Vi Thị Sen', '1980-03-03'), await add('Vi Thi Sen', '1980-03-03', { personalId: '075180000003' })];
    await run((tx) => persons.findDoubts(tx, [a, b, c]));
    const between = (one: string, other: string) => run((tx) => tx.one<{ id: string }>(`SELECT id FROM person_doubt WHERE kind = 'twin' AND person_id = ANY ($1) AND other_person_id = ANY ($1)`, [[one, other]]));
    const [ab, bc, ac] = [await between(a, b), await between(b, c), await between(a, c)];
    for (const { id } of [ab, bc, ac]) await run((tx) => persons.decideDoubt(tx, 'same', act(id, ONE)));
    await run((tx) => persons.approveMerger(tx, act(ab.id, TWO)));
    expect(await run((tx) => persons.approveMerger(tx, act(bc.id, TWO)))).toBe(c);
    expect([(await open(a)).person.id, (await open(b)).person.id, await search('vi thi sen')]).toEqual([c, c, [c]]);
    await expect(run((tx) => persons.approveMerger(tx, act(ac.id, TWO)))).rejects.toMatchObject({ code: 'doubt.settled' });
    await run((tx) => persons.undoMerger(tx, act(bc.id, TWO)));
    expect(new Set([(await open(a)).person.id, (await open(b)).person.id]).size).toBe(1);
    expect((await search('vi thi sen')).length).toBe(2);
  });

  test('a number somebody else holds becomes a doubt, and the rest is written', async () => {
    const [holder, newcomer] = [await add('Lò Thị Hai', '1991-01-01', { personalId: '075191000008' }), await add('Cầm Thị Ba', '1995-05-05')];
    const origin = { source: 'population-register', asOf: '2026-11-20' } as const;
    expect(await run((tx) => persons.recordFacts(tx, newcomer, [{ attribute: 'personalId', value: '075191000008' }, { attribute: 'ethnicity', value: 'Thái' }], origin))).toBe(1);
    expect((await open(newcomer)).person).toMatchObject({ personalId: null, ethnicity: 'Thái' });
    const { id } = await doubtOf(newcomer, 'number-clash');
    await expect(run((tx) => persons.decideDoubt(tx, 'different', act(id, ONE)))).rejects.toMatchObject({ code: 'doubt.not-possible' });
    await run((tx) => persons.decideDoubt(tx, 'keep-first', act(id, ONE, 'Số ghi nhầm cho bà Hai')));
    expect([(await open(newcomer)).person.personalId, (await open(holder)).person.personalId]).toEqual(['075191000008', null]);
    await expect(run((tx) => persons.decideDoubt(tx, 'keep-other', act(id, ONE)))).rejects.toMatchObject({ code: 'doubt.settled' });
  });

  test('a proposal sent back opens the doubt again and is kept; asking somebody leaves it open', async () => {
    const [one] = [await add('Hà Thị Thu', '1966-06-06'), await add('Hà Thị Thu', '1966-06-06')];
    await run((tx) => persons.findDoubts(tx, [one]));
    const { id } = await doubtOf(one);
    for (const decision of ['ask', 'same'] as DoubtDecision[]) await run((tx) => persons.decideDoubt(tx, decision, act(id, ONE)));
    await run((tx) => persons.declineMerger(tx, act(id, TWO, 'Chưa có giấy khai sinh')));
    expect(await run((tx) => tx.one('SELECT state, jsonb_array_length(declined) AS declined, declined -> 0 ->> $2 AS why FROM person_doubt WHERE id = $1', [id, 'reason']))).toEqual({ state: 'open', declined: 1, why: 'Chưa có giấy khai sinh' });
    await run((tx) => persons.decideDoubt(tx, 'different', act(id, TWO)));
    expect([(await doubtOf(one)).state, await run((tx) => persons.findDoubts(tx, [one]))]).toEqual(['decided', 0]);
  });

  test('whatever is merged and taken back, in any order, the records are in the end as they were', async () => {
    await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 4 }), fc.boolean(), async (order, backwards) => {
      const born = `19${10 + Math.floor(Math.random() * 80)}-01-0${1 + Math.floor(Math.random() * 9)}`;
      const ids: string[] = [];
      for (const _ of Array.from({ length: 4 })) ids.push(await add(`Đàm ${newId().slice(-12)} Xuân`, born));
      const before = await rows();
      const done: Array<readonly [string, string]> = [];
      for (let at = 1; at < order.length; at += 1) {
        const pair = [ids[order[at - 1]!]!, ids[order[at]!]!] as const;
        await run((tx) => persons.raiseDoubt(tx, { kind: 'twin', personId: pair[0], otherPersonId: pair[1] }));
        const { id } = await run((tx) => tx.one<{ id: string }>(`SELECT id FROM person_doubt WHERE kind = 'twin' AND person_id = ANY ($1) AND other_person_id = ANY ($1)`, [pair]));
        await run((tx) => persons.decideDoubt(tx, 'same', act(id, ONE)));
        await run((tx) => persons.approveMerger(tx, act(id, TWO)));
        done.push([id, pair[0]]);
      }
      expect(new Set(await Promise.all(order.map(async (at) => (await open(ids[at]!)).person.id))).size).toBe(1);
      for (const [id] of backwards ? done.toReversed() : done) await run((tx) => persons.undoMerger(tx, act(id, ONE)));
      expect(await rows()).toEqual(before);
    }), { numRuns: 8 });
  });
});
