import { describe, expect, test } from '@jest/globals';
import { maritalStatusOf, type PaperOnFile, type Person, type PersonOnFile, type Relative } from './person.js';
import { offersFor, satisfyingPapers, spentPapers } from './offers.js';
import { isSourcePath, parseSourcePath } from './source-path.js';

const person = (id: string, fullName: string, more: Partial<Person> = {}): Person => ({
  id, personalId: null, fullName, sex: 'female', birthDate: '1988-12-01', ethnicity: 'Kinh', nationality: 'Việt Nam', birthPlace: null, homeTown: null,
  permanentAddress: { provinceCode: '75', communeCode: '26068', detail: '31 khu phố 1', text: '31 khu phố 1, phường Biên Hoà' },
  phone: null, email: null, alive: true, diedOn: null, source: 'population-register', asOf: '2026-10-01', provenance: {}, ...more,
});
const relative = (kind: Relative['kind'], other: Person, more: Partial<Relative> = {}): Relative => ({
  kind, since: null, until: null, endedBy: null, source: 'civil-status-register', person: other, ...more,
});
const land = (id: string, issuedOn: string, more: Partial<PaperOnFile> = {}): PaperOnFile => ({
  id, organisationId: null, personId: 'me', kind: 'land-certificate', name: { vi: 'Giấy chứng nhận', en: 'Certificate' }, number: `CX ${id}`, issuer: 'UBND huyện', issuedOn,
  validUntil: null, state: 'in-force', revocation: null, componentKey: null, acceptedOn: null, content: { plotNumber: '214', area: 1285.4, holders: ['a'] }, fileId: null, assurance: 'scanned-signed',
  source: 'land-register', dossierId: null, dossierCode: null, sha256: 'f'.repeat(64), ...more,
});
const file = (family: Relative[], papers: PaperOnFile[]): PersonOnFile => ({ person: person('me', 'Vũ Thị Hương Giang'), maritalStatus: maritalStatusOf(family), family, papers });

describe('offers of data on file', () => {
  const wed = relative('spouse', person('now', 'Lê Văn Tài'), { since: '2024-01-01' });
  const parted = relative('spouse', person('then', 'Đỗ Thanh Tùng'), { since: '2012-02-18', until: '2023-08-15', endedBy: 'divorce' });
  const values = (of: PersonOnFile, ...paths: string[]) => offersFor(of, paths.map((path, index) => ({ pointer: `/${index}`, path })), '2026-11-22').map(({ pointer, value }) => [pointer, value]);

  test('name the value, its source and its day', () => {
    expect(offersFor(file([], []), [{ pointer: '/name', path: 'owner.fullName' }], '2026-11-22')).toEqual([
      { pointer: '/name', path: 'owner.fullName', value: 'Vũ Thị Hương Giang', source: { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'National population database' }, asOf: '2026-10-01', assurance: 'register' },
    ]);
  });

  test('name the source of each value, not of the person', () => {
    const moved = person('me', 'Vũ Thị Hương Giang', { provenance: { permanentAddress: { source: 'dossier', asOf: '2026-11-20', dossierId: 'd', authority: 'Công an phường Biên Hoà' } } });
    const offers = offersFor({ ...file([], []), person: moved }, ['owner.permanentAddress.text', 'owner.birthYear'].map((path) => ({ pointer: path, path })), '2026-11-22');
    expect(offers.map(({ source, asOf }) => [source.en, asOf])).toEqual([['Result of an earlier dossier', '2026-11-20'], ['National population database', '2026-10-01']]);
  });

  test('reach one step into the family, and offer nothing where nothing is known', () => {
    const mine = file([relative('father', person('f', 'Vũ Văn Ba', { birthDate: '1951' })), parted, wed], []);
    expect(values(mine, 'owner.spouse.fullName', 'owner.formerSpouse.fullName', 'owner.father.birthYear', 'owner.mother.fullName', 'owner.phone', 'owner.permanentAddress.text', 'owner.permanentAddress.oldText'))
      .toEqual([['/0', 'Lê Văn Tài'], ['/1', 'Đỗ Thanh Tùng'], ['/2', 1951], ['/5', '31 khu phố 1, phường Biên Hoà']]);
  });

  test('choose nobody where the file has two marriages that nobody has seen end', () => {
    const second = relative('spouse', person('other', 'Trần Văn Ba'), { since: '2025-01-01' });
    expect(values(file([wed, second], []), 'owner.spouse.fullName')).toEqual([]);
    expect(values(file([wed, parted], []), 'owner.spouse.fullName')).toEqual([['/0', 'Lê Văn Tài']]);
  });

  test('papers that are no longer in force are named where none is, and only there', () => {
    const wanted = [{ key: 'gcn', satisfiedBy: { paper: 'land-certificate' } }, { key: 'other' }];
    const [revoked, expired] = [land('3', '2020-01-01', { state: 'revoked' }), land('4', '2021-01-01', { validUntil: '2026-11-21' })];
    expect(spentPapers(file([], [revoked, expired]), wanted, '2026-11-22')).toEqual([{ key: 'gcn', paper: revoked }, { key: 'gcn', paper: expired }]);
    expect(spentPapers(file([], [revoked, land('1', '2013-08-20')]), wanted, '2026-11-22')).toEqual([]);
  });

  test('know the marital status from how the marriages went', () => {
    expect(values(file([], []), 'owner.maritalStatus')).toEqual([['/0', 'single']]);
    expect(values(file([parted], []), 'owner.maritalStatus')).toEqual([['/0', 'divorced']]);
    expect(values(file([parted, wed], []), 'owner.maritalStatus')).toEqual([['/0', 'married']]);
    const widowed = relative('spouse', person('late', 'Huỳnh Văn Tư'), { until: '2024-06-02', endedBy: 'death' });
    expect(values(file([widowed, parted], []), 'owner.maritalStatus')).toEqual([['/0', 'widowed']]);
    const void_ = relative('spouse', person('never', 'Trần A'), { until: '2025-01-01', endedBy: 'annulment' });
    expect(values(file([void_], []), 'owner.maritalStatus')).toEqual([['/0', 'single']]);
    expect(values(file([wed], []), 'owner.spouse.maritalStatus')).toEqual([]);
  });

  test('know it of nobody who was received at a counter, until a register speaks of a marriage; one only declared makes nobody married', () => {
    const said = relative('spouse', person('said', 'Ngô Tấn Lộc'), { source: 'declared' });
    expect(values(file([said], []), 'owner.maritalStatus')).toEqual([['/0', 'single']]);
    const newcomer = (family: Relative[]): PersonOnFile => ({ ...file(family, []), person: person('me', 'Bùi Quang Khải', { source: 'identity-card', isNewcomer: true }) });
    expect(values(newcomer([]), 'owner.maritalStatus')).toEqual([]);
    expect(values(newcomer([said]), 'owner.maritalStatus')).toEqual([]);
    expect(values(newcomer([wed]), 'owner.maritalStatus')).toEqual([['/0', 'married']]);
    const offers = offersFor(newcomer([said]), [{ pointer: '/s', path: 'owner.spouse.fullName' }], '2026-11-22');
    expect(offers.map(({ value, source }) => [value, source.en])).toEqual([['Ngô Tấn Lộc', 'Declared at the counter from the paper in hand']]);
  });

  test('come from papers in force only, the newest first', () => {
    const papers = [land('1', '2013-08-20'), land('2', '2019-05-14'), land('3', '2020-01-01', { state: 'revoked' }), land('4', '2021-01-01', { validUntil: '2026-11-21' }), land('5', '2001-01-01', { validUntil: '2026-11-22' })];
    expect(values(file([], papers), 'owner.papers.land-certificate.number')).toEqual([['/0', 'CX 2'], ['/0', 'CX 1'], ['/0', 'CX 5']]);
    expect(values(file([], papers.slice(0, 1)), 'owner.papers.land-certificate.area', 'owner.papers.land-certificate.holders', 'owner.papers.land-certificate.text'))
      .toEqual([['/0', 1285.4], ['/2', 'Giấy chứng nhận số CX 1, UBND huyện cấp ngày 20/08/2013']]);
    expect(satisfyingPapers(file([], papers), [{ key: 'gcn', satisfiedBy: { paper: 'land-certificate' } }, { key: 'cs', satisfiedBy: { paper: 'birth-proof' } }, { key: 'other' }], '2026-11-22'))
      .toEqual([{ key: 'gcn', papers: [papers[1], papers[0], papers[4]] }, { key: 'cs', papers: [] }]);
  });

  test("a dossier's result names its dossier", () => {
    const result = land('9', '2026-11-01', { source: 'dossier', dossierId: 'd', dossierCode: 'H19.26.12-261101-0001' });
    expect(offersFor(file([], [result]), [{ pointer: '/n', path: 'owner.papers.land-certificate.plotNumber' }], '2026-11-22'))
      .toMatchObject([{ value: '214', source: { vi: 'Kết quả hồ sơ H19.26.12-261101-0001' }, asOf: '2026-11-01', paperId: '9' }]);
  });

  test('only paths that can offer something are source paths', () => {
    expect(parseSourcePath('owner.papers.birth-proof.childBirthDate')).toEqual({ paper: 'birth-proof', part: 'childBirthDate' });
    expect(parseSourcePath('owner.formerSpouse.personalId')).toEqual({ holder: 'owner.formerSpouse', attribute: 'personalId' });
    for (const wrong of ['owner', 'owner.name', 'filer.fullName', 'owner.spouse', 'owner.spouse.papers.land-certificate.number', 'owner.papers.x', 'owner.father.father.fullName', 'owner.constructor', 'owner.papers.x.__proto__']) {
      expect([wrong, isSourcePath(wrong)]).toEqual([wrong, false]);
    }
  });
});
