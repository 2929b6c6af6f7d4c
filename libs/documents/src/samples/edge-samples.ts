import { lostCertificateSubject } from '../papers/land.js';
import { birth, certificate, LONG_ADDRESS, LONG_NAME, LONG_TEXT, land, office, officer, owner, parcel, posting, sample, verification, viceChairman, type Sample } from './sample-parts.js';

const bare = { agency: 'Ủy ban nhân dân Phường 2 Bảo Lộc', place: 'Phường 2 Bảo Lộc' };
const unnamed = { formula: 'none', position: 'Chủ tịch' } as const;
const registeredAt = 'Ủy ban nhân dân Phường 2 Bảo Lộc';
const longHead = { superior: 'Ủy ban nhân dân Thành phố Hồ Chí Minh', agency: 'Ủy ban nhân dân đặc khu Côn Đảo', place: 'Thành phố Hồ Chí Minh' };
const longSignature = { ...viceChairman, name: LONG_NAME };
const noted = { ...verification, note: `Dữ liệu đã sử dụng: họ tên, ngày sinh, nơi cư trú (Cơ sở dữ liệu quốc gia về dân cư); tình trạng hôn nhân (Cơ sở dữ liệu hộ tịch điện tử) (đọc ngày 23/11/2026).` };
const tiny = { number: '1', mapSheet: '2', area: 80, landUse: 'Đất ở', term: 'Lâu dài', address: 'Phường 2 Bảo Lộc' };

/** With every optional value empty: what a form looks like when there is least to say. */
export const EMPTY_SAMPLES: readonly Sample[] = [
  sample('supplement-request-empty', 'supplement-request', { head: bare, unit: 'Trung tâm', applicant: { name: 'Lê A' }, procedure: birth, items: [{ name: 'Giấy chứng sinh', reason: 'Thiếu' }], officer: { name: 'Lê B' } }),
  sample('refusal-empty', 'refusal', { kind: 'grant', head: bare, applicant: { name: 'Lê A' }, procedure: birth, reasons: [{ reason: 'Không đủ điều kiện', legalBasis: 'Luật Hộ tịch' }], dossierCode: 'H36.55.01.02-261123-0001', receivedAt: '2026-11-23T02:05:00Z', signature: unnamed }),
  sample('control-slip-empty', 'control-slip', { head: bare, dossierCode: 'H36.55.01.02-261123-0001', owner: { name: 'Lê A' }, procedure: birth, receivedAt: '2026-11-23T02:05:00Z', handlingAgency: 'Ủy ban nhân dân Phường 2 Bảo Lộc', handovers: [] }),
  sample('finding-empty', 'finding', { head: bare, title: 'Kết quả xác minh', dossierCode: 'H36.55.01.02-261123-0001', procedure: birth, owner: { name: 'Lê A', address: 'Phường 2 Bảo Lộc' }, lines: [], meets: true, author: { name: 'Lê B' }, foundAt: '2026-11-23T02:05:00Z' }),
  sample('notice-empty', 'notice', { head: bare, owner: { name: 'Lê A', address: 'Phường 2 Bảo Lộc' }, subject: lostCertificateSubject({ serial: 'CS 012345' }, tiny), posting: { ...posting, places: ['Trụ sở Ủy ban nhân dân'] }, objections: { agency: 'Phòng Kinh tế' }, signature: unnamed, recipients: ['Lưu: VT'] }),
  sample('minutes-empty', 'minutes', { head: bare, heldAt: '2026-12-10T01:30:00Z', venue: 'trụ sở Ủy ban nhân dân', participants: [{ name: 'Lê A', position: 'Công chức', signsAs: 'NGƯỜI LẬP' }], noticeNumber: '1/TB-UBND', owner: { name: 'Lê A', address: 'Phường 2 Bảo Lộc' }, subject: lostCertificateSubject({ serial: 'CS 012345' }, tiny), posting, objections: [], copies: 1 }),
  sample('birth-certificate-empty', 'result/birth-certificate', { head: bare, child: { name: 'Đinh Ý', born: '2026-01-05', sex: 'male' }, declarant: { name: 'Đinh Thị Én' }, registeredAt, signature: unnamed }),
  sample('marital-status-certificate-empty', 'result/marital-status-certificate', { head: bare, person: { name: 'Lê A', born: '1998', sex: 'female' }, status: 'Chưa đăng ký kết hôn với ai', purpose: 'Đăng ký kết hôn', signature: unnamed }),
  sample('land-certificate-empty', 'result/land-certificate', { head: bare, holders: [{ name: 'Lê A' }], parcel: tiny, signature: unnamed }),
  sample('land-registration-notice-empty', 'result/land-registration-notice', { head: bare, holders: [{ name: 'Lê A' }], parcel: tiny, signature: unnamed }),
  sample('extract-copy-empty', 'result/extract-copy', { head: bare, event: 'birth', subject: { name: 'Lê A' }, register: {}, copies: 1, signature: unnamed }),
  sample('correction-extract-empty', 'result/correction-extract', { head: bare, act: 'addition', item: 'ethnicity', after: 'Kinh', subject: { name: 'Lê A' }, requester: { name: 'Lê A' }, registeredAt, signature: unnamed }),
  sample('death-extract-empty', 'result/death-extract', { head: bare, deceased: { name: 'Lê A' }, death: { on: '2026-01-05', place: 'Bảo Lộc' }, declarant: { name: 'Lê B' }, registeredAt, signature: unnamed }),
  sample('status-confirmation-empty', 'result/status-confirmation', { head: bare, event: 'Khai sinh', subject: { name: 'Lê A' }, requester: { name: 'Lê A' }, confirmed: 'Đã đăng ký khai sinh', register: {}, signature: unnamed }),
  sample('allowance-decision-empty', 'result/allowance-decision', { head: bare, act: 'start', beneficiary: { name: 'Lê A' }, category: 'Người cao tuổi', standardLevel: 500_000, standardBasis: 'Nghị định số 76/2024/NĐ-CP', grounds: ['Căn cứ Luật Người cao tuổi'], recipients: ['Lưu: VT'], signature: unnamed }),
  sample('household-business-certificate-empty', 'result/household-business-certificate', { head: bare, business: { name: 'Lê A', code: '068090000123', address: 'Phường 2 Bảo Lộc', line: 'Bán lẻ' }, owner: { name: 'Lê A', personalId: '068090000123' }, signature: unnamed }),
  sample('poor-household-decision-empty', 'result/poor-household-decision', { head: bare, status: 'poor', household: { head: 'Lê A', members: 1 }, standard: 'Nghị định số 07/2021/NĐ-CP', grounds: ['Căn cứ Nghị định số 07/2021/NĐ-CP'], recipients: ['Lưu: VT'], signature: unnamed }),
  sample('worship-decision-empty', 'result/worship-decision', { head: bare, beneficiary: { name: 'Lê A' }, martyr: { name: 'Lê B' }, amount: 1_400_000, amountBasis: 'Nghị định số 75/2021/NĐ-CP', grounds: ['Căn cứ Pháp lệnh Ưu đãi người có công'], recipients: ['Lưu: VT'], signature: unnamed }),
  sample('decision-empty', 'result/decision', { head: bare, abstract: 'Về việc giải quyết hồ sơ', grounds: ['Căn cứ Luật Tổ chức chính quyền địa phương'], articles: [{ paragraphs: ['Chấp thuận.'] }], recipients: ['Lưu: VT'], signature: unnamed }),
];

/** Vietnamese at its longest, for the forms whose other samples do not reach so far. */
export const LONGEST_SAMPLES: readonly Sample[] = [
  sample('notice-long', 'notice', {
    head: longHead, verification: noted, owner: { name: LONG_NAME, address: LONG_ADDRESS }, subject: lostCertificateSubject(certificate, { ...parcel, address: LONG_ADDRESS }), circumstances: LONG_TEXT,
    posting: { ...posting, places: Array.from({ length: 12 }, () => LONG_ADDRESS) }, legalBasis: 'Nghị định số 101/2024/NĐ-CP của Chính phủ', objections: { agency: 'Phòng Kinh tế, Hạ tầng và Đô thị đặc khu Côn Đảo', address: LONG_ADDRESS, officer: { ...officer, name: LONG_NAME } },
    signature: longSignature, recipients: [LONG_NAME, LONG_ADDRESS, 'Lưu: VT, KT'],
  }),
  sample('marital-status-certificate-long', 'result/marital-status-certificate', {
    head: longHead, verification: noted, requester: LONG_NAME,
    person: { name: LONG_NAME, born: '1998-07-03', sex: 'female', ethnicity: 'Xơ-đăng (Ca Dong)', nationality: 'Việt Nam', identity: 'Thẻ căn cước số 075198001234, Cục Cảnh sát quản lý hành chính về trật tự xã hội – Bộ Công an cấp ngày 01/3/2025', residence: LONG_ADDRESS },
    period: { from: '2016-07-03', until: '2026-11-23', place: LONG_ADDRESS }, status: 'Đã có vợ hoặc chồng nhưng đã ly hôn theo Bản án ly hôn số 12/2024/HNGĐ-ST của Tòa án nhân dân khu vực 3 – Đồng Nai; hiện tại chưa đăng ký kết hôn với ai',
    purpose: `Làm thủ tục đăng ký kết hôn với ông ${LONG_NAME}, ${LONG_ADDRESS}`, signature: longSignature,
  }),
  sample('land-registration-notice-long', 'result/land-registration-notice', {
    head: { ...office, agency: 'Chi nhánh Văn phòng Đăng ký đất đai đặc khu Côn Đảo' }, verification: noted,
    holders: Array.from({ length: 8 }, () => ({ name: LONG_NAME, identity: owner.identity, address: LONG_ADDRESS })), parcel: { ...parcel, address: LONG_ADDRESS }, attachedAssets: LONG_TEXT, signature: longSignature,
  }),
  sample('decision-long', 'result/decision', {
    head: longHead, verification: noted, abstract: `Về việc ${land.name}`, authority: 'Chủ tịch Ủy ban nhân dân đặc khu Côn Đảo',
    grounds: Array.from({ length: 12 }, (_, index) => `Căn cứ Nghị định số ${index + 1}/2026/NĐ-CP của Chính phủ về thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia`),
    articles: Array.from({ length: 40 }, (_, index) => ({
      heading: index % 5 === 0 ? 'Tổ chức thực hiện' : undefined,
      paragraphs: index % 3 === 0 ? [LONG_TEXT, LONG_TEXT] : [LONG_TEXT],
      ...(index === 1 && { table: { columns: [{ title: 'STT', share: 8, align: 'center' as const }, { title: 'Người được hỗ trợ', share: 50 }, { title: 'Nơi cư trú', share: 42 }], rows: Array.from({ length: 40 }, (__, row) => [String(row + 1), LONG_NAME, LONG_ADDRESS.slice(0, 90)]) } }),
    })),
    recipients: ['Như Điều 40', LONG_NAME, LONG_ADDRESS, 'Lưu: VT, VHXH'], signature: longSignature,
  }),
];
