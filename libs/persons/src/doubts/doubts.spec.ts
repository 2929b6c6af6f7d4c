import { describe, expect, test } from '@jest/globals';
import type { Transaction } from '@app/database';
import { fold, newId } from '@app/kernel';
import { PersonsService } from '../index.js';
import { seedId } from '../seed/data.js';
import { contradict } from './find-doubts.js';
import { seededRegistry } from '../testing/seeded-registry.js';

const OFFICER = '00000000-0000-4000-8000-000000000001';
const officer = (unit: string) => ({ kind: 'officer', officerId: OFFICER, units: [unit] }) as const;

test.each<[string, unknown, unknown, boolean]>([
  ['birthDate', '1990', '1990-05-06', false], ['birthDate', '1990-05-06', '1990-05-07', true], ['fullName', 'Lê Hoà', 'LÊ HOÀ', false], ['fullName', 'Lê Hoà', 'Lê Hoa', true],
  ['birthPlace', 'Thành phố Huế', 'thanh pho hue', false], ['birthPlace', 'Huế', 'Vinh', true], ['ethnicity', null, 'Kinh', false], ['sex', 'male', 'female', true],
  ['death', null, '2026-01-01', true], ['death', true, '2026-01-01', false], ['death', '2026-01-02', '2026-01-01', true],
])('of %s %p and %p contradict each other: %p', (attribute, one, other, expected) => expect(contradict(attribute, one, other)).toBe(expected));

describe('doubts', () => {
  const persons = new PersonsService();
  const { run, as } = seededRegistry();
  const add = (fullName: string, birthDate: string, more: { commune?: string; sex?: string } = {}) => run(async (tx) => {
    const id = newId();
    await tx.execute(`INSERT INTO person (id, full_name, name_folded, sex, birth_date, permanent_address, source, as_of) VALUES ($1, $2, $3, $4, $5, $6, 'civil-status-register', '2026-01-01')`,
      [id, fullName, fold(fullName), more.sex ?? 'male', birthDate, more.commune === undefined ? null : JSON.stringify({ provinceCode: '75', communeCode: more.commune, detail: '1', text: '1' })]);
    return id;
  });
  const doubts = (id: string) => run((tx) => tx.rows<{ kind: string; subject: string; communes: string[]; state: string; detail: Record<string, unknown> }>('SELECT kind, subject, communes, state, detail FROM person_doubt WHERE $1 IN (person_id, other_person_id) ORDER BY kind', [id]));

  test('the people of the demonstration are nobody twice', async () => {
    const ids = await run((tx) => tx.rows<{ id: string }>('SELECT id FROM person'));
    expect(await run((tx) => persons.findDoubts(tx, ids.map(({ id }) => id)))).toBe(0);
  });

  test('a second record of a person is found once, whoever is asked about', async () => {
    const [one, other] = [await add('Tô Văn Kiên', '1977-07-07', { commune: '26068' }), await add('To Van Kien', '1977-07-07', { commune: '26248' })];
    await add('Tô Văn Kiên', '1981-01-01', { commune: '26068' });
    expect(await run((tx) => persons.findDoubts(tx, [one]))).toBe(1);
    expect(await run((tx) => persons.findDoubts(tx, [one, other]))).toBe(0);
    expect(await doubts(other)).toEqual([{ kind: 'twin', subject: '', communes: ['26068', '26248'], state: 'open', detail: { score: 55, signs: ['name-folded', 'birth-day-same'] } }]);
  });

  test('two sources that differ on a lasting value are a conflict; an address that moved is none', async () => {
    const id = seedId('bh-tung');
    const dossier = { source: 'civil-status-register', authority: 'UBND', asOf: '2026-11-01' } as const;
    await run((tx) => persons.recordFacts(tx, id, [{ attribute: 'birthPlace', value: 'thành phố Huế' }, { attribute: 'permanentAddress', value: { provinceCode: '75', communeCode: '26068', detail: '9', text: '9' } }], dossier));
    expect(await run((tx) => persons.findDoubts(tx, [id]))).toBe(1);
    expect(await run((tx) => persons.findDoubts(tx, [id]))).toBe(0);
    expect(await doubts(id)).toMatchObject([{ kind: 'conflict', communes: ['26068'], detail: { attribute: 'birthPlace', shown: { value: 'thành phố Huế' } } }]);
  });

  test('a child without an address belongs to the commune of its parents, else to the one named', async () => {
    const child = await add('Tô Gia Hân', '2026-10-10');
    await run((tx) => tx.execute(`INSERT INTO relation (person_id, kind, other_id, source) VALUES ($1, 'mother', $2, 'civil-status-register')`, [child, seedId('bh-duyen')]));
    await run((tx) => persons.raiseDoubt(tx, { kind: 'conflict', personId: child, commune: '26206', detail: { attribute: 'sex', shown: { value: 'male' }, other: { value: 'female' } } }));
    const stranger = await add('Ông Không Rõ', '1950-01-01');
    await run((tx) => persons.raiseDoubt(tx, { kind: 'number-clash', personId: stranger, commune: '26206', detail: { number: '075050000001' } }));
    expect([(await doubts(child))[0]!.communes, (await doubts(stranger))[0]!.communes]).toEqual([['26068'], ['26206']]);
  });

  test('offices see and decide the doubts of their commune; nobody changes what was raised, or decides alone on a merger', async () => {
    const [one, other] = [await add('Thạch Sơn', '1960-06-06', { commune: '26206' }), await add('Thạch Sơn', '1960-06-06', { commune: '26206' })];
    await run((tx) => persons.findDoubts(tx, [one]));
    const asOfficer = <T>(unit: string, work: (tx: Transaction) => Promise<T>) => as(officer(unit), work);
    const seen = (unit: string) => asOfficer(unit, (tx) => tx.rows('SELECT id FROM person_doubt WHERE person_id IN ($1, $2)', [one, other]));
    expect([(await seen('c26206.office')).length, (await seen('c26206')).length, (await seen('c26068.office')).length, (await seen('p75.justice')).length]).toEqual([1, 1, 0, 0]);
    const merge = (approver: string) => asOfficer('c26206.office', (tx) => tx.execute(
      `UPDATE person_doubt SET decision = 'same', reason = 'x', decided_at = now(), decided_by = $2, approved_at = now(), approved_by = $3, merger_id = (SELECT id FROM person_fact LIMIT 1) WHERE person_id IN ($1, $4)`, [one, OFFICER, approver, other]));
    await expect(merge(OFFICER)).rejects.toThrow(/person_doubt_four_eyes/);
    await expect(asOfficer('c26206.office', (tx) => tx.execute('UPDATE person_doubt SET person_id = $1', [OFFICER]))).rejects.toThrow(/permission denied/);
    await expect(asOfficer('c26206.office', (tx) => tx.execute('DELETE FROM person_doubt WHERE person_id = $1', [one]))).rejects.toThrow(/permission denied/);
    expect(await asOfficer('c26068.office', (tx) => tx.execute(`UPDATE person_doubt SET decision = 'different', reason = 'x', decided_at = now(), decided_by = $2 WHERE person_id = $1`, [one, OFFICER]))).toBe(0);
  });
});
