import { describe, expect, test } from '@jest/globals';
import { DOSSIER_REGISTER_COLUMNS, renderRegister, type RegisterModel } from './register.js';
import { LANDSCAPE, mm } from './sheet.js';
import { rasterise } from './testing/rasterise.js';

const createdAt = Temporal.Instant.from('2026-11-23T02:05:00Z');

function register(count: number): RegisterModel {
  const rows = function* rows(): Generator<string[]> {
    for (let row = 1; row <= count; row += 1) {
      yield [String(row), `H19.26.05.13-261123-${String(row).padStart(4, '0')}`, 'Đăng ký khai sinh (1.001193)', '01', `Trần Thị Bích Ngọc ${row}`, `Số ${row}, ấp Bàu Cá, xã Trảng Bom`, 'UBND xã Trảng Bom', '23/11/2026 08:05', '23/11/2026 17:00', '23/11/2026 08:30', '', '', 'Tại quầy', '', ''];
    }
  };
  return {
    title: 'Sổ theo dõi hồ sơ', period: 'Từ ngày 01/11/2026 đến ngày 30/11/2026', unit: { superior: 'UBND xã Trảng Bom', agency: 'Trung tâm Phục vụ hành chính công', place: 'Trảng Bom' },
    basis: 'Mẫu số 07, Thông tư số 03/2025/TT-VPCP', columns: DOSSIER_REGISTER_COLUMNS, rows: rows(),
  };
}

describe('a register on paper', () => {
  test('lies on its side, has its head on every page and every row once, and says when it was read', async () => {
    const printed = await renderRegister(register(60), { createdAt });
    const { pages, tagged } = await rasterise(printed.bytes);
    expect({ rows: printed.rows, pages: printed.pages, drawn: pages.length, tagged, width: Math.round(pages[0]!.width), height: Math.round(pages[0]!.height) })
      .toEqual({ rows: 60, pages: pages.length, drawn: pages.length, tagged: true, width: 842, height: 595 });
    expect(pages.length).toBeGreaterThan(3);
    const text = pages.map((page) => page.text.replace(/\s+/g, ' '));
    // The last page may hold the closing sentence alone.
    expect(text.filter((page) => page.includes('Ngày, tháng, năm') && page.includes('Hẹn trả kết quả')).length).toBeGreaterThanOrEqual(pages.length - 1);
    const all = text.join(' ');
    expect(Array.from({ length: 60 }, (_, row) => all.split(`Ngọc ${row + 1} `).length - 1)).toEqual(Array.from({ length: 60 }, () => 1));
    expect(all).toContain('Tổng số: 60 dòng, số liệu tại thời điểm 09 giờ 05 phút, ngày 23 tháng 11 năm 2026. Mẫu số 07, Thông tư số 03/2025/TT-VPCP.');
    for (const { ink } of pages) {
      expect(ink!.left).toBeGreaterThanOrEqual(LANDSCAPE.left - 1);
      expect(ink!.right).toBeLessThanOrEqual(LANDSCAPE.width - LANDSCAPE.right + 1);
      expect(ink!.bottom).toBeLessThanOrEqual(LANDSCAPE.height - LANDSCAPE.bottom + mm(0.6));
    }
  });

  test('hands its bytes on as they come, tells how far it is, and gives the same bytes again', async () => {
    const parts: Uint8Array[] = [];
    const progress: number[] = [];
    const streamed = await renderRegister(register(1_200), { createdAt, onBytes: (bytes) => parts.push(bytes), onProgress: (rows) => progress.push(rows) });
    const whole = await renderRegister(register(1_200), { createdAt });
    expect(progress).toEqual([500, 1_000, 1_200]);
    expect(parts.length).toBeGreaterThan(10);
    expect([streamed.bytes.length, streamed.size, streamed.sha256]).toEqual([0, whole.size, whole.sha256]);
    expect(Buffer.concat(parts).equals(whole.bytes)).toBe(true);
  });

  test('without rows still shows its columns', async () => {
    const { pages } = await rasterise((await renderRegister(register(0), { createdAt })).bytes);
    expect(pages[0]!.text.replace(/\s+/g, ' ')).toMatch(/Mã hồ sơ.*Tổng số: 0 dòng/);
  });

  test('gives way to others while it is printed', async () => {
    let turns = 0;
    const timer = setInterval(() => { turns += 1; }, 1);
    await renderRegister(register(500), { createdAt });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });
});
