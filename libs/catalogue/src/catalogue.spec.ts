import { beforeAll, describe, expect, test } from '@jest/globals';
import { DomainError } from '@app/kernel';
import { Catalogue } from './catalogue.js';
import { loadCatalogue } from './load-catalogue.js';
import type { Procedure, Skeleton } from './procedure.js';

const TODAY = '2026-11-23';
let procedures: readonly Procedure[];
let skeletons: readonly Skeleton[];
let catalogue: Catalogue;
beforeAll(() => {
  ({ procedures, skeletons } = loadCatalogue());
  catalogue = new Catalogue(procedures, skeletons, TODAY);
});
/** The one procedure these tests make versions of. */
const birth = (): Procedure => procedures.find(({ code }) => code === '1.001193')!;
const codes = (query: string, limit = 3): string[] => catalogue.search(query, { limit }).map(({ code }) => code);
describe('search', () => {
  // What clerks type, and the procedure that must come first.
  test.each([
    ['đăng ký khai sinh', '1.001193'],
    ['dang ky khai sinh', '1.001193'],
    ['khai sinh', '1.001193'],
    ['KHAI SINH', '1.001193'],
    ['dkks', '1.001193'],
    ['ksinh', '1.001193'],
    ['khaisinh', '1.001193'],
    ['thủ tục đăng ký khai sinh', '1.001193'],
    ['1.001193', '1.001193'],
    ['1001193', '1.001193'],
    ['2.000815', '2.000815'],
    ['dang ky lai khai sinh', '1.004884'],
    ['tình trạng hôn nhân', '1.004873'],
    ['tinh trang hon nhan', '1.004873'],
    ['tthn', '1.004873'],
    ['xac nhan hon nhan', '1.004873'],
    ['độc thân', '1.004873'],
    ['giay doc than', '1.004873'],
    ['cấp lại giấy chứng nhận do bị mất', '1.012786'],
    ['cap lai giay chung nhan mat', '1.012786'],
    ['mất sổ đỏ', '1.012786'],
    ['mat so hong', '1.012786'],
    ['dang ky ket hon', '1.000894'],
    ['kết hôn', '1.000894'],
    ['kethon', '1.000894'],
    ['khai tử', '1.000656'],
    ['bao tu', '1.000656'],
    ['giam ho', '1.004837'],
    ['chung thuc chu ky trong giay to', '2.000884'],
    ['chung thuc ban sao', '2.000815'],
    ['thuong tru', '1.004222'],
    ['ho khau', '1.004222'],
    ['hoa giai tranh chap dat dai', '1.012812'],
    ['thanh lap ho kinh doanh', '1.001612'],
  ])('"%s" finds %s first', (query, code) => {
    expect(codes(query)[0]).toBe(code);
  });

  test('by field lists that field first', () => {
    const inField = skeletons.filter(({ field }) => field === 'Hộ tịch').length;
    const found = catalogue.search('hộ tịch', { limit: inField });
    expect(found.map(({ skeleton }) => skeleton?.field)).toEqual(Array.from({ length: inField }, () => 'Hộ tịch'));
  });

  test('by the beginning of a code lists those codes', () => {
    expect(codes('1.0048', 10).every((code) => code.startsWith('1.0048'))).toBe(true);
    expect(codes('1.0048', 10).length).toBeGreaterThan(2);
  });

  test.each([[''], ['   '], ['x'], ['zzzz'], ['khai sinh zzzz'], ['!?'], ['(a+)+$'], ['9.999999']])('"%s" finds nothing', (query) => {
    expect(codes(query)).toEqual([]);
  });

  test('a complete procedure stands before a skeleton that fits as well, the limit is kept', () => {
    expect(catalogue.search('dang ky', { limit: 5 })).toHaveLength(5);
    expect(catalogue.search('dang ky', { limit: 1 })[0]!.versions).toHaveLength(1);
  });

  test('takes well under 50 ms over the whole catalogue', () => {
    const queries = ['dkks', 'khai sinh', 'giay chung nhan quyen su dung dat', 'ksinh', 'a', 'đăng ký biến động đất đai tài sản gắn liền với đất'];
    for (const query of queries) codes(query);
    const times = queries.map((query) => {
      const from = performance.now();
      for (let round = 0; round < 10; round += 1) codes(query, 20);
      return (performance.now() - from) / 10;
    });
    expect(Math.max(...times)).toBeLessThan(50);
  });
});

describe('versions', () => {
  const dated = (version: number, from: string, until?: string): Procedure => ({ ...birth(), version, effective: { from, ...(until && { until }) } });

  test('the version in force is the last to take effect, both ends of its dates included', () => {
    const several = new Catalogue([dated(1, '2026-01-01'), dated(2, '2026-07-01', '2026-12-31'), dated(3, '2026-08-01', '2026-08-31')], [], TODAY);
    const on = (day: string): number | undefined => several.versionInForce('1.001193', day)?.version;
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01', '2026-08-01', '2026-08-31', '2026-09-01', '2026-12-31', '2027-01-01'].map(on)).toEqual([
      undefined, 1, 1, 2, 3, 3, 2, 2, 1,
    ]);
  });

  test('of two that take effect the same day, the higher number counts', () => {
    const corrected = new Catalogue([dated(2, '2026-07-01'), dated(1, '2026-07-01')], [], TODAY);
    expect(corrected.versionInForce('1.001193', TODAY)?.version).toBe(2);
    expect(corrected.findVersion('1.001193', 1)?.version).toBe(1);
    expect(corrected.findVersion('1.001193', 3)).toBeUndefined();
  });

  test('a rule set that ended leaves guidance, and nothing to receive by', () => {
    const ended = new Catalogue([dated(1, '2026-01-01', '2026-06-30')], skeletons, TODAY);
    expect(ended.describe('1.001193', '2026-06-30')).toMatchObject({ state: 'published', version: 1, receivable: true });
    expect(ended.describe('1.001193', '2026-07-01')).toMatchObject({ state: 'skeleton', receivable: false });
    expect(() => ended.getReceivable('1.001193', '2026-07-01')).toThrow(new DomainError('procedure.not-receivable'));
  });
});

describe('what can be received', () => {
  test('the complete procedures and no other', () => {
    expect(['1.001193', '1.004873', '1.012786'].map((code) => catalogue.getReceivable(code, TODAY).version)).toEqual([1, 1, 1]);
    expect(catalogue.all().filter(({ code }) => catalogue.describe(code, TODAY).receivable).map(({ code }) => code)).toEqual(procedures.map(({ code }) => code));
  });

  test.each([
    ['1.000894', 'procedure.not-receivable', undefined],
    ['1.004194', 'procedure.referred', { vi: 'Công an cấp xã', en: 'the commune police' }],
    ['9.999999', 'procedure.unknown', undefined],
  ])('%s: %s', (code, kind, agency) => {
    try {
      catalogue.getReceivable(code, TODAY);
      expect('received').toBe('refused');
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
      const { code: found, details } = error as DomainError;
      expect([found, details.params]).toEqual([kind, { code, ...(agency && { agency }) }]);
    }
  });

  test('every procedure of police, social insurance, treasury, court and port authority is referred to them, but those their systems take from the desk', () => {
    const others = ['police', 'social-insurance', 'treasury', 'court', 'port-authority'];
    const referred = catalogue.all().filter((entry) => entry.versions.length === 0 && others.includes(entry.skeleton?.handledBy ?? ''));
    expect(referred).toHaveLength(92);
    for (const { code } of referred) expect(catalogue.describe(code, TODAY)).toMatchObject({ receivable: false, referral: { vi: expect.any(String) } });
  });

  test('a province’s procedure the commune does not take in is referred to the provincial centre', () => {
    const skeleton: Skeleton = { ...skeletons[0]!, code: '6.000001', decidedAt: 'province', handledBy: 'provincial-department', receivedAtCommune: false };
    expect(new Catalogue([], [skeleton], TODAY).describe('6.000001', TODAY).referral?.vi).toBe('Trung tâm Phục vụ hành chính công cấp tỉnh');
  });
});

describe('guidance', () => {
  test('on a complete procedure: limit, fee, papers, basis', () => {
    expect(catalogue.describe('1.001193', TODAY)).toMatchObject({
      state: 'published',
      version: 1,
      receivable: true,
      limit: {
        vi: 'Trong ngày làm việc; tiếp nhận sau 15:00 thì trả kết quả vào ngày làm việc tiếp theo (không tính: thời gian chờ người dân bổ sung hồ sơ)',
        en: 'The same working day; received after 15:00: the next working day (not counted: the time the person takes to complete the dossier)',
      },
      fee: {
        vi: 'Lệ phí đăng ký khai sinh quá hạn: 8.000 đồng; Phí cấp bản sao giấy khai sinh: 8.000 đồng/bản (do Hội đồng nhân dân cấp tỉnh quy định). Miễn: Gia đình có công với cách mạng; Hộ nghèo; Người khuyết tật',
      },
      decidedBy: { vi: 'Ủy ban nhân dân cấp xã' },
      effectiveFrom: '2026-07-01',
      results: [{ vi: 'Giấy khai sinh', en: 'Birth certificate' }],
    });
    const { papers, legalBases } = catalogue.describe('1.001193', TODAY);
    expect(papers.filter(({ shownOnly }) => shownOnly)).toHaveLength(1);
    expect(papers[0]).toMatchObject({ key: 'birth-proof', conditional: true, originals: 1 });
    expect(legalBases[0]).toBe('60/2014/QH13 (Điều 5, 11, 13, 15, 16)');
  });

  test.each([
    ['1.012786', '10 ngày làm việc (không tính: thời gian niêm yết công khai; thời gian chờ người dân bổ sung hồ sơ)', 'Văn phòng đăng ký đất đai'],
    ['1.004194', '3 ngày làm việc', 'Công an'],
    ['1.000894', 'Trong ngày làm việc; tiếp nhận sau 15:00 thì trả kết quả vào ngày làm việc tiếp theo', 'Ủy ban nhân dân cấp xã'],
    ['1.001622', 'Chưa có dữ liệu; hỏi cán bộ tại quầy', 'Ủy ban nhân dân cấp xã'],
    ['1.000080', '7 ngày làm việc (dự kiến, chưa kiểm chứng)', 'Ủy ban nhân dân cấp xã'],
  ])('%s: %s, decided by %s', (code, limit, decidedBy) => {
    const guidance = catalogue.describe(code, TODAY);
    expect([guidance.limit.vi, guidance.decidedBy.vi]).toEqual([limit, decidedBy]);
  });

  test.each([
    [{ amount: null }, 'Chưa có dữ liệu; hỏi cán bộ tại quầy'],
    [{ amount: 0 }, 'Không thu phí, lệ phí'],
    [{ amount: 10_000, per: 'trường hợp' }, '10.000 đồng/trường hợp'],
    [{ amount: null, varies: true as const }, 'Tùy trường hợp; hỏi cán bộ tại quầy'],
    [{ amount: null, setBy: 'provincial-council' as const }, 'Do Hội đồng nhân dân cấp tỉnh quy định'],
  ])('a skeleton’s fee %j reads "%s"', (fee, text) => {
    const skeleton: Skeleton = { ...skeletons[0]!, fee };
    expect(new Catalogue([], [skeleton], TODAY).describe(skeleton.code, TODAY).fee.vi).toBe(text);
  });

  test('can be given for every procedure of the catalogue', () => {
    for (const { code } of catalogue.all()) {
      const { limit, fee, decidedBy, name } = catalogue.describe(code, TODAY);
      expect([limit, fee, decidedBy, name].every(({ vi, en }) => vi !== '' && en !== '')).toBe(true);
    }
  });
});
