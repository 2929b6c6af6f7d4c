import type { ReceivedComponent } from '../papers/papers-table.js';
import { birth, centre, centreName, commune, hardOwner, land, LONG_ADDRESS, LONG_NAME, LONG_TEXT, officer, owner, sample, verification, viceChairman, type Sample } from './sample-parts.js';

const chairman = { formula: 'none', position: 'Chủ tịch', name: 'Bùi Thị Kim Oanh' } as const;
const unnamed = { formula: 'none', position: 'Chủ tịch' } as const;
const bare = { agency: 'Ủy ban nhân dân Phường 2 Bảo Lộc', place: 'Phường 2 Bảo Lộc' };
const dossierCode = 'H19.26.05.13-261123-0007';
const forty: readonly ReceivedComponent[] = Array.from({ length: 40 }, (_, index) => ({
  name: `Giấy tờ thứ ${index + 1}: văn bản của cơ quan có thẩm quyền xác nhận về nguồn gốc và quá trình sử dụng đất của hộ gia đình`,
  kind: (['original', 'certified-copy', 'photocopy'] as const)[index % 3]!,
  quantity: (index % 12) + 1,
}));

/** The papers that every procedure may need: handover, payment, letter, notice, and the statement on certified copies. */
export const FURTHER_SAMPLES: readonly Sample[] = [
  sample('fee-confirmation', 'fee-confirmation', {
    head: { ...centre, number: '0031/XNTP', date: '2026-11-23' },
    verification,
    payer: owner,
    dossierCode,
    procedure: birth,
    lines: [{ name: 'Lệ phí đăng ký khai sinh quá hạn', amount: 8000 }, { name: 'Phí cấp bản sao trích lục (02 bản)', amount: 16000 }],
    paidAt: '2026-11-23T02:05:00Z',
    way: 'qr',
    receipt: { symbol: '01BLP0-001', number: '0004512' },
    collector: officer,
  }),
  sample('fee-confirmation-long', 'fee-confirmation', {
    head: { superior: 'Ủy ban nhân dân đặc khu Côn Đảo', agency: 'Trung tâm Phục vụ hành chính công đặc khu Côn Đảo', place: 'Thành phố Hồ Chí Minh', number: '12581/XNTP-TTPVHCC', date: '2026-11-30' },
    verification,
    payer: hardOwner,
    dossierCode,
    procedure: land,
    lines: Array.from({ length: 40 }, (_, index) => ({ name: `Khoản thứ ${index + 1}: phí thẩm định hồ sơ cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất`, amount: 24_999_999_000 })),
    paidAt: '2026-11-23T02:05:00Z',
    way: 'portal',
    receipt: { symbol: '01BLP0-001', number: '0004512' },
    collector: { ...officer, name: LONG_NAME },
  }),
  sample('fee-confirmation-empty', 'fee-confirmation', {
    head: bare, payer: { name: 'Lê A' }, dossierCode, procedure: birth, lines: [{ name: 'Lệ phí', amount: 8000 }], paidAt: '2026-11-23T02:05:00Z', way: 'cash', collector: { name: 'Lê B' },
  }),

  sample('handover-slip', 'handover-slip', {
    head: { ...centre, number: '0107/BGHS', date: '2026-11-23' },
    verification,
    from: { unit: centreName, officer },
    to: { unit: 'Phòng Kinh tế xã Trảng Bom', officer: { name: 'Nguyễn Thị Lan', position: 'Công chức địa chính', phone: '0251 386 6011' } },
    handedAt: '2026-11-23T08:35:00Z',
    acknowledgedAt: '2026-11-23T08:50:00Z',
    dossiers: [{
      code: dossierCode, owner: owner.name, procedure: land, dueAt: '2026-12-07T10:00:00Z',
      papers: [{ name: 'Đơn đề nghị cấp lại Giấy chứng nhận', kind: 'original', quantity: 1 }, { name: 'Văn bản ủy quyền', kind: 'certified-copy', quantity: 1 }],
    }],
  }),
  sample('handover-slip-long', 'handover-slip', {
    head: { superior: 'Ủy ban nhân dân đặc khu Côn Đảo', agency: 'Trung tâm Phục vụ hành chính công đặc khu Côn Đảo', place: 'Thành phố Hồ Chí Minh', number: '12581/BGHS-TTPVHCC', date: '2026-11-30' },
    verification,
    from: { unit: 'Trung tâm Phục vụ hành chính công đặc khu Côn Đảo', officer: { ...officer, name: LONG_NAME } },
    to: { unit: 'Phòng Kinh tế, Hạ tầng và Đô thị đặc khu Côn Đảo', officer: { ...officer, name: LONG_NAME } },
    handedAt: '2026-11-23T08:35:00Z',
    reason: LONG_TEXT,
    dossiers: Array.from({ length: 40 }, (_, index) => ({
      code: `H29.77.05.13-261123-${String(index + 1).padStart(4, '0')}`, owner: LONG_NAME, procedure: land, dueAt: '2026-12-07T10:00:00Z', papers: forty.slice(0, index), ...(index === 4 && { note: LONG_TEXT.slice(0, 160) }),
    })),
  }),
  sample('handover-slip-empty', 'handover-slip', {
    head: bare, from: { unit: 'Trung tâm Phục vụ hành chính công' }, to: { unit: 'Phòng Kinh tế' }, handedAt: '2026-11-23T08:35:00Z',
    dossiers: [{ code: dossierCode, owner: 'Lê A', procedure: birth, papers: [] }],
  }),

  sample('certified-copy', 'result/certified-copy', {
    head: { ...commune, date: '2026-11-23' },
    verification,
    originals: [{ kind: 'Bằng tốt nghiệp trung học phổ thông', copies: 3, pages: 1 }],
    requester: owner.name,
    number: '4512',
    book: '03/2026-SCT/BS',
    signature: chairman,
  }),
  sample('certified-copy-long', 'result/certified-copy', {
    head: { ...commune },
    verification,
    originals: Array.from({ length: 40 }, (_, index) => ({ kind: `${forty[index]!.name}; số hiệu ${index + 1001}`, copies: (index % 12) + 1, pages: (index % 40) + 1 })),
    requester: LONG_NAME,
    book: '03/2026-SCT/BS',
    signature: { ...viceChairman, name: LONG_NAME },
  }),
  sample('certified-copy-empty', 'result/certified-copy', { head: bare, originals: [{ kind: 'Căn cước công dân', copies: 1, pages: 1 }], book: '01/2026-SCT/BS', signature: unnamed }),

  sample('decision-table', 'result/decision', {
    head: { ...commune, number: '86/QĐ-UBND', date: '2026-11-24' },
    verification: { ...verification, note: 'Dữ liệu đã sử dụng: họ tên, ngày sinh (Cơ sở dữ liệu quốc gia về dân cư) (đọc ngày 23/11/2026).' },
    abstract: 'Về việc hỗ trợ chi phí mai táng đối với đối tượng bảo trợ xã hội',
    authority: 'Chủ tịch Ủy ban nhân dân xã Trảng Bom',
    grounds: ['Căn cứ Luật Tổ chức chính quyền địa phương', 'Căn cứ Nghị định số 20/2021/NĐ-CP của Chính phủ', 'Theo đề nghị của Trưởng phòng Văn hóa – Xã hội'],
    articles: [
      {
        paragraphs: ['Hỗ trợ chi phí mai táng cho các hộ gia đình sau đây:'],
        table: {
          columns: [{ title: 'STT', share: 8, align: 'center' }, { title: 'Người nhận', share: 36 }, { title: 'Người mất', share: 34 }, { title: 'Số tiền (đồng)', share: 22, align: 'right' }],
          rows: [['1', 'Lâm Thị Tư', 'Lâm Văn Năm', '10.000.000'], ['2', 'Trần Quang Huy', 'Trần Văn Bảy', '10.000.000'], ['3', 'Đỗ Thị Ngọc Ánh', 'Đỗ Văn Tám', '10.000.000'], ['4', 'Nguyễn Đức Ưng', 'Nguyễn Thị Chín', '10.000.000'], ['', 'Tổng cộng', '', '40.000.000']],
        },
      },
      { paragraphs: ['Phòng Văn hóa – Xã hội chi trả theo quy định trong thời hạn 03 ngày làm việc.'] },
      { paragraphs: ['Quyết định này có hiệu lực kể từ ngày ký.', 'Chánh Văn phòng, Trưởng phòng Văn hóa – Xã hội và các hộ có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.'] },
    ],
    recipients: ['Như Điều 3', 'Trung tâm Phục vụ hành chính công', 'Lưu: VT, VHXH'],
    signature: chairman,
  }),

  sample('official-letter', 'result/official-letter', {
    head: { ...commune, number: '145/UBND-KT', date: '2026-11-24' },
    verification,
    about: 'cung cấp thông tin quy hoạch thửa đất số 145, tờ bản đồ số 27',
    addressees: [`Bà ${owner.name}`],
    paragraphs: [
      'Ủy ban nhân dân xã Trảng Bom nhận được đề nghị của bà về việc cung cấp thông tin quy hoạch đối với thửa đất số 145, tờ bản đồ số 27, ấp Bàu Cá.',
      'Theo quy hoạch chung xã Trảng Bom đã được phê duyệt, thửa đất nêu trên thuộc đất ở hiện trạng cải tạo, không nằm trong chỉ giới đường đỏ.',
      'Ủy ban nhân dân xã Trảng Bom trả lời để bà được biết',
    ],
    recipients: ['Như trên', 'Lưu: VT, KT'],
    signature: viceChairman,
  }),
  sample('official-letter-long', 'result/official-letter', {
    head: { superior: 'Ủy ban nhân dân Thành phố Hồ Chí Minh', agency: 'Ủy ban nhân dân đặc khu Côn Đảo', place: 'Thành phố Hồ Chí Minh' },
    verification: { ...verification, note: `Dữ liệu đã sử dụng: ${LONG_TEXT.slice(0, 200)} (đọc ngày 23/11/2026).` },
    about: LONG_TEXT.slice(0, 160),
    addressees: [LONG_NAME, LONG_NAME, 'Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ, Công an Thành phố Hồ Chí Minh'],
    paragraphs: Array.from({ length: 12 }, () => LONG_TEXT),
    recipients: ['Như trên', 'Ủy ban nhân dân Thành phố Hồ Chí Minh', 'Trung tâm Phục vụ hành chính công đặc khu Côn Đảo', LONG_ADDRESS, 'Lưu: VT, hồ sơ'],
    signature: { ...viceChairman, name: LONG_NAME },
  }),
  sample('official-letter-empty', 'result/official-letter', { head: bare, about: 'trả lời đề nghị', addressees: ['Ông Lê A'], paragraphs: ['Đồng ý'], recipients: ['Như trên'], signature: unnamed }),

  sample('general-notice', 'result/general-notice', {
    head: { ...commune, number: '61/TB-UBND', date: '2026-11-24' },
    verification,
    about: 'thụ lý yêu cầu hòa giải tranh chấp đất đai',
    paragraphs: [
      `Ủy ban nhân dân xã Trảng Bom thụ lý yêu cầu hòa giải tranh chấp đất đai của bà ${owner.name} đối với thửa đất số 145, tờ bản đồ số 27.`,
      'Thời hạn hòa giải không quá 30 ngày kể từ ngày thụ lý. Buổi hòa giải được tổ chức tại trụ sở Ủy ban nhân dân xã; thời gian cụ thể được báo trước bằng giấy mời',
    ],
    recipients: [`Bà ${owner.name}`, 'Trưởng ấp Bàu Cá', 'Lưu: VT, KT'],
    signature: viceChairman,
  }),
  sample('general-notice-long', 'result/general-notice', {
    head: { superior: 'Ủy ban nhân dân Thành phố Hồ Chí Minh', agency: 'Ủy ban nhân dân đặc khu Côn Đảo', place: 'Thành phố Hồ Chí Minh' },
    verification,
    about: LONG_TEXT.slice(0, 160),
    paragraphs: Array.from({ length: 40 }, (_, index) => `${index + 1}. ${LONG_TEXT}`),
    recipients: [LONG_NAME, LONG_ADDRESS, 'Lưu: VT, hồ sơ'],
    signature: { ...viceChairman, name: LONG_NAME },
  }),
  sample('general-notice-empty', 'result/general-notice', { head: bare, about: 'kết quả', paragraphs: ['Đã giải quyết'], recipients: ['Lưu: VT'], signature: unnamed }),
];
