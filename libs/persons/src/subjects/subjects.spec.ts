import { describe, expect, test } from '@jest/globals';
import { isOrganisationCode } from '@app/kernel';
import { isSourcePath, maskOrganisationCode, offersFor, PersonsService, SubjectsService, type FactOrigin, type Look } from '../index.js';
import { seedId } from '../seed/data.js';
import { seededRegistry } from '../testing/seeded-registry.js';

const look: Look = { reader: { kind: 'officer', officerId: '00000000-0000-4000-8000-000000000001', unitId: 'c26068.centre', role: 'receiving-clerk' }, purpose: 'Tiếp nhận hồ sơ' };
const dossier = (asOf: string, last: string): FactOrigin => ({ source: 'dossier', authority: 'UBND phường Biên Hoà', asOf, dossierId: `00000000-0000-4000-8000-0000000000${last}` });
const EVERYBODY = ['household.size', 'household.head.fullName', 'household.members.2.fullName'];

describe('households and organisations on file', () => {
  const [subjects, persons] = [new SubjectsService(), new PersonsService()];
  const { run, as } = seededRegistry();
  const household = (key: string) => run((tx) => subjects.householdOf(tx, seedId(key), EVERYBODY, look));
  const members = async (key: string) => (await household(key))?.members.map(({ person, relation }) => `${person.fullName} ${relation}`);

  test('a household is read with its head first; those the form names find the look in their log, and nobody else', async () => {
    expect(await members('bh-duyen')).toEqual(['Nguyễn Văn Hoà head', 'Lê Thị Hóa spouse', 'Nguyễn Hoàng Nam child', 'Trần Thị Mỹ Duyên other', 'Nguyễn Hoàng Bảo An grandchild']);
    const logged = await run((tx) => tx.rows<{ name: string }>(`select distinct p.full_name as name from person_read_log l join person p on p.id = l.person_id where 'household' = any (l.what) order by 1`));
    expect(logged.map(({ name }) => name)).toEqual(['Lê Thị Hóa', 'Nguyễn Văn Hoà']);
    expect(await run((tx) => subjects.householdOf(tx, seedId('bh-duyen'), ['owner.fullName'], look))).toBeUndefined();
  });

  test('who moves leaves the one household by joining the other, and nothing of the first is lost', async () => {
    const origin = dossier('2026-11-24', 'a1');
    const joined = { personId: seedId('bh-huy'), relation: 'other', withPersonalId: '075085199757', since: '2026-11-24', origin } as const;
    await run((tx) => subjects.joinHousehold(tx, joined));
    await run((tx) => subjects.joinHousehold(tx, joined));
    expect(await members('bh-huy')).toEqual(['Đỗ Thanh Tùng head', 'Phạm Quốc Huy other']);
    expect(await members('bh-ha')).toEqual(['Phạm Văn Minh head', 'Nguyễn Thị Lan spouse', 'Phạm Thị Thu Hà child']);
    expect(await run((tx) => tx.rows('select relation, until::text as until, ended_by from household_member where person_id = $1 order by until nulls last', [seedId('bh-huy')]))).toEqual([
      { relation: 'child', until: '2026-11-24', ended_by: 'moved' }, { relation: 'other', until: null, ended_by: null }]);
    expect(await run((tx) => tx.one(`select count(*)::int as facts from subject_fact where person_id = $1`, [seedId('bh-huy')]))).toEqual({ facts: 3 });
  });

  test('whose head nobody knows here joins nobody; who names none begins a household of their own', async () => {
    const joined = { personId: seedId('bh-ben'), relation: 'other', since: '2026-11-24', origin: dossier('2026-11-24', 'a2') } as const;
    expect(await run((tx) => subjects.joinHousehold(tx, { ...joined, withPersonalId: '001070000000' }))).toBeUndefined();
    const address = { provinceCode: '75', communeCode: '26068', detail: 'Số 3', text: 'Số 3, phường Biên Hoà' };
    const own = await run((tx) => subjects.joinHousehold(tx, { ...joined, address }));
    expect(await household('bh-ben')).toMatchObject({ id: own, address, members: [{ relation: 'head' }] });
  });

  test('a death ends membership; a corrected day corrects it, and a household may be without a head', async () => {
    const origin = dossier('2026-11-25', 'a3');
    const head = seedId('dq-muoi');
    await run((tx) => subjects.leaveHousehold(tx, head, { until: '2026-11-20', endedBy: 'death' }, origin));
    await run((tx) => subjects.leaveHousehold(tx, head, { until: '2026-11-19', endedBy: 'death' }, origin));
    expect(await run((tx) => tx.rows('select until::text as until, ended_by from household_member where person_id = $1', [head]))).toEqual([{ until: '2026-11-19', ended_by: 'death' }]);
    const file = { ...(await run((tx) => persons.getPerson(tx, seedId('dq-tam'), look))), household: await household('dq-tam') };
    const offered = offersFor(file, [{ pointer: '/size', path: 'household.size' }, { pointer: '/head', path: 'household.head.fullName' }], '2026-11-25');
    expect(offered.map(({ pointer, value }) => [pointer, value])).toEqual([['/size', 5]]);
  });

  test('an organisation is found by code and by words of its name without accents, and offers what is on file', async () => {
    const found = (text: string) => run(async (tx) => (await subjects.searchOrganisations(tx, { text, nearCommune: '26068' })).map(({ name }) => name));
    expect(await found('xay dung hai dang')).toEqual(['Công ty TNHH Xây dựng Hải Đăng', 'Chi nhánh Trảng Bom - Công ty TNHH Xây dựng Hải Đăng']);
    expect(await found('3604882134001')).toEqual(['Chi nhánh Trảng Bom - Công ty TNHH Xây dựng Hải Đăng']);
    expect(await found('075065112648')).toEqual(['Hộ kinh doanh Phở Hoà']);
    expect(await found('h')).toEqual([]);
    const company = await run((tx) => subjects.getOrganisation(tx, seedId('organisation hai-dang'), '2026-11-23', look));
    expect(company.roles.map(({ role, person, position }) => [role, person.fullName, position])).toEqual([
      ['representative', 'Ngô Quang Hải', 'Giám đốc'], ['authorised', 'Phan Thị Thanh Thúy', 'Phó Giám đốc'], ['accountant', 'Ngô Phan Hải Đăng', null]]);
    const paths = ['organisation.name', 'organisation.code', 'organisation.representative.fullName', 'owner.fullName', 'owner.papers.land-certificate.number'];
    expect(offersFor(company, paths.map((path) => ({ pointer: `/${path}`, path })), '2026-11-23').map(({ path, value }) => [path, value])).toEqual([
      ['organisation.name', 'Công ty TNHH Xây dựng Hải Đăng'], ['organisation.code', '3604882134'], ['organisation.representative.fullName', 'Ngô Quang Hải'],
      ['owner.papers.land-certificate.number', 'DM 204417']]);
  });

  test('acting needs a role that gives the right, on the day', async () => {
    const acts = (key: string, on = '2026-11-23') => run(async (tx) => (await subjects.organisationsOf(tx, seedId(key), on)).map(({ name, role }) => `${name} ${role}`));
    expect(await acts('bh-hai')).toEqual(['Công ty TNHH Xây dựng Hải Đăng representative']);
    expect(await acts('bh-hai-dang')).toEqual([]);
    expect(await acts('bh-tung')).toEqual([]);
    expect(await acts('bh-tung', '2025-12-31')).toEqual(['Công ty Cổ phần Thương mại Biên Hùng representative']);
    expect(await acts('bh-thuy', '2027-12-31')).toEqual(['Công ty TNHH Xây dựng Hải Đăng authorised']);
    expect(await acts('bh-thuy', '2028-01-01')).toEqual([]);
    await expect(run((tx) => subjects.actingRole(tx, seedId('bh-tung'), seedId('organisation bien-hung'), '2026-11-23'))).rejects.toMatchObject({ code: 'organisation.no-role' });
  });

  test('nobody can change what is shown but by a fact, and a citizen sees only the own household and organisations', async () => {
    for (const table of ['household', 'household_member', 'organisation', 'organisation_role', 'subject_fact']) {
      await expect(run((tx) => tx.execute(`DELETE FROM ${table}`))).rejects.toThrow(/permission denied/);
    }
    const seen = (personId: string, organisations: string[] = []) => as({ kind: 'citizen', personId, organisations }, (tx) =>
      tx.one<{ households: number; organisations: number; roles: number }>(
        'select (select count(*) from household)::int as households, (select count(*) from organisation)::int as organisations, (select count(*) from organisation_role)::int as roles'));
    expect(await seen(seedId('bh-hai'), [seedId('organisation hai-dang')])).toEqual({ households: 1, organisations: 1, roles: 3 });
    expect(await seen(seedId('bh-tung'))).toEqual({ households: 1, organisations: 0, roles: 1 });
  });
});

describe('what names households and organisations', () => {
  test.each([['3604882134', true], ['3604882134-001', true], ['3604882135', false], ['075065112648', true], ['36048821', false], ['3604882134-01', false]])('%s as a code: %s', (code, is) => {
    expect(isOrganisationCode(code)).toBe(is);
  });

  test('the twelve digits of a person are masked, a company’s code is not', () => {
    expect(['075065112648', '3604882134'].map(maskOrganisationCode)).toEqual(['0750******48', '3604882134']);
  });

  test.each([
    ['household.head.fullName', true], ['household.members.2.birthDate', true], ['household.members.0.birthDate', false], ['household.members.2.phone', false], ['household.size', true],
    ['household.address.text', true], ['organisation.name', true], ['organisation.representative.position', true], ['organisation.owner', false],
  ])('%s as a path: %s', (path, is) => {
    expect(isSourcePath(path)).toBe(is);
  });
});
