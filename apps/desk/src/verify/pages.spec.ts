import { describe, expect, test } from '@jest/globals';
import { lookUpPage, lookUpResultPage } from './look-up-page.js';
import { actionOf, appointedDate, type PublicDossier, type VerifiedResult } from './public-dossier.js';
import { unknownTokenPage, verifiedPage, type Verified } from './verified-page.js';

const hotline = '0251 386 6100';
const procedure = { vi: 'Thủ tục đăng ký khai sinh', en: 'Birth registration' };
const dossier: PublicDossier = {
  code: 'H19.26068-261123-0001',
  status: 4,
  stage: { vi: 'Cơ quan giải quyết đang thẩm tra hồ sơ', en: 'The office is examining the dossier' },
  clock_state: 'running',
  due_at: '2026-11-23T10:00:00Z',
  where: {
    code: 'H19.26068-261123-0001',
    stage: { vi: 'Cơ quan giải quyết đang thẩm tra hồ sơ', en: 'The office is examining the dossier' },
    holder: { id: 'c26248.office', name: 'Văn phòng HĐND và UBND xã Trảng Bom' },
    since: '2026-11-23T02:00:00Z',
    until: '2026-11-23T06:00:00Z',
    contact: { id: 'c26248.centre', name: 'Trung tâm PVHCC xã Trảng Bom', phone: '02513866100' },
    dueAt: '2026-11-23T10:00:00Z',
    updatedAt: '2026-11-23T02:05:00Z',
  },
  outcome: 'none',
  procedure_code: '1.001193',
  procedure_version: 1,
  updated_at: '2026-11-23T02:05:00Z',
};

describe('the look-up form', () => {
  test('posts code and secret in the body and keeps the code that was typed, as text', () => {
    const { body } = lookUpPage({ code: '"><script>', hotline });
    expect(body).toContain('<form method="post" action="/tra-cuu"');
    expect(body).toContain('value="&#34;&#62;&#60;script&#62;"');
    expect(body).not.toContain('<script');
  });

  test('says the same of a wrong code and a wrong secret, and where to look', () => {
    const { body } = lookUpPage({ code: 'X', fault: { kind: 'no-match' }, hotline });
    expect(body).toContain('role="alert"');
    expect(body.match(/aria-describedby="fault"/g)).toHaveLength(2);
    expect(body).toContain('Không tìm thấy hồ sơ nào khớp với cả hai mã.');
  });

  test('after too many misses tells how long to wait and whom to call', () => {
    const { body } = lookUpPage({ code: 'X', fault: { kind: 'too-many', minutes: 15 }, hotline });
    expect(body).toContain('Hãy chờ 15 phút rồi thử lại, hoặc gọi 0251 386 6100.');
    expect(body).toContain('href="tel:02513866100"');
    expect(body).not.toContain('aria-invalid');
  });

  test('without a hotline points to the slip', () => {
    expect(lookUpPage({ code: 'X', fault: { kind: 'too-many', minutes: 3 }, hotline: '' }).body).toContain('gọi số điện thoại trên giấy tiếp nhận');
  });
});

describe('what the look-up shows', () => {
  test('step, unit and date, in both languages', () => {
    const { title, body } = lookUpResultPage(dossier, procedure, hotline);
    expect(title).toBe('Hồ sơ H19.26068-261123-0001');
    expect(body).toContain('Cơ quan giải quyết đang thẩm tra hồ sơ');
    expect(body).toContain('The office is examining the dossier');
    expect(body).toContain('<dd>Văn phòng HĐND và UBND xã Trảng Bom, từ 09 giờ 00 phút, ngày 23 tháng 11 năm 2026</dd>');
    expect(body).toContain('<dt>Bước này xong trước</dt><dd>13 giờ 00 phút, ngày 23 tháng 11 năm 2026</dd>');
    expect(body).toContain('Hỏi về hồ sơ này: Trung tâm PVHCC xã Trảng Bom, <a href="tel:02513866100">');
    expect(body).toContain('17 giờ 00 phút, ngày 23 tháng 11 năm 2026');
    expect(body).toContain('Hiện bạn chưa phải làm gì thêm.');
  });

  test('has another word for a return before receipt than for one after it', () => {
    expect(actionOf({ status: 5, clock_state: 'not-started' }).vi).toMatch(/^Cần sửa để được tiếp nhận/);
    expect(actionOf({ status: 5, clock_state: 'paused' }).vi).toMatch(/^Cần bổ sung/);
    expect(actionOf({ status: 9, clock_state: 'stopped' }).vi).toMatch(/^Mời bạn đến nhận kết quả/);
    expect(actionOf({ status: 10, clock_state: 'stopped' }).vi).toBe('Hiện bạn chưa phải làm gì thêm.');
  });

  test('promises no date while the clock stands still or has not begun', () => {
    const format = (at: string): string => `at ${at}`;
    expect(appointedDate({ status: 4, clock_state: 'running', due_at: 'X' }, format).vi).toBe('at X');
    expect(appointedDate({ status: 5, clock_state: 'paused', due_at: 'X' }, format).vi).toBe('Đang tạm dừng; ngày hẹn sẽ được tính lại khi tiếp tục');
    expect(appointedDate({ status: 1, clock_state: 'not-started', due_at: null }, format).en).toBe('None yet; it comes when the dossier is received');
    expect(appointedDate({ status: 4, clock_state: 'not-started', due_at: null }, format).vi).toBe('Chưa có; thời hạn bắt đầu tính khi cơ quan có thẩm quyền nhận được hồ sơ');
    expect(appointedDate({ status: 8, clock_state: 'stopped', due_at: 'X' }, format).vi).toBe('Không còn; hồ sơ đã dừng giải quyết');
  });
});

describe('what a QR code opens', () => {
  const verified: Verified = { token: 'A'.repeat(24), dossier: { ...dossier, received_at: null, unit_name: 'A' }, procedure, results: [], hotline };
  const first: VerifiedResult = { revision: 1, number: '12/2026', issued_on: '2026-11-23', refused: false, superseded: false, in_correction: false, revoked: false, signatures: [] };

  test('of a result says that it stands', () => {
    const { title, body } = verifiedPage({ ...verified, results: [first], revision: 1 });
    expect(title).toBe('Giấy có thật trong hệ thống');
    expect(body).toContain('<strong>Kết quả đã cấp, chưa bị thay thế.</strong>');
    expect(body).toContain('<dt>Kết quả số 12/2026, ngày 23/11/2026</dt>');
  });

  test('of a replaced result says so and names the one in force; the new one stands', () => {
    const results = [{ ...first, superseded: true, in_correction: true }, { ...first, revision: 2, number: '15/2026', issued_on: '2026-12-01' }];
    const old = verifiedPage({ ...verified, results, revision: 1 });
    expect(old.title).toBe('Giấy này đã được thay thế');
    expect(old.body).toContain('Giấy này đã được thay thế bằng bản đính chính, không còn giá trị. Bản đang có giá trị: số 15/2026, ngày 01/12/2026.');
    expect(old.body).toContain('This paper is superseded by a corrected one and no longer valid. In force: no. 15/2026');
    const corrected = verifiedPage({ ...verified, results, revision: 2 });
    expect(corrected.title).toBe('Giấy có thật trong hệ thống');
    expect(corrected.body).toContain('<strong>Kết quả đã cấp, chưa bị thay thế.</strong>');
  });

  test('of any other paper lists the results, so that one without a revision can be compared by its number', () => {
    const { body } = verifiedPage({ ...verified, results: [{ ...first, in_correction: true }] });
    expect(body).toContain('<dt>Kết quả số 12/2026, ngày 23/11/2026</dt><dd>Giấy này đang được đính chính');
    expect(body).not.toContain('class="problem"');
  });

  test('of a result nobody has announced warns', () => {
    expect(verifiedPage({ ...verified, results: [], revision: 1 }).body).toContain('chưa được cơ quan thông báo trả');
  });

  test('names dossier, unit and procedure', () => {
    const { body } = verifiedPage({ ...verified, dossier: { ...dossier, received_at: '2026-11-23T02:05:00Z', unit_name: 'Trung tâm <Trảng Bom>' } });
    expect(body).toContain('Mã trên giấy thuộc hồ sơ H19.26068-261123-0001 đã đăng ký tại Trung tâm &#60;Trảng Bom&#62;.');
    expect(body).toContain('09 giờ 05 phút, ngày 23 tháng 11 năm 2026');
  });

  test('says that it is not received yet', () => {
    expect(verifiedPage(verified).body).toContain('<dd>Chưa tiếp nhận</dd>');
  });

  test('warns of a code nobody issued', () => {
    const { title, body } = unknownTokenPage(hotline);
    expect(title).toBe('Không xác nhận được giấy này');
    expect(body).toContain('đừng dựa vào giấy này trước khi hỏi Trung tâm');
  });
});
